/** Letters that are doubled or not: `tarrifs` and `tariffs`. */
const single = (word: string): string => word.replace(/(.)\1+/g, '$1');

/** Whether a slip of typing may have made one word of the other: one slip, or letters that are doubled elsewhere. */
export const isNearlySame = (a: string, b: string): boolean => isSlip(a, b) || (a !== b && single(a) === single(b));

/**
 * Whether one word is no other than the other, mistyped: a letter left out, added or exchanged with its neighbour, and not at the ends, where
 * another letter makes another word ("compute", "computer", "compete").
 */
export function isMistyped(typed: string, word: string): boolean {
  if (typed === word || typed[0] !== word[0] || typed.slice(-2) !== word.slice(-2)) return false;
  if (single(typed) === single(word)) return true;
  return (
    isSlip(typed, word) && (typed.length !== word.length || [...typed].sort().join('') === [...word].sort().join(''))
  );
}

/** Whether one slip of typing makes one word of the other: a letter left out, added, changed, or two of them exchanged. */
export function isSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let back = 0;
  while (back < Math.min(a.length, b.length) - from && a[a.length - 1 - back] === b[b.length - 1 - back]) back++;
  const [left, right] = [a.slice(from, a.length - back), b.slice(from, b.length - back)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
