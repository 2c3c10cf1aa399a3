import type { Period } from '../../../domain/fiscal/period';
import { comparedTo } from './compared-period';
import { type FigurePeriod, periodOf } from './figure-period';
import { formerOutlook } from './former-outlook';
import { type Link, linkOf } from './link';
import { metricOf } from './metric-choice';
import { type Outlook, outlookAt } from './outlook-place';
import type { Quantity } from './quantity';
import type { Reading } from './role';
import { readBeside } from './role-beside';
import { type Scope, scopeOf } from './scope';
import type { ReadSentence, SentenceContext } from './sentence';

/** A quantity with everything that was told of it, before levels and their growth are made one. */
export interface Drafted {
  readonly quantity: Quantity;
  readonly reading: Reading;
  readonly link: Link;
  readonly metric: string | null;
  readonly metricRule: string;
  /** What it is of. */
  readonly scope: Scope & { readonly rule: string };
  readonly time: FigurePeriod;
  readonly outlook: Outlook;
  readonly comparedTo: Period | null;
  readonly flavour: 'REPORTED' | 'CONSTANT';
  readonly isYearly: boolean;
  /** The rule by which it is an outlook that the company no longer holds. */
  readonly former: string | null;
}

/** Everything that the sentence and its passage tell of one of its quantities; null: nothing names what it measures. */
export function draft(
  sentence: ReadSentence,
  index: number,
  given: SentenceContext,
  earlier: (Drafted | null)[],
): Drafted | null {
  const quantity = sentence.quantities[index] as Quantity;
  const previous = earlier[index - 1] ?? null;
  const reading = readBeside(sentence, index, previous);
  const read: ReadSentence = { ...sentence, readings: sentence.readings.with(index, reading) };
  const linked = linkOf(read, index, given.carried, previous?.link ?? null);
  if (!linked) return null;
  const scope = scopeOf(sentence, index, linked, given);
  const link = scope.scope === 'COMPANY' ? ofWhole(sentence, linked) : linked;
  const said = outlookAt(sentence, index, given.role);
  // Within a passage of guidance a range is guidance, whatever verb the sentence lacks.
  const hinted =
    said === null &&
    given.context.outlook &&
    quantity.qualifier === 'RANGE' &&
    reading.role !== 'BASE' &&
    given.role !== 'ANALYST'
      ? 'COMPANY'
      : said;
  const main = earlier.findLast((one) => one !== null && one.reading.role !== 'BASE')?.time.period ?? null;
  const paired =
    previous?.reading.role === 'BASE' && isAlternative(sentence, previous, quantity) ? previous.time : null;
  const isAhead = hinted === 'COMPANY' || hinted === 'PREDICTION';
  const time = paired ?? periodOf(read, index, link, isAhead, { ...given.context, main }, hinted === 'OTHERS');
  const held = earlier.findLast((one) => one?.outlook === 'COMPANY' && one.former === null) ?? null;
  const former = formerOutlook(read, index, previous === held ? (held?.quantity ?? null) : null);
  const isMarket = scope.scope === 'MARKET';
  // What is said of a period that has not begun is an outlook, whatever the words.
  const told = hinted === null && given.role !== 'ANALYST' && isFuture(time, given.context.anchor) ? 'COMPANY' : hinted;
  // Whoever says how a market will grow predicts it; the company gives no outlook on what it does not do alone.
  const outlook = isMarket && told === 'COMPANY' ? 'PREDICTION' : told;
  const metric = metricOf(sentence, index, link, reading, given, outlook === 'COMPANY', scope.scope === 'COMPANY');
  const after = wordsAfter(sentence, index);
  const mention =
    sentence.periods.find(
      ({ start, end }) => start >= (sentence.tokens[quantity.to - 1]?.end ?? 0) && end <= after.end,
    ) ?? null;
  return {
    quantity,
    reading,
    link,
    metric: metric.told,
    metricRule: metric.rule,
    scope,
    time,
    outlook,
    comparedTo:
      reading.role === 'CHANGE' && !isMarket
        ? comparedTo(
            `${isSequential(sentence, link, quantity) ? 'sequentially ' : ''}${after.words}`,
            time.period ?? (time.mention ? null : given.context.anchor),
            given.context,
            mention,
          )
        : null,
    former,
    flavour: /constant|organic|fx[\s-]neutral|local\s+currenc|like[\s-]for[\s-]like/i.test(after.words.slice(0, 50))
      ? 'CONSTANT'
      : 'REPORTED',
    isYearly:
      !/\bsequential|quarter[\s-]over[\s-]quarter|(?:prior|last|previous|preceding)\s+quarter(?!\s+of)|\bfrom\s+(?:the\s+)?(?:Q[1-4]|first|second|third|fourth)\b(?![\s-]+quarter\s+of\s+(?:last|20|fiscal))/i.test(
        after.words,
      ),
  };
}

/** Of the whole a measure that a part's words follow bears its own name alone. */
function ofWhole({ words, start, tokens }: ReadSentence, link: Link): Link {
  const { mention } = link;
  if (!mention?.isPart) return link;
  const [first, last] = [tokens[mention.head], tokens[mention.to - 1]];
  return { ...link, label: words.slice((first?.start ?? start) - start, (last?.end ?? start) - start) };
}

function isFuture({ period, mention }: FigurePeriod, anchor: Period | null): boolean {
  if (!period || !mention || !anchor || period.kind !== anchor.kind || anchor.quarter === null) return false;
  if (period.year !== anchor.year) return period.year > anchor.year;
  return period.quarter !== null && period.quarter > anchor.quarter;
}

/** `sequential revenue growth of 2 %`: the word stands before the number. */
function isSequential({ tokens }: ReadSentence, { from }: Link, { qualifierFrom }: Quantity): boolean {
  return tokens
    .slice(Math.min(from, qualifierFrom), qualifierFrom)
    .some(({ lower }) => /^sequential(?:ly)?$/.test(lower));
}

/** The words from a quantity to the next one, or to the end of its clause. */
function wordsAfter({ words, start, tokens, quantities }: ReadSentence, index: number): { words: string; end: number } {
  const from = tokens[(quantities[index] as Quantity).from]?.start ?? start;
  const next = quantities[index + 1];
  const to = next ? (tokens[next.qualifierFrom]?.start ?? start + words.length) : start + words.length;
  return { words: words.slice(from - start, to - start), end: to };
}

/** `$98.1 million, or 41.0 % of sales`: the second number is of the first one's period. */
function isAlternative({ tokens }: ReadSentence, previous: Drafted, quantity: Quantity): boolean {
  const between = tokens.slice(previous.quantity.to, quantity.qualifierFrom).map(({ lower }) => lower);
  return between.length <= 2 && between.at(-1) === 'or';
}
