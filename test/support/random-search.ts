import type { Random } from './random';

const WORDS = [
  'compute',
  'Øre',
  'e\u0301lan',
  'the',
  'or',
  'OR',
  '-not',
  'AT&T',
  '48.39',
  'long-term',
  '中文',
  'naïve',
  'ﬁ',
];
const SIGNS = [
  ...`"'“”«»\\|&!()<>:*-+~@#%$^_/?.,;={}[]\`´`,
  '<->',
  '<2>',
  ':*',
  ':A',
  "''",
  '\\',
  '--',
  '/*',
  '$$',
  '$1',
  '%s',
];
const STRANGE = [
  '\u0000',
  '\u00ad',
  '\u200b',
  '\ufeff',
  '\ud83d\ude80',
  '\ud800',
  '\udfff',
  '\u202e',
  '\t',
  '\r\n',
  '\u00a0',
  '\uffff',
];

/** Something that somebody might type, or nobody would. */
export function randomSearch(random: Random): string {
  const parts = random.chance(0.02) ? 400 : 1 + random.below(12);
  let text = '';
  for (let i = 0; i < parts; i++) {
    const kind = random.next();
    if (kind < 0.45) text += random.pick(WORDS);
    else if (kind < 0.7) text += random.pick(SIGNS);
    else if (kind < 0.8) text += random.pick(STRANGE);
    else if (kind < 0.85) text += String.fromCodePoint(random.below(0x110000));
    else if (kind < 0.87) text += random.pick(['a', 'ß', '中', '\u{1d400}']).repeat(random.below(900));
    if (random.chance(0.6)) text += ' ';
  }
  return text;
}
