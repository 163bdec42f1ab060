import { fc } from '#tests/support/property.ts';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '#electron/desk/store/store.ts';
import { bodyLimitKiB, deskContract, type MethodName } from '#shared/contract/desk-contract.ts';
import { deskProblem, type DeskReply } from '#shared/contract/problem.ts';
import { openHouse, valueOf, type DeskHouse } from '#tests/support/desk-clients.ts';
import { inputsAround, type Pool } from '#tests/support/hostile-input.ts';
import { deskIn } from '#tests/support/test-desk.ts';
import { DAY } from '#tests/support/worked-day.ts';
import { size } from '#tests/support/sizes.ts';

/** Cases for each method; FUZZ_RUNS=1000 is a thorough run. */
const runs = size('FUZZ_RUNS', 15, 1000);
const runsOverTransports = Math.ceil(runs / 10);
/** Milliseconds; the slowest method takes some ten a case beside other work. */
const timeout = 10_000 + runs * 30;

/** Those that start a process each time. */
const SLOW = /^backup\.(make|restore)$/;
const runsOf = (method: MethodName): number => (SLOW.test(method) ? Math.ceil(runs / 20) : runs);

const methods = Object.keys(deskContract) as MethodName[];
const leader = { role: 'leader' } as const;

/** Fills a folder with a desk in the middle of a day, and gives the values a caller could know of it. */
async function busyFolder(folder: string): Promise<Pool> {
  const { desk, store } = deskIn(folder);
  const tell = async (method: MethodName, input: unknown): Promise<unknown> =>
    valueOf(await desk.dispatch(method, input, leader, randomUUID()));
  await tell('office.set-up', {
    name: 'Xã Thử',
    code: 'T',
    receivingLevel: 'Trên',
    counters: ['Quầy 1', 'Quầy 2'],
  });
  await tell('day.open', { businessDay: DAY });
  for (const fullName of ['Trần Thị Mẫu', 'Lê Văn Ví Dụ', 'Phạm Minh Thử']) {
    await tell('ticket.issue', {
      requests: [{ procedure: 'level-2', subject: 'citizen', person: { fullName } }],
    });
  }
  // The thread that makes files starts with the first one; its start is no cost of a case.
  await tell('report.export', { businessDay: DAY, format: 'csv' });
  const [counter] = (await tell('counter.list', {})) as { id: string }[];
  const called = (await tell('ticket.call-next', { counterId: counter?.id })) as { id: string };
  await tell('print.queue', { ticketId: called.id, sheet: 'number' });
  const settled = (await tell('ticket.issue', {
    requests: [{ procedure: 'level-2', subject: 'citizen', person: { fullName: 'Hoàng Thị Thí Điểm' } }],
  })) as { id: string };
  await tell('ticket.settle', { ticketId: settled.id, outcome: 'taken' });
  await tell('campaign.save', {
    name: 'Đợt thử',
    unit: 'Xã Thử',
    from: '2026-11-01',
    dueOn: '2026-12-31',
    rows: [{ level: 'level-2', target: 10, before: 0 }],
  });
  const pack = (await tell('rules.show', {})) as { id: string; values: { path: string }[] };
  const texts = [
    'A',
    'Z',
    DAY,
    '2026-11-21',
    '1990',
    'Trần Thị Mẫu',
    'id-card',
    '001090000001',
    '{}',
    '{"days":[]}',
  ];
  const ids = idsOf(store);
  desk.close();
  return { ids, texts: [...texts, pack.id, ...pack.values.slice(0, 3).map(({ path }) => path)] };
}

function idsOf(store: Store): string[] {
  return ['ticket', 'counter', 'request', 'person', 'print_job', 'campaign'].flatMap((table) =>
    store.database
      .prepare<[], { id: string }>(`SELECT id FROM ${table}`)
      .all()
      .map((row) => row.id),
  );
}

/** Rows of every table; compared only after a call that wrote anything, even if it took it back. */
function rowCounts(store: Store): Record<string, number> {
  const tables = store.database
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all();
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      store.database.prepare<[], { n: number }>(`SELECT count(*) AS n FROM "${name}"`).get()?.n ?? -1,
    ]),
  );
}

/** Asks how many rows have been written so far. */
function writeCounter(store: Store): () => number {
  const total = store.database.prepare<[], { n: number }>('SELECT total_changes() AS n');
  return () => total.get()?.n ?? -1;
}

/**
 * Holds for every answer whatever was asked: the words are closed, and nothing went wrong that nobody foresaw. It is asked
 * some 100,000 times, so what holds is not also said to `expect`.
 */
function checkReply(method: MethodName, reply: DeskReply<unknown>): void {
  const { error } = reply.ok
    ? deskContract[method].output.safeParse(reply.value)
    : deskProblem.safeParse(reply.problem);
  if (error !== undefined) throw error;
  if (!reply.ok && reply.problem.code === 'unexpected')
    throw new Error(`unexpected: ${JSON.stringify(reply)}`);
}

