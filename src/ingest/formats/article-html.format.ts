import { Readability } from '@mozilla/readability';
import { DocumentKind } from '../../domain/document.entity';
import { ImportFormat } from '../../domain/import-format';
import { ImportError } from '../fault';
import {
  type Block,
  type BlockKind,
  type DocumentMetadata,
  type NeutralDocument,
  NO_METADATA,
} from '../neutral-document';
import type { Source } from '../source';
import { endsList, isFurniture, isListHeading, isProse } from './article/furniture';
import { keepBody } from './article/keep-body';
import { kindOfText } from './article/kind';
import { languageOf } from './article/language';
import { type Page, readPage, treeOf } from './article/page';
import { linesOf, type PageLine } from './article/page-line';
import { metadataOf, type PageMetadata } from './article/page-metadata';
import { publicationIn } from './article/publication';
import { publisherIn } from './article/publisher';
import type { DocumentFormat, ParseHints } from './format';

/** Pages beyond this are no articles; filings that large have a format of their own. */
const LARGEST = 24 * 1024 * 1024;
/** Readability asks every element for all of its text, so a page costs it once for each level. Articles nest some thirty levels. */
const DEEPEST_CHOSEN = 80;
/** Characters for each element; with fewer a page is made of its tags, and there is no body to be chosen among them. Articles have some sixty. */
const LEAST_AN_ELEMENT = 16;
const EXHIBIT = /<TYPE>\s*EX-99|<DESCRIPTION>\s*EX-99|Exhibit\s+99\.\d/i;

/** An article or a company's release as a web page. Its neutral text has a paragraph a line. */
export const articleHtml: DocumentFormat = {
  name: ImportFormat.ARTICLE_HTML,
  recognises,
  parse: (source, hints) => [parse(source, hints)],
};

function recognises(source: Source): number {
  const head = Buffer.from(source.bytes.subarray(0, 4096))
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\s)+/, '');
  if (!/^<(?:!doctype html|html|head|body|article|main|div|section|meta|p[\s>]|h1|!--|\?xml|DOCUMENT>)/i.test(head))
    return 0;
  if (/<\?xml/i.test(head) && !/<html/i.test(head)) return 0;
  // Inline XBRL is HTML too; its own format claims it with more.
  return /xmlns:ix=|<ix:/i.test(head) ? 0.2 : 0.7;
}

function parse(source: Source, hints: ParseHints): NeutralDocument {
  if (source.bytes.length > LARGEST)
    throw new ImportError(
      [{ path: '', message: `has ${source.bytes.length} bytes; a page has ${LARGEST} at most` }],
      source.name,
    );
  const html = source.text();
  const page = readPage(html, source.name);
  const isExhibit = EXHIBIT.test(html.slice(0, 6000));
  const about = metadataOf(page);
  const { lines, warnings } = keepBody(sorted(bodyLines(page, html, isExhibit), about));
  if (!lines.some(({ kind }) => kind === 'PARAGRAPH' || kind === 'LIST_ITEM'))
    throw new ImportError(
      [{ path: '', message: 'has no paragraph of an article: perhaps a page that fills itself by script' }],
      source.name,
    );
  const title = about.title ?? headingOf(lines);
  const head = headLines(about, title, lines);
  const { text, blocks } = laidOut([
    ...head,
    ...lines.filter((line) => !(line.text === title && line.kind !== 'TABLE_ROW')),
  ]);
  const kind = isExhibit ? DocumentKind.PRESS_RELEASE : kindOfText(text);
  return {
    format: ImportFormat.ARTICLE_HTML,
    formatConfidence: recognises(source),
    kind,
    text,
    metadata: metadata(about, title, lines, hints, text),
    blocks,
    turns: null,
    facts: [],
    warnings: [...source.decoded().warnings, ...warnings],
  };
}

/** The body as Readability chooses it, where it finds one that holds most of the prose; else the whole page. */
function bodyLines(page: Page, html: string, isExhibit: boolean): PageLine[] {
  const all = linesOf(page.body);
  if (isExhibit || page.depth > DEEPEST_CHOSEN || page.elements * LEAST_AN_ELEMENT > html.length) return all;
  const content = chosenContent(html);
  if (!content) return all;
  // It writes each no-break space as an entity, and each entity would be a node of its own.
  const lines = linesOf(treeOf(content.replaceAll('&nbsp;', '\u00a0')));
  return proseLength(lines) >= 200 && proseLength(lines) >= proseLength(all) * 0.35 ? lines : all;
}

