/** Turns of phrase that ask for a metric and that no report calls it by. */
export const SPOKEN_METRICS: readonly (readonly [words: string, metric: string])[] = [
  ['earn per share', 'eps_diluted'],
  ['earned per share', 'eps_diluted'],
  ['earn a share', 'eps_diluted'],
  ['earned a share', 'eps_diluted'],
  ['earnings a share', 'eps_diluted'],
  ['profit per share', 'eps_diluted'],
  ['profit a share', 'eps_diluted'],
  ['how profitable', 'net_income'],
];
