import { existsSync } from 'node:fs';
import { ask, loadClient, type LoadClient } from '#tests/support/load-client.ts';
import { BUILT_HOST, runHost, SOURCE_HOST, type RunningHost } from '#tests/support/running-host.ts';
import { benchFolder, businessDay, officeInput, plainNumber, visitor } from './bench-desk.ts';
import { atMost, figure, short, spread, type Row, type Spread } from './figures.ts';
import { processorMs, residentMiB } from './process-figures.ts';

/** The host as it is shipped, where it was built. */
export const hostFile = existsSync(BUILT_HOST) ? BUILT_HOST : SOURCE_HOST;

export type Phase = {
  readonly latency: Spread;
  readonly opsPerSecond: number;
  readonly cpuMs: number | null;
};

/** Waits for one operation and notes how long it took. */
type Timed = <T>(work: Promise<T>) => Promise<T>;

/** Runs `operation` until `total` were made, each client one after the other; only what it times counts as latency. */
export async function phase(
  pid: number,
  clients: number,
  total: number,
  operation: (client: number, time: Timed) => Promise<unknown>,
): Promise<Phase> {
  const times: number[] = [];
  let begun = 0;
  const time: Timed = async (work) => {
    const started = performance.now();
    const value = await work;
    times.push(performance.now() - started);
    return value;
  };
  const cpu = processorMs(pid);
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (begun < total) {
        begun += 1;
        await operation(client, time);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const after = processorMs(pid);
  return {
    latency: spread(times),
    opsPerSecond: total / seconds,
    cpuMs: cpu === null || after === null ? null : (after - cpu) / total,
  };
}

/** A call, then the leave that frees the counter, which is an operation of its own. */
export async function callAndLeave(window: LoadClient, counterId: string, time: Timed): Promise<void> {
  const called = await time(ask(window, 'ticket.call-next', { counterId }));
  if (called === null) throw new Error('nobody waits any more');
  await ask(window, 'ticket.leave', { ticketId: called.id });
}

type Measured = Record<'issue' | 'plain' | 'call', Phase>;

/** Issues tickets with a person and six papers, then numbers alone, then calls. */
async function measure(
  host: RunningHost,
  counters: readonly string[],
  clients: number,
  total: number,
  keepAlive: boolean,
): Promise<Measured> {
  const windows = Array.from({ length: clients }, () => loadClient(host, { keepAlive }));
  const at = (client: number): LoadClient => windows[client] ?? loadClient(host);
  let issued = 0;
  const issue = await phase(host.pid, clients, total, (client, time) =>
    time(ask(at(client), 'ticket.issue', visitor(issued++))),
  );
  const plain = await phase(host.pid, clients, total, (client, time) =>
    time(ask(at(client), 'ticket.issue', plainNumber)),
  );
  const pairs = await phase(host.pid, clients, total, (client, time) =>
    callAndLeave(at(client), counters[client] ?? '', time),
  );
  for (const window of windows) window.close();
  const call = {
    latency: pairs.latency,
    opsPerSecond: pairs.opsPerSecond * 2,
    cpuMs: pairs.cpuMs === null ? null : pairs.cpuMs / 2,
  };
  return { issue, plain, call };
}

const names = { issue: 'issue with person and papers', plain: 'issue of a number', call: 'call' } as const;

function rowsOf(measured: Measured, clients: number, connection: string): Row[] {
  return (['issue', 'plain', 'call'] as const).flatMap((operation) => {
    const { latency, opsPerSecond, cpuMs } = measured[operation];
    const what = `${names[operation]} over HTTP, ${clients} client${clients === 1 ? '' : 's'}, ${connection}`;
    const p99 = atMost(
      `${what}: p99`,
      latency.p99,
      clients === 1 ? 10 : 50,
      ' ms',
      `p50 ${short(latency.p50)}, p90 ${short(latency.p90)}; ${short(opsPerSecond)} ops/s`,
    );
    return cpuMs === null ? [p99] : [p99, atMost(`${what}: processor time`, cpuMs, 1, ' ms/op')];
  });
}

/** The host over HTTP with one and with eight clients, with a new connection for each request and as a browser connects. */
export async function overHttp(operations: number): Promise<Row[]> {
  const folder = benchFolder('http');
  const host = await runHost(folder.path, hostFile);
  try {
    const client = loadClient(host);
    const office = await ask(client, 'office.set-up', officeInput(8));
    await ask(client, 'day.open', { businessDay });
    const counters = office.counters.map(({ id }) => id);
    await measure(host, counters, 8, operations, true);
    const rows: Row[] = [];
    for (const keepAlive of [false, true]) {
      for (const clients of [1, 8]) {
        const measured = await measure(host, counters, clients, operations, keepAlive);
        rows.push(...rowsOf(measured, clients, keepAlive ? 'kept connection' : 'new connection each'));
      }
    }
    const memory = residentMiB(host.pid);
    if (memory !== null) rows.push(figure('memory of the host after these', `${short(memory)} MiB`));
    client.close();
    return rows;
  } finally {
    await host.stop();
    folder.remove();
  }
}
