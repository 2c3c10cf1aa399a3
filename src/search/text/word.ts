import { foldText } from './fold-text';

/** A half-open range of what was typed, in UTF-16 units. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A word as it was typed. */
export interface Word extends Place {
  readonly text: string;
  /** Without accents, case and the possessive. */
  readonly folded: string;
  readonly isCapital: boolean;
  readonly isPossessive: boolean;
}

/** Letters and digits, with what holds them together: `R&D`, `Amazon.com`, `U.S.`; a hyphen parts words. */
const WORD = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}\p{M}]+(?:[&.'’][\p{L}\p{N}\p{M}]+)*['’]?/gu;

export function wordsOf(typed: string): Word[] {
  return [...typed.matchAll(WORD)].map((match) => {
    const text = match[0];
    const folded = foldText(text);
    const bare = folded
      .replace(/(?<=[^'])'s?$/, '')
      .replace(/^((?:[a-z]\.)+)$/, (initials) => initials.replaceAll('.', ''));
    return {
      text,
      folded: bare,
      start: match.index,
      end: match.index + text.length,
      isCapital: /^[\p{Lu}\p{Lt}]/u.test(text) || /\p{Ll}\p{Lu}/u.test(text),
      isPossessive: /'s$|s'$/.test(folded),
    };
  });
}

export const overlaps = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end;
