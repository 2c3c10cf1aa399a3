import { ExecutiveRole } from '../../domain/executive.entity';
import type { ExtractedSpeaker } from '../extraction';
import { insertRows } from '../persist/writer';
import { nameKey } from './name-key';
import { executiveRoleOf } from './office';
import { canBeSamePerson, isSpelledAlike, isSurnameAlone, personWords } from './person-name';
import { type Resolution, warn } from './resolution';

interface Candidate {
  readonly id: number;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly offices: readonly { readonly companyId: number; readonly holds: boolean; readonly role: string }[];
  readonly firms: readonly number[];
  readonly spokeHere: boolean;
}

export interface ResolvedPerson {
  /** Null: not known, or several could be meant. */
  readonly id: number | null;
  /** Those who could be meant, where it is not clear. */
  readonly alternatives: readonly number[];
}

/** Where a person is looked for: a company's people and the speakers of an event are near, everybody else far. */
export interface Circle {
  readonly companyId: number | null;
  readonly eventId: number | null;
}

const NOBODY: ResolvedPerson = { id: null, alternatives: [] };

/** The people who may be meant by any of the names, or are near. Asked once a document. */
export async function readCandidates(
  { client, day }: Resolution,
  speakers: readonly ExtractedSpeaker[],
  { companyId, eventId }: Circle,
): Promise<Candidate[]> {
  const keys = speakers.flatMap(({ name, aliases }) => [name, ...aliases]).map(nameKey);
  const { rows } = await client.query<Candidate>(
    `WITH near AS (SELECT DISTINCT speaker_id AS id FROM utterance WHERE event_id = $3 AND speaker_id IS NOT NULL),
       found AS (
         SELECT id FROM person WHERE string_to_array(search_key, E'\\n') && $1::text[]
         UNION SELECT person_id FROM executive WHERE company_id = $2
         UNION SELECT id FROM near)
     SELECT p.id, p.name, p.aliases, p.id IN (SELECT id FROM near) AS "spokeHere",
       coalesce((SELECT json_agg(json_build_object('companyId', e.company_id, 'role', e.role, 'holds',
         daterange(e.valid_from, e.valid_to, '[]') @> coalesce($4::date, current_date))) FROM executive e WHERE e.person_id = p.id), '[]') AS offices,
       coalesce((SELECT json_agg(a.firm_id) FROM analyst a WHERE a.person_id = p.id AND a.firm_id IS NOT NULL), '[]') AS firms
     FROM person p JOIN found USING (id) ORDER BY p.id`,
    [keys, companyId, eventId, day],
  );
  return rows;
}

/**
 * The person whom a source names: by a name or alias, else among those near by a form of the name or the surname alone. Several
 * who fit equally well leave it open. A full name that nobody has makes a new person; a surname alone never does.
 */
export async function resolvePerson(
  resolution: Resolution,
  speaker: ExtractedSpeaker,
  firmId: number | null,
  candidates: Candidate[],
  { companyId }: Circle,
): Promise<ResolvedPerson> {
  const fits = candidates.filter((candidate) => isMeant(speaker, candidate, companyId));
  const best = closest(fits, companyId, firmId);
  if (best.length === 1) {
    const person = best[0] as Candidate;
    await learnAliases(resolution, person, speaker);
    return { id: person.id, alternatives: [] };
  }
  if (best.length > 1) {
    const names = best.map(({ id, name }) => `${name} (person ${id})`).join(', ');
    warn(resolution, 'AMBIGUOUS_SPEAKER', `"${speaker.name}" may be ${names}; the words stay without a speaker`);
    return { id: null, alternatives: best.map(({ id }) => id) };
  }
  const full = [speaker.name, ...speaker.aliases].find((name) => !isSurnameAlone(name));
  if (!full) {
    warn(
      resolution,
      'UNKNOWN_SPEAKER',
      `"${speaker.name}" is nobody who is known at the company; the words stay without a speaker`,
    );
    return NOBODY;
  }
  const aliases = speaker.aliases.filter((alias) => alias !== full && !isSurnameAlone(alias));
  const [id] = (await insertRows(resolution.client, 'person', [{ name: full, aliases }])) as [number];
  const role = executiveRoleOf(speaker.title ?? '');
  const offices = companyId === null || firmId !== null ? [] : [{ companyId, holds: true, role }];
  candidates.push({ id, name: full, aliases, offices, firms: firmId === null ? [] : [firmId], spokeHere: true });
  return { id, alternatives: [] };
}

