/**
 * Text that is a string while it is short, and pieces of UTF-8 from there on. A string of many megabytes that is made of small ones has to be
 * flattened and encoded before it can be sent, which takes three times its length; pieces are encoded as they come about, and sent as they are.
 */
export type LongText = string | readonly Buffer[];

/** Characters of a piece. Below this a text stays a string. */
export const PIECE_LENGTH = 64 * 1024;

export function toText(text: LongText): string {
  return typeof text === 'string' ? text : Buffer.concat(text).toString();
}

export function byteLength(text: LongText): number {
  if (typeof text === 'string') return Buffer.byteLength(text);
  let bytes = 0;
  for (const piece of text) bytes += piece.length;
  return bytes;
}

/** The same with something before and behind it. */
export function wrap(before: string, text: LongText, behind: string): LongText {
  if (typeof text === 'string') return `${before}${text}${behind}`;
  return [Buffer.from(before), ...text, Buffer.from(behind)];
}
