import type { FigureQualifier } from '../../extraction';
import type { Token } from './token';

export interface Qualified {
  readonly qualifier: FigureQualifier;
  /** Index of the first word of the qualifier, and of the token after the last word of one that follows. */
  readonly from: number;
  readonly to: number;
}

/** Hedges before a number, longest first; words apart by single spaces. */
const BEFORE: readonly (readonly [string, FigureQualifier])[] = [
  ['a little bit over', 'AT_LEAST'],
  ['a little over', 'AT_LEAST'],
  ['no less than', 'AT_LEAST'],
  ['not less than', 'AT_LEAST'],
  ['no fewer than', 'AT_LEAST'],
  ['in excess of', 'AT_LEAST'],
  ['a minimum of', 'AT_LEAST'],
  ['at a minimum', 'AT_LEAST'],
  ['no more than', 'AT_MOST'],
  ['not more than', 'AT_MOST'],
  ['a maximum of', 'AT_MOST'],
  ['as much as', 'AT_MOST'],
  ['as many as', 'AT_MOST'],
  ['in the neighborhood of', 'APPROXIMATELY'],
  ['in the vicinity of', 'APPROXIMATELY'],
  ['on the order of', 'APPROXIMATELY'],
  ['at least', 'AT_LEAST'],
  ['more than', 'AT_LEAST'],
  ['greater than', 'AT_LEAST'],
  ['better than', 'AT_LEAST'],
  ['higher than', 'AT_LEAST'],
  ['just over', 'AT_LEAST'],
  ['well over', 'AT_LEAST'],
  ['north of', 'AT_LEAST'],
  ['upwards of', 'AT_LEAST'],
  ['up to', 'AT_MOST'],
  ['at most', 'AT_MOST'],
  ['less than', 'AT_MOST'],
  ['fewer than', 'AT_MOST'],
  ['lower than', 'AT_MOST'],
  ['just under', 'NEARLY'],
  ['just below', 'NEARLY'],
  ['just shy of', 'NEARLY'],
  ['close to', 'NEARLY'],
  ['just about', 'APPROXIMATELY'],
  ['over', 'AT_LEAST'],
  ['exceeding', 'AT_LEAST'],
  ['exceeded', 'AT_LEAST'],
  ['exceed', 'AT_LEAST'],
  ['exceeds', 'AT_LEAST'],
  ['topping', 'AT_LEAST'],
  ['above', 'AT_LEAST'],
  ['under', 'AT_MOST'],
  ['below', 'AT_MOST'],
  ['nearly', 'NEARLY'],
  ['almost', 'NEARLY'],
  ['approaching', 'NEARLY'],
  ['about', 'APPROXIMATELY'],
  ['approximately', 'APPROXIMATELY'],
  ['approx', 'APPROXIMATELY'],
  ['roughly', 'APPROXIMATELY'],
  ['around', 'APPROXIMATELY'],
  ['circa', 'APPROXIMATELY'],
  ['some', 'APPROXIMATELY'],
  ['an estimated', 'APPROXIMATELY'],
  ['~', 'APPROXIMATELY'],
  ['≈', 'APPROXIMATELY'],
];

const HEDGES = BEFORE.map(([words, qualifier]) => ({ words: words.split(' ').reverse(), qualifier }));

/** Reads the hedge around a number: `nearly $60 billion`, `5 % or more`, `$20 billion plus`, `3,000+`. */
export function readQualifier(tokens: readonly Token[], from: number, to: number): Qualified {
  const after = readAfter(tokens, to);
  if (after) return { ...after, from };
  // "exceeded our guidance of" has no hedge; an article may stand between hedge and number ("nearly a billion").
  for (const { words, qualifier } of HEDGES) {
    if (words.every((word, back) => tokens[from - 1 - back]?.lower === word))
      return { qualifier, from: from - words.length, to };
  }
  return { qualifier: 'EXACTLY', from, to };
}

function readAfter(tokens: readonly Token[], to: number): Pick<Qualified, 'qualifier' | 'to'> | null {
  const [first, second] = [tokens[to], tokens[to + 1]?.lower ?? ''];
  if (first?.text === '+') return { qualifier: 'AT_LEAST', to: to + 1 };
  if (first?.lower !== 'or') return null;
  if (/^(?:more|higher|better|greater|above)$/.test(second)) return { qualifier: 'AT_LEAST', to: to + 2 };
  if (/^(?:less|lower|fewer|below)$/.test(second)) return { qualifier: 'AT_MOST', to: to + 2 };
  if (second === 'so') return { qualifier: 'APPROXIMATELY', to: to + 2 };
  return null;
}
