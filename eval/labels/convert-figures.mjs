// node eval/labels/convert-figures.mjs A.tsv [B.tsv…]: makes eval/labels/figures-open.json and figures-sealed.json of what labellers wrote
// (file, span, label; no words of the text). Every row is checked, and what cannot be is told with its file and line. Where two labelled one number, how far they agree is
// printed, and a column on which they differ is kept as null: nobody is judged by it. The marks are those of choose-passages.mjs.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const SCOPES = ['COMPANY', 'SEGMENT', 'PRODUCT', 'REGION', 'PER_UNIT', 'MARKET', 'OTHER', 'UNKNOWN'];
const KINDS = ['LEVEL', 'CHANGE_PERCENT', 'CHANGE_POINTS', 'CHANGE_AMOUNT', 'CONTRIBUTION'];
const PERIOD = /^(?:FY\d{4}(?:Q[1-4]|H[12]|M9)?|TTM|multi|POINT:\d{4}-\d\d-\d\d)$/;
const COLUMNS = ['metric', 'kind', 'scope', 'company', 'period', 'comparedTo', 'outlook'];
const NEEDED = ['fold', 'mark', 'metric'];

const faults = [];
const marks = new Map();
for (const fold of ['open', 'sealed']) {
  const printed = execFileSync(process.execPath, [join(HERE, 'choose-passages.mjs'), '--fold', fold, '--json'], {
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for (const { mark, file, span } of JSON.parse(printed)) marks.set(`${fold} ${mark}`, { file, span });
}

/** Null: the labeller could not tell. Empty: there is none. */
function checked(column, written, at) {
  const value = (written ?? '').trim();
  if (value === '?' || value.toLowerCase() === 'unknown?') return null;
  if (column === 'metric') {
    if (value === '') faults.push(`${at}: no metric; \`other\` and \`none\` say that it is none of the catalogue`);
    return value === '' ? null : value;
  }
  if (value === '' || value === '-') return '';
  const of = { scope: SCOPES, kind: KINDS, outlook: ['current', 'past'] }[column];
  if (of) {
    const found = of.find((one) => one.toLowerCase() === value.toLowerCase());
    if (!found) faults.push(`${at}: ${column} ${value} is none of ${of.join(', ')}`);
    return found ?? null;
  }
  // A forecast that was raised is compared to the one before.
  if (column === 'comparedTo' && value === 'guidance') return value;
  if ((column === 'period' || column === 'comparedTo') && !PERIOD.test(value)) {
    faults.push(`${at}: ${column} ${value} is no period`);
    return null;
  }
  return value;
}

function readTable(path) {
  const [head, ...lines] = readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  const names = head.map((name) => name.trim());
  const missing = [...NEEDED, ...COLUMNS].filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Error(`${path}: no column ${missing.join(', ')}`);
  const rows = new Map();
  for (const [i, cells] of lines.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const at = `${path}:${i + 2}`;
    const cell = (name) => cells[names.indexOf(name)];
    const key = `${cell('fold')?.trim()} ${Number((cell('mark') ?? '').replace(/[⟦⟧\s]/g, ''))}`;
    if (!marks.has(key)) faults.push(`${at}: there is no mark ${key}`);
    else if (rows.has(key)) faults.push(`${at}: mark ${key} is labelled twice`);
    else rows.set(key, Object.fromEntries(COLUMNS.map((name) => [name, checked(name, cell(name), at)])));
  }
  return rows;
}

/** What two say of one number: a column on which they differ is null. */
const agreed = (a, b) => Object.fromEntries(COLUMNS.map((name) => [name, a[name] === b[name] ? a[name] : null]));

const tables = process.argv.slice(2).map(readTable);
if (tables.length === 0) throw new Error('name the tables of the labellers');
const labels = new Map();
const both = [];
for (const table of tables)
  for (const [key, label] of table) {
    const other = labels.get(key);
    if (other) both.push([other, label]);
    labels.set(key, other ? agreed(other, label) : label);
  }
// A file for each fold: whoever writes rules and looks up an open label sees no sealed one beside it.
for (const fold of ['open', 'sealed']) {
  const own = [...labels].filter(([key]) => key.startsWith(fold)).map(([key, label]) => ({ ...marks.get(key), label }));
  own.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.span[0] - b.span[0]));
  writeFileSync(join(HERE, `figures-${fold}.json`), `[\n${own.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
}

const count = (fold, isOf) => [...labels].filter(([key, label]) => key.startsWith(fold) && isOf(label)).length;
const isMetric = ({ metric }) => metric !== null && metric !== 'other' && metric !== 'none';
for (const fold of ['open', 'sealed'])
  console.log(
    `${fold}: ${count(fold, () => true)} numbers of ${[...marks.keys()].filter((key) => key.startsWith(fold)).length}, ${count(fold, isMetric)} with a metric`,
  );
console.log(`labelled by two: ${both.length}`);
for (const name of COLUMNS) {
  const told = both.filter(([a, b]) => a[name] !== null && b[name] !== null);
  const same = told.filter(([a, b]) => a[name] === b[name]).length;
  console.log(
    `  ${name.padEnd(10)} ${same} of ${told.length} alike, kappa ${kappa(told.map(([a, b]) => [a[name], b[name]])).toFixed(2)}`,
  );
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;

/** Cohen's: agreement beyond what chance gives. */
function kappa(pairs) {
  if (pairs.length === 0) return Number.NaN;
  const values = [...new Set(pairs.flat())];
  const seen = pairs.filter(([a, b]) => a === b).length / pairs.length;
  const share = (side, value) => pairs.filter((pair) => pair[side] === value).length / pairs.length;
  const chance = values.reduce((sum, value) => sum + share(0, value) * share(1, value), 0);
  return chance === 1 ? 1 : (seen - chance) / (1 - chance);
}
