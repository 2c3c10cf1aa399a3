import { readFileSync } from 'node:fs';
import { extractDocument } from '../../src/ingest/extract/extract-document';
import type { Extraction } from '../../src/ingest/extraction';
import { articleHtml } from '../../src/ingest/formats/article-html.format';
import { articleText } from '../../src/ingest/formats/article-text.format';
import { NO_HINTS } from '../../src/ingest/formats/format';
import type { NeutralDocument } from '../../src/ingest/neutral-document';
import { Source } from '../../src/ingest/source';

/** Parses words as an article in plain text. */
export function parseText(text: string | Uint8Array): NeutralDocument {
  return parse(articleText, 'article.txt', typeof text === 'string' ? Buffer.from(text) : text);
}

export function parseHtml(html: string | Uint8Array): NeutralDocument {
  return parse(articleHtml, 'page.html', typeof html === 'string' ? Buffer.from(html) : html);
}

function parse(format: typeof articleText, name: string, bytes: Uint8Array): NeutralDocument {
  const [document] = format.parse(new Source(name, bytes), NO_HINTS) as readonly NeutralDocument[];
  if (!document) throw new Error(`${name} holds no document`);
  return document;
}

/** What is read from an article's body, under a headline of its own. */
export const readBody = (...paragraphs: string[]): Extraction =>
  readArticle(parseText(['A headline of no weight', ...paragraphs].join('\n\n')));

export const readArticle = (document: NeutralDocument): Extraction => extractDocument(document, '0'.repeat(64));

export const readTextFile = (file: string): Extraction => readArticle(parseText(readFileSync(file)));

/** Utterances as `who: words`, without paraphrases. */
export const quotesIn = ({ utterances, speakers }: Extraction): string[] =>
  utterances
    .filter(({ directness }) => directness !== 'PARAPHRASE')
    .map(({ text, speaker }) => `${speaker === null ? '?' : speakers[speaker]?.name}: ${text}`);

export const paraphrasesIn = ({ utterances, speakers }: Extraction): string[] =>
  utterances
    .filter(({ directness }) => directness === 'PARAPHRASE')
    .map(({ text, speaker }) => `${speaker === null ? '?' : speakers[speaker]?.name}: ${text}`);
