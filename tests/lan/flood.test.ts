import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { knocks } from '#electron/host/knocks.ts';
import { codeOf } from '#tests/support/desk-clients.ts';
import { isUp, lanOffice } from '#tests/support/lan-office.ts';

/** Opens TLS connections as fast as they are taken, in a thread of its own, and says how many it began. */
const flood = `
const { connect } = require('node:tls');
const { parentPort, workerData } = require('node:worker_threads');
let begun = 0;
let isOver = false;
const again = () => {
  if (isOver) return;
  begun += 1;
  const socket = connect({ ...workerData, rejectUnauthorized: false });
  socket.on('secureConnect', () => socket.destroy());
  socket.on('error', () => {});
  socket.on('close', () => setImmediate(again));
};
for (let n = 0; n < 50; n += 1) again();
parentPort.on('message', () => { isOver = true; parentPort.postMessage(begun); setTimeout(() => process.exit(), 20); });
`;

test('a flooded port keeps nobody waiting at the desk, and a line that is up stays', async () => {
  const office = await lanOffice();
  const { desk, ask } = await office.join();
  const { address: host, port } = office.at;
  const worker = new Worker(flood, { eval: true, workerData: { host, port } });
  onTestFinished(async () => void (await worker.terminate()));
  await once(worker, 'online');
  const waits: number[] = [];
  for (let times = 0; times < 150; times += 1) {
    const began = performance.now();
    expect(codeOf(await office.ask('queue.board', {}))).toBe('ok');
    waits.push(performance.now() - began);
    await once(AbortSignal.timeout(10), 'abort');
  }
  const begun = once(worker, 'message');
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin; the rule means windows
  worker.postMessage('enough');
  const [connections] = (await begun) as [number];
  const p99 = waits.toSorted((a, b) => a - b)[148] ?? 0;
  if (process.env['LAN_OPS'] !== undefined) console.info({ connections, p99 });
  expect(connections).toBeGreaterThan(200);
  expect(p99).toBeLessThan(50);
  await isUp(desk);
  expect(codeOf(await ask('queue.board', {}))).toBe('ok');
});

test('of many who knock at once so many are met, then the door rests; later it is open again', () => {
  let now = 0;
  const door = knocks(() => now);
  const met = Array.from({ length: 400 }, () => door.next());
  expect(met.filter((answer) => answer === 'in')).toHaveLength(120);
  expect(met.filter((answer) => answer === 'rest')).toHaveLength(1);
  now += 500;
  expect(Array.from({ length: 40 }, () => door.next()).filter((answer) => answer === 'in')).toHaveLength(30);
  now += 60_000;
  expect(Array.from({ length: 120 }, () => door.next())).not.toContain('away');
});
