import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeConfidence } from './firing';
import { measureAll } from './measures';
import { MissBook, renderMisses } from './miss';
import { EvalRefusal, HELP, readOptions } from './options';
import { gapOf, intervalOf, isMet, type Measure, type Row, rowsOf } from './row';
import { renderTable } from './table';

/** Real documents with keys, which are not the product's to ship: beside the checkout, where they are. */
const DATA = join(__dirname, '..', '..', 'shared', 'data');

/** Committed, so that a change of a figure shows in review; a test holds those on own fixtures against it. */
export const SNAPSHOT = join(__dirname, 'snapshot.json');

const isThere = existsSync(DATA);

async function main(argv: readonly string[]): Promise<void> {
  const { parts, folds, misses, json, update, confidence } = readOptions(argv);
  if (confidence) return tellConfidence();
  const book = new MissBook();
  const measures = await measureAll(isThere ? DATA : null, folds, parts, book.note);
  if (update) updateSnapshot(measures);
  const rows = rowsOf(measures);
  if (json) {
    process.stdout.write(
      `${JSON.stringify({ rows: rows.map(describe), ...(misses ? { misses: book.misses } : {}) })}\n`,
    );
    return;
  }
  const notes = isThere ? [] : ['The real documents are not beside this checkout: measured on own fixtures alone.'];
  process.stdout.write(`${[renderTable(rows), ...notes].join('\n')}\n`);
  if (misses) process.stdout.write(renderMisses(book.misses));
}

async function tellConfidence(): Promise<void> {
  if (!isThere)
    throw new EvalRefusal('--confidence: the real documents that rules are counted on are not beside this checkout');
  process.stdout.write(`wrote ${await writeConfidence(DATA)}\n`);
}

/** A row with what the table reckons from it. */
function describe(row: Row) {
  const folds = Object.entries(row.folds).map(([fold, counted]) => [fold, { ...counted, ...intervalOf(row, counted) }]);
  return { ...row, folds: Object.fromEntries(folds), met: isMet(row), gap: gapOf(row) };
}

/** Figures of folds that are not here keep the value they had. */
function updateSnapshot(measures: readonly Measure[]): void {
  const known: Record<string, number> = existsSync(SNAPSHOT) ? JSON.parse(readFileSync(SNAPSHOT, 'utf8')) : {};
  const kept = Object.entries(known).filter(([name]) => !isThere && !name.startsWith('own: '));
  const taken = measures.map(({ name, fold, value }) => [`${fold}: ${name}`, Number(value.toFixed(4))] as const);
  const sorted = [...kept, ...taken].sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(SNAPSHOT, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

function tellFault(fault: unknown): void {
  const isOption =
    fault instanceof EvalRefusal || String((fault as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
  if (!isOption) throw fault;
  process.stderr.write(`${(fault as Error).message}\n${HELP}`);
  process.exitCode = 2;
}

if (require.main === module || /eval[/\\]run\.ts$/.test(process.argv[1] ?? ''))
  main(process.argv.slice(2)).catch(tellFault);
