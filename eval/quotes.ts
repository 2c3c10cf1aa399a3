import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { extractDocument } from '../src/ingest/extract/extract-document';
import type { Extraction } from '../src/ingest/extraction';
import { articleText } from '../src/ingest/formats/article-text.format';
import { NO_HINTS } from '../src/ingest/formats/format';
import { Source } from '../src/ingest/source';
import { type Note, wordsAround } from './miss';
import { isSameNode, surname } from './person-name';
import { SPEAKERS, UNMARKED } from './quotes-corrections';

type MentionKind = 'named' | 'nominal' | 'pronoun' | 'none';

interface KeyQuote {
  readonly direct: boolean;
  /** Characters from the start, as the key counts them. */
  readonly fragments: ReadonlyArray<{ readonly start: number; readonly end: number; readonly text: string }>;
  readonly speaker: string | null;
  readonly speakerMention: string | null;
  readonly mentionKind: MentionKind;
}

interface KeyArticle {
  readonly article: string;
  readonly file: string;
  readonly quotes: readonly KeyQuote[];
}

/** A marked quotation that was found and whose speaker the key knows. */
export interface SpokenPair {
  readonly mention: MentionKind;
  /** The surname is right; the first name too, where the key has one. */
  readonly isSurname: boolean;
  readonly isNode: boolean;
  readonly confidence: number;
  readonly rule: string;
  /** Whether somebody was found at all. */
  readonly isTold: boolean;
}

export interface QuoteCount {
  /** Marked fragments: of direct quotations, and of mixed ones. */
  readonly marked: number;
  readonly hit: number;
  readonly extra: number;
  readonly pairs: readonly SpokenPair[];
}

/**
 * Quotations and their speakers in the folders of news, counted as the reference `score.mjs` does: a finding counts when it covers 80 % of
 * the marked fragment. With `isCorrected`, faults of the key that were read by hand are put right.
 */
export async function countQuotes(
  folders: readonly string[],
  isCorrected = false,
  note: Note = () => {},
): Promise<QuoteCount> {
  const count = { marked: 0, hit: 0, extra: 0, pairs: [] as SpokenPair[] };
  for (const folder of folders) {
    const key: KeyArticle[] = JSON.parse(readFileSync(join(folder, 'key.json'), 'utf8'));
    for (const article of key) await countArticle(folder, article, isCorrected, note, count);
  }
  return count;
}

async function countArticle(
  folder: string,
  { article, file, quotes }: KeyArticle,
  isCorrected: boolean,
  note: Note,
  count: { marked: number; hit: number; extra: number; pairs: SpokenPair[] },
): Promise<void> {
  const text = readFileSync(join(folder, file), 'utf8');
  const extraction = await extract(join(folder, file));
  const found = extraction.utterances.filter(({ directness }) => directness !== 'PARAPHRASE');
  const used = new Set<number>();
  const tell = (measure: string, start: number, end: number, key: string, words: string, rule: string) =>
    note({
      measure,
      file: `${basename(folder)}/${file}`,
      span: [start, end],
      words: wordsAround(text, start, end),
      key,
      found: words,
      rule,
    });
  for (const quote of quotes) {
    for (const { start, end } of quote.fragments) {
      count.marked++;
      const index = found.findIndex(
        (one) => Math.min(one.end, end) - Math.max(one.start, start) >= 0.8 * (end - start - 2),
      );
      const hit = found[index];
      if (!hit) {
        tell('quotations, news: recall', start, end, `a quotation of ${quote.speakerMention ?? 'somebody'}`, '', '');
        continue;
      }
      count.hit++;
      used.add(index);
      if (!quote.speaker) continue;
      const name = hit.speaker === null ? '' : (extraction.speakers[hit.speaker]?.name ?? '');
      const wanted = (isCorrected ? correction(article, start) : null) ?? quote.speaker;
      const pair: SpokenPair = {
        mention: quote.mentionKind,
        isSurname: surname(name) === surname(wanted),
        isNode: isSameNode(name, wanted),
        confidence: hit.confidence,
        rule: hit.rule,
        isTold: hit.speaker !== null,
      };
      count.pairs.push(pair);
      if (pair.isNode) continue;
      const measure = `speaker of a quotation, ${quote.mentionKind}${quote.mentionKind === 'pronoun' && !isCorrected ? ' (key by machine)' : ''}`;
      const said = name ? `${name}, from “${hit.label}”` : '';
      tell(
        measure,
        start,
        end,
        `${wanted}, from “${quote.speakerMention}”`,
        said && `${said}, ${hit.confidence}`,
        pair.rule,
      );
    }
  }
  for (const [index, one] of found.entries()) {
    if (used.has(index) || (isCorrected && isUnmarked(article, one.start))) continue;
    count.extra++;
    tell('quotations, news: precision', one.start, one.end, 'marks none', `a quotation of “${one.label}”`, one.rule);
  }
}

const correction = (article: string, start: number): string | null =>
  SPEAKERS.find(([prefix, at]) => article.startsWith(prefix) && at === start)?.[2] ?? null;

const isUnmarked = (article: string, start: number): boolean =>
  UNMARKED.some(([prefix, at]) => article.startsWith(prefix) && at === start);

/** The folder whose pronouns were read by hand; null where it is not there. */
export function handReadFolder(data: string): string | null {
  const folder = join(data, 'news-polnear');
  return existsSync(join(folder, 'key.json')) ? folder : null;
}

const read = new Map<string, Promise<Extraction>>();

/** Reads an article as plain text, once in a run: several measures look at it. */
export function extract(file: string): Promise<Extraction> {
  const known = read.get(file) ?? readArticle(file);
  read.set(file, known);
  return known;
}

async function readArticle(file: string): Promise<Extraction> {
  const source = new Source(file, readFileSync(file));
  const [document] = await articleText.parse(source, NO_HINTS);
  if (!document) throw new Error(`${file} holds no document`);
  return extractDocument(document, source.sha256);
}
