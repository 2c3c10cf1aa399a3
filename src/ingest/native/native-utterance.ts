import { AttributionMethod, Section, SpeakerRole } from '../../domain/utterance-enums';
import type { CodePointText, Span } from '../../language/span';
import type { NewTopicMention, NewUtterance } from '../persist/document-rows';
import { locate, locateAll } from './locate';
import { type NameBook, namedAt } from './name-book';
import type { NativeDocument, NativeUtterance } from './schema';

export interface NativeContext {
  readonly document: NativeDocument;
  readonly text: CodePointText;
  readonly path: string;
  readonly names: NameBook;
}

export interface PlacedUtterance {
  readonly utterance: NativeUtterance;
  readonly path: string;
  readonly span: Span;
}

/** A document's utterances in order of their places; one that encloses others stands before them. */
export function placeUtterances({ document, text, path }: Omit<NativeContext, 'names'>): PlacedUtterance[] {
  return (document.utterances ?? [])
    .map((utterance, i) => {
      const at = `${path}.utterances[${i}]`;
      return { utterance, path: at, span: locate(text, utterance, at) };
    })
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

export async function utteranceOf(placed: PlacedUtterance, context: NativeContext): Promise<NewUtterance> {
  const { utterance: u, span, path } = placed;
  const { document, text, names } = context;
  const isComment = u.kind !== undefined && u.kind !== 'STATEMENT';
  const reference = eventReferenceOf(u, document);
  const event = reference
    ? await namedAt(u.event === undefined ? `${context.path}.events[0]` : `${path}.event`, names.event(reference))
    : null;
  const slug = u.company ?? document.companies?.[0];
  const company =
    event?.company_id ??
    (slug
      ? await namedAt(u.company === undefined ? `${context.path}.companies[0]` : `${path}.company`, names.company(slug))
      : null);
  const period = u.quarter ?? document.quarter;
  const speaker = u.speaker ? await namedAt(`${path}.speaker`, names.person(u.speaker)) : null;
  const firm = u.firm ? await namedAt(`${path}.firm`, names.firm(u.firm)) : null;
  const about: number[] = [];
  for (const [i, other] of (u.about ?? []).entries())
    about.push(await namedAt(`${path}.about[${i}]`, names.company(other)));
  const alternatives: number[] = [];
  for (const [i, name] of (u.attribution?.alternatives ?? []).entries())
    alternatives.push(await namedAt(`${path}.attribution.alternatives[${i}]`, names.person(name)));
  const isArticle = document.kind === 'NEWS_ARTICLE' || document.kind === 'NOTE';
  return {
    ...span,
    text: text.slice(span),
    type: isComment ? 'AnalystComment' : 'Statement',
    companyId: company,
    eventId: event?.id ?? null,
    quarter:
      period && company
        ? await namedAt(
            u.quarter === undefined ? `${context.path}.quarter` : `${path}.quarter`,
            names.quarter(company, period),
          )
        : null,
    speakerId: speaker,
    speakerLabel: u.label ?? u.speaker ?? '',
    speakerRole: (u.role ??
      (u.speaker ? (isComment ? SpeakerRole.ANALYST : SpeakerRole.EXECUTIVE) : SpeakerRole.UNKNOWN)) as SpeakerRole,
    section: (u.section ?? (isArticle ? Section.ARTICLE : Section.UNKNOWN)) as Section,
    directness: u.directness as NewUtterance['directness'],
    turn: u.turn ?? null,
    saidOn: u.saidOn ?? event?.date ?? null,
    saidAt: u.saidAt ?? null,
    topics: await topicsOf(u, span, path, context),
    sentiment: (u.sentiment as NewUtterance['sentiment']) ?? null,
    confidence: u.attribution?.confidence ?? 1,
    method: (u.attribution?.method ?? AttributionMethod.MANUAL) as AttributionMethod,
    alternativeIds: alternatives,
    startMs: u.startMs ?? null,
    endMs: u.endMs ?? null,
    isForwardLooking: u.forwardLooking ?? false,
    commentKind: isComment ? (u.kind as NewUtterance['commentKind']) : null,
    analystId: isComment && speaker ? await names.analyst(speaker, firm) : null,
    firmId: firm,
    aboutIds: isComment ? [...new Set([...(company ? [company] : []), ...about])] : [],
    rating: u.rating ?? null,
    priceTarget: u.priceTarget ? { amount: String(u.priceTarget.amount), currency: u.priceTarget.currency } : null,
  };
}

/** Commentary is of no event unless it says so; other words belong to the document's only event. */
function eventReferenceOf(u: NativeUtterance, document: NativeDocument): string | null {
  if (u.event !== undefined) return u.event;
  if (u.kind === 'COMMENT') return null;
  return document.events?.length === 1 ? (document.events[0] ?? null) : null;
}

async function topicsOf(
  utterance: NativeUtterance,
  span: Span,
  path: string,
  { text, names }: NativeContext,
): Promise<NewTopicMention[]> {
  const found: NewTopicMention[] = [];
  for (const [i, entry] of (utterance.topics ?? []).entries()) {
    const { topic, spans, score = 1, method = 'manual' } = typeof entry === 'string' ? { topic: entry } : entry;
    const where = spans ? locateAll(text, spans, `${path}.topics[${i}].spans`, span) : [span];
    found.push({ topicId: await namedAt(`${path}.topics[${i}]`, names.topic(topic)), score, method, spans: where });
  }
  return found.sort((a, b) => b.score - a.score);
}
