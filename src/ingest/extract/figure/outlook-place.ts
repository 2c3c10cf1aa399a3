import { type Outlook, outlookOf } from './outlook';
import type { Quantity } from './quantity';
import type { ReadSentence } from './sentence';

export type { Outlook } from './outlook';

const PAST =
  /\b(?:was|were|reported|delivered|came\s+in|grew|generated|totaled|posted|achieved|recorded|repurchased|returned|spent|ended|declared|reached|rose|fell|increased|decreased|declined|improved)\b/i;

const TERM =
  /^\s*(?:in\s+\w+\s+)?by\s+(?:(?:the\s+)?(?:end|middle|close)\s+of\s+(?:the|this|next)\s+(?:fiscal\s+)?(?:year|quarter|half|summer|autumn|winter|decade)|(?:this\s+|next\s+|early\s+|late\s+|mid-?)?(?:spring|summer|autumn|fall|winter|christmas|year[\s-]end)|next\s+(?:year|quarter|month))\b/i;

/** Whose view of the future a quantity belongs to; null: it reports. */
export function outlookAt(sentence: ReadSentence, index: number, role: string | null): Outlook {
  const quantity = sentence.quantities[index] as Quantity;
  const { words, start, tokens, quantities } = sentence;
  const from = (tokens[quantity.from]?.start ?? start) - start;
  const to = (tokens[quantity.to - 1]?.end ?? start) - start;
  const next = quantities[index + 1];
  const clauseStart = Math.max(words.lastIndexOf(';', from), words.lastIndexOf(' -- ', from), 0);
  const before = words.slice(clauseStart, from);
  const clauseEnd = clauseEndAfter(
    words,
    to,
    next ? (tokens[next.qualifierFrom]?.start ?? start) - start : words.length,
  );
  const view = viewOf(before, words.slice(to, clauseEnd), sentence.readings[index]?.role === 'BASE');
  // Whoever asks has heard of the outlook; it is not theirs to give.
  if (view === 'COMPANY' && role === 'ANALYST') return 'OTHERS';
  return view;
}

function viewOf(before: string, after: string, isBase: boolean): Outlook {
  // "versus $2.35 expected" is the street's; what else an outlook is compared with has happened already.
  if (isBase)
    return /^\s*(?:that\s+(?:analysts|wall\s+street)\s+)?(?:was\s+|were\s+|had\s+been\s+)?(?:expected|forecast|consensus|estimated?|anticipated)\b/i.test(
      after,
    )
      ? 'OTHERS'
      : null;
  const ahead = outlookOf(`${before} # ${after}`);
  // "Inventory is back below $500 million by autumn": the present of what has a term.
  if (
    ahead === null &&
    TERM.test(after) &&
    /\b(?:is|are|gets?|comes?|returns?|reach(?:es)?)\b/i.test(before) &&
    !PAST.test(before)
  )
    return 'COMPANY';
  if (ahead === null || ahead === 'OTHERS') return ahead;
  const led = outlookOf(before);
  // "the tax rate was 21 %, and we expect": what follows a report is another number's outlook.
  if (led === null) return PAST.test(before.slice(-70)) ? null : outlookOf(after);
  // The last finite verb decides: "as we expect demand to last, revenue was".
  const past = lastMatch(before, PAST);
  return past !== null &&
    outlookOf(before.slice(past)) === null &&
    outlookOf(after) === null &&
    outlookOf(before.slice(0, past)) !== null
    ? null
    : led;
}

function lastMatch(words: string, pattern: RegExp): number | null {
  let at: number | null = null;
  for (const match of words.matchAll(new RegExp(pattern.source, 'gi'))) at = match.index;
  return at;
}

function clauseEndAfter(words: string, from: number, limit: number): number {
  const stop = words.slice(from, limit).search(/[;,]|\s--\s|\band\b|\bwhich\b|\bcompared\b|\bversus\b|\bvs\b/);
  return stop < 0 ? limit : from + stop;
}

function isOthers(tokens: ReadSentence['tokens'], at: number): boolean {
  return tokens
    .slice(Math.max(0, at - 4), at)
    .some(({ lower }) => /^(?:analysts?'?|street|consensus|wall|average)$/.test(lower));
}

/** `our guidance range of $280 million to $310 million`: the outlook itself, named as such. */
export function isGivenOutlook({ tokens, readings, quantities }: ReadSentence, quantity: Quantity): boolean {
  if (readings[quantities.indexOf(quantity)]?.role === 'CHANGE') return false;
  let at = quantity.qualifierFrom - 1;
  for (let steps = 0; steps < 4 && at >= 0; steps += 1, at -= 1) {
    const word = tokens[at]?.lower ?? '';
    if (/^(?:guidance|guide|forecast|outlook|projection)$/.test(word)) return !isOthers(tokens, at);
    if (!/^(?:of|range|between|from|at|to|the|was|is|a|our|in|for)$/.test(word)) return false;
  }
  return false;
}
