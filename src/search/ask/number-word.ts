const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  couple: 2,
};

/** A small whole number in words or digits, as part of a pattern. */
export const NUMBER = String.raw`(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|couple\s+of)`;

const DIGITS = 'one|two|three|four|five|six|seven|eight|nine';
const TEENS: readonly string[] = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];

/** A year as it is dictated: `twenty twenty-four`, `two thousand and nineteen`. */
export const SPOKEN_YEAR = String.raw`(?:twenty|two\s+thousand(?:\s+and)?)[\s-](?:twenty(?:[\s-](?:${DIGITS}))?|${TEENS.join('|')}|thirty)`;

/** Quarters and years in words as digits: `q three twenty twenty-four` is `q 3 2024`. */
export function withDigits(text: string): string {
  return text
    .replace(new RegExp(String.raw`\b${SPOKEN_YEAR}\b`, 'giu'), (year) => String(yearOf(year.toLowerCase())))
    .replace(/(?<=\b(?:q|cue|h)\s?)(?:one|two|three|four)\b/giu, (number) => String(numberOf(number)))
    .replace(/\bcue(?=\s?[1-4])/giu, 'q');
}

function yearOf(spoken: string): number {
  const words = spoken.split(/[\s-]+/);
  const unit = numberOf(words.at(-1) ?? '');
  if (words.at(-1) === 'thirty') return 2030;
  if (words.at(-1) === 'twenty') return 2020;
  const teen = TEENS.indexOf(words.at(-1) ?? '');
  return teen >= 0 ? 2010 + teen : 2020 + unit;
}

export function numberOf(word: string): number {
  return NUMBERS[word.toLowerCase().split(/\s/)[0] ?? ''] ?? Number(word);
}
