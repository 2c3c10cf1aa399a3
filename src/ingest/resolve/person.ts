import { nameKey } from '../../language/name/name-key';
import { isSurnameAlone } from '../../language/name/person-words';
import type { ExtractedSpeaker } from '../extraction';
import { insertRows } from '../persist/writer';
import { executiveRoleOf } from './office';
import { type Candidate, isNear, namesOf, PersonBook } from './person-book';
import { type Resolution, warn } from './resolution';

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
): Promise<PersonBook> {
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
  return new PersonBook(companyId, rows);
}

/** A voice that may be somebody's, and the house that it speaks for. */
export interface PersonClue {
  readonly speaker: ExtractedSpeaker;
  readonly firmId: number | null;
}

/** Names of those who may be meant that a warning lists. */
const MOST_LISTED = 10;

/**
 * The people whom a source names, in order: by a name or alias, else among those near by a form of the name or the surname alone. Several
 * who fit equally well leave it open. A full name that nobody has makes a new person; a surname alone never does. Null is nobody.
 */
export async function resolvePeople(
  resolution: Resolution,
  clues: readonly (PersonClue | null)[],
  candidates: PersonBook,
  { companyId }: Circle,
): Promise<ResolvedPerson[]> {
  // Who is new has a number below zero until all of them are stored together.
  const made: { name: string; aliases: string[] }[] = [];
  const learned = new Map<number, string[]>();
  const resolveOne = ({ speaker, firmId }: PersonClue): ResolvedPerson => {
    const best = closest(candidates.fitting(speaker), companyId, firmId);
    if (best.length === 1) {
      const person = best[0] as Candidate;
      const more = newNamesOf(person, speaker);
      if (more.length > 0) {
        const aliases = person.id < 0 ? (made[-1 - person.id]?.aliases as string[]) : (learned.get(person.id) ?? []);
        aliases.push(...more.filter((name) => !aliases.includes(name)));
        if (person.id >= 0) learned.set(person.id, aliases);
      }
      return { id: person.id, alternatives: [] };
    }
    if (best.length > 1) return leaveOpen(resolution, speaker, best);
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
    made.push({ name: full, aliases: [...aliases] });
    const role = executiveRoleOf(speaker.title ?? '');
    const offices = companyId === null || firmId !== null ? [] : [{ companyId, holds: true, role }];
    const firms = firmId === null ? [] : [firmId];
    candidates.add({ id: -made.length, name: full, aliases, offices, firms, spokeHere: true });
    return { id: -made.length, alternatives: [] };
  };
  const resolved = clues.map((clue) => (clue === null ? NOBODY : resolveOne(clue)));
  const ids = await insertRows(resolution.client, 'person', made);
  await learnAliases(resolution, learned);
  const stored = (id: number): number => (id < 0 ? (ids[-1 - id] as number) : id);
  return resolved.map(({ id, alternatives }) => ({
    id: id === null ? null : stored(id),
    alternatives: alternatives.map(stored),
  }));
}

function leaveOpen(resolution: Resolution, { name }: ExtractedSpeaker, best: readonly Candidate[]): ResolvedPerson {
  const listed = best.slice(0, MOST_LISTED).map((one) => (one.id < 0 ? one.name : `${one.name} (person ${one.id})`));
  const more = best.length > MOST_LISTED ? ` and ${best.length - MOST_LISTED} more` : '';
  warn(
    resolution,
    'AMBIGUOUS_SPEAKER',
    `"${name}" may be ${listed.join(', ')}${more}; the words stay without a speaker`,
  );
  return { id: null, alternatives: best.map(({ id }) => id) };
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
function newNamesOf(person: Candidate, speaker: ExtractedSpeaker): string[] {
  const known = new Set(namesOf(person).map(nameKey));
  return [...new Set(namesOf(speaker).filter((name) => !isSurnameAlone(name) && !known.has(nameKey(name))))];
}

async function learnAliases({ client }: Resolution, learned: ReadonlyMap<number, readonly string[]>): Promise<void> {
  if (learned.size === 0) return;
  await client.query(
    `UPDATE person p SET aliases = p.aliases || ARRAY(SELECT jsonb_array_elements_text(g.names))
     FROM jsonb_to_recordset($1) g(id int, names jsonb) WHERE p.id = g.id`,
    [JSON.stringify([...learned].map(([id, names]) => ({ id, names })))],
  );
}
