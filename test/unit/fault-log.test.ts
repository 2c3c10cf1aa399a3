import pino from 'pino';
import { faultLogOf } from '../../src/platform/fault-log';

test('a kind of fault is told in full once, then as a number', () => {
  jest.useFakeTimers();
  try {
    const lines: string[] = [];
    const faults = faultLogOf(pino({}, { write: (line: string) => void lines.push(line) }));
    const lost = () => Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
    for (let i = 0; i < 1_000; i++) faults.tell(lost(), `r${i}`, 'a query failed');
    faults.tell(new Error('another'), 'x', 'a query failed');
    expect(lines).toHaveLength(2);
    jest.advanceTimersByTime(5_000);
    const told = lines.map((line) => JSON.parse(line));
    expect(told).toHaveLength(3);
    expect(told[0]).toMatchObject({ requestId: 'r0', err: { stack: expect.stringContaining('fault-log.test') } });
    expect(told[2]).toMatchObject({ more: 999, requestId: 'r999' });
    // Quiet for a while, it is news again.
    jest.advanceTimersByTime(10_000);
    faults.tell(lost(), 'later', 'a query failed');
    expect(JSON.parse(lines.at(-1) as string)).toMatchObject({ requestId: 'later', err: expect.anything() });
  } finally {
    jest.useRealTimers();
  }
});
