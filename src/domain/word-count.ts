/** Runs of anything but the white space of ASCII, which Postgres and JavaScript mean alike (an unbreakable space belongs to its word). */
const WORD = /[^ \t\n\r\f\v]+/g;

/** How many words a text has. */
export const countWords = (text: string): number => text.match(WORD)?.length ?? 0;

/** The same, of an SQL expression. */
export const wordCountOf = (expression: string): string => `regexp_count(${expression}, '[^ \\t\\n\\r\\f\\v]+')`;
