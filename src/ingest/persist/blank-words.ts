import { nameKey } from '../../language/name/name-key';
import type { Span } from '../../language/span';

/** Stands for each code point of words that were taken out, so that all offsets stay what they were. */
export const BLANK = '█';

/** The text with spans of it blanked, code point by code point. */
export function blankSpans(text: string, spans: readonly Span[]): string {
  const points = Array.from(text);
  for (const { start, end } of spans) points.fill(BLANK, start, Math.min(end, points.length));
  return points.join('');
}

export const blankAll = (text: string): string => BLANK.repeat(Array.from(text).length);

/**
 * Where any of the names stands, whole; white space in a name may be any white space. Full names stand in whatever capitals, surnames as
 * they are written or in capitals alone: `Price` is a person, `price` none.
 */
export function placesOf(text: string, names: readonly string[]): Span[] {
  const words = names.map((name) => name.trim().split(/\s+/)).filter(([first]) => first !== '');
  const full = words.filter(({ length }) => length > 1).map((name) => name.map(escapeWord).join('\\s+'));
  const single = words
    .filter(({ length }) => length === 1)
    .flatMap(([word = '']) => [...new Set([word, word.toUpperCase()])].map(escapeWord));
  return [...placesOfForms(text, full, 'giu'), ...placesOfForms(text, single, 'gu')];
}

/** The end of a name is no letter or digit, and the beginning none. */
const whole = (forms: readonly string[]): string => {
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  return `(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`;
};

function placesOfForms(text: string, forms: readonly string[], flags: string): Span[] {
  if (forms.length === 0) return [];
  const pattern = new RegExp(whole(forms), flags);
  const places: Span[] = [];
  let point = 0;
  let unit = 0;
  for (const match of text.matchAll(pattern)) {
    point += Array.from(text.slice(unit, match.index)).length;
    const length = Array.from(match[0]).length;
    places.push({ start: point, end: point + length });
    point += length;
    unit = match.index + match[0].length;
  }
  return places;
}

const escapeWord = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether an address or a key spells any of the names, with or without accents: `ada-lindqvist`, `ada_lindqvist`, `adalindqvist`. */
export function spells(address: string, names: readonly string[]): boolean {
  const forms = names
    .flatMap((name) => [name, nameKey(name)])
    .map((name) => name.trim().split(/\s+/).map(escapeWord).join('(?:%20|[-_+.\\s])*'))
    .filter((form) => form !== '');
  return forms.length > 0 && new RegExp(whole(forms), 'iu').test(address);
}

/** Words in which names are blanked: a title, a label. */
export const blankNames = (words: string, names: readonly string[]): string =>
  blankSpans(words, placesOf(words, names));

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
