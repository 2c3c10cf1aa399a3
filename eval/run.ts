import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureFigures } from './figures';
import { measureOwn } from './own';
import { measure as measureQuotes } from './quotes';
import { type Row, rate, rowOf } from './row';
import { measure as measureSec } from './sec';
import { measure as measureSeed } from './seed';
import { measurePassages, measure as measureTopics } from './topics';
import { measureTranscripts, type TranscriptFigures } from './transcripts';

/** Real documents with keys, which are not the product's to ship: beside the checkout, where they are. */
const DATA = join(__dirname, '..', '..', 'shared', 'data');

/** Every measure whose documents are there: those on the product's own fixtures always, those on real ones where `data` has them. */
export async function measureAll(data: string | null): Promise<Row[]> {
  const rows = await measureOwn();
  const passages = measurePassages();
  rows.push(
    rowOf('topic compute, sentences: precision', 'own', passages.precision, 0.95),
    rowOf('topic compute, sentences: recall', 'own', passages.recall, 0.95),
  );
  for (const score of await measureSec(data ?? '')) {
    const where = score.name.includes('shipped') ? 'own' : 'data';
    rows.push({
      ...rowOf(`SEC quarters and facts, exact: ${score.name}`, where, score.right / score.total, 1),
      of: score.total,
    });
  }
  if (data === null) return rows;
  return [
    ...rows,
    ...(await quoteRows(data)),
    ...(await seedRows(data)),
    ...(await transcriptRows(data)),
    ...figureRows(data),
    ...topicRows(data),
  ];
}

async function quoteRows(data: string): Promise<Row[]> {
  const measured = await measureQuotes(data);
  if (!measured) return [];
  const { figures } = measured;
  const row = (name: string, value: number, aim: number, of?: number) => ({ ...rowOf(name, 'data', value, aim), of });
  const rows = [
    row('quotations, news: F1', figures.f1, 0.985, figures.quotations),
    row('quotations, news: precision', figures.precision, 0.985),
    row('quotations, news: recall', figures.recall, 0.985),
    row('speaker of a quotation: all', figures.speaker, 0.94),
    row('speaker of a quotation: named', figures.speakerNamed, 0.94),
    row('speaker of a quotation: pronoun', figures.speakerPronoun, 0.9),
    row('calibration, news: right among confidence >= 0.9', figures.sure, 0.97, figures.sureCount),
  ];
  const corrected = await measureQuotes(data, undefined, true);
  if (corrected) {
    rows.push(
      row('speaker: all, faults of the key put right', corrected.figures.speaker, 0.94),
      row('speaker: pronoun, faults of the key put right', corrected.figures.speakerPronoun, 0.9),
      row('calibration, faults of the key put right', corrected.figures.sure, 0.97, corrected.figures.sureCount),
    );
  }
  return rows;
}

async function seedRows(data: string): Promise<Row[]> {
  const seed = await measureSeed(data);
  if (!seed) return [];
  const found = seed.quotes + seed.paraphrases;
  return [
    {
      ...rowOf('seed article: quotations and statements with their speakers', 'data', found / seed.expected, 1),
      of: seed.expected,
    },
    { ...rowOf('seed article: without anything besides', 'data', seed.differences.length === 0 ? 1 : 0, 1), of: 1 },
  ];
}

