// Another PC of the office, in a thread of its own: told a time in milliseconds it asks for numbers as fast as it
// is answered, and tells how long each answer took. Started by tests/thread.
import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '#electron/desk/clock.ts';
import { joinedDesk } from '#electron/join/joined-desk.ts';
import type { Joined } from '#electron/join/joined-file.ts';
import { pinnedLine } from '#electron/join/pinned-line.ts';

const { joined, version } = workerData as { joined: Joined; version: string };

const desk = joinedDesk({
  line: pinnedLine({ ...joined, version, drivers: false }),
  at: joined,
  clock: systemClock,
});
const requests = [{ procedure: 'level-1', subject: 'citizen' }];
const issue = (): Promise<{ ok: boolean }> =>
  desk.dispatch('ticket.issue', { requests }, { role: 'reception' }, randomUUID());

while (!(await desk.state()).ok || !(await issue()).ok) await new Promise<void>((done) => setImmediate(done));
tell('ready');
parentPort?.on('message', (forMs: number) => void measure(forMs));

function tell(message: unknown): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin; the rule means windows
  parentPort?.postMessage(message);
}

async function measure(forMs: number): Promise<void> {
  const took: number[] = [];
  const end = performance.now() + forMs;
  while (performance.now() < end) {
    const before = performance.now();
    const reply = await issue();
    took.push(reply.ok ? performance.now() - before : Infinity);
  }
  tell(took);
}
