/**
 * Milliseconds of this thread's own work in its longest turn while something is done: the machine of a test is shared.
 * `between` is done in every turn and not counted.
 */
export async function longestTurn(work: () => unknown, between: () => void = () => {}): Promise<number> {
  let longest = 0;
  let isOver = false;
  const ended = Promise.resolve(work()).finally(() => (isOver = true));
  while (!isOver) {
    between();
    const before = workedMs();
    await new Promise((next) => void setImmediate(next));
    longest = Math.max(longest, workedMs() - before);
  }
  await ended;
  return longest;
}

function workedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
