/** Words of a lexicon written as running text: lists stay readable and cheap to review in that form. */
export const wordSet = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap(words));

export const words = (line: string): string[] => line.split(/\s+/).filter((word) => word !== '');
