import type { DocumentKind } from '../../domain/document.entity';
import type { ExecutiveRole } from '../../domain/executive.entity';
import type { AskedPeriod } from '../../domain/fiscal/period';
import type {
  AnalystCommentKind,
  Directness,
  Section,
  SentimentLabel,
  SpeakerRole,
} from '../../domain/utterance-enums';
import type { TextSearch } from '../search/typed-search';

// What the filters of the graph say: their input classes implement these, so that no name is spelled in two ways.

/** What all filters of spoken words have in common. Null and absent are the same: no condition. */
export interface SpokenFilter {
  readonly symbols: readonly string[] | null;
  readonly period: AskedPeriod | null;
  readonly topics: readonly string[] | null;
  readonly includeSubtopics: boolean | null;
  readonly search: TextSearch | null;
}

interface ByUtterance extends SpokenFilter {
  readonly companyIds: readonly string[] | null;
  readonly speakerName: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly directness: readonly Directness[] | null;
}

interface Span {
  readonly periodFrom: AskedPeriod | null;
  readonly periodTo: AskedPeriod | null;
}

export interface UtteranceFilter extends ByUtterance {
  readonly speakerIds: readonly string[] | null;
  readonly speakerRoles: readonly SpeakerRole[] | null;
  readonly sections: readonly Section[] | null;
  readonly documentIds: readonly string[] | null;
}

export interface StatementFilter extends UtteranceFilter, Span {
  readonly sectors: readonly string[] | null;
  readonly executiveRoles: readonly ExecutiveRole[] | null;
  readonly excludeSpeakerIds: readonly string[] | null;
  readonly excludeTopics: readonly string[] | null;
  readonly sentiment: readonly SentimentLabel[] | null;
  readonly isForwardLooking: boolean | null;
  readonly documentKinds: readonly DocumentKind[] | null;
  readonly minConfidence: number | null;
}

export interface AnalystCommentFilter extends ByUtterance, Span {
  readonly excludeSpeakerIds: readonly string[] | null;
  readonly excludeTopics: readonly string[] | null;
  readonly firmIds: readonly string[] | null;
  readonly firmName: string | null;
  readonly kinds: readonly AnalystCommentKind[] | null;
}

export interface ExchangeFilter extends SpokenFilter, Span {
  readonly analystName: string | null;
  readonly firmName: string | null;
  readonly speakerName: string | null;
}
