/** Letters that no decomposition takes apart, and what people type for them. The database has the same (earshot_plain_name). */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/** A text in lower case with plain letters for those with strokes and for joined ones: `ørsted` as `orsted`, `straße` as `strasse`. */
export const foldLetters = (lower: string): string =>
  lower.replace(/[øłđðħıŋßæœþ]/g, (letter) => LETTERS[letter] ?? letter);
