import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A question in plain words and what it means; what a line does not name has to be empty. */
export interface Question {
  readonly ask: string;
  readonly kind: string;
  readonly asOf?: string;
  readonly ignored?: readonly string[];
}

/** `test/unit/search/questions/<fold>.jsonl`, a line each. */
export function readQuestions(fold: 'open' | 'sealed'): Question[] {
  const lines = readFileSync(join(__dirname, `../unit/search/questions/${fold}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line));
}
