import { foldersOf } from './folds';
import type { Note } from './miss';
import { countQuotes, handReadFolder, type SpokenPair } from './quotes';
import { type Fold, faults, type Measure, rate, share } from './row';

const SURE = 0.9;

/** Quotations of news and their speakers on one fold; nothing where it has no documents. */
export async function measureQuotes(data: string, fold: Fold, note: Note): Promise<Measure[]> {
  const folders = foldersOf(data, 'news-polnear', fold);
  if (folders.length === 0) return [];
  const count = await countQuotes(folders, false, note);
  const named = count.pairs.filter(({ mention }) => mention === 'named');
  const pronouns = count.pairs.filter(({ mention }) => mention === 'pronoun');
  const measures = [
    { ...share('quotations, news: F1', fold, f1Of(count), 1, 0.985), of: count.marked },
    share('quotations, news: precision', fold, count.hit, count.hit + count.extra, null),
    share('quotations, news: recall', fold, count.hit, count.marked, null),
    right('speaker of a quotation, named: the node', fold, named, 0.96, ({ isNode }) => isNode),
    right('speaker of a quotation, named: the surname', fold, named, 0.94, ({ isSurname }) => isSurname),
    right('speaker of a quotation, pronoun, key by machine', fold, pronouns, null, ({ isSurname }) => isSurname),
    right('confidence of a named speaker >= 0.9: right', fold, named.filter(isSure), 0.95, ({ isNode }) => isNode),
  ];
  if (fold === 'open') return [...measures, ...(await measureHandRead(data))];
  return fold === 'sealed' ? [...measures, await lostToSealed(data, f1Of(count), count.marked)] : measures;
}

/** The sealed fold's F1 is held against the open one's: rules that know their documents show here. */
async function lostToSealed(data: string, sealed: number, marked: number): Promise<Measure> {
  const open = await countQuotes(foldersOf(data, 'news-polnear', 'open'));
  return {
    ...faults('quotations, news: F1 lost from open to sealed', 'sealed', Math.max(0, f1Of(open) - sealed), 1, 0.015),
    of: marked,
  };
}

/** The articles whose pronouns were read by hand: pronouns and all speakers. */
async function measureHandRead(data: string): Promise<Measure[]> {
  const folder = handReadFolder(data);
  if (!folder) return [];
  const { pairs } = await countQuotes([folder], true);
  const pronouns = pairs.filter(({ mention }) => mention === 'pronoun');
  return [
    right('speaker of a quotation, all, key read by hand', 'open', pairs, 0.94, ({ isSurname }) => isSurname),
    right('speaker of a quotation, pronoun, key read by hand', 'open', pronouns, 0.9, ({ isSurname }) => isSurname),
    right(
      'confidence of a speaker >= 0.9, key read by hand: right',
      'open',
      pairs.filter(isSure),
      0.97,
      ({ isSurname }) => isSurname,
    ),
  ];
}

const isSure = ({ confidence }: SpokenPair): boolean => confidence >= SURE;

const right = (
  name: string,
  fold: Fold,
  pairs: readonly SpokenPair[],
  aim: number | null,
  isRight: (pair: SpokenPair) => boolean,
): Measure => share(name, fold, pairs.filter(isRight).length, pairs.length, aim);

/** The harmonic mean of precision and recall. */
export function f1Of({ marked, hit, extra }: { marked: number; hit: number; extra: number }): number {
  return rate(2 * hit, marked + hit + extra);
}
