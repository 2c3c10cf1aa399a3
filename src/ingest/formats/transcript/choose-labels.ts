import { SpeakerRole } from '../../../domain/utterance-enums';
import { isGivenName } from '../../../language/name/given-name';
import { isFullName } from '../../../language/name/name-shape';
import { foldName } from '../../../language/name/person-name';
import { labelKey } from '../../../language/name/split-label';
import type { LabelMark } from './label-mark';
import type { Line } from './lines';
import type { Roster } from './roster';

/**
 * The labels among all lines that might be one. Marks of its own prove a label; a bare name proves itself by recurring as a
 * label, by standing in the list of participants, or by being named elsewhere in the words. What is an everyday word of the
 * text is no name, however often it stands before a colon.
 */
export function chooseLabels(
  candidates: readonly LabelMark[],
  lines: readonly Line[],
  text: string,
  roster: Roster,
): LabelMark[] {
  const everyday = lowerCaseWords(text);
  const listed = new Set(roster.people.map(({ name }) => (name ? foldName(name) : '')));
  const counts = new Map<string, number>();
  for (const mark of candidates) counts.set(keyOf(mark), (counts.get(keyOf(mark)) ?? 0) + 1);
  const isEveryday = ({ split }: LabelMark): boolean => {
    const words = foldName(split.name ?? '').split(' ');
    return words.every((word) => everyday.has(word)) && !(words.length > 1 && isGivenName(words[0] as string));
  };
  const mentions = new Map<string, boolean>();
  const isNamed = (mark: LabelMark): boolean => {
    const known = mentions.get(keyOf(mark)) ?? isMentioned(mark, text);
    mentions.set(keyOf(mark), known);
    return known;
  };
  const isProven = (mark: LabelMark): boolean => {
    if (mark.isCertain || !mark.split.name) return true;
    if (listed.has(foldName(mark.split.name))) return true;
    // `Priya Raman:` and nothing behind it, of somebody whom the words name.
    if (mark.kind === 'COLON' && mark.nextLine > mark.line && isFullName(mark.split.name) && isNamed(mark)) return true;
    return !isEveryday(mark) && (counts.get(keyOf(mark)) ?? 0) > 1 && (isFullName(mark.split.name) || isNamed(mark));
  };
  const proven = new Set(candidates.filter(isProven));
  const letters = new Set([...proven].flatMap(({ kind, label }) => (kind === 'MARKED' ? [label] : [])));
  const isLettered = letters.has('Q') && letters.has('A');
  /** Among turns that letters mark, one may have its bearer's name: somebody whom the words name, by a name that people bear. */
  const isNamedTurn = (mark: LabelMark): boolean =>
    isLettered &&
    mark.kind === 'COLON' &&
    isFullName(mark.split.name ?? '') &&
    isGivenName((mark.split.name ?? '').split(' ')[0] as string) &&
    isNamed(mark) &&
    opens(lines, mark);
  const layouts = new Map<LabelMark['kind'], number>();
  for (const { kind } of proven) layouts.set(kind, (layouts.get(kind) ?? 0) + 1);
  // An operator's labels alone say that lines like them are labels.
  const conducted = new Set(
    [...proven].flatMap(({ kind, split }) => (split.role === SpeakerRole.OPERATOR ? [kind] : [])),
  );
  return withoutLoneLetters(
    candidates.filter(
      (mark) =>
        proven.has(mark) ||
        isNamedTurn(mark) ||
        // With the layout of the proven ones around it, one appearance is enough for somebody who is named elsewhere.
        (!isEveryday(mark) &&
          ((layouts.get(mark.kind) ?? 0) >= 3 || conducted.has(mark.kind)) &&
          (isNamed(mark) || (mark.kind === 'COLON' && isFullName(mark.split.name ?? '') && opens(lines, mark)))),
    ),
  );
}

const keyOf = ({ split, label }: LabelMark): string => (split.name ? foldName(split.name) : labelKey(label));

/** Letters Q and A mark turns only together. */
function withoutLoneLetters(marks: readonly LabelMark[]): LabelMark[] {
  const letters = new Set(marks.filter(({ label }) => label.length === 1).map(({ label }) => label));
  return marks.filter(({ label }) => label.length > 1 || letters.size === 2);
}

/** Whether a part of the name stands in the words, apart from labels of the same person. */
function isMentioned({ split, labelRange }: LabelMark, text: string): boolean {
  return (split.name ?? '')
    .split(' ')
    .filter((word) => word.length > 2)
    .some((word) => {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        if (at >= labelRange.start && at < labelRange.end) continue;
        const [before, after] = [text[at - 1] ?? ' ', text[at + word.length] ?? ' '];
        if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}:]/u.test(after) && before !== '\n') return true;
      }
      return false;
    });
}

const opens = (lines: readonly Line[], { line }: LabelMark): boolean => {
  const before = lines[line - 1];
  return !before?.text || /[.!?…"”’)\]>-]$/.test(before.text);
};

/** Plain letters are enough here: a word with accents only escapes the test. */
const lowerCaseWords = (text: string): Set<string> => new Set(text.match(/\b[a-z]{2,20}\b/g));
