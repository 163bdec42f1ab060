import { ask, jsonPoster, loadClient } from '#tests/support/load-client.ts';
import { runHost } from '#tests/support/running-host.ts';
import { benchFolder, businessDay, officeInput, plainNumber } from './bench-desk.ts';
import { atLeast, short, spread, type Row } from './figures.ts';
import { callAndLeave, hostFile, phase } from './over-http.ts';

const clients = 8;
/** How many times faster than MADO the program is to be. */
const wanted = 3;

const operations = { number: 'issue of a number', call: 'call' } as const;
type Operation = keyof typeof operations;
/** Operations a second of one program in one round. */
type Round = Record<Operation, number>;
type Program = {
  round(total: number): Promise<Round>;
  /** How many operations it refused so far. */
  refused(): number;
  close(): void;
};

/**
 * MADO (Memuro-Town/MADO-queue), a queue program of a town hall, as its windows ask it: a number is `POST /get_next_number`, a
 * call of that number `POST /start_processing`. Every number is called once. It may answer with an error (a locked database); that
 * is an operation it did not do, and is told.
 */
function mado(url: string, keepAlive: boolean): Program {
  const poster = jsonPoster(url, { keepAlive });
  const waiting: number[] = [];
  let refused = 0;
  const asked = async (path: string, input: object): Promise<Readonly<Record<string, unknown>>> => {
    const answer = await poster.post(path, input);
    if (typeof answer !== 'object' || answer === null)
      throw new Error(`MADO at ${url} did not answer ${path}`);
    if ('error' in answer) refused += 1;
    return { ...answer };
  };
  const issue = async (): Promise<void> => {
    const { event_log_id } = await asked('/get_next_number', {
      category: 'A',
      buttonText: 'bench',
      staffCount: 1,
    });
    if (event_log_id !== undefined) waiting.push(Number(event_log_id));
  };
  const call = async (): Promise<void> => {
    const event_log_id = waiting.shift();
    const { already_processing } = await asked('/start_processing', { event_log_id });
    if (already_processing === true) throw new Error('MADO had called this number before');
  };
  return {
    async round(total) {
      const issued = await phase(0, clients, total, (_, time) => time(issue()));
      const called = await phase(0, clients, total, (_, time) => time(call()));
      return { number: issued.opsPerSecond, call: called.opsPerSecond };
    },
    refused: () => refused,
    close: () => poster.close(),
  };
}

async function own(
  host: { readonly url: string; readonly token: string; readonly pid: number },
  keepAlive: boolean,
): Promise<Program> {
  const windows = Array.from({ length: clients }, () => loadClient(host, { keepAlive }));
  const counters = await ask(loadClient(host), 'counter.list', {});
  const at = (client: number) => windows[client] ?? loadClient(host);
  return {
    async round(total) {
      const issued = await phase(host.pid, clients, total, (client, time) =>
        time(ask(at(client), 'ticket.issue', plainNumber)),
      );
      const pairs = await phase(host.pid, clients, total, (client, time) =>
        callAndLeave(at(client), counters[client]?.id ?? '', time),
      );
      // The leave is an operation as well.
      return { number: issued.opsPerSecond, call: pairs.opsPerSecond * 2 };
    },
    // What it refuses ends the measurement.
    refused: () => 0,
    close: () => windows.forEach((window) => window.close()),
  };
}

/**
 * Both programs on this machine with the same client, in alternating rounds: the one that begins a round ends the next.
 * `url` is a MADO that runs; its numbers of the day are used up.
 */
export async function besideMado(url: string, rounds: number, total: number): Promise<Row[]> {
  const folder = benchFolder('mado');
  const host = await runHost(folder.path, hostFile);
  try {
    const setUp = loadClient(host);
    await ask(setUp, 'office.set-up', officeInput(clients));
    await ask(setUp, 'day.open', { businessDay });
    setUp.close();
    const rows: Row[] = [];
    for (const keepAlive of [false, true]) {
      const programs = { own: await own(host, keepAlive), mado: mado(url, keepAlive) };
      // What a program does for the first time is not counted.
      for (const program of [programs.mado, programs.own]) await program.round(Math.ceil(total / 4));
      const measured = { own: new Array<Round>(), mado: new Array<Round>() };
      for (let round = 0; round < rounds; round += 1) {
        const order = (['own', 'mado'] as const).toSorted(() => (round % 2 === 0 ? 1 : -1));
        for (const name of order) measured[name].push(await programs[name].round(total));
      }
      programs.own.close();
      programs.mado.close();
      rows.push(...ratios(measured, keepAlive, programs.mado.refused()));
    }
    return rows;
  } finally {
    await host.stop();
    folder.remove();
  }
}

function ratios(
  measured: Record<'own' | 'mado', readonly Round[]>,
  keepAlive: boolean,
  refused: number,
): Row[] {
  const connection = keepAlive ? 'kept connection' : 'new connection each';
  return (['number', 'call'] as const).map((operation) => {
    const of = (name: 'own' | 'mado') => spread(measured[name].map((round) => round[operation])).p50;
    return atLeast(
      `${operations[operation]} / MADO, ${clients} clients, ${connection}`,
      of('own') / of('mado'),
      wanted,
      ' ×',
      `medians of ${measured.own.length} alternating rounds: ${short(of('own'))} and ${short(of('mado'))} ops/s${refused === 0 ? '' : `; ${refused} operations refused by MADO`}`,
    );
  });
}
