import type { ServerResponse } from 'node:http';

import { sendText } from './http/reply';

export interface Verdict {
  readonly ready: boolean;
  /** For whoever operates the server; nothing secret. */
  readonly reason?: string;
  /** Queries are answered, and mutations refused. */
  readonly mode?: 'read-only';
}

/** Something that has to be so before queries can be answered. */
export type Check = () => Verdict | Promise<Verdict>;

export interface Health {
  /** Once called, /ready says no, so that load balancers send nobody new. */
  startDraining(): void;
  readonly isDraining: boolean;
  answerReady(response: ServerResponse): Promise<void>;
}

/** Probes come every few seconds from several sides; the checks behind them are made once a second at most. */
const VERDICT_MS = 1_000;
/** A check that does not end is a no. */
const CHECK_MS = 2_000;

/** Live means that the process answers at all; ready, that it can answer queries. A failing database must not get it restarted. */
export function createHealth(checks: readonly Check[]): Health {
  let isDraining = false;
  let last: { readonly at: number; readonly verdict: Promise<Verdict> } | null = null;

  function judge(): Promise<Verdict> {
    const now = performance.now();
    if (!last || now - last.at >= VERDICT_MS) last = { at: now, verdict: judgeAll(checks) };
    return last.verdict;
  }

  return {
    startDraining() {
      isDraining = true;
    },
    get isDraining() {
      return isDraining;
    },
    async answerReady(response) {
      const { ready, reason, mode } = isDraining ? STOPPING : await judge();
      const body = ready ? { status: 'ready', mode } : { status: 'not ready', reason };
      sendText(response, ready ? 200 : 503, 'application/json', `${JSON.stringify(body)}\n`);
    },
  };
}

const STOPPING: Verdict = { ready: false, reason: 'The server is stopping.' };

async function judgeAll(checks: readonly Check[]): Promise<Verdict> {
  let mode: Verdict['mode'];
  for (const check of checks) {
    const verdict = await within(check);
    if (!verdict.ready) return verdict;
    mode ??= verdict.mode;
  }
  return { ready: true, mode };
}

async function within(check: Check): Promise<Verdict> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Verdict>((resolve) => {
    timer = setTimeout(() => resolve({ ready: false, reason: 'the database does not answer in time' }), CHECK_MS);
  });
  try {
    return await Promise.race([Promise.resolve(check()), late]);
  } catch {
    // What the database said stays in the log of whoever asked it for something.
    return { ready: false, reason: 'the database does not answer' };
  } finally {
    clearTimeout(timer);
  }
}

export function answerLive(response: ServerResponse): void {
  sendText(response, 200, 'application/json', '{"status":"live"}\n');
}
