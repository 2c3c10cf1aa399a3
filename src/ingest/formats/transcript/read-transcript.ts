import { type Section, SpeakerRole } from '../../../domain/utterance-enums';
import { isLikelySame } from '../../../language/name/compare-names';
import type { SplitLabel } from '../../../language/name/split-label';
import { labelKey } from '../../../language/name/split-label';
import type { TextRange } from '../../../language/span';
import type { Block, NeutralTurn, ParseWarning } from '../../neutral-document';
import type { Source } from '../../source';
import { type Captions, readCaptions, takeStamps } from './captions';
import { chooseLabels } from './choose-labels';
import { colonLabelOf } from './colon-label';
import { findFurniture } from './furniture';
import type { LabelMark } from './label-mark';
import { type Line, splitLines } from './lines';
import { markedLabelOf } from './marked-label';
import { ownLineLabelOf } from './own-line-label';
import { isWrapped, paragraphsOf } from './paragraphs';
import { type Roster, readRoster } from './roster';
import { headingOf } from './section-heading';

/** What a text tells about who spoke in which order. */
export interface TranscriptReading {
  readonly turns: readonly NeutralTurn[];
  readonly blocks: readonly Block[];
  readonly warnings: readonly ParseWarning[];
  /** The lines before the first turn, without furniture and lists of people. */
  readonly head: readonly Line[];
  /** Turns that have a label. */
  readonly labelled: number;
}

const readings = new WeakMap<Source, TranscriptReading>();

/** The reading of a source's text, made once however many formats ask. */
export function readingOf(source: Source, text: string): TranscriptReading {
  const reading = readings.get(source) ?? readTranscript(text);
  readings.set(source, reading);
  return reading;
}

/** Reads the turns of a transcript in plain text or Markdown, whatever its layout. */
export function readTranscript(text: string): TranscriptReading {
  const captions = readCaptions(splitLines(text));
  const { lines } = captions;
  const roster = readRoster(lines);
  const reading = readLines(text, captions, roster);
  if (reading.labelled > 0 || roster.people.length === 0) return reading;
  // A list of people that leaves nobody's words was none: short turns under a line that says "Management".
  const whole = readLines(text, captions, { people: [], isListed: lines.map(() => false) });
  if (whole.labelled === 0) return reading;
  return { ...whole, warnings: [...whole.warnings, listIgnored(lines, roster)] };
}

/** What was told as a list and read as words, with its place. */
function listIgnored(lines: readonly Line[], { isListed }: Roster): ParseWarning {
  const [first, last] = [lines[isListed.indexOf(true)] as Line, lines[isListed.lastIndexOf(true)] as Line];
  const message = 'a list of people left nobody’s words; it was read as words';
  return { code: 'BODY_KEPT', message, start: first.start, end: last.end };
}

function readLines(text: string, captions: Captions, roster: Roster): TranscriptReading {
  const lines = [...captions.lines];
  const furniture = findFurniture(lines).map((found, i) => found || captions.isMark[i] === true);
  const headings = lines.map((line, i) => (furniture[i] || roster.isListed[i] ? null : headingOf(line.text)));
  const isFree = (i: number): boolean => !furniture[i] && !roster.isListed[i] && headings[i] === null;
  const marks = withoutTitlePage(chooseLabels(findCandidates(lines, isFree), lines, text, roster), lines, headings);
  const isLabel = lines.map(() => false);
  for (const { line, nextLine } of marks) for (let i = line; i < nextLine; i++) isLabel[i] = true;
  const isBody = lines.map((_, i) => isFree(i) && !isLabel[i]);
  const stamps = takeStamps(lines, isBody);
  const wrapped = isWrapped(lines, isBody);
  const { end, warnings: passed } = endOfWords(headings, marks, lines);
  const turns: NeutralTurn[] = [];
  const warnings: ParseWarning[] = [...passed];
  const listed = finderIn(roster.people);
  const starts = marks.map((mark) => startOfTurn(mark, lines, isBody));
  let pending: LabelMark[] = [];
  let section: Section | null = null;
  let headingAt = 0;
  marks.forEach((mark, k) => {
    for (; headingAt <= mark.line; headingAt++) {
      const heading = headings[headingAt];
      if (heading?.kind === 'SECTION') section = heading.section;
    }
    const next = marks[k + 1] === undefined ? end : (starts[k + 1] as number);
    const from = starts[k] as number;
    const isBeside = from < mark.line;
    const bodyStart = mark.nextLine === mark.line ? mark.bodyStart : null;
    const paragraphs = [
      ...(isBeside ? paragraphsOf(lines, from, mark.line, null, isBody, wrapped) : []),
      ...paragraphsOf(lines, mark.nextLine, next, bodyStart, isBody, wrapped),
    ];
    if (paragraphs.length === 0) {
      pending.push(mark);
      return;
    }
    const isDrifted = hasDrifted(mark, pending, turns.length === 0 ? marks.slice(k) : []);
    if (isDrifted) warnings.push(...pending.map((empty) => emptyLabel(empty)));
    pending = [];
    const startMs = mark.startMs ?? captions.startMs[mark.line] ?? (isBeside ? null : (stamps[mark.nextLine] ?? null));
    const turn = turnOf({ ...mark, startMs }, listed, paragraphs, section, isDrifted);
    turns.push(isBeside ? { ...turn, labelConfidence: BESIDE } : turn);
  });
  warnings.push(...pending.map((empty) => emptyLabel(empty)));
  const firstLine = marks[0]?.line ?? lines.length;
  return {
    turns: joinRepeated(turns),
    blocks: blocksOf(lines, { furniture, isListed: roster.isListed, headings, firstLine, end }, turns, wrapped),
    warnings,
    head: lines
      .filter((line, i) => i < firstLine && line.text && isFree(i))
      .slice(0, 12)
      .filter((line) => marks.length > 0 || isHeadline(line)),
    labelled: turns.filter(({ label }) => label !== null).length,
  };
}

