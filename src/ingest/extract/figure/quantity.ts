import { compareDecimals, type DecimalText } from '../../../domain/money/decimal';
import type { FigureQualifier } from '../../extraction';
import { type Amount, amountValue, readAmount, type UnitClass } from './amount';
import { isNoFigure } from './no-figure';
import { type Qualified, readQualifier } from './qualifier';
import { isGlued, type Token } from './token';

/** A number, or two that bound a range, with unit and how exact its words are. */
export interface Quantity {
  /** Token indices; the qualifier's words lie before `from` or after `to` and are not counted in. */
  readonly from: number;
  readonly to: number;
  /** Index of the first word of the qualifier; equals `from` without one. */
  readonly qualifierFrom: number;
  readonly value: DecimalText | null;
  readonly low: DecimalText | null;
  readonly high: DecimalText | null;
  readonly unit: UnitClass;
  readonly currency: string | null;
  readonly qualifier: FigureQualifier;
  /** `per diluted share`, `a share`, `/share` follows. */
  readonly isPerShare: boolean;
  readonly isSpoken: boolean;
  readonly hasScale: boolean;
}

/** More numbers than anybody says in a sentence: a list or a table that lost its lines, in which words and numbers do not pair. */
export const MOST_QUANTITIES = 40;

/** Every quantity of a sentence, in order, or the first too many; years, dates, times, ranks and numbers of things are none. */
export function quantitiesOf(tokens: readonly Token[]): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length && found.length <= MOST_QUANTITIES; ) {
    const first = readAmount(tokens, at);
    if (!first || isNoFigure(tokens, first)) {
      at = first ? Math.max(first.to, at + 1) : at + 1;
      continue;
    }
    const plain = isConversion(tokens, first, found.at(-1)) ? { ...first, negative: false } : first;
    const quantity = readRange(tokens, plain, found.at(-1)) ?? single(tokens, plain);
    if (quantity) found.push(quantity);
    at = Math.max(quantity?.to ?? first.to, at + 1);
  }
  return found;
}

/** `$190 million (€175 million)`: an amount in brackets right behind another is the same in other money, no accountant's minus. */
function isConversion(tokens: readonly Token[], first: Amount, last: Quantity | undefined): boolean {
  return (
    last !== undefined &&
    last.to === first.from &&
    tokens[first.from]?.text === '(' &&
    last.unit === 'MONEY' &&
    first.unit === 'MONEY'
  );
}

function single(tokens: readonly Token[], amount: Amount): Quantity | null {
  const value = amountValue(amount);
  if (value === null) return null;
  const margin = readPlusMinus(tokens, amount, value);
  const qualified = readQualifier(tokens, amount.from, margin?.to ?? amount.to);
  return finish(tokens, amount, margin?.to ?? amount.to, qualified, {
    value,
    low: null,
    high: null,
    ...(margin ? { qualifier: 'APPROXIMATELY' as const } : {}),
  });
}

/** `plus or minus 2 %`, said of an outlook's middle: the number holds, roughly; the margin is no figure of its own. */
function readPlusMinus(tokens: readonly Token[], amount: Amount, value: DecimalText): { to: number } | null {
  let at = amount.to;
  if (tokens[at]?.text === ',') at += 1;
  if (tokens[at]?.text === '±') at += 1;
  else if (tokens[at]?.lower === 'plus' && tokens[at + 2]?.lower === 'minus') at += 3;
  else return null;
  const margin = readAmount(tokens, at);
  return margin && value !== null ? { to: margin.to } : null;
}

function readRange(tokens: readonly Token[], first: Amount, last: Quantity | undefined): Quantity | null {
  const before = tokens[first.from - 1]?.lower ?? '';
  const isBetween = before === 'between' || tokens[first.from - 2]?.lower === 'between';
  const joint = tokens[first.to];
  if (!joint) return null;
  const dash = /^[-–—−]$/.test(joint.text);
  const isLed = isBetween || isRangeLed(tokens, first.from);
  const joins =
    dash ||
    joint.lower === 'to' ||
    joint.lower === 'through' ||
    (isLed && (joint.lower === 'and' || joint.text === '/' || joint.text === ','));
  // "to $5.10 to $5.20 from $4.90 to $5.05": what a range is raised from is a range.
  const isFormer = last?.qualifier === 'RANGE' && first.from - last.to <= 4;
  if (!joins || (!isFormer && isChangeFrom(tokens, first))) return null;
  let at = first.to + 1;
  // "$88.5 to about $90", "-- between", "to a loss of": only a hedge may stand between.
  if (/^(?:about|roughly|approximately|around)$/.test(tokens[at]?.lower ?? '')) at += 1;
  // "down 1 % to down 2.5 %": both ends have the direction of the first.
  const led = tokens[first.from - 1]?.lower;
  if ((led === 'down' || led === 'up') && tokens[at]?.lower === led) at += 1;
  if (dash && tokens[at]?.text === '-') at += 1;
  const second = readAmount(tokens, at);
  if (!second || isNoFigure(tokens, { ...second, from: at })) return null;
  const paired = pair(first, second);
  if (!paired) return null;
  const [a, b] = paired;
  const ends = compareDecimals(a, b) <= 0 ? { low: a, high: b } : { low: b, high: a };
  // 2020-2021 and 3-2 are no ranges of figures; money and percentages are.
  if (second.unit === 'PLAIN' && first.unit === 'PLAIN' && !second.scale && dash && !isGlued(joint, tokens[at]))
    return null;
  const unit = second.unit === 'PLAIN' ? first.unit : second.unit;
  const currency = second.currency ?? first.currency;
  const joined: Amount = { ...second, from: first.from, unit, currency };
  const qualified = readQualifier(tokens, first.from, second.to);
  return finish(tokens, joined, second.to, qualified, { value: null, ...ends, qualifier: 'RANGE' });
}

