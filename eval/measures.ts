import { measureFigures } from './figures';
import { isCounted, measure as measureFiled } from './filed-figures';
import { measureLabelled } from './labelled-measures';
import type { Note } from './miss';
import { measureNodes } from './nodes';
import { measureOwn } from './own';
import { measureQuotes } from './quote-measures';
import { type Fold, faults, type Measure, share } from './row';
import { measure as measureSec } from './sec';
import { measure as measureSeed } from './seed';
import { measurePassages, measure as measureTopics, type TopicFigures } from './topics';
import { measureTranscripts } from './transcript-measures';

/** Takes measures of folds; `data` is the folder of real documents, null where there is none. */
type Take = (data: string | null, folds: readonly Fold[], note: Note) => Promise<Measure[]>;

/** Of each fold by itself. */
const each =
  (take: (data: string | null, fold: Fold, note: Note) => Measure[] | Promise<Measure[]>): Take =>
  async (data, folds, note) => {
    const measures: Measure[] = [];
    for (const fold of folds) measures.push(...(await take(data, fold, note)));
    return measures;
  };

/** What `--only` names, in order of the table. */
export const PARTS = {
  own: each((_, fold) => (fold === 'own' ? measureOwn() : [])),
  sec: each(async (data, fold) => [...(await takeSec(data, fold)), ...(await takeFiled(data, fold))]),
  quotes: each(async (data, fold, note) => [
    ...(data === null ? [] : await measureQuotes(data, fold, note)),
    ...(data === null || fold !== 'open' ? [] : await seedMeasures(data)),
  ]),
  transcripts: each((data, fold, note) => (data === null ? [] : measureTranscripts(data, fold, note))),
  figures: each((data, fold, note) =>
    data === null ? [] : [...measureFigures(data, fold, note), ...measureLabelled(data, fold, note)],
  ),
  nodes: async (data, folds, note) => (data === null ? [] : measureNodes(data, folds, note)),
  topics: each(takeTopics),
} satisfies Record<string, Take>;

export type Part = keyof typeof PARTS;
export const isPart = (name: string): name is Part => Object.hasOwn(PARTS, name);

/** Every measure of the parts on the folds; what has no documents here is left out. */
export async function measureAll(
  data: string | null,
  folds: readonly Fold[],
  parts: readonly Part[],
  note: Note = () => {},
): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const part of parts) measures.push(...(await PARTS[part](data, folds, note)));
  return measures;
}

async function takeSec(data: string | null, fold: Fold): Promise<Measure[]> {
  if (fold === 'sealed' || (fold === 'open' && data === null)) return [];
  const scores = await measureSec(fold === 'own' ? '' : (data as string));
  return scores
    .filter(({ name }) => name.includes('shipped') === (fold === 'own'))
    .map(({ name, right, total }) => share(`SEC quarters and facts, exact: ${name}`, fold, right, total, 1));
}

/** What a call and a release give as the company's, held against what it filed. */
async function takeFiled(data: string | null, fold: Fold): Promise<Measure[]> {
  const filed = data === null || fold !== 'open' ? null : await measureFiled(data);
  if (!filed) return [];
  const counted = filed.checks.filter(isCounted);
  const right = counted.filter(({ outcome }) => outcome === 'AGREES').length;
  return [
    share('figures of a call and a release that agree with the filings', fold, right, counted.length, null),
    faults("figures of a part under a company's metric", fold, filed.parts.length, filed.checks.length, 0),
  ];
}

async function seedMeasures(data: string): Promise<Measure[]> {
  const seed = await measureSeed(data);
  if (!seed) return [];
  const found = seed.quotes + seed.paraphrases;
  return [
    share('seed article: quotations and statements with their speakers', 'open', found, seed.expected, 1),
    share('seed article: without anything besides', 'open', seed.differences.length === 0 ? 1 : 0, 1, 1),
  ];
}

function takeTopics(data: string | null, fold: Fold): Measure[] {
  if (fold === 'own') return topicMeasures('topic compute, sentences', fold, measurePassages());
  const topics = data === null || fold !== 'open' ? null : measureTopics(data);
  return topics ? topicMeasures('topic compute on a call, sentences', fold, topics) : [];
}

const topicMeasures = (name: string, fold: Fold, { found, wrong, core, missed }: TopicFigures): Measure[] => [
  share(`${name}: precision`, fold, found - wrong.length, found, 0.95),
  share(`${name}: recall`, fold, core - missed.length, core, 0.95),
];
