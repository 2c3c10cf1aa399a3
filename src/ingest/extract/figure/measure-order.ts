import type { MeasureMention } from './measure-mention';
import type { Quantity } from './quantity';
import type { ReadSentence } from './sentence';

const JOINT = /^(?:,|and|&|or|our|the|its|by|to|of|about|approximately|roughly|up|down)$/;

/** The numbers of one list, `$412 million and $44 million`, around one of them: where the list begins and ends among the sentence's. */
function listAround(
  { tokens, quantities }: ReadSentence,
  index: number,
): { readonly from: number; readonly to: number } {
  const isJoined = (a: Quantity | undefined, b: Quantity | undefined) =>
    a !== undefined &&
    b !== undefined &&
    a.unit === b.unit &&
    tokens.slice(a.to, b.qualifierFrom).some(({ lower }) => /^(?:,|and)$/.test(lower)) &&
    tokens.slice(a.to, b.qualifierFrom).every(({ lower }) => JOINT.test(lower));
  let [from, to] = [index, index + 1];
  while (isJoined(quantities[from - 1], quantities[from])) from -= 1;
  while (isJoined(quantities[to - 1], quantities[to])) to += 1;
  return { from, to };
}

/** The last measures before a place that stand in one list, `revenue, EBITDA and net income`. */
function listedBefore({ tokens, measures }: ReadSentence, end: number): readonly MeasureMention[] {
  const before = measures.filter(({ to }) => to <= end);
  let from = before.length - 1;
  while (from > 0) {
    const between = tokens.slice(before[from - 1]?.to ?? 0, before[from]?.from ?? 0).map(({ lower }) => lower);
    if (between.length === 0 || !between.every((word) => /^(?:,|and|&|our|the|its)$/.test(word))) break;
    from -= 1;
  }
  return before.slice(Math.max(0, from));
}

/** Measures of a list and numbers of a list are told in one order: the measure of the number at an index; null: they do not pair. */
export function measureInOrder(sentence: ReadSentence, index: number): MeasureMention | null {
  const { from, to } = listAround(sentence, index);
  if (to - from < 2) return null;
  const first = sentence.quantities[from] as Quantity;
  const listed = listedBefore(sentence, first.qualifierFrom);
  if (listed.length !== to - from) return null;
  const lead = sentence.tokens.slice(listed.at(-1)?.to ?? 0, first.qualifierFrom);
  // Without the word, only two and two right beside each other are sure to pair.
  const isTold = /\brespectively\b/i.test(sentence.words) || (listed.length === 2 && lead.length <= 3);
  return isTold ? (listed[index - from] ?? null) : null;
}

/** The same across a full stop: `They grew 8% and 12%, respectively.` after a sentence that listed as many. */
export function measureOfListBefore(sentence: ReadSentence, index: number): MeasureMention | null {
  const { listed, words, tokens } = sentence;
  if (
    !/\brespectively\b/i.test(words) ||
    !/^(?:they|these|those|both|which|this|that|up|down)$/.test(tokens[0]?.lower ?? '')
  )
    return null;
  const { from, to } = listAround(sentence, index);
  return to - from >= 2 && listed.length === to - from ? (listed[index - from] ?? null) : null;
}

/** The measures that a sentence tells in one list with as many numbers; none where it does not. */
export function listedMeasures(sentence: ReadSentence): readonly MeasureMention[] {
  for (const index of sentence.quantities.keys()) {
    if (!measureInOrder(sentence, index)) continue;
    return listedBefore(sentence, (sentence.quantities[listAround(sentence, index).from] as Quantity).qualifierFrom);
  }
  return [];
}
