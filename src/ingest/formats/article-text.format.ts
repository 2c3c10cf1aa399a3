import { DocumentKind } from '../../domain/document.entity';
import { ImportFormat } from '../../domain/import-format';
import { ImportError } from '../fault';
import { opensAsJson } from '../json-text';
import { type DocumentMetadata, type NeutralDocument, NO_METADATA } from '../neutral-document';
import type { Source } from '../source';
import { kindOfText } from './article/kind';
import { languageOf } from './article/language';
import { layOut } from './article/layout';
import { chunksOf } from './article/lines';
import { type Publication, publicationIn } from './article/publication';
import { issuerIn, publisherIn } from './article/publisher';
import type { DocumentFormat, ParseHints } from './format';

/** Letters make up most of any prose; what has fewer is a table, code or noise. */
const LEAST_LETTERS = 0.55;
const SPEAKER_LINE =
  /^[ \t]*(?:\*\*)?(?:Operator|[\p{Lu}][\p{L}.'’-]+(?:[ \t][\p{Lu}][\p{L}.'’-]*){1,4})(?:\*\*)?[ \t]*(?:[-–—,(][^\n:]{0,80})?:/gmu;

/** `,” she said` and `,” said Ortiz`. */
const TOLD_QUOTATION =
  /[,.?!]["”’][ \t\n]{1,3}(?:(?:he|she|they|[\p{Lu}][\p{L}.'’-]{1,30})[ \t\n]{1,3}){0,3}(?:said|says|told|added|wrote|explained|noted)\b/gu;

/** An article, or a company's release, as plain text. The form for prose that no other form claims. */
export const articleText: DocumentFormat = {
  name: ImportFormat.ARTICLE_TEXT,
  // Several novels; what is larger is no article, and names are looked for in all of it.
  largest: 4 * 1024 * 1024,
  recognises,
  parse: (source, hints) => [parse(source, hints)],
};

function recognises(source: Source): number {
  if (source.textOrNull() === null) return 0;
  const head = source.bytes.subarray(0, 60_000);
  if (head.length === 0 || (head.includes(0) && !(head[0] === 0xff || head[0] === 0xfe))) return 0;
  const text = source.text().slice(0, 20_000);
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (opensAsJson(text) || /^(?:%PDF|<(?:!doctype|html|\?xml|head|body|article|div|p)\b)/i.test(start)) return 0;
  const sample = start.slice(0, 3000);
  const letters = sample.match(/[\p{L}\s]/gu)?.length ?? 0;
  if (!start) return 0;
  if (start.length < 20 || letters < sample.length * LEAST_LETTERS) return 0.05;
  // Labels before most paragraphs are those of a transcript, which its own format reads.
  const labels = start.match(SPEAKER_LINE)?.length ?? 0;
  if (labels >= 6 || /^[^\S\n]*Operator\b/mu.test(start)) return 0.15;
  // What a call's words cannot be: a release with its heading and tables, or quotations that somebody is said to have said.
  if (kindOfText(source.text()) === DocumentKind.PRESS_RELEASE) return 0.85;
  return (start.match(TOLD_QUOTATION)?.length ?? 0) >= 2 ? 0.75 : 0.4;
}

function parse(source: Source, hints: ParseHints): NeutralDocument {
  const text = source.text();
  if (!/[\p{L}]{2}/u.test(text)) throw new ImportError([{ path: '', message: 'has no words to read' }], source.name);
  const { blocks, title, bylines, dates, furniture, warnings } = layOut(chunksOf(text));
  const body = blocks.filter(({ kind }) => kind === 'PARAGRAPH' || kind === 'LIST_ITEM');
  const opening =
    body.length > 0 ? text.slice((body[0] as { start: number }).start, (body[0] as { start: number }).start + 600) : '';
  const publications = [...dates, ...furniture].flatMap((line) => publicationIn(line) ?? []);
  const latest =
    publications.find(({ instant, isUpdate }) => instant && isUpdate) ??
    publications.find(({ instant }) => instant) ??
    publications[0];
  const kind = kindOfText(text);
  const metadata: DocumentMetadata = {
    ...NO_METADATA,
    title,
    publisher:
      publisherIn(bylines, furniture, opening) ??
      hints.publisher ??
      (kind === DocumentKind.PRESS_RELEASE ? issuerIn(opening) : null),
    url: hints.url,
    publishedAt: latest?.instant ?? hints.publishedAt,
    publishedAtText: latest ? printedDate(latest, dates) : null,
    publishedOn: latest?.day ?? publicationIn(opening.slice(0, 160))?.day ?? hints.publishedAt?.slice(0, 10) ?? null,
    language: languageOf(text),
  };
  return {
    format: ImportFormat.ARTICLE_TEXT,
    formatConfidence: recognises(source),
    kind,
    text,
    metadata,
    blocks,
    turns: null,
    facts: [],
    warnings: [...source.decoded().warnings, ...warnings],
  };
}

/** The whole line where it tells nothing but the date: `Updated Jan 30, 2025, 5:14 PM IST`. */
function printedDate({ printed }: Publication, dates: readonly string[]): string {
  const line = dates.find((date) => date.includes(printed));
  return line && line.length < 100 ? line.replace(/[\s,|·]+$/, '') : printed;
}
