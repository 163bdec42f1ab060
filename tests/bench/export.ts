import type { ExportJob, ExportSubject } from '#shared/contract/export.ts';
import { ask, loadClient, type LoadClient } from '#tests/support/load-client.ts';
import { runHost, type RunningHost } from '#tests/support/running-host.ts';
import { benchFolder, businessDay, plainNumber } from './bench-desk.ts';
import { atMost, notMeasured, short, spread, type Row } from './figures.ts';
import { fillPast } from './five-years-store.ts';
import { hostFile } from './over-http.ts';
import { residentMiB } from './process-figures.ts';

/** A year of closed days behind the desk; the reports of the days are what a book is made of. */
const past = { tickets: 30_000, days: 300, people: 5_000 };

type Exported = {
  readonly ms: number;
  readonly bytes: number;
  /** The desk's own answers meanwhile, in milliseconds. */
  readonly waits: number[];
  readonly memory: number | null;
};

/** One export from its order to its end, while the desk goes on with its own work: a number, then the board. */
async function exported(
  host: RunningHost,
  clients: { readonly leader: LoadClient; readonly counter: LoadClient },
  subject: ExportSubject,
  counterId: string,
): Promise<Exported> {
  const waits: number[] = [];
  const started = performance.now();
  const { exportId } = await ask(clients.leader, 'export.start', { subject, format: 'xlsx', folders: [] });
  let memory = residentMiB(host.pid);
  for (;;) {
    for (const work of [
      () => ask(clients.counter, 'ticket.issue', plainNumber),
      () => ask(clients.counter, 'queue.board', { counterId }),
    ]) {
      const before = performance.now();
      await work();
      waits.push(performance.now() - before);
    }
    memory = Math.max(memory ?? 0, residentMiB(host.pid) ?? 0) || null;
    const job: ExportJob | undefined = (await ask(clients.leader, 'export.list', {})).find(
      (one) => one.exportId === exportId,
    );
    if (job === undefined || job.state === 'running') continue;
    if (job.state !== 'done') throw new Error(`the export ended as ${job.state}: ${job.problem?.code ?? ''}`);
    return { ms: performance.now() - started, bytes: job.bytes ?? 0, waits, memory };
  }
}

/** Books of a month and of a year, made beside a desk that works. */
export async function exports(rounds: number): Promise<Row[]> {
  const folder = benchFolder('export');
  fillPast(folder.path, past);
  const host = await runHost(folder.path, hostFile);
  const clients = { leader: loadClient(host), counter: loadClient(host) };
  try {
    await ask(clients.counter, 'day.open', { businessDay });
    const counterId = (await ask(clients.counter, 'counter.list', {}))[0]?.id ?? '';
    const run = async (subject: ExportSubject): Promise<Exported[]> => {
      const made: Exported[] = [];
      for (let round = 0; round < rounds; round += 1)
        made.push(await exported(host, clients, subject, counterId));
      return made;
    };
    const cold = await exported(host, clients, { kind: 'month', month: '2026-10' }, counterId);
    const months = await run({ kind: 'month', month: '2026-10' });
    const years = await run({ kind: 'year', year: 2026 });
    const desk = spread([...months, ...years].flatMap(({ waits }) => waits));
    const rowOf = (what: string, made: readonly Exported[], limit: number): Row => {
      const times = spread(made.map(({ ms }) => ms));
      const kib = Math.round((made[0]?.bytes ?? 0) / 1024);
      return atMost(what, times.p50, limit, ' ms', `p90 ${short(times.p90)} ms; ${kib} KiB`);
    };
    const memory = Math.max(...[...months, ...years].map((one) => one.memory ?? 0));
    return [
      rowOf('XLSX of a month', months, 500),
      atMost(
        'XLSX of a month, the first since the start',
        cold.ms,
        2_000,
        ' ms',
        'the thread starts with it',
      ),
      rowOf('XLSX of a year', years, 3_000),
      memory === 0
        ? notMeasured('memory while a year is exported', 'this system does not tell')
        : atMost('memory of the host while a year is exported', memory, 250, ' MiB'),
      atMost(
        'desk p99 while an export runs',
        desk.p99,
        50,
        ' ms',
        `p50 ${short(desk.p50)} ms; ${desk.count} calls`,
      ),
    ];
  } finally {
    clients.leader.close();
    clients.counter.close();
    await host.stop();
    folder.remove();
  }
}
