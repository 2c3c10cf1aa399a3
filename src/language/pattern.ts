/**
 * Every match of a global pattern in a text, in order, none of them empty. `matchAll` makes a new expression on every call,
 * which the engine may have to compile anew; this leaves a pattern compiled.
 */
export function everyMatch(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex += 1;
    else found.push(match);
  }
  return found;
}
