/** Letters that have no form without their stroke or ligature in Unicode; Postgres' unaccent writes them so too. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Words that say what sort of company it is and that nobody types. */
const LEGAL_FORMS = new Set(
  'ab ag as asa bv co company corp corporation gmbh group holding holdings inc incorporated kgaa limited llc lp ltd nv oyj plc sa se spa the'.split(
    ' ',
  ),
);

/** A name as it is compared: no accents, no case, no dots; its words by single spaces. "Łukasz O’Brien, Jr." is "lukasz obrien jr", "Ørsted A/S" "orsted as". */
export function nameForm(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’.&]/g, '')
    .toLowerCase()
    .replace(LETTER, (letter) => LETTERS[letter] as string)
    .replace(/\b(\p{L})\/(?=\p{L}\b)/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a form that tell companies apart: "meta platforms" of "meta platforms inc". All of them, where nothing else is left. */
export function tellingWords(form: string): string[] {
  const words = form.split(' ');
  const telling = words.filter((word) => !LEGAL_FORMS.has(word));
  return telling.length > 0 ? telling : words;
}

/** As pg_trgm has them: two spaces before a word, one behind it. */
export function trigramsOf(word: string): Set<string> {
  const padded = `  ${word} `;
  const trigrams = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i++) trigrams.add(padded.slice(i, i + 3));
  return trigrams;
}

/** Two words that differ by one letter too many, one missing, one wrong or two changed over are as like as this. */
const ONE_SLIP = 0.6;

/** How like two different words are, in [0, 1): the share of their trigrams that they have in common, as pg_trgm's similarity. */
export function wordLikeness(a: string, b: string, trigrams = trigramsOf(a)): number {
  let common = 0;
  const others = trigramsOf(b);
  for (const trigram of others) if (trigrams.has(trigram)) common++;
  const likeness = common / (trigrams.size + others.size - common);
  return likeness < ONE_SLIP && isOneSlip(a, b) ? ONE_SLIP : likeness;
}

/** Of words with at least four letters: among shorter ones nearly all are one slip apart. */
const isOneSlip = (a: string, b: string): boolean => Math.min(a.length, b.length) >= 4 && isSlip(a, b);

/** Trigrams that one slip changes at most. */
export const SLIPPED = 4;

/** Whether two words differ by one letter too many, one missing, one wrong or two changed over, or not at all. */
export function isSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
