import { ask, type LoadClient } from '#tests/support/load-client.ts';
import { atMost, type Row } from './figures.ts';

/** No call of any kind holds the desk for longer, in milliseconds. */
const MOST_MS = 50;

/** The longest answer to a small question, in milliseconds, asked again and again until something is over. */
async function longestAnswer(client: LoadClient, isOver: () => boolean | Promise<boolean>): Promise<number> {
  let longest = 0;
  while (!(await isOver())) {
    const started = performance.now();
    await ask(client, 'counter.list', {});
    longest = Math.max(longest, performance.now() - started);
  }
  return longest;
}

/** How long others wait for a host that has just started, while it compares its pages and its journal. */
export async function waitsAtStart(client: LoadClient): Promise<Row[]> {
  const checks = async () => (await ask(client, 'system.health', {})).checks;
  const longest = await longestAnswer(client, async () => {
    const now = await checks();
    return now?.pages.state !== 'checking' && now?.events.state !== 'checking';
  });
  const { pages, events } = (await checks()) ?? {};
  return [
    atMost(
      'wait while the host compares',
      longest,
      MOST_MS,
      ' ms',
      `${pages?.total} pages, ${events?.checked} events`,
    ),
  ];
}

/** How long others wait for a host while it makes a copy, and while it walks its journal from the first event. */
export async function waitsAtWork(client: LoadClient): Promise<Row[]> {
  const during = async (work: Promise<unknown>): Promise<{ longest: number; seconds: number }> => {
    const started = performance.now();
    let isOver = false;
    const [longest] = await Promise.all([
      longestAnswer(client, () => isOver),
      work.finally(() => (isOver = true)),
    ]);
    return { longest, seconds: (performance.now() - started) / 1000 };
  };
  const copying = await during(ask(client, 'backup.make', {}));
  const walking = await during(ask(client, 'system.verify-events', {}));
  return [
    atMost(
      'wait while it makes a copy',
      copying.longest,
      MOST_MS,
      ' ms',
      `in ${copying.seconds.toFixed(1)} s`,
    ),
    atMost(
      'wait while it walks the journal',
      walking.longest,
      MOST_MS,
      ' ms',
      `in ${walking.seconds.toFixed(1)} s`,
    ),
  ];
}
