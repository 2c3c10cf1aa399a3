import { setTimeout as sleep } from 'node:timers/promises';
import { type Asked, describe, isAnswer, judge, Load, learnAnswers, type Question } from './load';
import { Findings, type World } from './scenario';
import type { ServerProcess } from './server';

export interface Fault {
  readonly server: ServerProcess;
  inflict(): unknown;
  /** Ends the fault; normal service is owed from the moment it resolves. */
  heal(): unknown;
  /** Seconds that the fault lasts, in a full run. */
  readonly seconds: number;
  /** Whether /ready has to say no while it lasts. */
  readonly unready?: boolean;
  /** Whether nobody may be refused at all. */
  readonly unnoticed?: boolean;
  readonly findings?: Findings;
}

/** By when service has to be normal again, ms after the end of a fault; to it comes what the machine itself takes (`Bounds`). */
const RECOVERY = 2_000;
/** The deadline of a query (FAULT_SETTINGS), and time to end what runs on a machine that others use. */
const ANSWER = 3_000 + 2_000;
/** How long /ready may take to notice. */
const NOTICE = 6_000;
const CONNECTIONS = 8;

/** Rows, counts and names; memory alone; rows below memory. Each has one right answer. */
export const QUERIES = [
  '{ statements(first: 20) { totalCount nodes { id text saidOn speaker { name } company { name symbol } } } }',
  '{ company(symbol: "SYN3") { name symbol sector } }',
  '{ company(symbol: "SYN5") { name quarters(first: 4) { nodes { label statements(first: 5) { nodes { text speaker { name } } } } } } }',
  '{ statements(filter: { symbols: ["SYN7"] }, first: 50) { nodes { text } } }',
];

/**
 * Steady load, a fault, its end. While it lasts every query gets its right answer or a refusal, soon; afterwards service is normal within
 * two seconds; nothing that is answered is ever wrong.
 */
export async function goThrough(world: World, fault: Fault): Promise<Findings> {
  const findings = fault.findings ?? new Findings();
  const { server } = fault;
  const questions = await learnAnswers(server, QUERIES);
  const load = new Load(server, questions, CONNECTIONS);
  await sleep(2_000);
  const bounds = boundsFor(load.asked);
  const begun = performance.now();
  await fault.inflict();
  if (fault.unready) await expectUnready(server, findings);
  const left = fault.seconds * 1_000 * world.scale - (performance.now() - begun);
  if (left > 0) await sleep(left);
  await fault.heal();
  const healed = performance.now();
  const readyAfter = await until(async () => server.isReady(), 15_000);
  const servedAfter = await untilServed(server, questions, healed);
  // Some have to ask when all has to be normal.
  await sleep(Math.max(0, healed + bounds.recovery - performance.now()) + 1_500);
  const asked = await load.stop();
  const during = asked.filter(({ at, ms }) => at >= begun && at - ms <= healed);
  const later = asked.filter(({ at, ms }) => at - ms > healed + bounds.recovery);
  report(findings, fault, bounds, during, later);
  findings.expect(server.isRunning, 'the server has ended');
  const late = `(${seconds(bounds.recovery)} were left)`;
  findings.expect(
    servedAfter <= bounds.recovery,
    `normal service only ${seconds(servedAfter)} after the fault ${late}`,
  );
  findings.expect(readyAfter <= bounds.recovery, `/ready says yes only ${seconds(readyAfter)} after the fault ${late}`);
  findings.tell(`during: ${describe(during)}; normal again after ${seconds(servedAfter)}`);
  return findings;
}

interface Bounds {
  /** From the question to whatever is answered. */
  readonly answer: number;
  /** From the end of the fault to normal service. */
  readonly recovery: number;
}

/** On a quiet machine a few hundredths of a second are added; on one that others use, what its answers took before the fault. */
export function boundsFor(before: readonly Asked[]): Bounds {
  const slowest = before.reduce((most, { ms }) => Math.max(most, ms), 0);
  return { answer: ANSWER + 2 * slowest, recovery: RECOVERY + 3 * slowest };
}

function report(
  findings: Findings,
  fault: Fault,
  bounds: Bounds,
  during: readonly Asked[],
  later: readonly Asked[],
): void {
  const wrong = during.filter(({ outcome }) => outcome === 'wrong');
  const refused = during.filter(({ outcome }) => outcome === 'refused');
  const late = during.filter(({ ms }) => ms > bounds.answer);
  findings.expect(wrong.length === 0, `neither answer nor refusal: ${describe(wrong)}`);
  findings.expect(late.length === 0, `${late.length} answered later than ${seconds(bounds.answer)}: ${describe(late)}`);
  findings.expect(!fault.unnoticed || refused.length === 0, `refused without need: ${describe(refused)}`);
  const not = later.filter(({ outcome }) => outcome !== 'right');
  findings.expect(
    not.length === 0,
    `not normal later than ${seconds(bounds.recovery)} after the fault: ${describe(not)}`,
  );
  findings.expect(later.length > 0, 'nobody was answered after the fault');
  if (refused.length > 0) findings.degraded = true;
}

async function expectUnready(server: ServerProcess, findings: Findings): Promise<void> {
  const noticed = await until(async () => !(await server.isReady()), NOTICE);
  findings.expect(noticed <= NOTICE, `/ready goes on saying yes for ${seconds(NOTICE)}`);
}

/** ms from the end of the fault until every question has been answered rightly several times in a row. */
async function untilServed(server: ServerProcess, questions: readonly Question[], since: number): Promise<number> {
  for (let row = 0, good = since; performance.now() - since < 30_000; ) {
    const answers = await Promise.all(questions.map(({ query }) => server.ask(query)));
    const isRight = answers.every(({ text }, n) => isAnswer(text, questions[n]?.answer ?? null));
    if (isRight && row === 0) good = performance.now();
    row = isRight ? row + 1 : 0;
    if (row === 5) return good - since;
    await sleep(20);
  }
  return Number.POSITIVE_INFINITY;
}

/** What a few questions in turn take at most: how busy the machine is. */
export async function measureBounds(server: ServerProcess, query: string): Promise<Bounds> {
  const question = { query, answer: null };
  const asked: Asked[] = [];
  for (let n = 0; n < 20; n++) asked.push(judge(await server.ask(query), question));
  return boundsFor(asked);
}

/** ms until it was so; infinity where it never was. */
export async function until(look: () => Promise<boolean>, patience: number): Promise<number> {
  const started = performance.now();
  while (performance.now() - started < patience) {
    if (await look()) return performance.now() - started;
    await sleep(20);
  }
  return Number.POSITIVE_INFINITY;
}

export const seconds = (ms: number): string => (Number.isFinite(ms) ? `${(ms / 1_000).toFixed(1)} s` : 'never');
