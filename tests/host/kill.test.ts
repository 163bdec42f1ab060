import { randomInt, randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import type { DeskReply } from '#shared/contract/problem.ts';
import type { Ticket } from '#shared/contract/ticket.ts';
import { readEventLog } from '#tests/support/event-log.ts';
import { ask, loadClient, type LoadClient } from '#tests/support/load-client.ts';
import { runHost, type RunningHost } from '#tests/support/running-host.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { size } from '#tests/support/sizes.ts';

const runs = size('KILL_RUNS', 1, 10);
const clients = 8;
const issues = 500;

/** One press of a button: the key stays the same however often it must be sent. */
type Press = { readonly key: string; readonly name: string; reply?: DeskReply<Ticket> };

const inputOf = (press: Press) => ({
  requests: [
    { procedure: 'level-2' as const, subject: 'citizen' as const, person: { fullName: press.name } },
  ],
});

const isLost = (reply: DeskReply<unknown> | undefined) =>
  reply === undefined || (!reply.ok && reply.problem.code === 'unreachable');

/** A client for each of eight windows sends press after press; `heard` is told of every acknowledged number. */
async function sendAll(
  host: RunningHost,
  presses: readonly Press[],
  heard: (acknowledged: number) => void = () => {},
) {
  let next = 0;
  let acknowledged = 0;
  const work = async (client: LoadClient): Promise<void> => {
    for (let press = presses[next++]; press !== undefined; press = presses[next++]) {
      press.reply = await client.call('ticket.issue', inputOf(press), press.key);
      if (isLost(press.reply)) return;
      acknowledged += 1;
      heard(acknowledged);
    }
  };
  const windows = Array.from({ length: clients }, () => loadClient(host));
  await Promise.all(windows.map(work));
  for (const window of windows) window.close();
}

async function openOffice(folder: string): Promise<RunningHost> {
  const host = await runHost(folder);
  onTestFinished(() => host.stop('SIGKILL'));
  const client = loadClient(host);
  await ask(client, 'office.set-up', {
    name: 'Công an phường Thử Nghiệm',
    code: 'TN01',
    receivingLevel: 'Trung tâm tổng hợp',
    counters: ['Quầy 1'],
  });
  await ask(client, 'day.open', { businessDay: '2026-11-23' });
  client.close();
  return host;
}

const numbersOf = (presses: readonly Press[]) =>
  presses.map(({ reply }) => (reply?.ok ? reply.value.number : JSON.stringify(reply)));

const expected = Array.from({ length: issues }, (_, index) => `A${String(index + 1).padStart(3, '0')}`);

test.for(Array.from({ length: runs }, (_, run) => run + 1))(
  `kill -9 in the middle of ${issues} issues by ${clients} windows: nothing acknowledged is lost, nothing is there twice (%i)`,
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder('kill');
    const host = await openOffice(folder);
    const presses: Press[] = Array.from({ length: issues }, (_, index) => ({
      key: randomUUID(),
      name: `Nguyễn Văn Thứ ${index + 1}`,
    }));

    // The kill comes with an answer, while the other windows wait for theirs.
    const killAt = randomInt(50, issues - 50);
    let killed: Promise<void> | undefined;
    await sendAll(host, presses, (acknowledged) => {
      if (acknowledged === killAt) killed = host.stop('SIGKILL');
    });
    await killed;
    const acknowledged = presses.filter(({ reply }) => !isLost(reply));
    const inDoubt = presses.filter(({ reply }) => reply !== undefined && isLost(reply));
    const before = new Map(acknowledged.map(({ key, reply }) => [key, reply]));
    expect(acknowledged.length).toBeGreaterThanOrEqual(killAt);
    expect(acknowledged.every(({ reply }) => reply?.ok)).toBe(true);
    expect(inDoubt.length).toBeGreaterThan(0);

    // Every window sends again what it knows nothing of, and some send again what they were answered.
    const again = await runHost(folder);
    onTestFinished(() => again.stop('SIGKILL'));
    const client = loadClient(again);
    const kept = await ask(client, 'ticket.list', {});
    const held = new Set(kept.map(({ number }) => number));
    expect(numbersOf(acknowledged).filter((number) => !held.has(number))).toEqual([]);
    const unheard = presses.filter(({ key }) => !before.has(key));
    await sendAll(again, [...acknowledged.slice(0, 20), ...unheard, ...inDoubt]);

    for (const { key, reply } of acknowledged) expect(reply).toEqual(before.get(key));
    expect(numbersOf(presses).toSorted()).toEqual(expected);
    const tickets = await ask(client, 'ticket.list', {});
    expect(tickets.map(({ number }) => number).toSorted()).toEqual(expected);
    expect(new Set(tickets.map(({ name }) => name)).size).toBe(issues);
    const log = await readEventLog(again);
    const issued = log.flatMap((event) => (event.name === 'ticket.issued' ? [event.data.number] : []));
    expect(issued).toEqual(expected);
    expect(await ask(client, 'system.verify-events', {})).toEqual({ events: log.length, firstBroken: null });
    expect(await ask(client, 'system.health', {})).toMatchObject({
      store: { integrity: 'ok', synchronous: 2 },
    });
    client.close();
  },
);
