/** Joins the lines of a paragraph; `isKnown` tells whether the text has a word elsewhere, in lower case. */
export function joinLines(lines: readonly string[], isKnown: (word: string) => boolean): string {
  let joined = '';
  for (const line of lines) {
    const head = /(\p{L}+)[-‐]$/u.exec(joined);
    const tail = /^(\p{Ll}+)/u.exec(line);
    if (head && tail) {
      // A word broken at the line's end loses its hyphen only where the whole word is known and the parts are not words of their own.
      const whole = `${head[1]}${tail[1]}`.toLowerCase();
      const isBroken =
        isKnown(whole) ||
        (!isKnown((head[1] as string).toLowerCase()) && !isKnown(`${head[1]}-${tail[1]}`.toLowerCase()));
      joined = isBroken ? joined.slice(0, -1) + line : joined + line;
    } else if (/[-‐]$/.test(joined) && /\w[-‐]$/.test(joined) && /^\p{L}/u.test(line)) joined += line;
    else joined = joined ? `${joined} ${line}` : line;
  }
  return joined;
}

/** The words of a text that stand whole within a line, and their hyphenated compounds. */
export function wordsOf(lines: readonly string[]): (word: string) => boolean {
  const words = new Set<string>();
  for (const line of lines)
    for (const match of line.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) {
      const isBroken = match.index + match[0].length === line.length - 1 && /[-‐]$/.test(line);
      if (!isBroken) words.add(match[0].toLowerCase());
    }
  return (word) => words.has(word);
}
