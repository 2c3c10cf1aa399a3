import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { lazily } from '../../language/lexicon/lexicon-file';
import { projectFile } from '../../platform/project-file';

/** What a rule tells: who speaks, what a figure measures, of which period and whose it is, and all of a figure at once. */
export type Told = 'speaker' | 'metric' | 'period' | 'company' | 'figure';

const rights = z.strictObject({
  /** How often the rule spoke where somebody had said what is right. */
  n: z.int().positive(),
  right: z.int().nonnegative(),
  confidence: z.number().min(0).max(1),
});
const confidenceFile = z.record(z.string(), z.record(z.string(), rights));

/** Of a rule that was never measured, or too seldom. */
export const UNMEASURED = 0.6;

const measured = lazily(() =>
  confidenceFile.parse(JSON.parse(readFileSync(join(projectFile('lexicon'), 'confidence.json'), 'utf8'))),
);

/** How sure a finding is: what the rule that spoke was right in, as `npm run eval -- --confidence` counted it. */
export const confidenceOf = (told: Told, rule: string): number => measured()[told]?.[rule]?.confidence ?? UNMEASURED;
