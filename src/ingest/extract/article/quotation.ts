import type { TextRange } from '../../../language/span';

/** Words between quotation marks: the range is inside the marks; nested quotations belong to the one around them. */
export interface Quotation extends TextRange {
  /** With the marks. */
  readonly outer: TextRange;
  /** Index of the paragraph in the list that was read. */
  readonly paragraph: number;
  /** The paragraph before left its quotation open, and this one goes on with it. */
  readonly continues: boolean;
  /** False: the mark that closes it is missing in the source. */
  readonly isClosed: boolean;
}

const OPENING = '“„«‟';
const CLOSING = '”»';
const SPACE = /[\s\u00a0]/;
const BEFORE_OPENING = /[\s\u00a0([{—–―\-:;,/>|]/;
const AFTER_CLOSING = /[\s\u00a0)\]}—–―\-:;,.!?…/<|]/;
const WORD = /[\p{L}\p{N}]/u;
const APOSTROPHE_WORD = /^(?:tis|twas|em|til|cause|bout|round|n|neath|cos|nuff|\d\ds?)\b/i;

interface Mark {
  readonly at: number;
  readonly width: number;
  readonly kind: 'open' | 'close' | 'either';
}

/** Finds quotations, paragraph by paragraph; a quotation that runs on over paragraphs is one for each of them. */
export function findQuotations(text: string, paragraphs: readonly TextRange[]): Quotation[] {
  const found: Quotation[] = [];
  let runsOn = false;
  paragraphs.forEach((range, paragraph) => {
    const marks = doubleMarks(text, range);
    const continues: boolean = runsOn && marks[0] !== undefined && isFirst(text, range, marks[0]);
    const own = pair(text, range, marks, startsQuoted(text, paragraphs[paragraph + 1]));
    runsOn = own.at(-1)?.runsOn ?? false;
    for (const [index, { runsOn: _, ...item }] of own.entries())
      found.push({ ...item, paragraph, continues: continues && index === 0 });
    for (const item of singleQuotations(text, range, own)) found.push({ ...item, paragraph, continues: false });
  });
  return found.sort((a, b) => a.start - b.start);
}

const isFirst = (text: string, range: TextRange, mark: Mark): boolean => text.slice(range.start, mark.at).trim() === '';

