import { Stop } from '../../src/platform/stop';

test('whoever listens is told once, with the first reason', () => {
  const stop = new Stop();
  const heard: unknown[] = [];
  stop.addEventListener('abort', () => heard.push(stop.reason));
  stop.throwIfAborted();
  const reason = new Error('gone');
  stop.abort(reason);
  stop.abort(new Error('late'));
  expect(heard).toEqual([reason]);
  expect(stop.aborted).toBe(true);
  expect(() => stop.throwIfAborted()).toThrow(reason);
});

test('who comes too late is not told, and one listener may bring another', () => {
  const stop = new Stop();
  let told = 0;
  stop.addEventListener('abort', () => stop.addEventListener('abort', () => told++));
  stop.abort(new Error('gone'));
  stop.addEventListener('abort', () => told++);
  expect(told).toBe(0);
});
