import type { Client } from 'pg';
import { placesIn } from './branch-tally';
import type { KnownQuarter, NewUtterance } from './document-rows';
import type { Counted } from './tally';

/** An utterance of the revision that gives way. */
export interface EarlierUtterance extends Counted {
  readonly id: number;
  readonly text: string;
  readonly revision: number;
  readonly speakerLabel: string;
  readonly method: string;
  /** Somebody has said who spoke; a new revision of the source does not know better. */
  readonly isCorrected: boolean;
  /** What would make the words another finding if it changed; their place is not part of it. */
  readonly finding: string;
  readonly speaker: SpeakerReading;
  readonly exchangeId: number | null;
  readonly saidOn: string | null;
  readonly section: string;
}

/** Who spoke, in what part, and how that is known. */
export type SpeakerReading = Pick<NewUtterance, (typeof SPEAKER_PROPERTIES)[number]>;

const SPEAKER_PROPERTIES = [
  'type',
  'speakerId',
  'speakerRole',
  'confidence',
  'method',
  'alternativeIds',
  'commentKind',
  'analystId',
  'firmId',
  'aboutIds',
] as const;

/** The utterances of a document with what they count for, in order. */
export const readEarlier = (client: Client, documentId: number): Promise<EarlierUtterance[]> =>
  read(client, 'u.document_id = $1', documentId);

/** Utterances by their ids, of whatever document; unknown ids are left out. */
export const readUtterances = (client: Client, ids: readonly number[]): Promise<EarlierUtterance[]> =>
  read(client, 'u.id = ANY ($1::bigint[])', ids);

async function read(client: Client, where: string, parameter: unknown): Promise<EarlierUtterance[]> {
  const { rows } = await client.query(
    `SELECT u.*, u.said_on::text AS said_day, u.price_target_amount::text AS target,
       coalesce((SELECT json_agg(json_build_object('topicId', m.topic_id, 'spans', m.spans) ORDER BY m.topic_id)
         FROM topic_mention m WHERE m.utterance_id = u.id AND m.is_home), '[]') AS topics
     FROM utterance u WHERE ${where} ORDER BY u.document_id, u.position`,
    [parameter],
  );
  return rows.map((row) => {
    const quarter: KnownQuarter | null =
      row.quarter_id === null
        ? null
        : {
            id: row.quarter_id,
            company_id: row.company_id,
            fiscal_year: row.fiscal_year,
            fiscal_quarter: row.fiscal_quarter,
            calendar_year: row.calendar_year,
            calendar_quarter: row.calendar_quarter,
          };
    const speaker = {
      type: row.type,
      speakerId: row.speaker_id,
      speakerRole: row.speaker_role,
      confidence: row.attribution_confidence,
      method: row.attribution_method,
      alternativeIds: row.alternative_speaker_ids,
      commentKind: row.comment_kind,
      analystId: row.analyst_id,
      firmId: row.firm_id,
      aboutIds: row.about_company_ids,
    };
    return {
      id: Number(row.id),
      text: row.words ?? row.text,
      revision: row.revision,
      speakerLabel: row.speaker_label,
      method: row.attribution_method,
      isCorrected: row.revision > 1 && row.attribution_method === 'MANUAL',
      companyId: row.company_id,
      speakerId: row.speaker_id,
      type: row.type,
      quarter,
      topics: (row.topics as { topicId: number; spans: number[] }[]).map(({ topicId, spans }) => ({
        topicId,
        places: placesIn(spans),
      })),
      speaker,
      exchangeId: row.exchange_id,
      saidOn: row.said_day,
      section: row.section,
      finding: JSON.stringify([
        ...Object.values(speaker),
        row.speaker_label,
        row.company_id,
        row.event_id,
        row.quarter_id,
        row.section,
        row.directness,
        row.said_day,
        row.topic_ids,
        row.sentiment_score,
        row.is_forward_looking,
        row.rating,
        row.target,
      ]),
    };
  });
}

/** The same text as EarlierUtterance.finding, of an utterance to come. */
export function findingOf(u: NewUtterance): string {
  return JSON.stringify([
    ...SPEAKER_PROPERTIES.map((property) => u[property]),
    u.speakerLabel,
    u.companyId,
    u.eventId,
    u.quarter?.id ?? null,
    u.section,
    u.directness,
    u.saidOn,
    u.topics.map(({ topicId }) => topicId),
    u.sentiment?.score ?? null,
    u.isForwardLooking,
    u.rating,
    u.priceTarget?.amount ?? null,
  ]);
}

/** For each new utterance the earlier one with the same words, each taken once and in order; null where the words are new. */
export function matchWords(
  earlier: readonly EarlierUtterance[],
  utterances: readonly NewUtterance[],
): (EarlierUtterance | null)[] {
  const byText = new Map<string, EarlierUtterance[]>();
  for (const utterance of earlier) {
    const same = byText.get(utterance.text);
    if (same) same.push(utterance);
    else byText.set(utterance.text, [utterance]);
  }
  return utterances.map(({ text }) => byText.get(text)?.shift() ?? null);
}

/** A correction by hand outlives a new revision of the source. */
export function withCorrection(utterance: NewUtterance, earlier: EarlierUtterance | null): NewUtterance {
  return earlier?.isCorrected ? { ...utterance, ...earlier.speaker } : utterance;
}
