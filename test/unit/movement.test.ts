import { type Movement, movementBetween } from '../../src/analytics/changes/movement';

test.each<[string, [number, number], [number, number], Movement]>([
  ['none, then two', [0, 100], [2, 100], 'NEW'],
  ['none, then one', [0, 100], [1, 100], 'SAME'],
  ['two, then none', [2, 100], [0, 100], 'GONE'],
  ['one, then none', [1, 100], [0, 100], 'SAME'],
  ['half as much again, by three passages', [6, 100], [9, 100], 'ROSE'],
  ['half as much again, by two passages', [4, 100], [6, 100], 'SAME'],
  ['three passages more, by less than half', [8, 100], [11, 100], 'SAME'],
  ['half as much, by three passages', [6, 100], [3, 100], 'FELL'],
  ['half as much, by two passages', [4, 100], [2, 100], 'SAME'],
  ['twice as much on a call that is twice as long', [10, 100], [20, 200], 'SAME'],
  ['as much on a call that is a third as long', [5, 150], [5, 50], 'ROSE'],
  ['as much on a call that is three times as long', [5, 50], [5, 150], 'FELL'],
])('%s', (_, [count, of], [later, ofLater], movement) => {
  expect(movementBetween({ count, of }, { count: later, of: ofLater })).toBe(movement);
});
