import { FOLDS, type Fold, gapOf, intervalOf, isMet, judgedOn, type Row } from './row';

/** A measure that is worse on the sealed fold than on the open one by more points than these has rules that know their documents. */
const GAP = 3;

const percent = (value: number): string => (100 * value).toFixed(1);

/** Figure, its 95 % interval and on how many things it was counted. */
function cellOf(row: Row, fold: Fold): string {
  const counted = row.folds[fold];
  if (!counted) return '';
  if (counted.of === 0) return 'none';
  const { low, high } = intervalOf(row, counted);
  return `${percent(counted.value).padStart(5)} ${row.isCount ? ' ' : '%'} ${percent(low).padStart(5)}–${percent(high).padEnd(5)} ${String(counted.of).padStart(5)}`;
}

/** A line for each row; only folds that something was measured on have a column. */
export function renderTable(rows: readonly Row[]): string {
  const folds = FOLDS.filter((fold) => rows.some((row) => row.folds[fold]));
  const head = ['measure', ...folds.map((fold) => `${fold}: %, 95 % interval, n`), 'aim', 'met', 'gap'];
  const lines = rows.map((row) => {
    const gap = gapOf(row);
    const met = isMet(row);
    return [
      row.name,
      ...folds.map((fold) => cellOf(row, fold)),
      row.aim === null ? '' : `${row.isBadHigh ? '<=' : '>='} ${percent(row.aim)}`,
      met === null ? '' : `${met ? 'yes' : 'NO'} (${judgedOn(row)})`,
      gap === null ? '' : `${gap.toFixed(1)}${gap > GAP ? ' !' : ''}`,
    ];
  });
  const widths = head.map((name, at) => Math.max(name.length, ...lines.map((line) => line[at]?.length ?? 0)));
  const render = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return [head, ...lines].map(render).join('\n');
}
