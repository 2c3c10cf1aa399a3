import type { Block, BlockKind, ParseWarning } from '../../neutral-document';
import { endsList, isFurniture, isListHeading, isProse } from './furniture';
import { findHead } from './head';
import { keepBody } from './keep-body';
import type { Chunk } from './lines';
import { publicationIn } from './publication';

/** What each paragraph of a plain text is, with the words that tell of its making. */
export interface Layout {
  readonly blocks: readonly Block[];
  readonly title: string | null;
  readonly dek: string | null;
  readonly bylines: readonly string[];
  readonly dates: readonly string[];
  /** Furniture, in order: it may name the publisher. */
  readonly furniture: readonly string[];
  readonly warnings: readonly ParseWarning[];
}

const BYLINE =
  /^(?:[Bb][Yy][:\s]\s*\S.{1,120}|(?:[\p{Lu}&][\p{L}.&'’-]*\s){1,5}(?:[Dd]esk|DESK|Bureau|Staff(?: Writer| Reporter)?|Newsroom|Correspondent|News Service|Web Team|Online)|(?:Reuters|Bloomberg|Associated Press|AP|AFP|PTI|ANI|IANS|Dow Jones Newswires|PR Newswire|Business Wire|GlobeNewswire))$/u;
const CAPTION =
  /^(?:(?:photo|image|picture|file photo|caption)\b.{0,20}[:|-].+|.{3,240}\((?:photo|image|ap|reuters|afp|getty|file|pti|bloomberg)[^)]{0,60}\)\.?)$/iu;
const TABLE = /\S(?:[^\S\n]{2,}|\t)(?:[$€£(]\s*)?-?\(?[\d,.]+\)?\s*%?(?:[^\S\n]|\t|$)/u;
/** A line that comes again among so many first ones is a headline repeated; further down it may be said twice. */
const FIRST_CHUNKS = 14;
/** Longer first lines are prose without a headline. */
const LONGEST_TITLE = 300;

/** Sorts the paragraphs of a text into headline, dek, byline, body and furniture. */
export function layOut(chunks: readonly Chunk[]): Layout {
  const { head, warnings } =
    (chunks[0]?.text.length ?? 0) <= LONGEST_TITLE ? findHead(chunks, tellsOrigin) : { head: 0, warnings: [] };
  const sorted: (Block & { text: string })[] = [];
  const out = { bylines: [] as string[], dates: [] as string[], furniture: [] as string[] };
  let [title, dek]: [string | null, string | null] = [null, null];
  const add = (kind: BlockKind, { start, end, text }: Chunk): void => {
    sorted.push({ kind, start, end, text });
  };
  let listed = false;
  const seen = new Set<string>();
  for (const [index, chunk] of chunks.entries()) {
    const line = chunk.text.replace(/\s+/g, ' ');
    const key = line.toLowerCase();
    const marker = line.replace(/^[•·*–-]\s*/, '');
    if (
      title === null &&
      index < 6 &&
      line.length <= LONGEST_TITLE &&
      !isFurniture(line) &&
      !isDateLine(marker) &&
      !BYLINE.test(line)
    ) {
      title = line;
      add('HEADLINE', chunk);
    } else if (key === title?.toLowerCase() || (seen.has(key) && line.length > 30 && index < FIRST_CHUNKS))
      add('FURNITURE', chunk);
    else if (isDateLine(marker) && (index < head || /^(?:first |last )?(?:published|updated|posted)\b/i.test(marker))) {
      out.dates.push(marker);
      add('DATELINE', chunk);
    } else if (index < head && BYLINE.test(marker)) {
      out.bylines.push(marker);
      add('BYLINE', chunk);
    } else if (isFurniture(line)) {
      out.furniture.push(line);
      add('FURNITURE', chunk);
    } else if (index < head) {
      if (dek === null && /[.!?”"]$/.test(line)) dek = line;
      add(dek === line ? 'DEK' : isProse(line) ? 'DEK' : 'CAPTION', chunk);
    } else if (CAPTION.test(line)) add('CAPTION', chunk);
    else if (TABLE.test(chunk.text) && !isProse(line)) add('TABLE_ROW', chunk);
    else if (listed && !endsList(line)) {
      out.furniture.push(line);
      add('FURNITURE', chunk);
    } else if (/^[•·▪●◦*]\s|^[-–]\s+\S|^\d{1,2}[.)]\s/.test(line)) add('LIST_ITEM', chunk);
    else add(isHeading(line) ? 'HEADING' : 'PARAGRAPH', chunk);
    listed = isListHeading(line) || (listed && !endsList(line));
    seen.add(key);
  }
  const kept = keepBody(sorted);
  const blocks = kept.lines.map(({ kind, start, end }) => ({ kind, start, end }));
  return { blocks, title, dek, ...out, warnings: [...warnings, ...kept.warnings] };
}

/** Who wrote it, or when: what stands below a head. */
const tellsOrigin = (line: string): boolean => isDateLine(line) || BYLINE.test(line);

/** A line that tells a date and hardly more: `Updated Jan 30, 2025, 5:14 PM IST`. */
function isDateLine(line: string): boolean {
  if (line.length > 140) return false;
  const publication = publicationIn(line);
  if (!publication) return false;
  const rest = line
    .replace(publication.printed, '')
    .replace(/\b(?:updated|published|posted|first|last|modified|on|at|by|date|time|gmt|edt|est|ist)\b/giu, '');
  return rest.replace(/[^\p{L}]/gu, '').length <= 34 && !/[a-z]\.$/.test(line);
}

const isHeading = (line: string): boolean =>
  line.length < 90 && !/[.!?:;,”"’)]$/.test(line) && line.split(' ').length < 14 && !/^["“—–―-]/.test(line);