/** People whom a text mentions by a full name that one stored person has. Nobody is made for a mention. */
export async function findKnownPeople(
  { client }: Resolution,
  names: readonly string[],
): Promise<(readonly [string, number])[]> {
  const full = [...new Set(names.filter((name) => !isSurnameAlone(name)))];
  if (full.length === 0) return [];
  const { rows } = await client.query<{ name: string; id: number }>(
    `SELECT g.name, min(p.id) AS id FROM unnest($1::text[], $2::text[]) g(name, key)
     JOIN person p ON string_to_array(p.search_key, E'\\n') && ARRAY[g.key] GROUP BY g.name HAVING count(*) = 1`,
    [full, full.map(nameKey)],
  );
  return rows.map(({ name, id }) => [name, id] as const);
}

const namesOf = ({ name, aliases }: Pick<Candidate, 'name' | 'aliases'>): string[] => [name, ...aliases];

const isNear = ({ offices, spokeHere }: Candidate, companyId: number | null): boolean =>
  spokeHere || offices.some((office) => office.companyId === companyId);

function isMeant(speaker: ExtractedSpeaker, candidate: Candidate, companyId: number | null): boolean {
  const printed = namesOf(speaker);
  const full = printed.filter((name) => !isSurnameAlone(name));
  const known = namesOf(candidate);
  const keys = new Set(known.map(nameKey));
  if (full.some((name) => keys.has(nameKey(name)))) return true;
  if (!isNear(candidate, companyId)) return false;
  if (full.some((name) => known.some((other) => canBeSamePerson(name, other)))) return true;
  if (full.length > 0) return isMisspelled(speaker, candidate, companyId);
  return printed.some((name) => known.some((other) => personWords(other).at(-1) === personWords(name).at(-1)));
}

/** Machines write names as they hear them. Who holds the same office, under the same first name, is the one. */
function isMisspelled({ name, title }: ExtractedSpeaker, candidate: Candidate, companyId: number | null): boolean {
  const role = title ? executiveRoleOf(title) : ExecutiveRole.OTHER;
  if (role === ExecutiveRole.OTHER) return false;
  const inOffice = candidate.offices.some((o) => o.companyId === companyId && o.holds && o.role === role);
  return inOffice && namesOf(candidate).some((known) => isSpelledAlike(name, known));
}

/** Of those who fit the ones who stand closest; ties stay. */
function closest(fits: readonly Candidate[], companyId: number | null, firmId: number | null): readonly Candidate[] {
  const nearness: readonly ((candidate: Candidate) => boolean)[] = [
    ({ firms }) => firmId !== null && firms.includes(firmId),
    ({ offices }) => firmId === null && offices.some((office) => office.companyId === companyId && office.holds),
    (candidate) => firmId === null && isNear(candidate, companyId),
    ({ spokeHere }) => spokeHere,
  ];
  for (const isClose of nearness) {
    const close = fits.filter(isClose);
    if (close.length > 0) return close;
  }
  return fits;
}

/** Other full forms of the name that the source uses. */
async function learnAliases({ client }: Resolution, person: Candidate, speaker: ExtractedSpeaker): Promise<void> {
  const known = new Set(namesOf(person).map(nameKey));
  const more = namesOf(speaker).filter((name) => !isSurnameAlone(name) && !known.has(nameKey(name)));
  if (more.length === 0) return;
  await client.query('UPDATE person SET aliases = aliases || $2::text[] WHERE id = $1', [
    person.id,
    [...new Set(more)],
  ]);
}
