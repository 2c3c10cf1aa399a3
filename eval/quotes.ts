import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractDocument } from '../src/ingest/extract/extract-document';
import type { Extraction } from '../src/ingest/extraction';
import { articleText } from '../src/ingest/formats/article-text.format';
import { NO_HINTS } from '../src/ingest/formats/format';
import { Source } from '../src/ingest/source';
import { SPEAKERS, UNMARKED } from './quotes-corrections';

interface KeyQuote {
  readonly direct: boolean;
  readonly fragments: ReadonlyArray<{ readonly start: number; readonly end: number; readonly text: string }>;
  readonly speaker: string | null;
  readonly speakerMention: string | null;
  readonly mentionKind: 'named' | 'nominal' | 'pronoun' | 'none';
}

interface KeyArticle {
  readonly article: string;
  readonly file: string;
  readonly quotes: readonly KeyQuote[];
}

/** One quotation of the key beside what was found for it. */
export interface Miss {
  readonly article: string;
  readonly kind: 'missed' | 'extra' | 'speaker';
  readonly text: string;
  readonly wanted: string;
  readonly found: string;
  readonly confidence: number;
}

export interface QuoteFigures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly speaker: number;
  readonly speakerNamed: number;
  readonly speakerPronoun: number;
  /** Share right among quotations found with confidence 0.9 or more, and how many there are. */
  readonly sure: number;
  readonly sureCount: number;
  readonly quotations: number;
}

/**
 * Quotations and their speakers on news, counted as the reference `score.mjs` does: a finding counts when it covers 80 % of
 * the marked fragment, a speaker by surname. With `isCorrected`, faults of the
 * key that were read by hand are put right. Null where the folder is not there.
 */
export async function measure(
  data: string,
  only?: (article: string) => boolean,
  isCorrected = false,
): Promise<{ figures: QuoteFigures; misses: Miss[] } | null> {
  const folder = join(data, 'news-polnear');
  if (!existsSync(join(folder, 'key.json'))) return null;
  const key = (JSON.parse(readFileSync(join(folder, 'key.json'), 'utf8')) as KeyArticle[]).filter(
    ({ article }) => only?.(article) ?? true,
  );
  const counts = {
    tp: 0,
    fn: 0,
    mixed: 0,
    mixedHit: 0,
    fp: 0,
    right: 0,
    all: 0,
    named: 0,
    namedRight: 0,
    pronoun: 0,
    pronounRight: 0,
    sure: 0,
    sureRight: 0,
  };
  const misses: Miss[] = [];
  for (const { article, file, quotes } of key) {
    const extraction = await extract(join(folder, file));
    const found = extraction.utterances.filter(({ directness }) => directness !== 'PARAPHRASE');
    const used = new Set<number>();
    for (const quote of quotes) {
      for (const fragment of quote.fragments) {
        const index = found.findIndex(
          ({ start, end }) =>
            Math.min(end, fragment.end) - Math.max(start, fragment.start) >= 0.8 * (fragment.end - fragment.start - 2),
        );
        const hit = found[index];
        if (!hit) {
          if (quote.direct) counts.fn++;
          else counts.mixed++;
          misses.push({
            article,
            kind: 'missed',
            text: fragment.text,
            wanted: quote.speakerMention ?? '',
            found: '',
            confidence: 0,
          });
          continue;
        }
        used.add(index);
        if (quote.direct) counts.tp++;
        else {
          counts.mixed++;
          counts.mixedHit++;
        }
        if (!quote.speaker) continue;
        const name = hit.speaker === null ? '' : (extraction.speakers[hit.speaker]?.name ?? '');
        const speaker = (isCorrected ? correction(article, fragment.start) : null) ?? quote.speaker;
        const isRight = surname(name) === surname(speaker);
        counts.all++;
        counts.right += Number(isRight);
        if (quote.mentionKind === 'pronoun') {
          counts.pronoun++;
          counts.pronounRight += Number(isRight);
        } else if (quote.mentionKind === 'named') {
          counts.named++;
          counts.namedRight += Number(isRight);
        }
        if (hit.confidence >= 0.9) {
          counts.sure++;
          counts.sureRight += Number(isRight);
        }
        if (!isRight)
          misses.push({
            article,
            kind: 'speaker',
            text: fragment.text,
            wanted: `${quote.speaker} (${quote.mentionKind}: ${quote.speakerMention})`,
            found: `${name} (${hit.label})`,
            confidence: hit.confidence,
          });
      }
    }
    for (const [index, { start, text, label, confidence }] of found.entries()) {
      if (used.has(index) || (isCorrected && isUnmarked(article, start))) continue;
      counts.fp++;
      misses.push({ article, kind: 'extra', text, wanted: '', found: label, confidence });
    }
  }
  const { tp, fn, mixed, mixedHit, fp } = counts;
  const precision = (tp + mixedHit) / (tp + mixedHit + fp);
  const recall = (tp + mixedHit) / (tp + fn + mixed);
  return {
    figures: {
      precision,
      recall,
      f1: (2 * precision * recall) / (precision + recall),
      speaker: counts.right / counts.all,
      speakerNamed: counts.namedRight / counts.named,
      speakerPronoun: counts.pronounRight / counts.pronoun,
      sure: counts.sureRight / counts.sure,
      sureCount: counts.sure,
      quotations: tp + fn + mixed,
    },
    misses,
  };
}

const surname = (name: string): string =>
  name
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/\b(jr|sr)\.?$/, '')
    .replace(/[^a-z\s'’-]/g, ' ')
    .trim()
    .split(/\s+/)
    .pop() ?? '';

const correction = (article: string, start: number): string | null =>
  SPEAKERS.find(([prefix, at]) => article.startsWith(prefix) && at === start)?.[2] ?? null;

const isUnmarked = (article: string, start: number): boolean =>
  UNMARKED.some(([prefix, at]) => article.startsWith(prefix) && at === start);

/** Reads an article as plain text. */
export async function extract(file: string): Promise<Extraction> {
  const source = new Source(file, readFileSync(file));
  const [document] = await articleText.parse(source, NO_HINTS);
  if (!document) throw new Error(`${file} holds no document`);
  return extractDocument(document, source.sha256);
}
