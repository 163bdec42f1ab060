import { existsSync } from 'node:fs';
import type { DeskReply } from '#shared/contract/problem.ts';
import { ask, loadClient, type LoadClient } from '#tests/support/load-client.ts';
import { BUILT_HOST, runHost, SOURCE_HOST, type RunningHost } from '#tests/support/running-host.ts';
import { benchFolder, businessDay, officeInput, plainNumber, visitor } from './bench-desk.ts';
import { atLeast, atMost, figure, short, spread, type Row, type Spread } from './figures.ts';
import { processorMs, residentMiB } from './process-figures.ts';

/** The host as it is shipped, where it was built. */
export const hostFile = existsSync(BUILT_HOST) ? BUILT_HOST : SOURCE_HOST;

/**
 * Operations a second of other programs with 8 clients, as recorded on another day with a new connection for each request.
 * They were not run again here: ratios hold against this record only.
 */
const recorded = {
  issue: { mado: [385, 546], fqm: [74, 90] },
  call: { mado: [350, 383], fqm: [69, 86] },
} as const;
const wanted = { mado: 3, fqm: 10 } as const;

type Phase = { readonly latency: Spread; readonly opsPerSecond: number; readonly cpuMs: number | null };
type Operation = 'issue' | 'call';

async function accepted(reply: Promise<DeskReply<unknown>>): Promise<void> {
  const answer = await reply;
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
}

/** Runs `operation` until `total` were made, each client one after the other; only what it times counts as latency. */
async function phase(
  host: RunningHost,
  clients: number,
  total: number,
  operation: (client: number, time: (work: Promise<DeskReply<unknown>>) => Promise<void>) => Promise<void>,
): Promise<Phase> {
  const times: number[] = [];
  let begun = 0;
  let requests = 0;
  const time = async (work: Promise<DeskReply<unknown>>): Promise<void> => {
    const started = performance.now();
    await accepted(work);
    times.push(performance.now() - started);
  };
  const cpu = processorMs(host.pid);
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (begun < total) {
        begun += 1;
        requests += 1;
        await operation(client, time);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const after = processorMs(host.pid);
  return {
    latency: spread(times),
    opsPerSecond: requests / seconds,
    cpuMs: cpu === null || after === null ? null : (after - cpu) / requests,
  };
}

type Measured = Record<Operation | 'plain', Phase>;

/**
 * Issues tickets with a person and six papers, then numbers alone, then calls; a call is followed by the leave that frees its
 * counter, which counts as an operation of its own.
 */
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
  const issue = await phase(host, clients, total, (client, time) =>
    time(at(client).call('ticket.issue', visitor(issued++))),
  );
  const plain = await phase(host, clients, total, (client, time) =>
    time(at(client).call('ticket.issue', plainNumber)),
  );
  const pairs = await phase(host, clients, total, async (client, time) => {
    let ticketId = '';
    await time(
      at(client)
        .call('ticket.call-next', { counterId: counters[client] ?? '' })
        .then((reply) => {
          if (reply.ok) ticketId = reply.value?.id ?? '';
          return reply;
        }),
    );
    await accepted(at(client).call('ticket.leave', { ticketId }));
  });
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

/** Throughput against what was recorded of two other programs; met when it holds against the better end of their range. */
function againstRecord({ plain, call }: Measured): Row[] {
  const own = { issue: plain.opsPerSecond, call: call.opsPerSecond };
  return (['issue', 'call'] as const).flatMap((operation) =>
    (['mado', 'fqm'] as const).map((peer) => {
      const [low, high] = recorded[operation][peer];
      return atLeast(
        `${operation} of a number, 8 clients / ${peer.toUpperCase()} as recorded`,
        own[operation] / high,
        wanted[peer],
        ' ×',
        `against the recorded range ${low}–${high} ops/s: ${short(own[operation] / high)}–${short(own[operation] / low)} ×`,
      );
    }),
  );
}

/** The host over HTTP with one and with eight clients, measured as the other programs were, and as a browser connects. */
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
        if (clients === 8 && !keepAlive) rows.push(...againstRecord(measured));
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
