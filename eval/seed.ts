import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExtractedUtterance, Extraction } from '../src/ingest/extraction';
import { extract } from './quotes';

interface KeyWords {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly speaker: string;
  readonly kind?: string;
}

interface KeyPerson {
  readonly name: string;
  readonly role: string;
  readonly title: string;
  readonly firm?: string;
}

interface Gold {
  readonly document: {
    readonly title: string;
    readonly publisher: string;
    readonly updatedAt: string;
    readonly publishedOn: string;
  };
  readonly people: readonly KeyPerson[];
  readonly companies: readonly { readonly name: string }[];
  readonly directQuotes: readonly KeyWords[];
  readonly indirectStatements: readonly KeyWords[];
}

/** What the key has and the extraction has not, and the other way round; one line each, empty when both agree. */
export interface SeedFigures {
  readonly quotes: number;
  readonly paraphrases: number;
  readonly speakers: number;
  readonly expected: number;
  readonly differences: readonly string[];
}

/**
 * The seed article against its key: every quotation and indirect statement with exact span and speaker, every person with
 * role, title and firm, every body, the document's title, publisher and instant; and nothing besides. Null without the data.
 */
export async function measure(data: string): Promise<SeedFigures | null> {
  const folder = join(data, 'seed');
  if (!existsSync(join(folder, 'gold.json'))) return null;
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Gold;
  const extraction = await extract(join(folder, 'article.txt'));
  const differences: string[] = [];
  const quotes = compare(gold.directQuotes, extraction, ({ directness }) => directness !== 'PARAPHRASE', differences);
  const paraphrases = compare(
    gold.indirectStatements,
    extraction,
    ({ directness }) => directness === 'PARAPHRASE',
    differences,
  );
  const speakers = comparePeople(gold, extraction, differences);
  compareDocument(gold, extraction, differences);
  compareMentions(gold, extraction, differences);
  return {
    quotes,
    paraphrases,
    speakers,
    expected: gold.directQuotes.length + gold.indirectStatements.length,
    differences,
  };
}

function compare(
  key: readonly KeyWords[],
  { utterances, speakers }: Extraction,
  isOfKind: (utterance: ExtractedUtterance) => boolean,
  differences: string[],
): number {
  const found = utterances.filter(isOfKind);
  let right = 0;
  for (const { id, start, end, text, speaker, kind } of key) {
    const hit = found.find((utterance) => utterance.start === start && utterance.end === end);
    const name = hit && hit.speaker !== null ? speakers[hit.speaker]?.name : undefined;
    if (!hit) differences.push(`${id} is missing: ${text.slice(0, 60)}`);
    else if (name !== speaker) differences.push(`${id} is given to ${name}, not ${speaker}`);
    else if (kind !== undefined && (kind === 'ANALYST_COMMENT') !== hit.isComment)
      differences.push(`${id} is a comment: ${hit.isComment}`);
    else right++;
  }
  for (const { start, end, text } of found)
    if (!key.some((item) => item.start === start && item.end === end))
      differences.push(`is no finding of the key: [${start}, ${end}] ${text.slice(0, 60)}`);
  return right;
}

/** Whoever speaks, with role, title and firm as the key has them. */
function comparePeople({ people }: Gold, { speakers, utterances }: Extraction, differences: string[]): number {
  let right = 0;
  for (const { name, role, title, firm } of people) {
    const index = speakers.findIndex((speaker) => speaker.name === name);
    const speaker = speakers[index];
    // A person who is named but never speaks is a mention, not a speaker.
    if (!speaker) continue;
    if (!utterances.some((utterance) => utterance.speaker === index)) differences.push(`${name} says nothing`);
    if (speaker.role !== role || speaker.title !== title || speaker.firm !== (firm ?? null))
      differences.push(`${name} is ${speaker.role}, ${speaker.title}, ${speaker.firm}`);
    else right++;
  }
  for (const { name } of speakers)
    if (!people.some((person) => person.name === name)) differences.push(`${name} is nobody of the key`);
  return right;
}

function compareDocument({ document: key }: Gold, { document }: Extraction, differences: string[]): void {
  const instant = new Date(key.updatedAt).toISOString();
  if (document.title !== key.title) differences.push(`the title is ${document.title}`);
  if (document.publisher !== key.publisher) differences.push(`the publisher is ${document.publisher}`);
  if (document.publishedAt !== instant) differences.push(`it was published ${document.publishedAt}`);
}

/** Bodies and people named, as sets; and the counts that stand in the acceptance: DeepSeek 9, OpenAI 1, Anthropic 1. */
function compareMentions({ people, companies }: Gold, { mentions }: Extraction, differences: string[]): void {
  for (const [kind, key] of [
    ['PERSON', people],
    ['ORGANIZATION', companies],
  ] as const) {
    const found = mentions.filter((mention) => mention.kind === kind).map(({ name }) => name);
    for (const { name } of key) if (!found.includes(name)) differences.push(`${name} is not named`);
    for (const name of found)
      if (!key.some((item) => item.name === name)) differences.push(`${name} is named but not in the key`);
  }
  for (const [name, count] of [
    ['DeepSeek', 9],
    ['OpenAI', 1],
    ['Anthropic', 1],
  ] as const) {
    const spans = mentions.find((mention) => mention.name === name)?.spans.length ?? 0;
    if (spans !== count) differences.push(`${name} is named ${spans} times, not ${count}`);
  }
}
