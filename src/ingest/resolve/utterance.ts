import { AnalystCommentKind, Section, SentimentLabel, SpeakerRole } from '../../domain/utterance-enums';
import type { ExtractedUtterance } from '../extraction';
import type { KnownQuarter, NewTopicMention, NewUtterance } from '../persist/document-rows';
import type { KnownEvent } from './event';
import type { Houses } from './houses';
import type { MentionBook } from './mention-book';
import { type Resolution, warn } from './resolution';
import type { ResolvedSpeaker } from './speaker';

/** What all words of a document share. */
export interface Setting {
  readonly companyId: number | null;
  readonly event: KnownEvent | null;
  readonly startsAt: string | null;
  readonly quarter: KnownQuarter | null;
  readonly isTranscript: boolean;
  readonly speakers: readonly ResolvedSpeaker[];
  /** Ids by slug. */
  readonly topics: ReadonlyMap<string, number>;
  readonly mentioned: MentionBook;
  readonly houses: Houses;
}

/** A sentiment this close to zero is none. */
const NEUTRAL = 0.05;

export function utteranceOf(u: ExtractedUtterance, setting: Setting): NewUtterance {
  const speaker = u.speaker === null ? null : (setting.speakers[u.speaker] ?? null);
  const isAnswerOfCall = setting.isTranscript || u.section !== Section.ARTICLE;
  // Commentary in an article is not said on the call; neither are words of another day.
  const isElsewhere = (u.isComment && !isAnswerOfCall) || (u.saidOn !== null && u.saidOn !== setting.event?.date);
  const companyId = setting.houses.ofUtterance(u);
  // An event is held by one company, and a quarter is one company's: words of others belong to neither.
  const isOfOthers = companyId !== setting.companyId;
  const event = isElsewhere || (isOfOthers && !u.isComment) ? null : setting.event;
  const companies = u.isComment ? aboutOf(u, { ...setting, companyId }) : [];
  return {
    start: u.start,
    end: u.end,
    text: u.text,
    type: u.isComment ? 'AnalystComment' : 'Statement',
    companyId,
    eventId: event?.id ?? null,
    quarter: isOfOthers ? null : setting.quarter,
    speakerId: speaker?.personId ?? null,
    speakerLabel: u.label,
    speakerRole: u.speaker !== null && setting.houses.isOfficer[u.speaker] ? SpeakerRole.EXECUTIVE : u.role,
    section: u.section,
    directness: u.directness,
    turn: u.turn,
    saidOn: u.saidOn ?? event?.date ?? null,
    saidAt: saidAtOf(u, event, setting.startsAt),
    topics: topicsOf(u, setting),
    sentiment: sentimentOf(u),
    // An open speaker is not known with the confidence of the label that was read.
    confidence:
      u.speaker !== null && speaker?.personId === null && u.role !== SpeakerRole.OPERATOR
        ? Math.min(u.confidence, 0.5)
        : u.confidence,
    method: u.method,
    alternativeIds: speaker?.alternatives ?? [],
    startMs: u.startMs,
    endMs: u.endMs,
    isForwardLooking: u.forwardLooking,
    commentKind: !u.isComment
      ? null
      : u.section === Section.QUESTION
        ? AnalystCommentKind.QUESTION
        : AnalystCommentKind.COMMENT,
    analystId: u.isComment ? (speaker?.analystId ?? null) : null,
    firmId: u.isComment ? (speaker?.firmId ?? null) : null,
    aboutIds: companies,
    rating: null,
    priceTarget: null,
  };
}

/** Slugs that the database does not know are reported: its catalogue is older than the taxonomy that tagged. */
export async function readTopics(
  resolution: Resolution,
  utterances: readonly ExtractedUtterance[],
): Promise<Map<string, number>> {
  const slugs = [...new Set(utterances.flatMap(({ topics }) => topics.map(({ slug }) => slug)))];
  if (slugs.length === 0) return new Map();
  const { rows } = await resolution.client.query<{ id: number; slug: string }>(
    'SELECT id, slug FROM topic WHERE slug = ANY ($1)',
    [slugs],
  );
  const known = new Map(rows.map(({ id, slug }) => [slug, id]));
  for (const slug of slugs) {
    if (!known.has(slug))
      warn(resolution, 'UNKNOWN_TOPIC', `the database knows no topic ${slug}; its mentions were left out`);
  }
  return known;
}

function topicsOf({ topics }: ExtractedUtterance, setting: Setting): NewTopicMention[] {
  return topics
    .flatMap(({ slug, score, method, spans }) => {
      const topicId = setting.topics.get(slug);
      return topicId === undefined
        ? []
        : [{ topicId, score, method, spans: spans.map(([start, end]) => ({ start, end })) }];
    })
    .sort((a, b) => b.score - a.score);
}

/** The company of the document first, then those that the words name. */
function aboutOf(utterance: ExtractedUtterance, { companyId, mentioned }: Setting): number[] {
  return [...new Set([...(companyId === null ? [] : [companyId]), ...mentioned.within(utterance)])];
}

/** Only where a recording tells the time: its offset from the start of the call. */
function saidAtOf({ startMs }: ExtractedUtterance, event: KnownEvent | null, startsAt: string | null): string | null {
  if (!event || startMs === null || startsAt === null) return null;
  return new Date(Date.parse(startsAt) + startMs).toISOString();
}

function sentimentOf({ sentiment: score, sentimentMethod }: ExtractedUtterance): NewUtterance['sentiment'] {
  if (score === null) return null;
  const label =
    score > NEUTRAL ? SentimentLabel.POSITIVE : score < -NEUTRAL ? SentimentLabel.NEGATIVE : SentimentLabel.NEUTRAL;
  return { score, label, method: sentimentMethod ?? 'lexicon' };
}
