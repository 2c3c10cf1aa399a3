import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTopics } from '../src/ingest/extract/topic/tag-topics';

/** Sentences of one speaker that are about compute, or about one of its sub-topics, held against labels made by hand. */
export interface TopicFigures {
  readonly sentences: number;
  /** Sentences that were found, and those that are core or acceptable among them as a share. */
  readonly found: number;
  readonly precision: number;
  /** Core sentences, and the share of them that was found. */
  readonly core: number;
  readonly recall: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

interface Sentence {
  readonly i: number;
  readonly turn: number;
  readonly sp: string;
  readonly t: string;
}

interface GoldenQuery {
  readonly fromTranscriptSentences?: {
    readonly core: number[];
    readonly acceptable: number[];
    readonly mustNot: number[];
  };
}

/** What a filter on `compute` finds: the topic and all below it. */
const COMPUTE = new Set(['compute', 'ai-infrastructure', 'inference', 'data-centers', 'custom-silicon', 'gpus']);

interface Passage {
  readonly about: string;
  /** Whether a sentence is about compute; null where one may see it either way. */
  readonly sentences: readonly (readonly [text: string, isCompute: boolean | null])[];
}

/** The same over passages of many kinds of company that were written for it. */
export function measurePassages(): TopicFigures {
  const passages: Passage[] = JSON.parse(readFileSync(join(__dirname, 'fixtures/compute-passages.json'), 'utf8'));
  const missed: string[] = [];
  const wrong: string[] = [];
  let found = 0;
  for (const { sentences } of passages) {
    const text = sentences.map(([words]) => words).join(' ');
    const reading = readTopics(text);
    let at = 0;
    for (const [words, isCompute] of sentences) {
      const start = text.indexOf(words, at);
      at = start + words.length;
      const isFound = reading.within({ start, end: at }).some(({ slug }) => COMPUTE.has(slug));
      if (isFound) found++;
      if (isFound && isCompute === false) wrong.push(words);
      if (!isFound && isCompute === true) missed.push(words);
    }
  }
  const all = passages.flatMap(({ sentences }) => sentences);
  const core = all.filter(([, isCompute]) => isCompute === true).length;
  return {
    sentences: all.length,
    found,
    core,
    precision: found === 0 ? 0 : (found - wrong.length) / found,
    recall: (core - missed.length) / core,
    missed,
    wrong,
  };
}

/** Null where the labelled call is not there. */
export function measure(data: string): TopicFigures | null {
  const file = join(data, 'topic-META-2024Q4.sentences.json');
  if (!existsSync(file)) return null;
  const sentences: Sentence[] = JSON.parse(readFileSync(file, 'utf8'));
  const gold: { goldenQueries: GoldenQuery[] } = JSON.parse(readFileSync(join(data, 'seed/gold.json'), 'utf8'));
  const labels = gold.goldenQueries.find((query) => query.fromTranscriptSentences)?.fromTranscriptSentences;
  if (!labels) return null;
  return compare(sentences, labels);
}

function compare(all: readonly Sentence[], labels: { core: number[]; acceptable: number[] }): TopicFigures {
  const text = all.map(({ turn, t }, i) => (i === 0 ? t : `${all[i - 1]?.turn === turn ? ' ' : '\n\n'}${t}`)).join('');
  const reading = readTopics(text);
  let at = 0;
  const found = new Set<number>();
  const own = all.filter(({ sp }) => sp === 'Mark Zuckerberg');
  for (const { i, sp, t } of all) {
    const start = text.indexOf(t, at);
    at = start + t.length;
    if (sp !== 'Mark Zuckerberg') continue;
    if (reading.within({ start, end: at }).some(({ slug }) => COMPUTE.has(slug))) found.add(i);
  }
  const right = new Set([...labels.core, ...labels.acceptable]);
  const textOf = (i: number) => own.find((sentence) => sentence.i === i)?.t ?? String(i);
  const missed = labels.core.filter((i) => !found.has(i));
  const wrong = [...found].filter((i) => !right.has(i));
  return {
    sentences: own.length,
    found: found.size,
    core: labels.core.length,
    precision: found.size === 0 ? 0 : (found.size - wrong.length) / found.size,
    recall: (labels.core.length - missed.length) / labels.core.length,
    missed: missed.map(textOf),
    wrong: wrong.map(textOf),
  };
}
