import type { Link } from './link';
import type { Basis } from './measure-mention';
import type { Quantity } from './quantity';
import type { ReadSentence } from './sentence';

/** What newswires say for adjusted. */
const EXCLUDING =
  /\b(?:excluding|before|adjusted\s+for|stripping\s+out)\s+(?:certain|special|one[\s-]time|non-?recurring|unusual|exceptional|some)\s+(?:items|charges|costs|gains|expenses)|\bex-items\b/i;

/** By which rules a number is counted: said after it, with its measure, or before it; null where nothing tells. */
export function basisOf({ words, tokens, quantities }: ReadSentence, index: number, link: Link): Basis | null {
  const quantity = quantities[index] as Quantity;
  const next = quantities[index + 1]?.qualifierFrom ?? tokens.length;
  const after = basisBetween(tokens, quantity.to, Math.min(next, quantity.to + 12));
  if (after) return after;
  // "$0.15 to $0.30 on a GAAP basis": of two numbers that share a basis, only the last is followed by it.
  if (link.mention?.basis) return link.mention.basis;
  if (EXCLUDING.test(words)) return 'ADJUSTED';
  return basisBetween(tokens, 0, quantity.from, true);
}

/** The first, or from the end the last, `on a GAAP basis` or `non-GAAP` between two tokens. */
function basisBetween(tokens: ReadSentence['tokens'], from: number, to: number, fromEnd = false): Basis | null {
  let found: Basis | null = null;
  for (let at = from; at < to; at += 1) {
    const word = tokens[at]?.lower ?? '';
    const follows = tokens[at + 1]?.lower === 'basis';
    // "14.2 % GAAP and 17.5 % non-GAAP"
    const isBeside = !fromEnd && at - from <= 2 && (at === from || tokens[at - 1]?.text === '-');
    if (word === 'gaap' && (follows || fromEnd || isBeside)) {
      const isNon = tokens[at - 1]?.lower === 'non' || tokens[at - 2]?.lower === 'non';
      found = isNon ? 'ADJUSTED' : 'GAAP';
    } else if (follows && /^(?:adjusted|underlying|core|normalized)$/.test(word)) found = 'ADJUSTED';
    else if (follows && word === 'reported' && fromEnd) found ??= null;
    if (found && !fromEnd) return found;
  }
  return found;
}
