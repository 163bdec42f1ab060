import { performance } from 'node:perf_hooks';

/**
 * Milliseconds of the longest turn of this thread while something is done: so long a call that came meanwhile would have waited.
 * `between` is done in every turn and not counted.
 */
export async function longestTurn(work: () => unknown, between: () => void = () => {}): Promise<number> {
  let longest = 0;
  let isOver = false;
  const ended = Promise.resolve(work()).finally(() => (isOver = true));
  while (!isOver) {
    between();
    const before = performance.now();
    await new Promise((next) => void setImmediate(next));
    longest = Math.max(longest, performance.now() - before);
  }
  await ended;
  return longest;
}
