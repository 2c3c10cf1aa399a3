import type { Link } from './link';
import type { Basis } from './measure-mention';
import type { Quantity } from './quantity';
import type { ReadSentence } from './sentence';

/** What newswires say for adjusted. */
const EXCLUDING =
  /\b(?:(?:excluding|adjust(?:ed|ing)\s+for|stripping\s+out)\s+(?:[\w-]+\s+){0,5}?(?:items?|charges?|costs|gains?|expenses|benefits?|amortization|impacts?|adjustments?|compensation|losses|impairments?)|before\s+(?:certain|special|one[\s-]time|non-?recurring|unusual|exceptional|some)\s+(?:items|charges|costs|gains|expenses))\b|\bex-items\b/i;

/** By which rules a number is counted: said after it, between it and the last one, with its measure, or before all; null: nowhere. */
export function basisOf(sentence: ReadSentence, index: number, link: Link): Basis | null {
  const { tokens, quantities } = sentence;
  const quantity = quantities[index] as Quantity;
  const paired = pairedBasis(sentence, index);
  if (paired) return paired;
  const next = quantities[index + 1]?.qualifierFrom ?? tokens.length;
  const after = basisPhrase(tokens, quantity.to, Math.min(next, quantity.to + 12));
  if (after && !leads(tokens, after)) return after.basis;
  // "on a GAAP basis, $0.73; on a non-GAAP basis, $0.91": one that does not follow the last number leads to this one.
  const last = quantities[index - 1]?.to ?? 0;
  const own = index > 0 ? basisPhrase(tokens, last, quantity.from) : null;
  if (own && leads(tokens, own)) return own.basis;
  if (link.mention?.basis) return link.mention.basis;
  if (isExcluding(sentence, quantity, next)) return 'ADJUSTED';
  return lastBasis(tokens, quantity.from);
}

/** `GAAP and non-GAAP operating expenses were $140 million and $88 million, respectively`: the numbers are in the order of the words. */
function pairedBasis({ words, start, tokens, quantities }: ReadSentence, index: number): Basis | null {
  const both = /\b(non-\s?)?GAAP\s+and\s+(non-\s?)?GAAP\b/i.exec(words);
  if (!both || Boolean(both[1]) === Boolean(both[2]) || !/\brespectively\b/i.test(words)) return null;
  const first = quantities.findIndex(({ from }) => (tokens[from]?.start ?? 0) > start + both.index);
  if (first < 0 || (index !== first && index !== first + 1)) return null;
  return (index === first) === Boolean(both[1]) ? 'ADJUSTED' : 'GAAP';
}

/** Said before a number, or after it where no other number follows: `net of which` the next one would be counted. */
function isExcluding({ words, start, tokens }: ReadSentence, quantity: Quantity, next: number): boolean {
  const said = EXCLUDING.exec(words);
  if (!said) return false;
  const [from, to] = [said.index + start, said.index + said[0].length + start];
  if (from < (tokens[quantity.from]?.start ?? 0)) return true;
  if (from > (tokens[next]?.start ?? Number.POSITIVE_INFINITY)) return false;
  // "EPS was $0.50; excluding special items, $0.60": a comma after it leads on to the next number.
  return next >= tokens.length || !/^\s*,/.test(words.slice(to - start));
}

interface Phrase {
  readonly basis: Basis;
  /** Index after the phrase. */
  readonly to: number;
}

/** The first `on a GAAP basis`, or GAAP right at the beginning, of a stretch of tokens; none beyond a semicolon that ends a clause. */
function basisPhrase(tokens: ReadSentence['tokens'], from: number, to: number): Phrase | null {
  for (let at = from; at < to; at += 1) {
    const word = tokens[at]?.lower ?? '';
    const follows = tokens[at + 1]?.lower === 'basis';
    // "14.2 % GAAP and 17.5 % non-GAAP"
    const isBeside = at - from <= 2 && (at === from || tokens[at - 1]?.text === '-');
    if (word === 'gaap' && (follows || isBeside))
      return { basis: isNon(tokens, at) ? 'ADJUSTED' : 'GAAP', to: at + (follows ? 2 : 1) };
    if (follows && /^(?:adjusted|underlying|core|normalized)$/.test(word)) return { basis: 'ADJUSTED', to: at + 2 };
  }
  return null;
}

/** A phrase that a comma or a verb follows speaks of the number to come. */
function leads(tokens: ReadSentence['tokens'], { to }: Phrase): boolean {
  // "$9.13 to $9.29 and on a non-GAAP basis $16.35": the number stands right behind it.
  const isLed = tokens.slice(Math.max(0, to - 7), to).some(({ lower }) => /^(?:and|but|while)$/.test(lower));
  if (isLed && tokens[to - 1]?.lower === 'basis' && /^[$€£\d]/.test(tokens[to]?.text ?? '')) return true;
  return (
    tokens[to - 1]?.lower === 'basis' &&
    /^(?:,|it|was|were|is|are|we|our|diluted|earnings|net|eps)$/.test(tokens[to]?.lower ?? '') &&
    !/^(?:and|or|up|down|compared|versus|which|an|a|representing|but|while|from|in|with|increasing|decreasing)$/.test(
      tokens[to + 1]?.lower ?? '',
    )
  );
}

/** The last basis named before a number. */
function lastBasis(tokens: ReadSentence['tokens'], to: number): Basis | null {
  for (let at = to - 1; at >= 0; at -= 1) {
    const word = tokens[at]?.lower ?? '';
    if (word === 'gaap') return isNon(tokens, at) ? 'ADJUSTED' : 'GAAP';
    if (tokens[at + 1]?.lower === 'basis' && /^(?:adjusted|underlying|core|normalized)$/.test(word)) return 'ADJUSTED';
  }
  return null;
}

function isNon(tokens: ReadSentence['tokens'], gaap: number): boolean {
  return tokens[gaap - 1]?.lower === 'non' || tokens[gaap - 2]?.lower === 'non';
}
