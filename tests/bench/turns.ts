import type { BenchDesk } from './bench-desk.ts';
import { atMost, type Row } from './figures.ts';
import { longestTurn } from './longest-turn.ts';

/** No call of any kind holds the desk for longer, in milliseconds. */
const MOST_MS = 50;

/** How long what takes long holds a desk of years: a copy, and what the desk compares by itself. */
export async function turns(desk: BenchDesk, name: string): Promise<Row[]> {
  const health = () => desk.call('system.health', {}).checks;
  const isComparing = () => health()?.pages.state === 'checking' || health()?.events.state === 'checking';
  const compare = async (): Promise<void> => {
    while (isComparing()) await new Promise((next) => void setImmediate(next));
  };
  const comparing = await longestTurn(compare);
  const { pages, events } = health() ?? {};
  const started = performance.now();
  const copying = await longestTurn(() =>
    desk.desk.dispatch('backup.make', {}, { role: 'leader' }, 'bench-copy-1'),
  );
  const seconds = (performance.now() - started) / 1000;
  const walking = await longestTurn(() =>
    desk.desk.dispatch('system.verify-events', {}, { role: 'leader' }, 'bench-walk-1'),
  );
  return [
    atMost(
      `pages and journal compared, ${name}`,
      comparing,
      MOST_MS,
      ' ms',
      `longest turn; ${pages?.total} pages, ${events?.checked} events`,
    ),
    atMost(`a copy, ${name}`, copying, MOST_MS, ' ms', `longest turn; made in ${seconds.toFixed(1)} s`),
    atMost(`the whole journal walked, ${name}`, walking, MOST_MS, ' ms', 'longest turn'),
  ];
}
