// @module-tag slow
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { pairDevice } from '#electron/join/pair-device.ts';
import type { WindowsPorts } from '#electron/thread/windows-ports.ts';
import { defaultSettings } from '#shared/domain/office/default-settings.ts';
import { holdThread } from '#tests/support/fake-devices.ts';
import { valueOf } from '#tests/support/desk-clients.ts';
import { size } from '#tests/support/sizes.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { threadDesks } from '#tests/support/thread-desks.ts';
import { DAY } from '#tests/support/worked-day.ts';

const version = '1.0.0';
/** Milliseconds that the driver holds the thread of the windows. */
const blockedMs = size('BLOCKED_MS', 1_500, 15_000);

test(`a driver that holds the windows for ${blockedMs} ms holds no number of another PC`, async () => {
  const drivers: WindowsPorts['drivers'] = {
    devices: async () => [],
    async print() {
      holdThread(blockedMs);
      return { trouble: null };
    },
    pdf: async () => ({ trouble: 'driver-failed', mayHavePrinted: false }),
  };
  // The thread of the desks waits for the driver to the end here, so that its time can be told.
  const patience = { driverMs: 60_000, dialogMs: 60_000 };
  const { ask } = threadDesks(temporaryFolder('thread'), { drivers }, { patience });
  const number = { ...defaultSettings.printers.number, route: 'driver-silent' as const, device: 'XP-80C' };
  await ask('office.set-up', {
    name: 'Công an phường Thử',
    code: 'T1',
    receivingLevel: 'Tổng hợp',
    counters: ['Quầy 1'],
    settings: { printers: { ...defaultSettings.printers, number } },
  });
  await ask('day.open', { businessDay: DAY });
  const at = await ask('lan.open', { address: '127.0.0.1', port: 0 });
  const { code } = await ask('pairing.start', { kind: 'counter', name: 'Máy 2' });
  const joined = valueOf(await pairDevice(at, code, version));
  const other = new Worker(join(import.meta.dirname, '../support/other-device.ts'), {
    workerData: { joined, version },
  });
  onTestFinished(async () => void (await other.terminate()));
  await once(other, 'message');

  const ticket = await ask('ticket.issue', { requests: [{ procedure: 'level-1', subject: 'citizen' }] });
  const job = await ask('print.queue', { ticketId: ticket.id, sheet: 'number' });
  const measure = (forMs: number): Promise<number[]> => {
    const answer = once(other, 'message');
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin; the rule means windows
    other.postMessage(forMs);
    return answer.then(([took]) => (took as number[]).toSorted((a, b) => a - b));
  };
  const atRest = median(await measure(blockedMs / 2));

  const during = measure(blockedMs * 0.8);
  const before = performance.now();
  const sent = await ask('print.send', { jobId: job.id });
  expect(sent.state).toBe('sent');
  expect(performance.now() - before).toBeGreaterThanOrEqual(blockedMs);

  const took = await during;
  const worst = took.at(-1) ?? Infinity;
  process.stdout.write(
    `windows held ${blockedMs} ms: ${took.length} numbers, half within ${median(took).toFixed(1)} ms (${atRest.toFixed(1)} ms at rest), worst ${worst.toFixed(1)} ms\n`,
  );
  // A busy disk is slow for everybody.
  expect(median(took)).toBeLessThan(Math.max(50, 2 * atRest));
  expect(worst).toBeLessThan(blockedMs / 2);
});

function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? Infinity;
}
