import { setTimeout as sleep } from 'node:timers/promises';
import type { Reply, ServerProcess } from './server';

export interface Question {
  readonly query: string;
  /** The one right answer, asked for before the fault; null where any answer with data is. */
  answer: string | null;
}

export interface Asked {
  /** When the answer came, on the clock of `performance.now()`. */
  readonly at: number;
  readonly ms: number;
  readonly outcome: 'right' | 'refused' | 'wrong';
  /** The status with the code of the error, or what was wrong. */
  readonly what: string;
}

/** Codes with which a server in trouble may answer 503, and the one for 429. */
const REFUSALS = new Set(['DATABASE_UNAVAILABLE', 'SERVER_BUSY', 'DEADLINE_EXCEEDED', 'RATE_LIMITED', 'READ_ONLY']);

/** Learns the right answers while all is well. */
export async function learnAnswers(server: ServerProcess, queries: readonly string[]): Promise<Question[]> {
  const questions: Question[] = [];
  for (const query of queries) {
    const { status, text } = await server.ask(query);
    if (status !== 200 || text.includes('"errors"'))
      throw new Error(`before the fault: ${status} ${text.slice(0, 500)}`);
    questions.push({ query, answer: text });
  }
  return questions;
}

export function judge({ status, text, ms }: Reply, { answer }: Question): Asked {
  const at = performance.now();
  if (status === 200 && (answer === null ? !text.includes('"errors"') : isAnswer(text, answer))) {
    return { at, ms, outcome: 'right', what: answer === null || text === answer ? '200' : '200 with a warning' };
  }
  const code = /"code":"(\w+)"/.exec(text)?.[1] ?? '';
  if ((status === 503 || status === 429) && REFUSALS.has(code)) {
    return { at, ms, outcome: 'refused', what: `${status} ${code}` };
  }
  return { at, ms, outcome: 'wrong', what: `${status} ${code || text.slice(0, 160)}` };
}

/** The right data; that memory may be old is said beside it while the listener is lost. */
export function isAnswer(text: string, answer: string | null): boolean {
  if (text === answer) return true;
  const data = answer?.slice(0, answer.lastIndexOf('}')) ?? '';
  return text.startsWith(data) && text.includes('"STALE_MEMORY"') && !text.includes('"errors"');
}

/** Asks the same questions in turn over so many connections until it is stopped. Whoever is refused waits a little, as clients do. */
export class Load {
  readonly asked: Asked[] = [];
  #running = true;
  readonly #ended: Promise<unknown>;

  constructor(
    private readonly server: ServerProcess,
    private readonly questions: readonly Question[],
    connections: number,
    private readonly pause = 20,
  ) {
    this.#ended = Promise.all(Array.from({ length: connections }, (_, n) => this.#converse(n)));
  }

  async stop(): Promise<readonly Asked[]> {
    this.#running = false;
    await this.#ended;
    return this.asked;
  }

  async #converse(first: number): Promise<void> {
    for (let n = first; this.#running; n++) {
      const question = this.questions[n % this.questions.length] as Question;
      const asked = judge(await this.server.ask(question.query), question);
      this.asked.push(asked);
      await sleep(asked.outcome === 'right' ? this.pause : 50);
    }
  }
}

/** `1,204 × 200, 31 × 503 DATABASE_UNAVAILABLE (slowest 3,012 ms)` */
export function describe(asked: readonly Asked[]): string {
  const counts = new Map<string, number>();
  for (const { what } of asked) counts.set(what, (counts.get(what) ?? 0) + 1);
  const slowest = Math.round(asked.reduce((most, { ms }) => Math.max(most, ms), 0));
  return `${[...counts].map(([what, count]) => `${count} × ${what}`).join(', ')} (slowest ${slowest} ms)`;
}
