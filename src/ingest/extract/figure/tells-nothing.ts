import type { Drafted } from './draft';
import type { ReadSentence } from './sentence';

/** Whether a number is linked to words without anybody saying that it is so: a price on the market, or a number that is asked about. */
export const tellsNothing = (sentence: ReadSentence, one: Drafted, role: string | null): boolean =>
  isSharePrice(sentence, one) || (role === 'ANALYST' && isAsked(sentence, one));

const SHARES = /^shares?$|\bshares$|^shares\s+of\b|\bstock(?:\s+price)?$/i;

/** `Shares fell 3 %`, `shares of Halden rose 6 %, while Orrin's fell 3 %`: the change of what is traded, not of the business. */
function isSharePrice({ words }: ReadSentence, { quantity, reading, link }: Drafted): boolean {
  if (reading.role !== 'CHANGE' || quantity.unit !== 'PERCENT' || link.mention?.measure.metric) return false;
  return SHARES.test(link.label) || (/['’]s$/.test(link.label) && /\b(?:shares|stock)\b/i.test(words));
}

/** `On capex, is $900 million the floor?`: a verb before its subject makes a question of the number, and whoever asks asserts nothing. */
function isAsked({ words, tokens }: ReadSentence, { quantity }: Drafted): boolean {
  const verb = quantity.qualifierFrom - 1;
  if (!/\?["”’)]?\s*$/.test(words) || !/^(?:is|are|was|were|would|could|should)$/.test(tokens[verb]?.lower ?? ''))
    return false;
  const before = tokens[verb - 1];
  return before === undefined || /^(?:,|;|-|–|—|and|or|but|so|then)$/.test(before.lower);
}
