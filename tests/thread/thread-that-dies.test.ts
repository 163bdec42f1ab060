import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import { entryFile } from '#electron/desk/entry-file.ts';
import type { StartThread } from '#electron/thread/desk-thread.ts';
import type { WindowsPorts } from '#electron/thread/windows-ports.ts';
import type { Output } from '#shared/contract/desk-contract.ts';
import { defaultSettings } from '#shared/domain/office/default-settings.ts';
import { codeOf, valueOf } from '#tests/support/desk-clients.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { threadDesks } from '#tests/support/thread-desks.ts';
import { DAY } from '#tests/support/worked-day.ts';

const office = { name: 'Công an phường Thử', code: 'T1', receivingLevel: 'Tổng hợp', counters: ['Quầy 1'] };
const requests = [{ procedure: 'level-1' as const, subject: 'citizen' as const }];
const leader = { role: 'leader' as const };

const threadFile = entryFile(
  join(import.meta.dirname, '../../electron/thread/desk-thread.ts'),
  'thread-entry.ts',
  'desk-thread.cjs',
);

/** Desks in a thread that falls over a fault when it is told to. */
function frailDesks(
  ports: Partial<WindowsPorts> = {},
  { restMs = 10_000, isLame = (_nth: number): boolean => false, folder = temporaryFolder('thread') } = {},
) {
  const threads: Worker[] = [];
  const start: StartThread = (order, died) => {
    const thread = isLame(threads.length + 1)
      ? new Worker('throw new Error("it never came up")', { eval: true })
      : new Worker(threadFile, {
          workerData: order,
          execArgv: [],
        });
    thread.on('error', died);
    threads.push(thread);
    return thread;
  };
  const started = threadDesks(folder, ports, { start, restMs });
  return {
    ...started,
    threads,
    async die(): Promise<void> {
      const latest = threads.at(-1);
      if (latest === undefined) throw new Error('no thread');
      const gone = new Promise((done) => latest.once('exit', done));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin; the rule means windows
      latest.postMessage('no message at all');
      await gone;
    },
    /** Out of memory: nothing of it runs any more. */
    async endAtOnce(): Promise<void> {
      await threads.at(-1)?.terminate();
    },
    /** Asked as a page asks whose answer was lost: with the same key until it is answered. */
    async askAgain(method: string, input: unknown, key: string) {
      return vi.waitUntil(
        async () => {
          const reply = await started.desks.office.dispatch(method, input, leader, key);
          return codeOf(reply) === 'desk-stopped' ? undefined : reply;
        },
        { interval: 50, timeout: 30_000 },
      );
    },
  };
}

test('a thread that dies says so and is started again by itself, with every door that was open and all that was stored', async () => {
  const { desks, ask, log, threads, die, askAgain } = frailDesks();
  await ask('office.set-up', office);
  await ask('day.open', { businessDay: DAY });
  const ticket = await ask('ticket.issue', { requests });
  const { port } = await ask('lan.open', { address: '127.0.0.1', port: 0 });
  const opened = await desks.office.state();
  if (!opened.ok) throw new Error(opened.problem.code);
  let isEnded = false;
  opened.desk.subscribe({ news: () => {}, ended: () => (isEnded = true) });
  const asked = opened.desk.dispatch('ticket.list', {}, leader);
  await die();
  expect(['desk-stopped', 'ok']).toContain(codeOf(await asked));
  expect(isEnded).toBe(true);
  expect(log).toHaveLength(1);
  expect(await desks.office.state()).toEqual({ ok: false, problem: { code: 'desk-stopped', seconds: 0 } });
  await expect(opened.desk.lastEvent()).rejects.toThrow();

  // Nobody asks: the door to other PCs is open again all the same.
  await expect.poll(() => answers(port), { timeout: 30_000 }).toBe(true);
  expect(threads).toHaveLength(2);
  expect(valueOf(await askAgain('ticket.list', {}, ''))).toMatchObject([{ id: ticket.id }]);
});

test(
  'a thread that dies again soon is started again after a rest, and says in how many seconds',
  { tags: ['slow'] },
  async () => {
    const { desks, ask, threads, die, log } = frailDesks({}, { restMs: 1_500, isLame: (nth) => nth === 2 });
    await ask('office.set-up', office);
    await die();
    await expect.poll(() => log.length, { interval: 5 }).toBe(2);
    const before = performance.now();
    await expect
      .poll(() => desks.office.state(), { interval: 5 })
      .toEqual({ ok: false, problem: { code: 'desk-stopped', seconds: 2 } });
    expect(await desks.office.dispatch('ticket.list', {}, leader)).toMatchObject({
      problem: { code: 'desk-stopped' },
    });
    expect(threads).toHaveLength(2);
    await expect.poll(() => threads.length, { interval: 20, timeout: 10_000 }).toBe(3);
    expect(performance.now() - before).toBeGreaterThan(1_300);
    await expect.poll(async () => (await desks.office.state()).ok, { timeout: 30_000 }).toBe(true);
  },
);

