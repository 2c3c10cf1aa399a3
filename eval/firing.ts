import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Told, UNMEASURED } from '../src/ingest/extract/confidence';
import { bodyFirings, companyFirings, figureFirings } from './figure-firing';
import { foldersOf } from './folds';
import { wilsonLower90 } from './interval';
import { countQuotes, handReadFolder } from './quotes';
import { countFolder } from './transcripts';

/** A rule spoke where somebody has said what is right. */
export interface Firing {
  readonly told: Told;
  readonly rule: string;
  readonly isRight: boolean;
}

interface Rights {
  n: number;
  right: number;
  confidence: number;
}

/** With fewer firings than these nothing is known of a rule. */
const LEAST_FIRINGS = 20;

const FILE = join(__dirname, '..', 'lexicon', 'confidence.json');

/** Writes how sure each rule is by its rights on open documents: the lower bound of them at 90 %. */
export async function writeConfidence(data: string): Promise<string> {
  const firings = [
    ...(await quoteFirings(data)),
    ...(await voiceFirings(data)),
    ...figureFirings(data),
    ...bodyFirings(data),
  ];
  const file: Record<string, Record<string, Rights>> = {};
  for (const { told, rule, isRight } of firings) {
    const rules = file[told] ?? {};
    file[told] = rules;
    const known = rules[rule] ?? { n: 0, right: 0, confidence: UNMEASURED };
    rules[rule] = known;
    known.n++;
    if (isRight) known.right++;
  }
  for (const rules of Object.values(file))
    for (const known of Object.values(rules))
      if (known.n >= LEAST_FIRINGS) known.confidence = Number(wilsonLower90(known.right, known.n).toFixed(2));
  const sorted = Object.fromEntries(
    Object.entries(file).map(([told, rules]) => [told, Object.fromEntries(Object.entries(rules).sort())]),
  );
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
  return FILE;
}

/** Named speakers of all articles; pronouns of those whose key was read by hand. */
async function quoteFirings(data: string): Promise<Firing[]> {
  const named = (await countQuotes(foldersOf(data, 'news-polnear', 'open'))).pairs.filter(
    ({ mention }) => mention === 'named',
  );
  const handRead = handReadFolder(data);
  const pronouns =
    handRead === null ? [] : (await countQuotes([handRead], true)).pairs.filter(({ mention }) => mention !== 'named');
  return [...named, ...pronouns].flatMap(({ isTold, rule, isNode }) =>
    isTold ? [{ told: 'speaker' as const, rule, isRight: isNode }] : [],
  );
}

async function voiceFirings(data: string): Promise<Firing[]> {
  const official = [join(data, 'transcripts-official')].filter((folder) => existsSync(folder));
  const firings: Firing[] = [];
  for (const folder of [...official, ...foldersOf(data, 'earnings21', 'open')])
    for (const { call } of await countFolder(folder)) firings.push(...call.firings, ...companyFirings(call.company));
  return firings;
}