async function transcriptRows(data: string): Promise<Row[]> {
  const calls = await measureTranscripts(data);
  if (!calls) return [];
  const sum = (pick: (call: TranscriptFigures) => number) => calls.reduce((total, call) => total + pick(call), 0);
  const named = calls.filter(({ voices }) => voices === null);
  const turns = named.reduce(
    (t, { turns }) => ({ key: t.key + turns.key, matched: t.matched + turns.matched, found: t.found + turns.found }),
    {
      key: 0,
      matched: 0,
      found: 0,
    },
  );
  const starts = calls.filter(({ questionsStart }) => questionsStart !== null);
  const voices = sum(({ voices }) => voices?.key ?? 0);
  const row = (name: string, right: number, of: number, aim: number) => ({
    ...rowOf(name, 'data', rate(right, of), aim),
    of,
  });
  return [
    row('transcripts with names: turns, recall', turns.matched, turns.key, 1),
    row('transcripts with names: turns, precision', turns.matched, turns.found, 1),
    row(
      'transcripts: roles',
      sum(({ roles }) => roles.right),
      sum(({ roles }) => roles.key),
      0.98,
    ),
    row(
      'transcripts: firms',
      sum(({ firms }) => firms.right),
      sum(({ firms }) => firms.key),
      0.95,
    ),
    row(
      'transcripts: start of the questions',
      starts.filter(({ questionsStart }) => questionsStart).length,
      starts.length,
      1,
    ),
    row(
      'diarised calls: speakers named',
      sum(({ voices }) => voices?.named ?? 0),
      voices,
      0.9,
    ),
    {
      ...rowOf(
        'diarised calls: speakers wrongly named',
        'data',
        rate(
          sum(({ voices }) => voices?.wrong ?? 0),
          voices,
        ),
        0,
      ),
      isBadHigh: true,
      of: voices,
    },
  ];
}

function figureRows(data: string): Row[] {
  const figures = measureFigures(data);
  if (!figures) return [];
  const row = (name: string, value: number, aim: number, of?: number) => ({ ...rowOf(name, 'data', value, aim), of });
  return [
    row('figures in calls: value recall, all of the key', figures.valueRecall, 0.97, figures.metrics),
    row('figures in calls: value recall, digits that stand in the call', figures.valueRecallLiteral, 0.97),
    row('figures in calls: fully right (value, metric, period)', figures.fullyRight, 0.9),
    row('figures in calls: guidance precision', figures.guidancePrecision, 0.95),
    row('calibration, figures: right among confidence >= 0.9', figures.calibration, 0.97),
  ];
}

function topicRows(data: string): Row[] {
  const topics = measureTopics(data);
  if (!topics) return [];
  return [
    { ...rowOf('topic compute on a call, sentences: precision', 'data', topics.precision, 0.95), of: topics.sentences },
    { ...rowOf('topic compute on a call, sentences: recall', 'data', topics.recall, 0.95), of: topics.sentences },
  ];
}

function printTable(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`.padStart(8);
  const lines = rows.map((row) => {
    const reached = row.isBadHigh ? row.value <= row.aim : row.value >= row.aim;
    return `${row.name.padEnd(width)}  ${percent(row.value)}  ${percent(row.aim)}  ${reached ? 'yes' : 'no '}  ${row.where.padEnd(4)}  ${row.of ?? ''}`;
  });
  return [`${'measure'.padEnd(width)}   figure       aim  met  on    of`, ...lines].join('\n');
}

/** Committed, so that a change of a figure shows in review; a test holds those on own fixtures against it. */
export const SNAPSHOT = join(__dirname, 'snapshot.json');

async function main(argv: readonly string[]): Promise<void> {
  const rows = await measureAll(existsSync(DATA) ? DATA : null);
  if (argv.includes('--update')) {
    const known: Record<string, number> = existsSync(SNAPSHOT) ? JSON.parse(readFileSync(SNAPSHOT, 'utf8')) : {};
    for (const { name, where, value } of rows) known[`${where}: ${name}`] = Number(value.toFixed(4));
    writeFileSync(SNAPSHOT, `${JSON.stringify(Object.fromEntries(Object.entries(known).sort()), null, 2)}\n`);
  }
  const missing = existsSync(DATA)
    ? []
    : ['The real documents are not beside this checkout: measured on own fixtures alone.'];
  process.stdout.write(
    argv.includes('--json') ? `${JSON.stringify({ rows })}\n` : `${[printTable(rows), ...missing].join('\n')}\n`,
  );
}

if (require.main === module || /eval[/\\]run\.ts$/.test(process.argv[1] ?? '')) void main(process.argv.slice(2));
