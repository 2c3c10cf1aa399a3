import { nameWords } from './name-key';

/** Legal forms at the end of a company's name; they tell companies apart in no register that we read. */
const FORMS = new Set(
  'inc incorporated corp corporation co company companies ltd limited llc plc ag se sa nv lp llp spa oyj ab asa as gmbh kgaa bhd pte pty kk holding holdings group the'.split(
    ' ',
  ),
);

/** First words that many companies share; a name is never cut down to one of them. */
const SHARED = new Set(
  'american america united national general first bank international global new southern northern western eastern standard digital advanced applied royal china india japan british canadian german french us china world capital energy health data'.split(
    ' ',
  ),
);

/** What was split off or is held apart, beside a parent of the shorter name. */
const OTHER_HOUSE = new Set(
  'cable partners midstream music studios pictures vacations renewables canada mexico europe japan'.split(' '),
);

/** Without articles, punctuation and legal form: `The Walt Disney Company` as `walt disney`. */
export function bareCompanyName(name: string): string {
  const words = nameWords(name.replace(/&/g, ' and ').replace(/\.(?=com\b)/gi, ' ')).map((word) =>
    word.replaceAll("'", ''),
  );
  if (words[0] === 'the') words.shift();
  while (words.length > 1 && FORMS.has(words.at(-1) as string)) words.pop();
  if (words.length > 1 && words.at(-1) === 'and') words.pop();
  return words.join(' ');
}

export const firstWord = (bare: string): string => bare.split(' ', 1)[0] ?? '';

/**
 * Whether a short name can stand for a long one: `Meta` for `Meta Platforms`. It has to be the beginning, in whole words, and
 * to say enough by itself: `United` is no airline. What an `and` adds may be another company: `OpenAI and Meta Platforms`.
 */
export function canStandFor(short: string, long: string): boolean {
  if (!long.startsWith(`${short} `)) return false;
  const words = short.split(' ');
  const rest = long.slice(short.length + 1).split(' ');
  if (rest.includes('and')) return false;
  // Two words are a whole name: what stands behind them may be another company's, Time Warner Cable.
  if (words.length > 1 && rest.some((word) => OTHER_HOUSE.has(word))) return false;
  return words.length > 1 || (short.length >= 3 && !SHARED.has(short));
}

/** In the form of company.slug; never empty. */
export function slugOf(name: string): string {
  const slug = bareCompanyName(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug || 'company';
}
