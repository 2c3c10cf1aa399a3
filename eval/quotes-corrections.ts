/**
 * Places where the key of the news is wrong by its own text: its pronouns were resolved by a machine, and some quotations
 * are not marked at all. Each was read by hand. Figures are given by the key as it is, and with these put right.
 */
export const SPEAKERS: ReadonlyArray<readonly [article: string, start: number, speaker: string]> = [
  ['politico_2016-09-12', 344, 'Don Fowler'],
  ['politico_2016-09-12', 581, 'Don Fowler'],
  ['politico_2016-09-12', 1227, 'Don Fowler'],
  ['politico_2016-09-12', 1906, 'Don Fowler'],
  ['politico_2016-09-12', 2024, 'Don Fowler'],
  ['politico_2016-09-12', 2719, 'Ed Rendell'],
  ['politico_2016-09-12', 3156, 'Ed Rendell'],
  ['politico_2016-09-12', 5714, 'Don Fowler'],
  ['politico_2016-09-12', 5943, 'Don Fowler'],
  ['wash-post_2016-09-14', 4288, 'Loretta E. Lynch'],
  ['wash-post_2016-09-26', 1660, 'Jimmy Tompkins'],
  ['wash-post_2016-09-26', 1716, 'Jimmy Tompkins'],
  ['west-journal_2016-10-04', 3168, 'New York Times'],
];

/** Where quotations begin that the key leaves out though somebody says them. */
export const UNMARKED: ReadonlyArray<readonly [article: string, start: number]> = [
  ['huff-post_2016-09-27_latinos', 258],
  ['huff-post_2016-09-27_latinos', 2302],
  ['huff-post_2016-09-27_latinos', 3606],
  ['huff-post_2016-09-27_latinos', 4780],
  ['huff-post_2016-09-27_latinos', 5616],
  ['huff-post_2016-09-27_hillary', 6609],
];
