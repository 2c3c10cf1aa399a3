import type { Client } from 'pg';
import { AuditAction, AuditSubject } from '../domain/audit-entry.entity';
import { AnalystCommentKind, AttributionMethod, SpeakerRole } from '../domain/utterance-enums';
import { nameKey } from '../language/name/name-key';
import { type Actor, processActor } from '../platform/actor';
import type { Fault } from './fault';
import { assignSpeakers } from './persist/assign-speaker';
import { type EarlierUtterance, readUtterances, type SpeakerReading } from './persist/earlier-words';
import { inImport, type WriterOptions, withWriter } from './persist/import-lock';
import { recordChange } from './persist/record-change';

export interface Correction {
  readonly utteranceIds: readonly number[];
  /** Name or alias of a stored person. */
  readonly person: string;
  readonly reason: string;
}

/** Faults name the part of the correction: `person`, `utteranceIds[2]`. With any of them nothing was changed. */
export interface CorrectionReport {
  readonly corrected: readonly number[];
  readonly unchanged: readonly number[];
  readonly faults: readonly Fault[];
}

/** Gives words to their true speaker. Their ids stay, the old reading is kept, counts follow. All of it or nothing. */
export function correctSpeaker(
  databaseUrl: string,
  correction: Correction,
  actor: Actor = processActor(),
  options: WriterOptions = {},
): Promise<CorrectionReport> {
  return withWriter(databaseUrl, (client) => inImport(client, () => correctWords(client, correction, actor)), options);
}

/** The same in the caller's transaction, which has to hold the lock of writers. */
export async function correctWords(
  client: Client,
  { utteranceIds, person, reason }: Correction,
  actor: Actor,
): Promise<CorrectionReport> {
  const faults: Fault[] = [];
  const words = new Map((await readUtterances(client, utteranceIds)).map((utterance) => [utterance.id, utterance]));
  for (const [i, id] of utteranceIds.entries()) {
    if (!words.has(id)) faults.push({ path: `utteranceIds[${i}]`, message: 'is no utterance', code: 'UNKNOWN' });
  }
  const { rows: people } = await client.query<{ id: number; name: string }>(
    "SELECT id, name FROM person WHERE string_to_array(search_key, E'\\n') && ARRAY[$1] ORDER BY id",
    [nameKey(person)],
  );
  if (people.length === 0)
    faults.push({ path: 'person', message: `nobody of the name "${person}" is known`, code: 'UNKNOWN' });
  if (people.length > 1) {
    const names = people.map(({ id, name }) => `${name} (person ${id})`).join(', ');
    const message = `"${person}" may be ${names}; merge them or use a name that only one has`;
    faults.push({ path: 'person', message, code: 'AMBIGUOUS' });
  }
  if (faults.length > 0) return { corrected: [], unchanged: [], faults };
  const speaker = people[0] as { id: number };
  const changed = [...words.values()].filter(({ speakerId }) => speakerId !== speaker.id);
  const changes = [];
  for (const utterance of changed) {
    const reading = await readingOf(client, utterance, speaker.id);
    changes.push({ kind: 'ASSIGN' as const, utteranceId: utterance.id, speaker: reading, reason });
  }
  await assignSpeakers(client, changes);
  const corrected = changed.map(({ id }) => id);
  if (corrected.length > 0) {
    // The reason is kept with the old reading, and goes with it: it may quote words and name people.
    const summary = { person: speaker.id };
    await recordChange(client, actor, {
      action: AuditAction.CORRECT_SPEAKER,
      subject: AuditSubject.UTTERANCE,
      ids: corrected,
      summary,
    });
  }
  return { corrected, unchanged: [...words.keys()].filter((id) => !corrected.includes(id)), faults };
}

/** In what part the person speaks there: in office at the company on the day, else as an analyst, else as before. */
async function readingOf(client: Client, words: EarlierUtterance, personId: number): Promise<SpeakerReading> {
  const { rows: offices } = await client.query<{ role: string }>(
    `SELECT role FROM executive WHERE person_id = $1 AND company_id = $2
       AND daterange(valid_from, valid_to, '[]') @> coalesce($3::date, current_date)`,
    [personId, words.companyId, words.saidOn],
  );
  const { rows: analysts } = await client.query<{ id: number; firm_id: number | null }>(
    'SELECT id, firm_id FROM analyst WHERE person_id = $1 ORDER BY firm_id IS NULL, id DESC LIMIT 1',
    [personId],
  );
  const base = { speakerId: personId, confidence: 1, method: AttributionMethod.MANUAL, alternativeIds: [] };
  const statement = { type: 'Statement' as const, commentKind: null, analystId: null, firmId: null, aboutIds: [] };
  if (offices.length > 0) {
    const speakerRole = offices.every(({ role }) => role === 'IR') ? SpeakerRole.IR : SpeakerRole.EXECUTIVE;
    return { ...base, ...statement, speakerRole };
  }
  const analyst = analysts[0];
  if (analyst) {
    const { aboutIds, commentKind } = words.speaker;
    const kind = words.section === 'QUESTION' ? AnalystCommentKind.QUESTION : AnalystCommentKind.COMMENT;
    return {
      ...base,
      type: 'AnalystComment',
      speakerRole: SpeakerRole.ANALYST,
      commentKind: commentKind ?? kind,
      analystId: analyst.id,
      firmId: analyst.firm_id,
      aboutIds: aboutIds.length > 0 || words.companyId === null ? aboutIds : [words.companyId],
    };
  }
  const { type, commentKind, aboutIds, speakerRole } = words.speaker;
  const isNobodys = speakerRole === SpeakerRole.OPERATOR || speakerRole === SpeakerRole.UNKNOWN;
  const role = isNobodys ? SpeakerRole.OTHER : speakerRole;
  return { ...base, type, commentKind, aboutIds, analystId: null, firmId: null, speakerRole: role };
}
