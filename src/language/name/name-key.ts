/** Accents off, lower case: the form that earshot_search_key makes in the database. */
export const nameKey = (name: string): string =>
  name
    .trim()
    .replace(/\s+/g, ' ')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

/** Words of a name without dots and commas: `Mark E. Zuckerberg` as `mark`, `e`, `zuckerberg`. */
export const nameWords = (name: string): string[] =>
  nameKey(name)
    .replace(/[’']/g, "'")
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word !== '');
