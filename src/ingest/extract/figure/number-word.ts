import type { Token } from './token';

/** What a run of number words says: the number as a decimal text and the token after it. */
export interface SpokenNumber {
  readonly digits: string;
  readonly next: number;
  /** A single small word (`one of them`, `two deals`) is hardly ever a figure; a unit has to follow. */
  readonly isSingleWord: boolean;
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const SMALL = new Map(ONES.map((word, value) => [word, value]));
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 20 + i * 10]),
);

/** Whether a word can begin a spoken number; a cheap test before the parse. */
export function beginsNumber(lower: string): boolean {
  return SMALL.has(lower) || TENS.has(lower) || lower === 'a' || lower === 'an' || lower === 'half';
}

/**
 * Reads `twenty-two`, `one hundred and five`, `two point five`, `one and a half`, `half a`, `a`; scales from thousand up
 * are left to the caller, since they are written after digits too. Null where no number stands.
 */
export function readSpokenNumber(tokens: readonly Token[], from: number): SpokenNumber | null {
  const first = tokens[from]?.lower ?? '';
  if (first === 'half' && (tokens[from + 1]?.lower === 'a' || tokens[from + 1]?.lower === 'of'))
    return { digits: '0.5', next: from + 2, isSingleWord: false };
  if (first === 'a' || first === 'an') {
    if (tokens[from + 1]?.lower === 'half') return { digits: '0.5', next: from + 2, isSingleWord: false };
    const hundred = tokens[from + 1]?.lower === 'hundred';
    return hundred
      ? { digits: '100', next: from + 2, isSingleWord: false }
      : { digits: '1', next: from + 1, isSingleWord: true };
  }
  const whole = readBelowThousand(tokens, from);
  if (!whole) return null;
  const fraction = readPoint(tokens, whole.next);
  if (fraction) return { digits: `${whole.value}.${fraction.digits}`, next: fraction.next, isSingleWord: false };
  const [and, a, half] = [tokens[whole.next], tokens[whole.next + 1], tokens[whole.next + 2]];
  if (and?.lower === 'and' && a?.lower === 'a' && half?.lower === 'half')
    return { digits: `${whole.value}.5`, next: whole.next + 3, isSingleWord: false };
  return { digits: String(whole.value), next: whole.next, isSingleWord: whole.next === from + 1 };
}

function readBelowThousand(tokens: readonly Token[], from: number): { value: number; next: number } | null {
  const head = readBelowHundred(tokens, from);
  if (!head) return null;
  if (tokens[head.next]?.lower !== 'hundred') return head;
  let at = head.next + 1;
  if (tokens[at]?.lower === 'and') at += 1;
  const rest = readBelowHundred(tokens, at);
  if (!rest) return { value: head.value * 100, next: head.next + 1 };
  return { value: head.value * 100 + rest.value, next: rest.next };
}

function readBelowHundred(tokens: readonly Token[], from: number): { value: number; next: number } | null {
  const word = tokens[from]?.lower ?? '';
  const tens = TENS.get(word);
  if (tens === undefined) {
    const small = SMALL.get(word);
    return small === undefined ? null : { value: small, next: from + 1 };
  }
  const at = tokens[from + 1]?.text === '-' ? from + 2 : from + 1;
  const ones = SMALL.get(tokens[at]?.lower ?? '');
  return ones !== undefined && ones > 0 && ones < 10
    ? { value: tens + ones, next: at + 1 }
    : { value: tens, next: from + 1 };
}

/** The digits after a spoken point: `point five`, `point two five`, `point oh five`, `point twenty five`. */
function readPoint(tokens: readonly Token[], from: number): { digits: string; next: number } | null {
  if (tokens[from]?.lower !== 'point') return null;
  let digits = '';
  let at = from + 1;
  for (; at < tokens.length; ) {
    const word = tokens[at]?.lower ?? '';
    const small = word === 'oh' || word === 'o' ? 0 : SMALL.get(word);
    if (small !== undefined && small < 10) {
      digits += small;
      at += 1;
      continue;
    }
    const tens = digits === '' ? readBelowHundred(tokens, at) : null;
    if (tens) {
      digits = String(tens.value);
      at = tens.next;
    }
    break;
  }
  return digits === '' ? null : { digits, next: at };
}
