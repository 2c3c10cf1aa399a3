import { printCsv } from '../../src/cli/csv';

const cell = (value: string | number | null): string => printCsv(['head'], [[value]]).slice('head\r\n'.length, -2);

test.each([
  ['=HYPERLINK("https://evil.example")', `"'=HYPERLINK(""https://evil.example"")"`],
  ['+1 for that', "'+1 for that"],
  ['-and then', "'-and then"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['＝1+1', "'＝1+1"],
])('%s is words, not a formula', (typed, printed) => {
  expect(cell(typed)).toBe(printed);
});

test.each<[string | number | null, string]>([
  [-12, '-12'],
  ['-48.39', '-48.39'],
  ['+7', '+7'],
  [null, ''],
  ['a, "b"', '"a, ""b"""'],
  ['two = one + one', 'two = one + one'],
])('%s stays what it is', (typed, printed) => {
  expect(cell(typed)).toBe(printed);
});
