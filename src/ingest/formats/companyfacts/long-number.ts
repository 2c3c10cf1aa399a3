/**
 * A number of a row as JSON writes it. The key with both its quotes cannot stand inside a string, where quotes are escaped.
 */
const VALUE = /("val"\s*:\s*)(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?=[\s,}\]])/g;

/** A float gives back the decimal it was read from as long as that has no more than 15 digits. */
const SAFE_DIGITS = 15;

/**
 * Puts quotes around the values that JSON.parse would round, so that they arrive as text; `found` tells how many there are.
 * Node 20 gives a reviver no access to the literal, and a parser of our own would take ten times as long for the same.
 */
export function quoteLongNumbers(text: string): { readonly text: string; readonly found: number } {
  let found = 0;
  const quoted = text.replace(VALUE, (whole, key: string, number: string) => {
    if (number.length <= SAFE_DIGITS && !/[eE]/.test(number)) return whole;
    found += 1;
    return `${key}"${number}"`;
  });
  return { text: quoted, found };
}
