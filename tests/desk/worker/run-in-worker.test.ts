import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import type { MakeOrder } from '#electron/books/make-file.ts';
import { makeFile } from '#electron/books/make-file.ts';
import { runInWorker, WorkerStopped } from '#electron/desk/worker/run-in-worker.ts';
import { daysOf, inventedDay, inventedMonth } from '../export/invented-reports.ts';

const options = { language: 'vi', training: false, at: '2026-12-01T01:00:00.000Z' } as const;
const month = inventedMonth('2026-11');
const book: MakeOrder = {
  material: { kind: 'month', month, days: daysOf(month), over: true },
  format: 'xlsx',
  options,
};
const day: MakeOrder = {
  material: { kind: 'day', report: inventedDay('2026-11-20') },
  format: 'csv',
  options,
};
const bytesOf = async (order: MakeOrder) => Buffer.from((await makeFile(order)).bytes);

test('the thread makes the same bytes as the desk would, and leaves the desk its turns', async () => {
  let turns = 0;
  let done = false;
  const count = (): void => {
    turns += 1;
    if (!done) setImmediate(count);
  };
  setImmediate(count);
  const told: number[] = [];
  const file = await runInWorker('make-file', book, { onProgress: (percent) => told.push(percent) });
  done = true;
  expect(turns).toBeGreaterThan(20);
  expect(told).toEqual([30, 100]);
  expect(Buffer.compare(Buffer.from(file.bytes), await bytesOf(book))).toBe(0);
});

test('tasks are done in their order, each with its own answer', async () => {
  const files = await Promise.all([book, day, book, day].map((order) => runInWorker('make-file', order)));
  expect(files.map(({ fileName }) => fileName.split('.').at(-1))).toEqual(['xlsx', 'csv', 'xlsx', 'csv']);
});

test('a sign-in waits for no file', async () => {
  const pin = { passphrase: '2580', salt: Buffer.alloc(16, 7), m: 256, t: 1 };
  // Its thread is there.
  await runInWorker('stretch', pin);
  const stop = new AbortController();
  let made = 0;
  const files = Array.from({ length: 20 }, () =>
    runInWorker('make-file', book, { signal: stop.signal }).then(() => (made += 1)),
  );
  await runInWorker('stretch', pin);
  expect(made).toBeLessThan(files.length);
  stop.abort();
  await Promise.allSettled(files);
});

test('a task that is cancelled ends at once, one that was never begun too, and the next one is done', async () => {
  const stop = new AbortController();
  const first = runInWorker('make-file', book, { signal: stop.signal, onProgress: () => stop.abort() });
  const second = runInWorker('make-file', book, { signal: stop.signal });
  const third = runInWorker('make-file', day);
  await expect(first).rejects.toMatchObject({ why: 'cancelled' });
  await expect(second).rejects.toMatchObject({ why: 'cancelled' });
  expect(Buffer.compare(Buffer.from((await third).bytes), await bytesOf(day))).toBe(0);
});

test('a task that takes longer than it may is stopped, and the next one is done', async () => {
  await expect(runInWorker('make-file', book, { timeoutMs: 1 })).rejects.toBeInstanceOf(WorkerStopped);
  await expect(runInWorker('make-file', day)).resolves.toMatchObject({
    mediaType: 'text/csv; charset=utf-8',
  });
});

test('a thread that is let go ends with its task, and its memory with it', async () => {
  await runInWorker('make-file', day, { letGo: true });
  const ended: Promise<unknown>[] = [];
  const hear = (worker: Worker) => ended.push(once(worker, 'exit'));
  process.on('worker', hear);
  onTestFinished(() => void process.off('worker', hear));
  await runInWorker('make-file', day, { letGo: true });
  expect(ended).toHaveLength(1);
  await Promise.all(ended);
});

test('what a task throws arrives, and costs the next one nothing', async () => {
  const broken = { ...day, material: { kind: 'day', report: {} } } as unknown as MakeOrder;
  await expect(runInWorker('make-file', broken)).rejects.toBeInstanceOf(Error);
  const uncloneable = { ...day, options: { ...options, at: () => '' } } as unknown as MakeOrder;
  await expect(runInWorker('make-file', uncloneable)).rejects.toThrow(/could not be cloned/);
  await expect(runInWorker('make-file', day)).resolves.toBeDefined();
});
