import { nameWords } from './name-key';

/** Short forms by the full one. A short form may stand for several names; nobody is taken for another by it alone. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  alexander: 'alex al sandy',
  alexandra: 'alex sandra',
  alfred: 'al fred',
  andrew: 'andy drew',
  anthony: 'tony',
  barbara: 'barb',
  benjamin: 'ben',
  bradley: 'brad',
  catherine: 'cathy kate',
  charles: 'charlie chuck',
  christine: 'chris',
  christopher: 'chris',
  daniel: 'dan danny',
  david: 'dave',
  deborah: 'deb debbie',
  donald: 'don donnie',
  douglas: 'doug',
  edward: 'ed eddie ted',
  elizabeth: 'liz beth betsy',
  eugene: 'gene',
  frederick: 'fred rick',
  gerald: 'gerry jerry',
  gregory: 'greg',
  harold: 'hal harry',
  henry: 'hank harry',
  jacob: 'jake',
  james: 'jim jimmy jamie',
  jeffrey: 'jeff',
  jennifer: 'jen jenny',
  jonathan: 'jon',
  john: 'jack johnny',
  joseph: 'joe',
  joshua: 'josh',
  katherine: 'kathy kate katie',
  kathryn: 'kathy kate katie',
  kenneth: 'ken kenny',
  kimberly: 'kim',
  lawrence: 'larry',
  leonard: 'len lenny leo',
  margaret: 'meg maggie peggy',
  matthew: 'matt',
  michael: 'mike mick',
  mitchell: 'mitch',
  nathaniel: 'nate nathan',
  nicholas: 'nick',
  pamela: 'pam',
  patricia: 'pat patty trish',
  patrick: 'pat',
  peter: 'pete',
  philip: 'phil',
  phillip: 'phil',
  raymond: 'ray',
  rebecca: 'becky',
  richard: 'rich rick dick',
  robert: 'bob rob bobby',
  ronald: 'ron ronnie',
  samuel: 'sam',
  samantha: 'sam',
  stephen: 'steve',
  steven: 'steve',
  stephanie: 'steph',
  stuart: 'stu',
  susan: 'sue',
  theodore: 'ted theo',
  theresa: 'terry',
  thomas: 'tom tommy',
  timothy: 'tim',
  victoria: 'vicky tori',
  vincent: 'vince',
  walter: 'walt',
  william: 'bill will billy',
  zachary: 'zach',
};

const HONORIFICS = new Set('mr mrs ms miss dr prof sir dame lord'.split(' '));
const SUFFIXES = new Set('jr sr ii iii iv phd md cfa cpa esq mba'.split(' '));

/** A name without titles before and behind it. */
export function personWords(name: string): string[] {
  const words = nameWords(name);
  while (words.length > 1 && HONORIFICS.has(words[0] as string)) words.shift();
  while (words.length > 1 && SUFFIXES.has(words.at(-1) as string)) words.pop();
  return words;
}

/** Whether two full names can be one person's: the same surname, first names that do not contradict each other. */
export function canBeSamePerson(a: string, b: string): boolean {
  const [left, right] = [personWords(a), personWords(b)];
  if (left.length < 2 || right.length < 2 || left.at(-1) !== right.at(-1)) return false;
  if (!agrees(left[0] as string, right[0] as string)) return false;
  const [short, long] = [left.slice(1, -1), right.slice(1, -1)].sort((x, y) => x.length - y.length) as [
    string[],
    string[],
  ];
  return short.every((word, i) => agrees(word, long[i] as string));
}

function agrees(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 1) return long.startsWith(short);
  return isShortFor(short, long) || isShortFor(long, short) || sharesShortForm(a, b);
}

/** Full names by their short forms. */
const FULL_NAMES = new Map<string, Set<string>>();
for (const [full, forms] of Object.entries(SHORT_FORMS)) {
  for (const form of forms.split(' ')) FULL_NAMES.set(form, (FULL_NAMES.get(form) ?? new Set()).add(full));
}

const isShortFor = (short: string, full: string): boolean => FULL_NAMES.get(short)?.has(full) ?? false;

/** `Dave` and `Davey` are not both listed for nothing: two short forms of one name agree. */
function sharesShortForm(a: string, b: string): boolean {
  const [names, others] = [FULL_NAMES.get(a), FULL_NAMES.get(b)];
  return names !== undefined && others !== undefined && [...names].some((full) => others.has(full));
}

/** Whether two full names differ by a letter or two of the surname: `Dorell`, `Dorrell`, `Durrell`. */
export function isSpelledAlike(a: string, b: string): boolean {
  const [left, right] = [personWords(a), personWords(b)];
  if (left.length < 2 || right.length < 2 || !agrees(left[0] as string, right[0] as string)) return false;
  const [one, two] = [left.at(-1) as string, right.at(-1) as string];
  const most = Math.min(one.length, two.length) >= 6 ? 2 : Math.min(one.length, two.length) >= 4 ? 1 : 0;
  return Math.abs(one.length - two.length) <= most && distance(one, two) <= most;
}

/** Letters to change, add or leave out (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

/** `Zuckerberg`, `Mr. Zuckerberg`. */
export const isSurnameAlone = (name: string): boolean => personWords(name).length === 1;

/** What a source calls a voice that it cannot name. */
export const isNobody = (name: string): boolean =>
  /^(unidentified|unknown|unnamed|operator|moderator|speaker\b|analyst$|company representative|corporate (participant|representative))/i.test(
    name.trim(),
  );