/** `in the range of $6.15 billion and $6.25 billion`, `a range of $5.575 billion, $5.675 billion`: the words before say that two ends come. */
function isRangeLed(tokens: readonly Token[], from: number): boolean {
  const before = tokens.slice(Math.max(0, from - 4), from).map(({ lower }) => lower);
  return before.some(
    (word, at) =>
      /^rang(?:e|es|ing)$/.test(word) &&
      before.slice(at + 1).every((next) => /^(?:of|from|between|about|approximately|is|a|loss)$/.test(next)),
  );
}

const HAS_CHANGED =
  /^(?:increased|decreased|rose|fell|grew|declined|climbed|dropped|jumped|gained|advanced|slipped|shrank|surged|improved)$/;

/** `reduced from $12 billion to $5.1 billion` tells of a change; `ranging from 5 to 7` of a range. */
function isChangeFrom(tokens: readonly Token[], first: Amount): boolean {
  let at = first.from - 1;
  // "decreased by $12.3 million to $204.5 million"
  if (tokens[at]?.lower === 'by' && /(?:ed|s|ing|fell|rose|grew)$/.test(tokens[at - 1]?.lower ?? '')) return true;
  if (/^(?:about|roughly|approximately|around|nearly)$/.test(tokens[at]?.lower ?? '')) at -= 1;
  // "increased $3.1 million to $19.9 million": what has happened went by the first to the second; an outlook may range.
  if (first.unit === 'MONEY' && HAS_CHANGED.test(tokens[at]?.lower ?? '')) return true;
  if (tokens[at]?.lower !== 'from') return false;
  for (let back = at - 1; back >= Math.max(0, at - 60); back -= 1)
    if (/^(?:rang\w*|anywhere|vary|varies)$/.test(tokens[back]?.lower ?? '')) return false;
  return true;
}

/** Values of both ends: what the first leaves unsaid (scale, unit, currency) it has from the second. */
function pair(first: Amount, second: Amount): [DecimalText, DecimalText] | null {
  // "down 20.5 % to 119.5 million": a scale without a currency is no percentage.
  const isMixed = (a: Amount, b: Amount) => a.unit === 'PERCENT' && b.unit === 'PLAIN' && b.scale !== null;
  const isSame =
    !isMixed(first, second) &&
    !isMixed(second, first) &&
    (first.unit === second.unit || first.unit === 'PLAIN' || second.unit === 'PLAIN');
  if (!isSame || (first.currency && second.currency && first.currency !== second.currency)) return null;
  const high = amountValue(second);
  if (high === null) return null;
  const scales = first.scale !== null || second.scale === null ? [first.scale] : [second.scale, second.scale - 3, null];
  // "$995 to 1.005 billion": the first is meant in millions, or it would be the larger by far.
  for (const scale of scales) {
    const low = amountValue({ ...first, scale });
    if (low !== null && (scales.length === 1 || compareDecimals(low, high) <= 0)) return [low, high];
  }
  const low = amountValue({ ...first, scale: second.scale });
  return low === null ? null : [low, high];
}

function finish(
  tokens: readonly Token[],
  amount: Amount,
  to: number,
  qualified: Qualified,
  numbers: Pick<Quantity, 'value' | 'low' | 'high'> & { qualifier?: FigureQualifier },
): Quantity {
  const perShare = amount.unit === 'MONEY' ? perShareEnd(tokens, to) : null;
  return {
    from: amount.from,
    to: perShare ?? qualified.to,
    qualifierFrom: qualified.from,
    value: numbers.value,
    low: numbers.low,
    high: numbers.high,
    unit: amount.unit,
    currency: amount.currency,
    qualifier: numbers.qualifier ?? qualified.qualifier,
    isPerShare: perShare !== null,
    isSpoken: amount.isSpoken,
    hasScale: amount.scale !== null && amount.scale > 0,
  };
}

/** The token after `per diluted share`, `a share`, `per common share`, `/share`; null without. */
function perShareEnd(tokens: readonly Token[], from: number): number | null {
  const joint = tokens[from]?.lower ?? '';
  let at = from;
  if (/^(?:of|in)$/.test(joint)) {
    // "$4.95 of earnings per diluted share"
    const limit = Math.min(tokens.length, from + 6);
    for (at = from + 1; at < limit; at += 1) if (tokens[at]?.lower === 'per') break;
    if (tokens[at]?.lower !== 'per' || !/^(?:earnings|income|loss)$/.test(tokens[at - 1]?.lower ?? '')) return null;
    // The words after it are those of its measure: they are read as such.
    return from;
  } else if (!/^(?:per|a|an|\/)$/.test(joint)) return null;
  const limit = Math.min(tokens.length, at + 5);
  for (let next = at + 1; next < limit; next += 1) {
    const word = tokens[next]?.lower ?? '';
    if (/^(?:share|shares|ads|unit|stock)$/.test(word)) return next + 1;
    if (!/^(?:diluted|basic|fully|common|ordinary|and|american|depositary|class|a|b|-)$/.test(word)) return null;
  }
  return null;
}