test('what was under way while the thread died is not done twice: no number, and no sheet', async () => {
  let isPrinting = (): void => {};
  const printing = new Promise<void>((done) => (isPrinting = done));
  let sheets = 0;
  const drivers: WindowsPorts['drivers'] = {
    devices: async () => [],
    print() {
      sheets += 1;
      isPrinting();
      return new Promise(() => {});
    },
    pdf: async () => ({ trouble: 'driver-failed', mayHavePrinted: false }),
  };
  const { desks, ask, die, askAgain } = frailDesks({ drivers });
  const number = { ...defaultSettings.printers.number, route: 'driver-silent' as const, device: 'XP-80C' };
  await ask('office.set-up', { ...office, settings: { printers: { ...defaultSettings.printers, number } } });
  await ask('day.open', { businessDay: DAY });
  const ticket = await ask('ticket.issue', { requests });
  const job = await ask('print.queue', { ticketId: ticket.id, sheet: 'number' });
  const keys = [randomUUID(), randomUUID()] as const;
  const sending = desks.office.dispatch('print.send', { jobId: job.id }, leader, keys[0]);
  await printing;
  const issuing = desks.office.dispatch('ticket.issue', { requests }, leader, keys[1]);
  await die();
  expect(codeOf(await sending)).toBe('desk-stopped');
  await issuing;

  expect(codeOf(await askAgain('print.send', { jobId: job.id }, keys[0]))).toBe('print-job-waits');
  valueOf(await askAgain('ticket.issue', { requests }, keys[1]));
  expect(sheets).toBe(1);
  expect(await ask('ticket.list', {})).toHaveLength(2);
  expect(await ask('print.list', {})).toMatchObject([{ id: job.id, mayHavePrinted: true }]);
});

test('programs beside a thread that dies are ended with it', { tags: ['slow'] }, async () => {
  const stopped: string[] = [];
  let hasStarted = (): void => {};
  const started = new Promise<void>((done) => (hasStarted = done));
  const { ask, endAtOnce, desks } = frailDesks({
    startChild: (file) => ({
      send: () => hasStarted(),
      onMessage: () => {},
      onEnd: () => {},
      stop: () => void stopped.push(file),
    }),
  });
  await ask('office.set-up', office);
  const copying = desks.office.dispatch('backup.make', {}, leader, randomUUID());
  await started;
  await endAtOnce();
  expect(codeOf(await copying)).toBe('desk-stopped');
  expect(stopped).toHaveLength(1);
});

test('a thread that is ended where it stands leaves all that was stored, and its desk opens again', async () => {
  const folder = temporaryFolder('thread');
  const { desks, ask, endAtOnce, askAgain } = frailDesks({}, { folder, restMs: 100 });
  await ask('office.set-up', office);
  await ask('day.open', { businessDay: DAY });
  expect((await desks.office.state()).ok).toBe(true);
  const ticket = await ask('ticket.issue', { requests });
  await endAtOnce();
  expect(valueOf(await askAgain('ticket.list', {}, ''))).toMatchObject([{ id: ticket.id }]);
  const health = valueOf(await askAgain('system.health', {}, '')) as Output<'system.health'>;
  expect(health.store).toMatchObject({ integrity: 'ok', lastWord: 'kept' });

  // Once more, and after an end in order nothing is left of it.
  await expect.poll(async () => (await desks.office.state()).ok, { timeout: 30_000 }).toBe(true);
  await ask('ticket.issue', { requests });
  await endAtOnce();
  expect(valueOf(await askAgain('ticket.list', {}, ''))).toHaveLength(2);
  await desks.office.close();
  expect(readdirSync(folder).filter((name) => name.startsWith('desk.db'))).toEqual(['desk.db']);
});

test(
  'a log that is not the one of the last word does not come back after such an end',
  { tags: ['slow'] },
  async () => {
    const folder = temporaryFolder('thread');
    const { desks, ask, endAtOnce, askAgain } = frailDesks({}, { folder });
    await ask('office.set-up', office);
    expect((await desks.office.state()).ok).toBe(true);
    await ask('day.open', { businessDay: DAY });
    const kept = join(folder, 'desk.db-wal.kept');
    const bytes = readFileSync(kept);
    rmSync(kept);
    writeFileSync(kept, bytes.subarray(0, bytes.length / 2));
    await endAtOnce();
    expect(codeOf(await askAgain('ticket.list', {}, ''))).toBe('desk-not-open');
    expect(existsSync(kept)).toBe(false);
  },
);

test('a program that ends starts no thread again', { tags: ['slow'] }, async () => {
  const { desks, ask, threads, die } = frailDesks({}, { restMs: 50 });
  await ask('office.set-up', office);
  await die();
  await desks.office.close();
  expect(await desks.office.dispatch('system.health', {}, leader)).toMatchObject({
    problem: { code: 'desk-closing' },
  });
  // A timer that was left would have run by the time a thread has come and gone.
  await new Promise((done) => new Worker('', { eval: true }).once('exit', done));
  expect(threads).toHaveLength(1);
});

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    const end = (found: boolean): void => {
      socket.destroy();
      done(found);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}
