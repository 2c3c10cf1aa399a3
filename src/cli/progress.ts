import { SingleBar } from 'cli-progress';

export interface Progress {
  /** How much there is to do, once it is known. */
  expect(total: number): void;
  step(count?: number, name?: string): void;
  stop(): void;
}

/** A bar on a terminal, and nothing elsewhere: never between the lines of somebody's script. */
export function showProgress(what: string, json: boolean | undefined): Progress {
  if (json || !process.stderr.isTTY) return { expect: () => {}, step: () => {}, stop: () => {} };
  let bar = start(`{value} ${what}, {duration_formatted} {name}`, Number.MAX_SAFE_INTEGER);
  return {
    expect: (total) => {
      bar.stop();
      bar = start(`{bar} {value}/{total} ${what}, {eta_formatted} left {name}`, total);
    },
    step: (count = 1, name = '') => bar.increment(count, { name: name.slice(-60) }),
    stop: () => bar.stop(),
  };
}

function start(format: string, total: number): SingleBar {
  const bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true, hideCursor: true });
  bar.start(total, 0, { name: '' });
  return bar;
}
