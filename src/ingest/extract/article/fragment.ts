import type { SentenceAttribution } from './attribution';
import { hasFiniteClause } from './finite-clause';
import type { Token } from './token';

/** Nouns before quoted words that are a name or a word under discussion: `the film “…”`, `the term “…”`. */
const NAMED_THING =
  /^(?:film|movie|book|song|show|series|program|programme|podcast|album|novel|magazine|column|essay|documentary|play|episode|newsletter|hashtag|nickname|nicknamed|titled|entitled|headlined|named|slogan|motto|so-called|called|dubbed|known|aka|codenamed)$/;

/**
 * Whether quoted words were said by somebody: a whole clause that stands alone, or words that a verb of saying governs.
 * Titles, nicknames, terms and words held at arm's length are not.
 */
export function isSpokenFragment(
  tokens: readonly Token[],
  at: number,
  attribution: SentenceAttribution | null,
): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  const words = token.text.split(/\s+/).length;
  if (before && NAMED_THING.test(before.lower) && !(attribution?.verb === at - 1) && !hasFiniteClause(token.text))
    return false;
  if (
    isTitle(token.text) &&
    words >= 2 &&
    /^(?:on|in|of|to|for|with|by|from|his|her|its|the|and|a)$/.test(before?.lower ?? '')
  )
    return false;
  if (attribution) return true;
  const alone = tokens.every(
    (other, index) => index === at || other.kind === 'quotation' || /^[.,;:!?…—–-]$/.test(other.text),
  );
  if (alone) return words >= 3 || (words >= 2 && /[.!?]$/.test(token.text)) || at === 0;
  return hasFiniteClause(token.text) && words >= 5 && /^[,:—–]$/.test(before?.text ?? ',');
}

/** Every word that counts has a capital: `“Meet the Press”`. */
function isTitle(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  const long = words.filter((word) => word.length > 3);
  return (
    words.length > 1 &&
    long.length > 0 &&
    long.every((word) => /^\p{Lu}/u.test(word)) &&
    !/[,!?]$/.test(text.slice(0, -1))
  );
}
