import { CodePointText } from '../../language/span';
import type { ExtractedUtterance } from '../extraction';
import { assignSpeakers, type SpeakerChange } from '../persist/assign-speaker';
import type { NewRendering, NewUtterance } from '../persist/document-rows';
import { alignWords, type Token, tokensOf } from './align';
import { type Resolution, warn } from './resolution';

/** Of a stored passage, how many of its words the second source has to have for its words to be the same. */
const LEAST_COVERED = 0.6;
/** A passage of the second source that is covered less is told by it alone, and becomes a statement of its own. */
const LEAST_SHARED = 0.5;
/** What two sources give to different people is not known better than this. */
const DISPUTED_CONFIDENCE = 0.5;

interface StoredPassage {
  readonly id: number;
  readonly text: string;
  readonly speaker_id: number | null;
  readonly speaker_label: string;
  readonly alternative_speaker_ids: readonly number[];
  readonly is_corrected: boolean;
}

export interface SecondSource {
  readonly renderings: readonly NewRendering[];
  /** Which of the document's utterances tell what the first source does not. */
  readonly isOwn: readonly boolean[];
}

/** The transcript of an event that was stored first, if there is one besides the document itself. */
export async function findFirstSource(
  { client }: Resolution,
  eventId: number,
  itself: number | null,
): Promise<number | null> {
  const { rows } = await client.query<{ id: number }>(
    `SELECT d.id FROM document_event e JOIN document d ON d.id = e.document_id
     WHERE e.event_id = $1 AND d.kind = 'TRANSCRIPT' AND d.superseded_by_id IS NULL AND d.id IS DISTINCT FROM $2
       AND EXISTS (SELECT FROM utterance u WHERE u.document_id = d.id)
     ORDER BY d.id LIMIT 1`,
    [eventId, itself],
  );
  return rows[0]?.id ?? null;
}

/**
 * Sets a second record of a call beside the first: passages that are the same become further renderings of the stored
 * utterances. Where both name somebody else, the stored one stays, with less confidence, and it is reported; where only the
 * second names somebody, it is believed.
 */
export async function compareSources(
  resolution: Resolution,
  firstSource: number,
  text: string,
  utterances: readonly NewUtterance[],
  extracted: readonly ExtractedUtterance[],
): Promise<SecondSource> {
  const { rows: passages } = await resolution.client.query<StoredPassage>(
    `SELECT id, coalesce(words, text) AS text, speaker_id, speaker_label, alternative_speaker_ids, revision > 1 AND attribution_method = 'MANUAL' AS is_corrected
     FROM utterance WHERE document_id = $1 AND directness = 'TRANSCRIPT' ORDER BY position`,
    [firstSource],
  );
  const points = new CodePointText(text);
  const heard: { token: Token; utterance: number }[] = [];
  for (const [i, utterance] of utterances.entries()) {
    const from = points.unitAt(utterance.start);
    for (const token of tokensOf(text, from, points.unitAt(utterance.end))) heard.push({ token, utterance: i });
  }
  const stored = passages.map((passage) => tokensOf(passage.text).map(({ word }) => word));
  const places = alignWords(
    stored.flat(),
    heard.map(({ token }) => token.word),
  );
  const shared = new Array<number>(utterances.length).fill(0);
  for (const place of places) if (place >= 0) shared[heard[place]!.utterance]!++;
  const renderings: NewRendering[] = [];
  const changes: SpeakerChange[] = [];
  let at = 0;
  for (const [i, passage] of passages.entries()) {
    const own = places.subarray(at, at + stored[i]!.length).filter((place) => place >= 0);
    at += stored[i]!.length;
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined || own.length < LEAST_COVERED * stored[i]!.length) continue;
    if (last - first + 1 > 2 * stored[i]!.length + 10) continue;
    const span = {
      start: points.pointAt(heard[first]!.token.start),
      end: points.pointAt(withPunctuation(text, heard[last]!.token.end)),
    };
    renderings.push({ utterance: { id: Number(passage.id) }, documentId: null, ...span });
    const speaker = utterances[mostOften([...own].map((place) => heard[place]!.utterance))]!;
    const change = compareSpeakers(resolution, passage, speaker, span);
    if (change) changes.push(change);
  }
  await assignSpeakers(resolution.client, changes);
  const lengths = new Array<number>(utterances.length).fill(0);
  for (const { utterance } of heard) lengths[utterance]!++;
  return { renderings, isOwn: extracted.map((_, i) => shared[i]! < LEAST_SHARED * lengths[i]!) };
}

function compareSpeakers(
  resolution: Resolution,
  passage: StoredPassage,
  other: NewUtterance,
  span: { start: number; end: number },
): SpeakerChange | null {
  if (other.speakerId === null || other.speakerId === passage.speaker_id || passage.is_corrected) return null;
  const utteranceId = Number(passage.id);
  if (passage.speaker_id === null) {
    return { kind: 'ASSIGN', utteranceId, speaker: other, reason: 'another transcript of the event names the speaker' };
  }
  // Reported when it is found first; a second look at the same two sources finds it noted.
  if (passage.alternative_speaker_ids.includes(other.speakerId)) return null;
  warn(
    resolution,
    'SPEAKER_DISAGREES',
    `the transcript stored first gives these words to "${passage.speaker_label}", this one to "${other.speakerLabel}"`,
    span,
  );
  return { kind: 'DISPUTE', utteranceId, alternativeId: other.speakerId, confidence: DISPUTED_CONFIDENCE };
}

/** A passage ends with its full stop and its closing quotation mark. */
function withPunctuation(text: string, end: number): number {
  let at = end;
  while (at < text.length && /[.,;:!?…)\]"'”’]/.test(text[at] as string)) at++;
  return at;
}

function mostOften(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}
