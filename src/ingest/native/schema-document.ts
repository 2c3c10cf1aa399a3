import * as z from 'zod';
import { ClaimKind, ClaimScope, Qualifier } from '../../domain/claim.entity';
import { DocumentKind, TextAccess } from '../../domain/document.entity';
import { MentionKind } from '../../domain/entity-mention.entity';
import { AccountingBasis } from '../../domain/metric.entity';
import {
  AnalystCommentKind,
  AttributionMethod,
  Directness,
  Section,
  SentimentLabel,
  SpeakerRole,
} from '../../domain/utterance-enums';
import {
  address,
  code,
  count,
  currency,
  day,
  EVENT,
  exact,
  instant,
  kind,
  list,
  object,
  pattern,
  quarter,
  share,
  slug,
  span,
  words,
} from './schema-part';

/** A source with what was found in it. */

export const place = z
  .union([
    words('words (each place where they stand)', null),
    object('offsets in Unicode code points, the words that stand there, or both, which then have to agree', span),
  ])
  .describe('words (each place where they stand) or an object with start and end')
  .meta({ id: 'place' });

const topicFinding = z
  .union([
    words('slug of a topic of the taxonomy'),
    object('a topic with its places', {
      topic: words('slug of a topic of the taxonomy'),
      spans: list(place, 'where; the whole utterance when left out').optional(),
      score: share('how surely; 1 when left out, from 0 to 1').optional(),
      method: words('how it was found; manual when left out', null).meta({ default: 'manual' }).optional(),
    }),
  ])
  .describe('slug of a topic of the taxonomy, or an object with topic, spans, score and method')
  .meta({ id: 'topicFinding' });

const attribution = object('how the words were given to their speaker', {
  method: kind(AttributionMethod, 'how it was found; MANUAL when attribution is left out'),
  confidence: share('how surely; 1 when left out, from 0 to 1').optional(),
  alternatives: list(words('name of a person'), 'others who may have said it, likeliest first').optional(),
});

const sentiment = object('how it sounds', {
  score: z.number().min(-1).max(1).describe('from -1 to 1'),
  label: kind(SentimentLabel, 'the score as a word'),
  method: words('lexicon and version', null),
});

export const utterance = object('something said', {
  ...span,
  key: words('name for references within this document, such as q1').optional(),
  kind: code(
    ['STATEMENT', AnalystCommentKind.QUESTION, AnalystCommentKind.COMMENT, AnalystCommentKind.RATING],
    'STATEMENT for a company’s own people (when left out); QUESTION, COMMENT or RATING for analysts and other outside voices',
  )
    .meta({ default: 'STATEMENT' })
    .optional(),
  speaker: words('name of the person; left out when the source does not identify the voice').optional(),
  label: words('the speaker as the source prints it; the name when left out').optional(),
  role: kind(
    SpeakerRole,
    'in what part they speak; when left out EXECUTIVE for statements and ANALYST for the rest, UNKNOWN without a speaker',
  ).optional(),
  section: kind(Section, 'part of the call or document; when left out ARTICLE for articles, else UNKNOWN').optional(),
  directness: kind(Directness, 'how the words reach us'),
  turn: count('turn of speaking it belongs to, from 0, in a transcript').optional(),
  company: slug.optional(),
  quarter: quarter.optional(),
  event: pattern(
    EVENT,
    'event at which it was said; when left out the only event of the document for statements and questions; null for none',
  )
    .nullable()
    .optional(),
  saidOn: day('day of speaking; the day of the event when left out').optional(),
  saidAt: instant('instant of speaking, only where the time is known').optional(),
  attribution: attribution.optional(),
  topics: list(topicFinding, 'what it is about').optional(),
  sentiment: sentiment.optional(),
  forwardLooking: z
    .boolean()
    .describe('whether the words look ahead; false when left out')
    .meta({ default: false })
    .optional(),
  startMs: count('beginning in the recording, in milliseconds').optional(),
  endMs: count('end in the recording, in milliseconds').optional(),
  firm: words('firm an outside voice speaks for').optional(),
  about: list(slug, 'companies a comment is about').optional(),
  rating: words('rating in the words of the firm').optional(),
  priceTarget: object('price target', {
    amount: exact('amount: an integer, or an exact decimal as a string such as "8.02"'),
    currency: currency('currency, ISO 4217'),
  }).optional(),
  discusses: list(
    words('key of a statement in this document'),
    'statements that a comment discusses, in order',
  ).optional(),
  renderings: list(
    object('the same words in another document', {
      document: words('key of that document'),
      ...span,
      start: span.start.unwrap(),
      end: span.end.unwrap(),
    }),
    'the same words elsewhere',
  ).optional(),
}).meta({ id: 'utterance' });