/** What Readability takes for the article. */
function chosenContent(html: string): string | null {
  try {
    // It rewrites the tree that it is given, so it gets one of its own.
    const chosen = new Readability(treeOf(html) as never, { charThreshold: 200, keepClasses: true }).parse();
    return chosen?.content ?? null;
  } catch (error) {
    // An element with more children than a call may have arguments is beyond it; its lines can be read all the same.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const proseLength = (lines: readonly PageLine[]): number =>
  lines.reduce(
    (sum, { kind, text }) => sum + ((kind === 'PARAGRAPH' || kind === 'LIST_ITEM') && isProse(text) ? text.length : 0),
    0,
  );

/** Lines with what is none of the article marked as furniture: repeated headline, links elsewhere, calls to subscribe. */
function sorted(lines: readonly PageLine[], { title, dek, author }: PageMetadata): PageLine[] {
  const seen = new Set<string>();
  let listed = false;
  return lines.map((line) => {
    const key = line.text.toLowerCase();
    const isRepeated =
      (key === title?.toLowerCase() && seen.has(key)) ||
      (seen.has(key) && line.text.length > 30 && line.kind !== 'TABLE_ROW');
    seen.add(key);
    const prose = isProse(line.text);
    const elsewhere = line.linked > 0.7 && (!prose || line.kind === 'LIST_ITEM');
    const isList = isListHeading(line.text);
    const isOut = isRepeated || elsewhere || isFurniture(line.text) || (listed && !endsList(line.text));
    listed = isList || (listed && !endsList(line.text));
    if (key === dek?.toLowerCase()) return { ...line, kind: 'DEK' };
    if (author !== null && line.text.length < 80 && key.replace(/^by[:\s]+/, '') === author.toLowerCase())
      return { ...line, kind: 'FURNITURE' };
    if (isOut) return { ...line, kind: 'FURNITURE' as BlockKind };
    if (line.kind === 'PARAGRAPH' && !prose && line.text.length < 90 && !/["“]/.test(line.text))
      return { ...line, kind: publicationIn(line.text) ? 'DATELINE' : 'HEADING' };
    return line;
  });
}

/** A page without a title of its own: the heading above the prose that tells what is reported, else the one nearest to it. */
function headingOf(lines: readonly PageLine[]): string | null {
  const prose = lines.findIndex(({ kind, text }) => kind === 'PARAGRAPH' && isProse(text) && text.length > 120);
  const above = lines
    .slice(0, prose < 0 ? 40 : prose)
    .filter(({ kind, text }) => (kind === 'HEADING' || kind === 'PARAGRAPH') && text.length > 15 && text.length < 240)
    // A short paragraph may be all the article there is; taken for the title it would not be read.
    .filter(({ kind, text }) => kind === 'HEADING' || !endsList(text));
  const telling = above.find(({ text }) =>
    /\b(?:reports?|announces?|results|declares?|posts|delivers|provides|completes|acquires?|launch(?:es)?)\b/i.test(
      text,
    ),
  );
  return (
    (telling ?? above.findLast(({ text }) => !/exhibit|phone|fax|street|\bst\.|contact|release/i.test(text)))?.text ??
    null
  );
}

function headLines(about: PageMetadata, title: string | null, lines: readonly PageLine[]): PageLine[] {
  const line = (kind: BlockKind, text: string | null): PageLine[] =>
    text ? [{ kind, text: text.replace(/\s+/g, ' '), linked: 0 }] : [];
  const isTold = about.dek !== null && lines.some(({ text }) => text.startsWith((about.dek as string).slice(0, 60)));
  return [
    ...line('HEADLINE', title),
    ...line('DEK', isTold ? null : about.dek),
    ...line('BYLINE', about.author && !/^https?:/.test(about.author) ? about.author : null),
  ];
}

function metadata(
  about: PageMetadata,
  title: string | null,
  lines: readonly PageLine[],
  hints: ParseHints,
  text: string,
): DocumentMetadata {
  const opening = lines.find(({ kind }) => kind === 'PARAGRAPH')?.text ?? '';
  const release = lines
    .slice(0, 40)
    .find(({ text: words }) => /\b(?:immediate )?release\b/i.test(words) && publicationIn(words));
  const dated = [
    ...(release ? [release] : []),
    ...lines.filter(({ kind }) => kind === 'DATELINE' || kind === 'FURNITURE'),
  ].flatMap(({ text: words }) => publicationIn(words) ?? [])[0];
  return {
    ...NO_METADATA,
    title,
    publisher:
      about.publisher ??
      publisherIn(
        [],
        lines.filter(({ kind }) => kind === 'FURNITURE').map(({ text: words }) => words),
        opening,
      ) ??
      hints.publisher,
    url: about.url ?? hints.url,
    publishedAt: about.publishedAt ?? dated?.instant ?? hints.publishedAt,
    publishedAtText: about.publishedAtText ?? dated?.printed ?? null,
    publishedOn:
      about.publishedOn ??
      dated?.day ??
      publicationIn(opening.slice(0, 200))?.day ??
      hints.publishedAt?.slice(0, 10) ??
      null,
    language: about.language ?? languageOf(text),
  };
}

function laidOut(lines: readonly PageLine[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = [];
  let text = '';
  for (const line of lines) {
    blocks.push({ kind: line.kind, start: text.length, end: text.length + line.text.length });
    text += `${line.text}\n`;
  }
  return { text, blocks };
}