function startsQuoted(text: string, range: TextRange | undefined): boolean {
  return range !== undefined && /^\s*["“„«]/.test(text.slice(range.start, Math.min(range.end, range.start + 8)));
}

/** The double marks of a paragraph, each with what it can be by its neighbours. Inches and seconds are none. */
function doubleMarks(text: string, range: TextRange): Mark[] {
  const marks: Mark[] = [];
  for (let at = range.start; at < range.end; at++) {
    const character = text[at] as string;
    const doubled = (character === '`' || character === "'") && text[at + 1] === character && at + 1 < range.end;
    if (character !== '"' && !doubled && !OPENING.includes(character) && !CLOSING.includes(character)) continue;
    const width = doubled ? 2 : 1;
    const before = at > range.start ? (text[at - 1] as string) : ' ';
    const after = at + width < range.end ? (text[at + width] as string) : ' ';
    const mayOpen =
      BEFORE_OPENING.test(before) ||
      (/['‘]/.test(before) && (at < range.start + 2 || SPACE.test(text[at - 2] as string)));
    const mayClose = !SPACE.test(before) || AFTER_CLOSING.test(after);
    if (OPENING.includes(character) || (doubled && character === '`'))
      // A typesetter's mistake closes with an opening mark: “like this“.
      marks.push({ at, width, kind: !SPACE.test(before) && !mayOpen && AFTER_CLOSING.test(after) ? 'either' : 'open' });
    else if (CLOSING.includes(character))
      marks.push({ at, width, kind: SPACE.test(before) && !SPACE.test(after) ? 'either' : 'close' });
    else if (isInch(text, at, range, before, after)) continue;
    else if (mayOpen && SPACE.test(after) && SPACE.test(before)) marks.push({ at, width, kind: 'either' });
    else
      marks.push({ at, width, kind: mayOpen ? (mayClose && /[,;—–\-/]/.test(before) ? 'either' : 'open') : 'close' });
    at += width - 1;
  }
  return marks;
}

/** `a 27" screen`, `6' 2"`: a digit before, more words after, and no mark open that it would close. */
function isInch(text: string, at: number, range: TextRange, before: string, after: string): boolean {
  if (!/\d/.test(before)) return false;
  let open = 0;
  for (let i = at - 1; i >= range.start && at - i < 2000; i--)
    if (text[i] === '"' || OPENING.includes(text[i] as string)) open++;
  if (open % 2 === 0) return true;
  const rest = text.slice(at + 1, Math.min(range.end, at + 400));
  return SPACE.test(after) && /^\s+\p{Ll}/u.test(rest) && /^[^"“]*[,.!?]["”]/.test(rest);
}

type Paired = Omit<Quotation, 'paragraph' | 'continues'> & { readonly runsOn: boolean };

function pair(text: string, range: TextRange, marks: readonly Mark[], nextStartsQuoted: boolean): Paired[] {
  const found: Paired[] = [];
  let open: Mark | null = null;
  let depth = 0;
  const close = (from: Mark, end: number, width: number, isClosed: boolean, runsOn = false): void => {
    const inner = trim(text, from.at + from.width, end);
    if (inner.end > inner.start && WORD.test(text.slice(inner.start, inner.end)))
      found.push({ ...inner, outer: { start: from.at, end: end + width }, isClosed, runsOn });
  };
  marks.forEach((mark, index) => {
    if (!open) {
      if (mark.kind !== 'close') open = mark;
      return;
    }
    const isNestedClose = depth > 0 && mark.kind !== 'open';
    if (isNestedClose) depth--;
    else if (mark.kind !== 'open') {
      close(open, mark.at, mark.width, true);
      open = null;
    } else if (closersMinusOpeners(marks, index) > 0) depth++;
    else {
      // Another quotation begins: the mark that would have closed this one is missing.
      close(open, endOfUnclosed(text, open.at + open.width, mark.at), 0, false);
      open = mark;
    }
  });
  const last = open as Mark | null;
  if (last) {
    const from = last.at + last.width;
    if (nextStartsQuoted) close(last, range.end, 0, false, true);
    else close(last, endOfUnclosed(text, from, range.end), 0, false);
  }
  return found;
}

/** How many more marks close than open from here on: above zero, an opening mark inside a quotation is a nested one. */
function closersMinusOpeners(marks: readonly Mark[], from: number): number {
  let balance = 0;
  for (const { kind } of marks.slice(from, from + 40)) balance += kind === 'open' ? -1 : 1;
  return balance;
}

const ATTRIBUTION_INSIDE =
  /[,.!?…]\s+(?=(?:(?:he|she|they|it)\s+(?:said|says|added|told|asked|wrote|explained|noted)|(?:said|says|added|according to)\s|(?:\p{Lu}[\p{L}.’'-]*\s+){1,4}(?:said|says|added|told|asked|wrote|explained|noted)\b))/u;

/** Where words whose closing mark is missing most likely end: before their attribution, else with the stretch. */
function endOfUnclosed(text: string, from: number, to: number): number {
  const stretch = text.slice(from, Math.min(to, from + 3000));
  const match = ATTRIBUTION_INSIDE.exec(stretch);
  return match ? from + match.index + 1 : from + text.slice(from, to).trimEnd().length;
}

/** Quotations in single marks that stand in no double ones: ‘like this’. Apostrophes and plural possessives are none. */
function singleQuotations(
  text: string,
  range: TextRange,
  taken: readonly Paired[],
): Omit<Quotation, 'paragraph' | 'continues'>[] {
  const found: Omit<Quotation, 'paragraph' | 'continues'>[] = [];
  let next = 0;
  for (let at = range.start; at < range.end; at++) {
    const within = taken[next];
    if (within && at >= within.outer.start) {
      at = Math.max(at, within.outer.end - 1);
      next++;
      continue;
    }
    if (text[at] !== '‘' && text[at] !== "'") continue;
    const before = at > range.start ? (text[at - 1] as string) : ' ';
    if (!BEFORE_OPENING.test(before) || !/[\p{L}\p{N}…[$£€]/u.test(text[at + 1] ?? ' ')) continue;
    if (APOSTROPHE_WORD.test(text.slice(at + 1, at + 12))) continue;
    const end = endOfSingle(text, at, within ? Math.min(within.outer.start, range.end) : range.end);
    if (end === null) continue;
    const inner = trim(text, at + 1, end);
    if (inner.end <= inner.start) continue;
    found.push({ ...inner, outer: { start: at, end: end + 1 }, isClosed: true });
    at = end;
  }
  return found;
}

/** The mark that closes: one after punctuation, else the first after which no word follows that it could possess. */
function endOfSingle(text: string, open: number, limit: number): number | null {
  let candidate: number | null = null;
  for (let at = open + 2; at < limit && at - open < 2500; at++) {
    const character = text[at];
    if (character === '‘' && BEFORE_OPENING.test(text[at - 1] ?? '')) break;
    if (character !== '’' && character !== "'") continue;
    const [before, after] = [text[at - 1] ?? '', at + 1 < limit ? (text[at + 1] ?? ' ') : ' '];
    if (WORD.test(after) || SPACE.test(before)) continue;
    if (/[,.!?…—–]/.test(before)) return at;
    const isPossessive = /[sS]/.test(before) && /^\s+\p{Ll}/u.test(text.slice(at + 1, at + 4));
    if (!isPossessive) return candidate ?? at;
    candidate ??= at;
  }
  return candidate;
}

function trim(text: string, start: number, end: number): TextRange {
  let [from, to] = [start, end];
  while (from < to && SPACE.test(text[from] as string)) from++;
  while (to > from && SPACE.test(text[to - 1] as string)) to--;
  return { start: from, end: to };
}