const eventReference = pattern(EVENT, 'event as company/TYPE/day, such as meta/EARNINGS_CALL/2025-01-29');

const exchange = object('a question with its answers', {
  event: eventReference.optional(),
  questions: list(words('key of a question'), 'keys of the questions, in order'),
  answers: list(words('key of a statement'), 'keys of the answers, in order').optional(),
}).meta({ id: 'exchange' });

const mention = object('a name that the document mentions', {
  name: words('the name as the document prints it'),
  kind: kind(MentionKind, 'what is named'),
  company: slug.optional(),
  person: words('name of the person meant').optional(),
  spans: list(place, 'where; each place where the name stands when left out').optional(),
}).meta({ id: 'mention' });

const PERIOD = /^(FY|CY)\d{4}(Q[1-4])?$/;

export const claim = object('a number that the document asserts', {
  ...span,
  kind: kind(
    ClaimKind,
    'LEVEL: how much it is; CHANGE: by how much it changed; SHARE: which part of a whole it is; FORECAST: what somebody expects',
  ),
  company: slug.optional(),
  metric: words('name of a metric, such as net_income, where there is one for it').optional(),
  label: words('the words that name the measured thing, such as net profit'),
  scope: kind(ClaimScope, 'what the number is of; COMPANY when left out').optional(),
  subject: words('the words that name the part, where it is not the company').optional(),
  period: pattern(PERIOD, 'the quarter or year that the number is of, such as FY2024Q4').optional(),
  comparedTo: pattern(PERIOD, 'of a change, the quarter or year that it is counted from').optional(),
  value: exact('the number in whole units, percentages as 22 for 22 %; left out where a range is given').optional(),
  low: exact('lower bound of a range').optional(),
  high: exact('upper bound of a range').optional(),
  unit: words('unit, such as USD, percent or people', 200),
  currency: currency('currency, ISO 4217, for money').optional(),
  qualifier: kind(Qualifier, 'how closely the number is meant; EXACTLY when left out').optional(),
  guidance: z.boolean().describe('whether it is the company’s own outlook; false when left out').optional(),
  assertedBy: words('name of the person whose word it is; left out for the document’s own').optional(),
  utterance: words('key of the utterance of the same document that holds it').optional(),
  confidence: share('how sure the reading is; 1 when left out').optional(),
}).meta({ id: 'claim' });

export const value = object('a value of a metric that the document states', {
  ...span,
  metric: words('name of a metric, such as net_income'),
  company: slug.optional(),
  period: pattern(/^FY\d{4}(Q[1-4])?$/, 'fiscal quarter or year, such as FY2024Q4 or FY2024'),
  value: exact('the value in whole units: an integer, or an exact decimal as a string such as "8.02"'),
  unit: words('unit, such as USD or people', 200),
  currency: currency('currency, ISO 4217, for money').optional(),
  basis: kind(AccountingBasis, 'by which rules it is counted; the metric’s own when left out').optional(),
}).meta({ id: 'value' });

export const document = object('a source', {
  key: pattern(
    /^[a-z0-9]+([-./][a-z0-9]+)*$/,
    'what the document is recognised by when it comes again, such as meta-2024q4-retold',
  ),
  kind: kind(DocumentKind, 'what it is'),
  title: words('its title', 600),
  publisher: words('who published it').optional(),
  url: address('where it, or what it retells, was published: an http or https address').optional(),
  publishedAt: instant('when it was published').optional(),
  publishedAtText: words('the time of publication as the source prints it').optional(),
  language: pattern(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'language of the text, BCP 47; en when left out')
    .meta({ default: 'en' })
    .optional(),
  textAccess: kind(TextAccess, 'how much of the text the graph gives out; FULL when left out')
    .meta({ default: 'FULL' })
    .optional(),
  text: z
    .union([
      words('the whole text', null),
      list(words('a paragraph', null), 'its paragraphs, joined by an empty line').min(1, 'must have a paragraph'),
    ])
    .describe('the whole text, or its paragraphs (joined by an empty line); all offsets count in it'),
  raw: object('the original source, byte for byte', {
    encoding: code(['UTF8', 'BASE64'], 'how content is written'),
    content: z.string().describe('the source'),
  }).optional(),
  companies: list(slug, 'companies it is about, the main one first').optional(),
  quarter: quarter.optional(),
  events: list(eventReference, 'events it reports on').optional(),
  utterances: list(utterance, 'what people said in it').optional(),
  exchanges: list(exchange, 'questions with their answers, in order').optional(),
  mentions: list(mention, 'organisations and people it names').optional(),
  values: list(value, 'values of metrics that it states').optional(),
  claims: list(claim, 'numbers that it asserts, of whatever kind, to be held against what was filed').optional(),
}).meta({ id: 'document' });
