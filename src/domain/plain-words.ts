/** Code points of a text that are searched (the function earshot_plain_words of the database has the same bound). */
export const SEARCHED = 50_000;

/** Joins what it stands in to one word: "AT&T", and a soft hyphen. */
const JOINERS = /[&\u00ad]/g;
const JOINER = /^[&\u00ad]$/;

const SEPARATORS = new RegExp(
  '[\\u0000-\\u001f\\u0021-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00a9\\u00ab-\\u00b4\\u00b6-\\u00b9\\u00bb-\\u00bf\\u00d7\\u00f7\\u2000-\\u2bff' +
    '\\u2e00-\\u2e7f\\u3000-\\u3004\\u3008-\\u3020\\u3030\\ufe10-\\ufe1f\\ufe30-\\ufe6f\\ufeff\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40' +
    '\\uff5b-\\uff65\\ufff0-\\uffff\\u{1f000}-\\u{1faff}]',
  'gu',
);

/**
 * Words without what stands in and between them, as earshot_plain_words of the database makes them: what is typed is compared with what
 * is stored by the same rule. Holds nothing that the syntax of tsquery knows.
 */
export function plainWords(text: string): string {
  return text.replace(JOINERS, '').replace(SEPARATORS, ' ');
}

/** The place in the text, in code points, of each code point of its plain words, and at last the place behind the one before. */
export function plainPlaces(points: readonly string[]): number[] {
  const places: number[] = [];
  const end = Math.min(points.length, SEARCHED);
  for (let i = 0; i < end; i++) if (!JOINER.test(points[i] as string)) places.push(i);
  return places;
}
