import { shorten } from '../../../domain/shorten';
import type { BlockKind, ParseWarning } from '../../neutral-document';
import { endsList } from './furniture';

/** A line of an article with what it was taken for. */
export interface SortedLine {
  readonly kind: BlockKind;
  readonly text: string;
  /** Share of its characters that lead elsewhere, where it has links. */
  readonly linked?: number;
}

/** Enough words between marks to be somebody's, not a term or a title. */
const QUOTATION = /["“„«][^"“”„«»]{20,}["”“»]/;

export const hasQuotation = (words: string): boolean => QUOTATION.test(words);

/** A line that leads elsewhere for the most part is a link, not the article's words. */
const MOSTLY = 0.5;

const isBody = ({ kind }: SortedLine): boolean => kind === 'PARAGRAPH' || kind === 'LIST_ITEM';

/** What a line that was left out could be if it was the article itself. Names, dates and rows of tables never are. */
const MAY_BE_BODY: ReadonlySet<BlockKind> = new Set(['DEK', 'CAPTION', 'HEADING', 'FURNITURE']);

/**
 * No sign of a page's furniture may empty an article: where nothing is left that could be read, all sentences that were left out
 * are body after all, and where all that is quoted stands in lines that were left out, those lines are.
 */
export function keepBody<T extends SortedLine>(lines: readonly T[]): { lines: T[]; warnings: ParseWarning[] } {
  const body = lines.filter(isBody);
  // Titles of other articles quote too; only sentences do it for this one.
  const speaks = ({ text, linked = 0 }: SortedLine): boolean => linked < MOSTLY && endsList(text.replace(/\s+/g, ' '));
  const quotes = (line: SortedLine): boolean => speaks(line) && hasQuotation(line.text);
  const isEmpty = !body.some(speaks);
  const hasOut = (wanted: (line: T) => boolean) => lines.some((line) => MAY_BE_BODY.has(line.kind) && wanted(line));
  let isKept: (line: T) => boolean = () => false;
  if (isEmpty && hasOut(speaks)) isKept = (line) => MAY_BE_BODY.has(line.kind) && speaks(line);
  // A text of one paragraph, which was taken for its own headline.
  else if (isEmpty) isKept = (line) => line.kind === 'HEADLINE' && speaks(line);
  else if (!body.some(quotes)) isKept = (line) => MAY_BE_BODY.has(line.kind) && quotes(line);
  const kept = lines.filter(isKept);
  return {
    lines: lines.map((line) => (isKept(line) ? { ...line, kind: 'PARAGRAPH' as const } : line)),
    warnings: kept.length > 0 ? [keptWarning(kept)] : [],
  };
}

function keptWarning(kept: readonly SortedLine[]): ParseWarning {
  const [first] = kept as [SortedLine];
  const others = kept.length > 1 ? ` and ${kept.length - 1} more` : '';
  const message = `"${shortened(first.text)}"${others} would have been left out as no part of the article; read all the same, since nothing else says as much`;
  return { code: 'BODY_KEPT', message };
}

const LONGEST_CITED = 80;

/** A line as a message names it. */
export function shortened(line: string): string {
  return shorten(line.replace(/\s+/g, ' '), LONGEST_CITED);
}
