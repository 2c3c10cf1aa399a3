import { hasFiniteClause } from './finite-clause';
import { PERSON_NOUNS } from './lexicon/role-noun';
import type { Token } from './token';

/** Nouns before quoted words that are a name or a word under discussion: `the film “…”`, `the term “…”`. */
const NAMED_THING =
  /^(?:film|movie|book|song|show|series|program|programme|podcast|album|novel|magazine|column|essay|documentary|play|episode|newsletter|hashtag|nickname|nicknamed|titled|entitled|headlined|named|slogan|motto|so-called|called|dubbed|known|aka|codenamed)$/;

/** Nouns behind a quoted word that is a term of its trade: `a “hold” rating`. */
const TERM_HEAD =
  /^(?:ratings?|recommendation|button|status|category|list|clause|statute|tax|fee|charge|tactic|rule|function|option|key)$/;

/**
 * Whether quoted words were said by somebody: a whole clause that stands alone, or words that a verb of saying governs.
 * Titles, nicknames, terms and words held at arm's length are not.
 */
export function isSpoken(
  tokens: readonly Token[],
  at: number,
  attribution: { readonly verb: number | null } | null,
): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  const words = token.text.split(/\s+/).length;
  if (before && NAMED_THING.test(before.lower) && !(attribution?.verb === at - 1) && !hasFiniteClause(token.text))
    return false;
  // `his “Keepin’ It Real” radio program`
  if (
    (isTitle(token.text) || /^\p{Lu}\p{L}+$/u.test(token.text)) &&
    tokens.slice(at + 1, at + 3).some(({ lower }) => NAMED_THING.test(lower))
  )
    return false;
  // `a song for the film, “Letter Home,” said`, `a tactic known as “…”`, `a “sell” rating`
  if (
    isTitle(token.text) &&
    before?.text === ',' &&
    tokens.slice(Math.max(0, at - 8), at).some(({ lower }) => NAMED_THING.test(lower))
  )
    return false;
  if (
    before?.lower === 'as' &&
    /^(?:known|billed|marketed|listed|classified|styled)$/.test(tokens[at - 2]?.lower ?? '')
  )
    return false;
  if (words === 1 && /^(?:an?|the|its|their)$/.test(before?.lower ?? '') && TERM_HEAD.test(tokens[at + 1]?.lower ?? ''))
    return false;
  if (words >= 2 && isTitle(token.text) && isTitlePlace(tokens, at)) return false;
  if (attribution) return true;
  const alone = tokens.every(
    (other, index) => index === at || other.kind === 'quotation' || /^[.,;:!?…—–-]$/.test(other.text),
  );
  if (alone) return words >= 3 || (words >= 2 && /[.!?]$/.test(token.text)) || at === 0;
  if (at === 0 && words >= 3 && /[,.?!…—–]['’]?$/.test(token.text) && hasFiniteClause(token.text)) return true;
  return hasFiniteClause(token.text) && words >= 5 && /^[,:—–]$/.test(before?.text ?? ',');
}

/** Where titles stand: `on “…”`, `CBS's “…”`, `host of “…”`. */
function isTitlePlace(tokens: readonly Token[], at: number): boolean {
  const [before, outer] = [tokens[at - 1], tokens[at - 2]];
  if (!before) return false;
  if (before.lower === 'of')
    return (
      outer !== undefined && (PERSON_NOUNS.has(outer.lower) || /^(?:episode|edition|star|cast)$/.test(outer.lower))
    );
  return /^(?:on|in|to|for|with|by|from|his|her|its|the|an?|and|['’]s)$/.test(before.lower);
}

/** Every word that counts has a capital: `“Meet the Press”`. */
export function isTitle(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  const long = words.filter((word) => word.length > 3);
  return (
    words.length > 1 &&
    long.length > 0 &&
    long.every((word) => /^\p{Lu}/u.test(word)) &&
    !/[,!?]$/.test(text.slice(0, -1))
  );
}