/** A file may be saved wherever the officer says: in the fuzz that is always a folder that is not there. */
function harmless(method: MethodName, input: unknown, folder: string): unknown {
  if (typeof input !== 'object' || input === null) return input;
  const nowhere = (named: unknown) =>
    typeof named === 'string' ? join(folder, 'none', named.replace(/[/\\.]/g, '_')) : named;
  if (method === 'report.save' && 'folder' in input) return { ...input, folder: nowhere(input.folder) };
  if (method === 'export.start' && 'folders' in input && Array.isArray(input.folders))
    return { ...input, folders: input.folders.map(nowhere) };
  return input;
}

describe(`the desk, ${runs} cases each`, () => {
  const began = mkdtempSync(join(tmpdir(), 'quay-tiep-dan-fuzz-'));
  let pool: Pool;
  /** A desk as it began; the next method finds the same one where this one wrote nothing. */
  let standing: ReturnType<typeof stand> | undefined;
  function stand() {
    const folder = mkdtempSync(join(tmpdir(), 'quay-tiep-dan-fuzz-'));
    cpSync(began, folder, { recursive: true });
    const incidents: unknown[] = [];
    const { desk, store } = deskIn(folder, { log: (_incident, _method, error) => incidents.push(error) });
    store.database.pragma('synchronous = OFF'); // nobody pulls the plug here
    const writes = writeCounter(store);
    return { folder, incidents, desk, store, writes, untouched: writes() };
  }
  function fall(): void {
    standing?.desk.close();
    if (standing !== undefined) rmSync(standing.folder, { recursive: true, force: true });
    standing = undefined;
  }
  beforeAll(async () => {
    pool = await busyFolder(began);
  });
  afterAll(() => {
    fall();
    rmSync(began, { recursive: true, force: true });
  });

  test.each(methods)('%s', { timeout }, async (method) => {
    standing ??= stand();
    const { folder, incidents, desk, store, writes, untouched } = standing;
    let isUntouched = false;
    try {
      let rows = rowCounts(store);
      await fc.assert(
        fc.asyncProperty(inputsAround(deskContract[method].input, pool), async (generated) => {
          const before = writes();
          const started = process.cpuUsage();
          const input = harmless(method, generated, folder);
          const reply = await desk.dispatch(method, input, leader, randomUUID());
          if (incidents.length > 0) throw new Error('something nobody foresaw', { cause: incidents[0] });
          checkReply(method, reply);
          // µs of work, however busy the machine is.
          if (process.cpuUsage(started).user >= 1_000_000) throw new Error('a case took a second of work');
          if (writes() === before) return;
          const now = rowCounts(store);
          if (!reply.ok) expect(now).toEqual(rows);
          rows = now;
        }),
        { numRuns: runsOf(method), endOnFailure: true },
      );
      expect(store.database.pragma('foreign_key_check')).toEqual([]);
      const verified = await desk.dispatch('system.verify-events', {}, leader);
      expect(verified).toMatchObject({ ok: true, value: { firstBroken: null } });
      isUntouched = writes() === untouched;
    } finally {
      if (!isUntouched) fall();
    }
  });
});

describe.each(['ipc', 'http'] as const)(`the %s door, ${runsOverTransports} cases each`, (door) => {
  let house: DeskHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => {
    await house.close();
    rmSync(house.folder, { recursive: true, force: true });
  });

  test.each(methods)('%s', { timeout }, async (method) => {
    const pool: Pool = { ids: [randomUUID()], texts: ['A', DAY] };
    const inputs = inputsAround(deskContract[method].input, pool).map((input) =>
      harmless(method, input, house.folder),
    );
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        const known = house.desk().lastEvent();
        const body = JSON.stringify(input) ?? '';
        const reply = await house.doors[door].send({ method, body, key: randomUUID() });
        checkReply(method, reply);
        if (!reply.ok) expect(house.desk().lastEvent()).toBe(known);
        const limitKiB = bodyLimitKiB(method);
        if (Buffer.byteLength(body) > limitKiB * 1024) expect(reply).toEqual(tooLarge(limitKiB));
      }),
      { numRuns: runsOverTransports, endOnFailure: true },
    );
  });

  test('what is no JSON at all is refused as such', async () => {
    const known = house.desk().lastEvent();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }).filter(isNoJson), async (body) => {
        const reply = await house.doors[door].send({ method: 'counter.add', body, key: randomUUID() });
        expect(reply).toEqual({
          ok: false,
          problem: { code: 'invalid-input', path: '', reason: 'not-json' },
        });
      }),
      { numRuns: runsOverTransports },
    );
    expect(house.desk().lastEvent()).toBe(known);
  });

  test('a megabyte in one string is refused before it is read', async () => {
    for (const method of ['ticket.issue', 'identity.read-card', 'ticket.list'] as const) {
      const body = JSON.stringify({ text: 'x'.repeat(1024 * 1024), search: 'x' });
      expect(await house.doors[door].send({ method, body, key: randomUUID() })).toEqual(tooLarge(64));
    }
  });
});

function tooLarge(limitKiB: number): DeskReply<never> {
  return { ok: false, problem: { code: 'body-too-large', limitKiB } };
}

function isNoJson(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch {
    return text !== '';
  }
}
