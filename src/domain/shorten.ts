/**
 * What somebody typed or a file holds as a message names it: above `longest` characters (UTF-16 units) its beginning and `…`. A character of two
 * units is not cut in half: an answer with one half of it would be no Unicode, which strict readers of JSON refuse as a whole.
 */
export function shorten(text: string, longest = 60): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