/** In a text without labels only short lines without an end can be its title. */
const isHeadline = ({ text }: Line): boolean => text.length < 120 && !/[.!?;,]$/.test(text);

function findCandidates(lines: readonly Line[], isFree: (i: number) => boolean): LabelMark[] {
  const found: LabelMark[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (!line.text || !isFree(i)) continue;
    const mark = markedLabelOf(line, i) ?? colonLabelOf(line, i) ?? ownLineLabelOf(lines, i);
    if (!mark) continue;
    found.push(mark);
    i = Math.max(i, mark.nextLine - 1);
  }
  return found;
}

/**
 * Names of a publisher or a company on lines of their own above the first heading have dates and places below them, no
 * sentence: they belong to the title page.
 */
function withoutTitlePage(
  marks: readonly LabelMark[],
  lines: readonly Line[],
  headings: readonly ReturnType<typeof headingOf>[],
): readonly LabelMark[] {
  const opening = headings.findIndex((heading) => heading?.kind === 'SECTION');
  const from = marks.findIndex((mark, k) => {
    if (mark.kind !== 'OWN_LINE' || mark.isCertain || mark.line > opening) return true;
    const next = marks[k + 1]?.line ?? lines.length;
    return lines
      .slice(mark.nextLine, next)
      .some(({ text }) => /[\p{Ll}\d][.!?…]["”’)]?$/u.test(text) && text.split(' ').length > 3);
  });
  return from < 0 ? [] : marks.slice(from);
}

/**
 * Where the words end: at what stands below the last label, such as a list of participants or a notice. Where that is more than
 * all that was said above it, it is no notice, whatever the line says.
 */
function endOfWords(
  headings: readonly ReturnType<typeof headingOf>[],
  marks: readonly LabelMark[],
  lines: readonly Line[],
): { end: number; warnings: ParseWarning[] } {
  const first = marks[0]?.line ?? 0;
  const after = marks.at(-1)?.line ?? 0;
  const at = headings.findIndex((heading, i) => i > after && heading?.kind === 'END');
  if (at < 0) return { end: lines.length, warnings: [] };
  const length = (from: number, to: number): number =>
    lines.slice(from, to).reduce((sum, { text }) => sum + text.length, 0);
  if (length(first, at) >= length(at + 1, lines.length)) return { end: at, warnings: [] };
  const { start, end, text } = lines[at] as Line;
  const message = `"${text.slice(0, 80)}" would end the words here, with more below it than above; what stands below was read all the same`;
  return { end: lines.length, warnings: [{ code: 'BODY_KEPT', message, start, end }] };
}

/** How sure a label is that stands beside a later line of its words. */
const BESIDE = 0.6;
/** How many lines above its label a turn may begin. */
const LINES_ABOVE = 3;

/**
 * The line with which a turn begins: the label's own, or where a label hangs beside a later line of its paragraph, in the
 * middle of a sentence that begins indented above it, the first line of that paragraph.
 */
function startOfTurn(mark: LabelMark, lines: readonly Line[], isBody: readonly boolean[]): number {
  const own = lines[mark.line] as Line;
  const isPlain = (at: number): boolean =>
    isBody[at] === true && lines[at]?.text !== '' && (lines[at]?.indent ?? 0) > own.indent + 4;
  let at = mark.line;
  while (at > 0 && isPlain(at - 1)) at--;
  const above = mark.line - at;
  const isCut = above > 0 && !/[.!?…:;"”’)\]>-]$/.test((lines[mark.line - 1] as Line).text);
  return isCut && above <= LINES_ABOVE && !lines[at - 1]?.text ? at : mark.line;
}

/**
 * Whether a label follows others that have no words: then it may have the words of any of them. Words on the label's own line
 * are its own; so are an operator's; and names that all speak later were a list of the people at the top.
 */
function hasDrifted(mark: LabelMark, pending: readonly LabelMark[], later: readonly LabelMark[]): boolean {
  if (pending.length === 0 || mark.nextLine === mark.line) return false;
  const keys = new Set(later.map(({ label }) => labelKey(label)));
  return !pending.every(({ label }) => keys.has(labelKey(label)));
}

/** A list of people that is longer is none of a call; every label would be held against all of it. */
const LONGEST_ROSTER = 300;

/** Finds the entry of a name in the lists, in whatever spelling; each name is looked for once. */
function finderIn(people: readonly SplitLabel[]): (name: string) => SplitLabel | undefined {
  const entries = people.slice(0, LONGEST_ROSTER);
  const found = new Map<string, SplitLabel | undefined>();
  return (wanted) => {
    if (!found.has(wanted)) {
      const entry = entries.find(({ name }) => name !== null && isLikelySame(name, wanted));
      found.set(wanted, entry);
    }
    return found.get(wanted);
  };
}

function turnOf(
  mark: LabelMark,
  listed: (name: string) => SplitLabel | undefined,
  paragraphs: readonly TextRange[],
  section: Section | null,
  isDrifted: boolean,
): NeutralTurn {
  const { split, label, labelRange, startMs } = mark;
  // Labels that lost their words have moved; whose words these are nobody can tell.
  if (isDrifted)
    return {
      label: null,
      labelRange: null,
      isAnonymous: true,
      name: null,
      title: null,
      firm: null,
      role: null,
      section,
      paragraphs,
      startMs,
      endMs: null,
    };
  const known = split.name === null ? undefined : listed(split.name);
  return {
    label,
    labelRange,
    isAnonymous: split.isAnonymous,
    name: split.name,
    title: split.title ?? known?.title ?? null,
    firm: split.firm ?? known?.firm ?? null,
    // A list of outside voices knows better than a title, which banks' directors have too.
    role: (known?.role === SpeakerRole.ANALYST ? known.role : split.role) ?? known?.role ?? null,
    section,
    paragraphs,
    startMs,
    endMs: null,
  };
}

/** A label repeated after a page break or before each paragraph goes on with the same turn. */
function joinRepeated(turns: readonly NeutralTurn[]): NeutralTurn[] {
  const joined: NeutralTurn[] = [];
  for (const turn of turns) {
    const before = joined.at(-1);
    const isSame =
      before?.label != null &&
      turn.label !== null &&
      before.section === turn.section &&
      labelKey(before.label) === labelKey(turn.label);
    if (before && isSame && turn.label && turn.label.length > 1 && /\bcontinued\b|\bcont['’]?d\b/i.test(turn.label))
      joined[joined.length - 1] = { ...before, paragraphs: [...before.paragraphs, ...turn.paragraphs] };
    else joined.push(turn);
  }
  return joined;
}

function emptyLabel({ label, labelRange }: LabelMark): ParseWarning {
  return { code: 'LABEL_WITHOUT_WORDS', message: `No words stand under the label "${label}"`, ...labelRange };
}

interface LineKinds {
  readonly furniture: readonly boolean[];
  readonly isListed: readonly boolean[];
  readonly headings: readonly ReturnType<typeof headingOf>[];
  /** First label, and the end of the words. */
  readonly firstLine: number;
  readonly end: number;
}

function blocksOf(lines: readonly Line[], kinds: LineKinds, turns: readonly NeutralTurn[], wrapped: boolean): Block[] {
  const { furniture, isListed, headings, firstLine, end } = kinds;
  const blocks: Block[] = turns.flatMap(({ paragraphs }) =>
    paragraphs.map((range) => ({ ...range, kind: 'PARAGRAPH' as const })),
  );
  let seen = 0;
  const isPlain = lines.map((line, i) => line.text !== '' && !furniture[i] && !isListed[i] && headings[i] === null);
  lines.forEach(({ start, end: to, text }, i) => {
    if (!text) return;
    if (furniture[i] || (headings[i]?.kind === 'END' && i >= end)) blocks.push({ start, end: to, kind: 'FURNITURE' });
    else if (isListed[i]) blocks.push({ start, end: to, kind: 'LIST_ITEM' });
    else if (headings[i]) blocks.push({ start, end: to, kind: 'HEADING' });
    else if (i < firstLine && firstLine < lines.length && seen++ === 0) {
      blocks.push({ start, end: to, kind: 'HEADLINE' });
      isPlain[i] = false;
    }
  });
  const rest = [
    paragraphsOf(lines, 0, firstLine, null, isPlain, wrapped),
    paragraphsOf(lines, Math.max(end, firstLine), lines.length, null, isPlain, wrapped),
  ];
  rest.forEach((ranges, i) => {
    for (const range of ranges)
      blocks.push({
        ...range,
        kind: i === 0 ? (range.end - range.start < 120 && firstLine < lines.length ? 'DEK' : 'PARAGRAPH') : 'FURNITURE',
      });
  });
  return blocks.sort((a, b) => a.start - b.start);
}
