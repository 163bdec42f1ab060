import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { feedEvents } from '#electron/host/event-feed.ts';
import type { Desk } from '#electron/desk/desk.ts';
import type { CommandName, Input, Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { valueOf } from '#tests/support/desk-clients.ts';
import { isUp, lanOffice } from '#tests/support/lan-office.ts';
import { lineProxy } from '#tests/support/line-proxy.ts';
import { size } from '#tests/support/sizes.ts';

/** `LAN_OPS=5000 LAN_CUT_UNIT_MS=50` is the whole of it: cuts of 1 to 120 units. */
const OPERATIONS = Number(process.env['LAN_OPS'] ?? 120);
const CUT_UNIT_MS = Number(process.env['LAN_CUT_UNIT_MS'] ?? 3);
const RECEPTIONS = 2;
const COUNTERS = 6;
const LOOKERS = size('LAN_LOOKERS', 2, 7);

/** Numbers that look drawn and are the same in every run. */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** The tempo of people and the length of cuts, never a wait for something. */
const wait = (milliseconds: number) => once(AbortSignal.timeout(milliseconds), 'abort');

test('two receptions, six counters, a wall and others work over lines that are cut: nothing twice, nothing lost', async () => {
  const office = await lanOffice({ counters: COUNTERS });
  const random = drawn(20_261_129);
  const start = valueOf(await office.ask('system.health', {})).lastEvent;
  const plans = [
    ...Array.from({ length: RECEPTIONS }, () => ['counter'] as const),
    ...Array.from({ length: COUNTERS }, (_, index) => ['counter', index] as const),
    ...Array.from({ length: LOOKERS }, () => ['counter'] as const),
    ['display'] as const,
  ];
  const devices = await Promise.all(
    plans.map(async ([kind, counter]) => {
      const cable = await lineProxy(office.at.port);
      const joined = office.enrol(kind, counter);
      const line = await office.join({ kind, at: cable, joined });
      const heard: number[] = [];
      follow(line.desk, start, heard);
      return { ...line, cable, heard };
    }),
  );

  let left = OPERATIONS;
  let isOver = false;
  const issued: string[] = [];
  const called: string[] = [];
  const finished: string[] = [];
  let refused = 0;
  let unknown = 0;

  /** Done for sure: refused while the line is cut, it is wished anew; unknown, it is asked again with its key. */
  async function surely<M extends CommandName>(
    device: (typeof devices)[number],
    method: M,
    input: Input<M>,
  ): Promise<DeskReply<Output<M>>> {
    left -= 1;
    let key = randomUUID();
    for (;;) {
      const reply = await device.ask(method, input, key);
      if (reply.ok) return reply;
      if (reply.problem.code === 'line-cut') {
        refused += 1;
        key = randomUUID();
      } else if (reply.problem.code === 'unreachable') unknown += 1;
      else return reply;
      // One cut may follow the other.
      await isUp(device.desk, 120_000);
    }
  }

  async function receive(device: (typeof devices)[number]): Promise<void> {
    while (left > 0) {
      const wish = { requests: [{ procedure: 'level-2', subject: 'citizen' } as const] };
      issued.push(valueOf(await surely(device, 'ticket.issue', wish)).number);
      await wait(2);
    }
  }

  async function serve(device: (typeof devices)[number]): Promise<void> {
    while (left > 0) {
      const next = valueOf(await surely(device, 'ticket.call-next', {}));
      if (next === null) {
        await wait(10);
        continue;
      }
      called.push(next.number);
      valueOf(await surely(device, 'ticket.start', { ticketId: next.id }));
      const outcomes = next.requests.map(({ id }) => ({ requestId: id, outcome: 'taken' as const }));
      valueOf(await surely(device, 'ticket.finish', { ticketId: next.id, outcomes }));
      finished.push(next.number);
    }
  }

  /** Looks as a window does, a moment after something was heard. */
  async function look(device: (typeof devices)[number], kind: 'counter' | 'display'): Promise<void> {
    let seen = 0;
    while (!isOver) {
      if (device.heard.length > seen) {
        seen = device.heard.length;
        await device.ask(kind === 'display' ? 'queue.wall' : 'queue.board', {});
      }
      await wait(50);
    }
  }

  async function cut(device: (typeof devices)[number]): Promise<void> {
    while (!isOver) {
      await wait(Math.floor(random() * 200 * CUT_UNIT_MS));
      if (isOver) return;
      if (random() < 0.5) device.cable.cut();
      else device.cable.hang();
      await wait(Math.floor((1 + random() * 119) * CUT_UNIT_MS));
      device.cable.mend();
    }
  }

  const own: number[] = [];
  async function workAtHost(): Promise<void> {
    while (!isOver) {
      const began = performance.now();
      valueOf(await office.ask('queue.board', {}));
      own.push(performance.now() - began);
      await wait(5);
    }
  }

  const beside = [
    workAtHost(),
    ...devices.map(cut),
    ...devices.map((device, index) => look(device, plans[index]?.[0] ?? 'counter')),
  ];
  await Promise.all([
    ...devices.slice(0, RECEPTIONS).map(receive),
    ...devices.slice(RECEPTIONS, RECEPTIONS + COUNTERS).map(serve),
  ]);
  isOver = true;
  await Promise.all(beside);
  for (const { cable } of devices) cable.mend();
  await Promise.all(devices.map(({ desk }) => isUp(desk, 60_000)));

  const log = (await eventsOf(office.desk, start)).filter(({ number }) => number > start);
  const tickets = valueOf(await office.ask('ticket.list', {}));
  expect(new Set(issued).size).toBe(issued.length);
  expect(tickets.map(({ number }) => number).toSorted()).toEqual(issued.toSorted());
  const calls = log.flatMap((event) => (event.name === 'ticket.called' ? [event.data.number] : []));
  expect(new Set(calls).size).toBe(calls.length);
  expect(calls.toSorted()).toEqual(called.toSorted());
  expect(tickets.filter(({ state }) => state === 'done')).toHaveLength(finished.length);

  const numbers = log.map(({ number }) => number);
  const board = valueOf(await office.ask('queue.board', {}));
  const wall = valueOf(await office.ask('queue.wall', {}));
  for (const [index, { ask, heard }] of devices.entries()) {
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(numbers.length);
    expect(heard).toEqual(numbers);
    const isWall = plans[index]?.[0] === 'display';
    await expect
      .poll(() => (isWall ? ask('queue.wall', {}) : ask('queue.board', {})), { timeout: 10_000 })
      .toEqual({ ok: true, value: isWall ? wall : board });
  }

  if (process.env['LAN_OPS'] === undefined) return;
  const sorted = own.toSorted((a, b) => a - b);
  const megabytes = devices.map(({ cable }) => cable.bytes() / 1e6).toSorted((a, b) => a - b);
  console.info({
    operations: OPERATIONS - left,
    tickets: issued.length,
    served: finished.length,
    events: numbers.length,
    refused,
    unknown,
    ownP50: sorted[Math.floor(sorted.length * 0.5)],
    ownP99: sorted[Math.floor(sorted.length * 0.99)],
    megabytesADevice: [megabytes[0], megabytes.at(-1)],
  });
}, 900_000);

/** Hears as a window does that comes back after each cut. */
function follow(desk: Parameters<typeof isUp>[0], from: number, heard: number[]): void {
  void (async () => {
    for (;;) {
      const state = await desk.state();
      if (!state.ok) {
        if (state.problem.code === 'desk-closing') return;
        await wait(10);
        continue;
      }
      const opened: Desk = state.desk;
      await new Promise<void>((end) => {
        feedEvents(opened, heard.at(-1) ?? from, {
          ready: () => true,
          take: (events) => heard.push(...events.map(({ number }) => number)),
          end: () => end(),
        });
      });
    }
  })();
}

async function eventsOf(desk: Awaited<ReturnType<typeof lanOffice>>['desk'], since: number) {
  const state = await desk.state();
  if (!state.ok) throw new Error(state.problem.code);
  return state.desk.eventsSince(since, 1_000_000);
}
