import { CodePointText, type Span, type TextRange } from '../../language/span';
import type { Extraction, ExtractionWarning } from '../extraction';
import type { NeutralDocument, ParseWarning } from '../neutral-document';
import { NOTHING_READ } from '../nothing-read';
import { extractArticle } from './article/extract-article';
import { extractFigures } from './figure/extract-figures';
import { figureConfidence } from './figure/figure-confidence';
import type { Speech } from './finding';
import { isForwardLooking } from './forward-looking';
import { findOccasion } from './occasion/find-occasion';
import { scoreSentiment } from './sentiment/score-sentiment';
import { readTopics } from './topic/tag-topics';
import { extractTranscript } from './transcript/extract-transcript';

/** Reads what a document says: who spoke, about what, which numbers. Pure: the same document gives the same findings. */
export function extractDocument(document: NeutralDocument, sha256: string): Extraction {
  const { text, metadata } = document;
  const points = new CodePointText(text);
  const span = ({ start, end }: TextRange): Span => ({ start: points.pointAt(start), end: points.pointAt(end) });
  const pair = (range: TextRange): readonly [number, number] => [
    points.pointAt(range.start),
    points.pointAt(range.end),
  ];
  const occasion = findOccasion(document);
  const speech = document.turns ? extractTranscript(document, occasion) : extractArticle(document, occasion);
  const figures = extractFigures(document, occasion, speech);
  const topics = readTopics(text, occasion.company);
  const isKnown = occasion.company ?? occasion.symbol ?? occasion.cik ?? occasion.type ?? occasion.period;
  return {
    format: document.format,
    formatConfidence: document.formatConfidence,
    document: {
      kind: document.kind,
      title: metadata.title,
      publisher: metadata.publisher,
      url: metadata.url,
      publishedAt: metadata.publishedAt,
      publishedAtText: metadata.publishedAtText,
      language: metadata.language,
      sha256,
      characters: points.length,
    },
    event: isKnown ? occasion : null,
    speakers: speech.speakers,
    utterances: speech.utterances.map(({ mention, ...utterance }) => {
      const words = text.slice(utterance.start, utterance.end);
      const sentiment = scoreSentiment(words);
      return {
        ...counted(utterance, text, span),
        mention: mention && span(mention),
        topics: topics.within(utterance).map(({ slug, score, method, ranges }) => ({
          slug,
          score,
          method,
          spans: ranges.map(pair),
        })),
        forwardLooking: isForwardLooking(words),
        sentiment: sentiment?.score ?? null,
        sentimentMethod: sentiment?.method ?? null,
      };
    }),
    exchanges: speech.exchanges,
    questionsStartTurn: speech.questionsStartTurn,
    figures: figures.map((figure) => ({
      ...counted(figure, text, span),
      ...figureConfidence(figure, occasion),
      replaces: figure.replaces && span(figure.replaces),
    })),
    mentions: mentionsOf(speech, pair),
    facts: document.facts,
    warnings: [
      ...[...document.warnings, ...speech.warnings].map((warning) => warningOf(warning, points)),
      ...(speech.utterances.length + figures.length + document.facts.length === 0 ? [NOTHING_READ] : []),
    ],
  };
}

/** A finding with its place in the unit that leaves this house, and its words. */
function counted<T extends TextRange>(finding: T, text: string, span: (range: TextRange) => Span) {
  const place = span(finding);
  // Its own place is written over rather than taken out: leaving out two of thirty keys makes a slow object.
  return { ...place, text: text.slice(finding.start, finding.end), ...finding, ...place };
}

function mentionsOf({ mentions }: Speech, pair: (range: TextRange) => readonly [number, number]) {
  return mentions.map(({ name, kind, ranges }) => ({ name, kind, spans: ranges.map(pair) }));
}

function warningOf({ code, message, start, end }: ParseWarning, points: CodePointText): ExtractionWarning {
  if (start === undefined || end === undefined) return { code, message };
  return { code, message, start: points.pointAt(start), end: points.pointAt(end) };
}
