import type { Span } from '../span';

/** Stands for each code point of words that were taken out, so that all offsets stay what they were. */
export const BLANK = '█';

/** The text with spans of it blanked, code point by code point. */
export function blankSpans(text: string, spans: readonly Span[]): string {
  const points = Array.from(text);
  for (const { start, end } of spans) points.fill(BLANK, start, Math.min(end, points.length));
  return points.join('');
}

export const blankAll = (text: string): string => BLANK.repeat(Array.from(text).length);

/** Where any of the names stands, whole and in whatever capitals; white space in a name may be any white space. */
export function placesOf(text: string, names: readonly string[]): Span[] {
  const forms = names
    .filter((name) => name.trim() !== '')
    .sort((a, b) => b.length - a.length)
    .map((name) => name.trim().split(/\s+/).map(escapeWord).join('\\s+'));
  if (forms.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
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

/** Words in which names are blanked: a title, a label. */
export const blankNames = (words: string, names: readonly string[]): string =>
  blankSpans(words, placesOf(words, names));

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
