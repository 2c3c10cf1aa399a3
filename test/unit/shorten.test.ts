import { shorten } from '../../src/domain/shorten';

test('what is not too long stays, and the rest ends at a whole character', () => {
  expect(shorten('x'.repeat(60))).toBe('x'.repeat(60));
  expect(shorten('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
  expect(shorten('😀'.repeat(31))).toBe(`${'😀'.repeat(29)}…`);
  expect(shorten(`x${'😀'.repeat(30)}`)).toBe(`x${'😀'.repeat(29)}…`);
  expect(shorten('😀😀', 2)).toBe('…');
});
