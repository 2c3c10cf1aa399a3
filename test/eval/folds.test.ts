import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { foldersOf } from '../../eval/folds';
import { wilson95, wilsonLower90 } from '../../eval/interval';
import { MissBook, renderMisses } from '../../eval/miss';
import { EvalRefusal, readOptions } from '../../eval/options';
import { isSameNode } from '../../eval/person-name';
import { faults, gapOf, isMet, rowsOf, share } from '../../eval/row';
import { renderTable } from '../../eval/table';

test('a folder that ends in -sealed is sealed, every other one of its kind is open', () => {
  const data = mkdtempSync(join(tmpdir(), 'folds-'));
  for (const name of ['earnings21', 'earnings21-more', 'earnings21-sealed', 'earnings', 'news-polnear-sealed'])
    mkdirSync(join(data, name));
  const names = (fold: 'own' | 'open' | 'sealed') =>
    foldersOf(data, 'earnings21', fold).map((folder) => basename(folder));
  expect([names('own'), names('open'), names('sealed')]).toEqual([
    [],
    ['earnings21', 'earnings21-more'],
    ['earnings21-sealed'],
  ]);
  rmSync(data, { recursive: true });
});

test('of sealed documents no miss is taken, and whoever asks for them is refused', () => {
  const book = new MissBook();
  const miss = { measure: 'm', span: [3, 7] as const, words: 'w', key: 'k', found: '', rule: '' };
  book.note({ ...miss, file: 'earnings21-sealed/a.txt' });
  book.note({ ...miss, file: 'earnings21-more/b.txt' });
  expect(book.misses.map(({ file }) => file)).toEqual(['earnings21-more/b.txt']);
  expect(renderMisses(book.misses)).toContain('earnings21-more/b.txt [3, 7]');
  expect(() => readOptions(['--misses', '--fold', 'sealed'])).toThrow(EvalRefusal);
  expect(() => readOptions(['--misses', '--fold', 'open,sealed'])).toThrow('only totals');
  expect(readOptions(['--misses', '--only', 'figures'])).toMatchObject({ folds: ['open'], parts: ['figures'] });
});

test('an option that is none is refused with what there is', () => {
  expect(() => readOptions(['--only', 'figure'])).toThrow('--only figure: there are own, ');
  expect(() => readOptions(['--fold', 'closed'])).toThrow('--fold closed: there are own, open, sealed');
  expect(() => readOptions(['--update', '--only', 'own'])).toThrow('--update writes all');
});

test('intervals are Wilson’s', () => {
  // Published values: 8 of 10, and 0 of 10.
  expect(wilson95(0.8, 10).low).toBeCloseTo(0.4902, 4);
  expect(wilson95(0.8, 10).high).toBeCloseTo(0.9433, 4);
  expect(wilson95(0, 10).high).toBeCloseTo(0.2775, 4);
  expect(wilsonLower90(0, 0)).toBe(0);
  // z²/(n + z²) below 1 where all of n are right.
  expect(wilsonLower90(20, 20)).toBeCloseTo(20 / (20 + 1.281552 ** 2), 6);
});

test('aims are held against the sealed fold, and a gap of more than three points is marked', () => {
  const rows = rowsOf([
    share('quotations', 'open', 95, 100, 0.94),
    share('quotations', 'sealed', 90, 100, 0.94),
    faults('wrong', 'open', 5, 100, 0.06),
    faults('wrong', 'sealed', 4, 100, 0.06),
    share('nothing', 'sealed', 0, 0, 0.9),
  ]);
  expect(rows.map(isMet)).toEqual([false, true, null]);
  expect(rows.map(gapOf)).toEqual([expect.closeTo(5), expect.closeTo(-1), null]);
  const [, quotations, wrong, nothing] = renderTable(rows).split('\n');
  expect(quotations).toMatch(/95\.0 % .*90\.0 % .*>= 94\.0 {2}NO \(sealed\).*5\.0 !$/);
  expect(wrong).toMatch(/yes \(sealed\).*-1\.0$/);
  expect(nothing).toContain('none');
  expect(() => rowsOf([share('a', 'own', 1, 1, 1), share('a', 'own', 1, 1, 1)])).toThrow('measured twice');
});

test('a speaker is the node by first name too, where the key has one', () => {
  expect(isSameNode('Mr Vell', 'Oskar Vell')).toBe(false);
  expect(isSameNode('Oskar J. Vell', 'Oskar Vell')).toBe(true);
  expect(isSameNode('Oskar Vell Jr.', 'Vell')).toBe(true);
  expect(isSameNode(null, 'Vell')).toBe(false);
});
