import type { Amount } from './amount';
import { isGlued, type Token } from './token';

const MONTH =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)$/;

/** Words before a number that make it a name or a place: slide 11, Form 10, top 20, Q 2, Vision '22. */
const NAMING =
  /^(?:slide|slides|page|pages|form|item|note|top|number|no|chapter|section|exhibit|table|figure|rule|phase|version|level|class|series|room|suite|box|star|press|dial|option|passcode|id|code|covid|fortune|global|version|llama|gpt|iphone|windows|model|generation|gen|act|part|step|star)$/;

/** Letters that may touch a number as its scale or unit. */
const UNIT_LETTERS = /^(?:k|m|mm|mn|b|bn|t|tn|cr|x|bps|bp|million|billion|trillion|usd|eur|gbp)$/;

/** A number that measures nothing: year, day, time, rank, address, telephone, model, part of a word. */
export function isNoFigure(tokens: readonly Token[], amount: Amount): boolean {
  const before = tokens[amount.from - 1];
  const first = tokens[amount.from];
  const after = tokens[amount.to];
  if (amount.unit === 'PERCENT') return isNamedPercent(tokens, amount);
  if (amount.currency !== null) return false;
  if (isGluedName(tokens, amount)) return true;
  if (before && NAMING.test(before.lower))
    return amount.scale === null || /^(?:form|section|rule|note|slide|page|item)$/.test(before.lower);
  if (amount.unit !== 'PLAIN' || amount.isSpoken)
    return amount.isSpoken && amount.unit === 'PLAIN' && amount.scale === null;
  if (before && MONTH.test(before.lower)) return true;
  if (after && MONTH.test(after.lower)) return true;
  if (amount.scale !== null) return false;
  // Llama 4, iPhone 12, Windows 11: a small whole number after a name is part of it.
  if (before && amount.from > 1 && /^\p{Lu}\p{L}*\p{Ll}/u.test(before.text) && /^\d{1,2}$/.test(first?.text ?? ''))
    return true;
  if (first && /^(?:19|20)\d\d$/.test(first.text)) return true;
  // 5:14, 1/3, 24/7, #1, 555-0100, '22
  const joints = /^[:/#'’‘]$/;
  if (before && joints.test(before.text) && isGlued(before, first)) return true;
  if (after && /^[:/'’]$/.test(after.text) && isGlued(tokens[amount.to - 1], after)) return true;
  return /^(?:am|pm|st|nd|rd|th|p|a)$/.test(after?.lower ?? '') && isGlued(tokens[amount.to - 1], after);
}

/** COVID-19, F-150, 10-K, 14-year, 5G: the number is a part of a word. */
function isGluedName(tokens: readonly Token[], { from, to, unit }: Amount): boolean {
  const [before, first, last, after] = [tokens[from - 1], tokens[from], tokens[to - 1], tokens[to]];
  const isHyphen = (token: Token | undefined) => token !== undefined && /^[-–]$/.test(token.text);
  if (
    isHyphen(before) &&
    isGlued(before, first) &&
    isGlued(tokens[from - 2], before) &&
    tokens[from - 2]?.kind === 'WORD'
  )
    return true;
  if (unit !== 'PLAIN') return false;
  if (after?.kind === 'WORD' && isGlued(last, after) && !UNIT_LETTERS.test(after.lower)) return true;
  return isHyphen(after) && isGlued(last, after) && tokens[to + 1]?.kind === 'WORD' && isGlued(after, tokens[to + 1]);
}

/** `10% customers`, `100% focused`, `a 5% owner`, `110%` of effort: a share by name, not a measured one. */
function isNamedPercent(tokens: readonly Token[], { from, to }: Amount): boolean {
  const after = tokens[to]?.lower ?? '';
  if (
    /^(?:customers?|holders?|owners?|shareholders?|stockholders?|rule|club|notes?|bonds?|debentures?|coupon)$/.test(
      after,
    )
  )
    return true;
  return (
    tokens[from]?.text === '100' && /^(?:focused|committed|sure|certain|confident|agree|behind|clear)$/.test(after)
  );
}
