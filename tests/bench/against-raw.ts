import { randomUUID } from 'node:crypto';
import { benchFolder, openedDesk, timed, visitor } from './bench-desk.ts';
import { atMost, figure, short, spread, type Row } from './figures.ts';
import { rawRows } from './raw-rows.ts';

/** Operations before the first that counts: by then the code is compiled, as it is on any desk that is not just started. */
const warm = 600;

/**
 * Issue and call through the desk, each followed by a raw commit of the very rows it wrote, on the same disk. The rows are read
 * before each turn of either, so that neither finds the disk or the processor in another state.
 */
export function againstRaw(operations: number): Row[] {
  const deskFolder = benchFolder('desk');
  const rawFolder = benchFolder('raw');
  const { desk, store, call, counters } = openedDesk(deskFolder.path, 1);
  const raw = rawRows(store, rawFolder.path);
  const counterId = counters[0] ?? '';
  const times = {
    issue: { desk: [] as number[], raw: [] as number[] },
    call: { desk: [] as number[], raw: [] as number[] },
  };
  try {
    for (let index = 0; index < operations + warm; index += 1) {
      const input = visitor(index);
      const key = randomUUID();
      let id = '';
      const own = timed(() => void (id = call('ticket.issue', input, key).id));
      const bare = timed(raw.issued(id, key));
      raw.issued(id, key);
      if (index < warm) continue;
      times.issue.desk.push(own);
      times.issue.raw.push(bare);
    }
    for (let index = 0; index < operations + warm; index += 1) {
      const key = randomUUID();
      let id = '';
      const own = timed(() => void (id = call('ticket.call-next', { counterId }, key)?.id ?? ''));
      const bare = timed(raw.moved(id, key));
      const leaving = randomUUID();
      call('ticket.leave', { ticketId: id }, leaving);
      raw.moved(id, leaving)();
      raw.moved(id, leaving);
      if (index < warm) continue;
      times.call.desk.push(own);
      times.call.raw.push(bare);
    }
  } finally {
    desk.close();
    raw.close();
    deskFolder.remove();
    rawFolder.remove();
  }
  return (['issue', 'call'] as const).flatMap((operation) => {
    const [own, bare] = [spread(times[operation].desk), spread(times[operation].raw)];
    return [
      atMost(
        `${operation} in process / raw durable commit of its rows`,
        own.p50 / bare.p50,
        1.5,
        ' ×',
        `p50 ${short(own.p50)} / ${short(bare.p50)} ms; mean ratio ${short(own.mean / bare.mean)}`,
      ),
      figure(
        `${operation} in process`,
        `${short(own.p50)} ms`,
        `p90 ${short(own.p90)}, p99 ${short(own.p99)}`,
      ),
    ];
  });
}
