import { countWords } from '../../domain/word-count';
import type { CopyValue } from './copy';
import type { NewUtterance } from './document-rows';
import type { shownWords } from './text-access';

/** In the order of `utteranceRow`. The database makes the place of them. */
export const UTTERANCE_COLUMNS = [
  'id',
  'type',
  'document_id',
  'document_kind',
  'company_id',
  'event_id',
  'exchange_id',
  'quarter_id',
  'fiscal_year',
  'fiscal_quarter',
  'calendar_year',
  'calendar_quarter',
  'speaker_id',
  'speaker_label',
  'speaker_role',
  'section',
  'directness',
  'turn',
  'position',
  'said_on',
  'said_at',
  'span_start',
  'span_end',
  'text',
  'is_excerpt',
  'words',
  'topic_ids',
  'sentiment_score',
  'sentiment_label',
  'sentiment_method',
  'attribution_confidence',
  'attribution_method',
  'alternative_speaker_ids',
  'revision',
  'start_ms',
  'end_ms',
  'is_forward_looking',
  'comment_kind',
  'analyst_id',
  'firm_id',
  'about_company_ids',
  'rating',
  'price_target_amount',
  'price_target_currency',
  'word_count',
] as const;

/** Where an utterance is to stand. */
export interface UtterancePlace {
  readonly id: number;
  readonly documentId: number;
  readonly documentKind: string;
  readonly exchangeId: number | null;
  readonly position: number;
  readonly revision: number;
  readonly shown: ReturnType<typeof shownWords>;
}

export function utteranceRow(u: NewUtterance, place: UtterancePlace): CopyValue[] {
  const { shown } = place;
  return [
    place.id,
    u.type,
    place.documentId,
    place.documentKind,
    u.companyId,
    u.eventId,
    place.exchangeId,
    u.quarter?.id ?? null,
    u.quarter?.fiscal_year ?? null,
    u.quarter?.fiscal_quarter ?? null,
    u.quarter?.calendar_year ?? null,
    u.quarter?.calendar_quarter ?? null,
    u.speakerId,
    u.speakerLabel,
    u.speakerRole,
    u.section,
    u.directness,
    u.turn,
    place.position,
    u.saidOn,
    u.saidAt,
    u.start,
    u.end,
    shown.text,
    shown.isExcerpt,
    shown.words,
    u.topics.map(({ topicId }) => topicId),
    u.sentiment?.score ?? null,
    u.sentiment?.label ?? null,
    u.sentiment?.method ?? null,
    u.confidence,
    u.method,
    u.alternativeIds,
    place.revision,
    u.startMs,
    u.endMs,
    u.isForwardLooking,
    u.commentKind,
    u.analystId,
    u.firmId,
    u.aboutIds,
    u.rating,
    u.priceTarget?.amount ?? null,
    u.priceTarget?.currency ?? null,
    countWords(u.text),
  ];
}
