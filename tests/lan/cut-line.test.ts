// @module-tag slow
import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '#electron/desk/clock.ts';
import { feedEvents } from '#electron/host/event-feed.ts';
import type { DeskEvent } from '#shared/contract/event.ts';
import { codeOf, valueOf } from '#tests/support/desk-clients.ts';
import { askOf, isUp, lanOffice, stateOf } from '#tests/support/lan-office.ts';
import { lineProxy } from '#tests/support/line-proxy.ts';

const CARD = { netmask: '255.0.0.0', family: 'IPv4', mac: '00:00:00:00:00:00', internal: false } as const;
const request = { procedure: 'level-2', subject: 'citizen' } as const;

/** A joined PC whose cable goes through a proxy. */
async function cabled() {
  const office = await lanOffice();
  const cable = await lineProxy(office.at.port);
  const joined = await office.join({ at: cable, counter: 0 });
  const issue = (key: string = randomUUID()) => joined.ask('ticket.issue', { requests: [request] }, key);
  const issued = async (): Promise<number> => valueOf(await office.ask('ticket.list', {})).length;
  return { ...joined, office, cable, issue, issued };
}

test.each(['cut', 'hang'] as const)(
  'a line that is %s is noticed; commands are refused, nothing is queued, and it comes back with everything missed',
  async (how) => {
    const { office, cable, desk, ask, issue, issued } = await cabled();
    valueOf(await issue());
    const state = await desk.state();
    if (!state.ok) throw new Error('no line');
    const before = valueOf(await ask('system.health', {})).lastEvent;
    expect(await state.desk.lastEvent()).toBe(before);
    let ended = 0;
    state.desk.subscribe({ news: () => {}, ended: () => (ended += 1) });
    cable[how]();
    await expect.poll(() => stateOf(desk), { interval: 5 }).toBe('line-cut');
    expect(ended).toBe(1);
    expect(await issue()).toMatchObject({ ok: false, problem: { code: 'line-cut' } });
    expect(codeOf(await ask('queue.board', {}))).toBe('line-cut');
    for (let times = 0; times < 3; times += 1)
      valueOf(await office.ask('ticket.issue', { requests: [request] }));
    cable.mend();
    const mended = performance.now();
    await isUp(desk);
    expect(performance.now() - mended).toBeLessThan(1_000);
    expect(await issued()).toBe(4);
    const back = await desk.state();
    if (!back.ok) throw new Error('no line');
    // A window of this PC comes back with the number it last heard.
    expect(back.desk.id).toBe(state.desk.id);
    const missed: readonly DeskEvent[] = await back.desk.eventsSince(before);
    expect(missed.filter(({ name }) => name === 'ticket.issued')).toHaveLength(3);
    expect(missed.at(-1)?.number).toBe(await back.desk.lastEvent());
    expect(missed.map(({ number }) => number)).toEqual(missed.map((_, index) => before + 1 + index));
  },
);

test('a command whose answer was lost is done once, whoever asks for it again', async () => {
  const { cable, issue, issued, desk, ask } = await cabled();
  const key = randomUUID();
  valueOf(await ask('queue.board', {}));
  cable.swallow();
  const lost = issue(key);
  await expect.poll(issued).toBe(1);
  cable.mend();
  expect(valueOf(await lost).number).toBe('A001');
  await isUp(desk);
  expect(valueOf(await issue(key)).number).toBe('A001');
  expect(await issued()).toBe(1);
});

test('where the line stays cut such a command is answered as unknown, never as refused', async () => {
  const { cable, issue, issued, desk, ask } = await cabled();
  const key = randomUUID();
  valueOf(await ask('queue.board', {}));
  cable.swallow();
  const lost = issue(key);
  await expect.poll(issued).toBe(1);
  cable.cut();
  expect(codeOf(await lost)).toBe('unreachable');
  expect(codeOf(await issue(key))).toBe('unreachable');
  expect(codeOf(await issue())).toBe('line-cut');
  cable.mend();
  await isUp(desk);
  expect(valueOf(await issue(key)).number).toBe('A001');
  expect(await issued()).toBe(1);
}, 20_000);

test('a slow line is a line', async () => {
  const { cable, issue, desk } = await cabled();
  cable.delay(60);
  const began = performance.now();
  valueOf(await issue());
  expect(performance.now() - began).toBeGreaterThan(100);
  expect(await stateOf(desk)).toBe('ok');
});

test('a desk that starts anew is another one to the windows, and one that moved is found by its certificate', async () => {
  const office = await lanOffice();
  const cable = await lineProxy(office.at.port);
  let moved: unknown;
  const { desk, ask } = await office.join({
    at: cable,
    more: { find: async () => office.at, moved: (at) => (moved = at) },
  });
  const first = await desk.state();
  let ended = 0;
  if (first.ok) first.desk.subscribe({ news: () => {}, ended: () => (ended += 1) });
  await office.restart();
  await expect.poll(() => ended).toBe(1);
  await isUp(desk);
  const second = await desk.state();
  expect(second.ok && first.ok && second.desk.id !== first.desk.id).toBe(true);
  cable.cut();
  await expect.poll(() => moved).toEqual(office.at);
  await isUp(desk);
  expect((await ask('queue.board', {})).ok).toBe(true);
});

test('another desk at the address is not spoken to, and said', async () => {
  const office = await lanOffice();
  const other = await lanOffice();
  const cable = await lineProxy(office.at.port);
  const { desk, ask } = await office.join({ at: cable });
  cable.lead(other.at.port);
  cable.cut();
  cable.mend();
  await expect.poll(() => stateOf(desk)).toBe('host-changed');
  expect(codeOf(await ask('ticket.issue', { requests: [request] }))).toBe('host-changed');
  expect(valueOf(await other.ask('ticket.list', {}))).toEqual([]);
  cable.lead(office.at.port);
  await isUp(desk);
});

test('a clock that is wrong by years on either PC shuts nobody out', async () => {
  const office = await lanOffice();
  for (const now of ['1999-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z']) {
    const clock = { now: () => now, monotonic: () => performance.now() };
    const { ask } = await office.join({ more: { clock } });
    expect((await ask('queue.board', {})).ok).toBe(true);
  }
});

test('a window of a joined PC hears every event once and in order while the line is cut and mended', async () => {
  const { office, cable, desk } = await cabled();
  const last = async (): Promise<number> => valueOf(await office.ask('system.health', {})).lastEvent;
  const heard: number[] = [];
  let isOver = false;
  onTestFinished(() => void (isOver = true));
  let since = await last();
  const first = since;
  const listen = async (): Promise<void> => {
    await isUp(desk);
    const state = await desk.state();
    if (!state.ok) return listen();
    feedEvents(state.desk, since, {
      ready: () => true,
      take(events) {
        for (const { number } of events) heard.push(number);
        since = heard.at(-1) ?? since;
      },
      end: () => void (isOver || listen()),
    });
  };
  await listen();
  for (let round = 0; round < 3; round += 1) {
    await askOf(office.desk)('ticket.issue', { requests: [request] });
    cable.cut();
    await askOf(office.desk)('ticket.issue', { requests: [request] });
    cable.mend();
    await isUp(desk);
  }
  const end = await last();
  await expect.poll(() => heard.at(-1), { timeout: 5_000 }).toBe(end);
  expect(heard).toEqual(Array.from({ length: end - first }, (_, index) => first + 1 + index));
});

test('false answers to where the desk is keep nobody away from it, and an address that cannot be kept is no fault', async () => {
  const office = await lanOffice();
  const other = await lanOffice();
  const cable = await lineProxy(office.at.port);
  let found = other.at;
  const more = {
    clock: systemClock,
    find: async () => found,
    moved() {
      throw new Error('no space left');
    },
  };
  const { desk, ask } = await office.join({ at: cable, more });
  cable.cut();
  await expect.poll(() => stateOf(desk), { interval: 5 }).toBe('host-changed');
  cable.mend();
  await isUp(desk);
  cable.cut();
  found = office.at;
  await expect.poll(() => stateOf(desk), { interval: 5 }).not.toBe('ok');
  await isUp(desk);
  expect(codeOf(await ask('queue.board', {}))).toBe('ok');
}, 20_000);

test('a door goes with its card to the next address, and joined PCs find it there; a card without one is said', async () => {
  let addresses = ['127.0.0.1'];
  const card = (address: string) => ({ ...CARD, address, cidr: `${address}/8` });
  const office = await lanOffice({ cards: () => ({ eth7: addresses.map(card) }) });
  const { port } = office.at;
  const { desk, ask } = await office.join({ more: { find: async () => ({ address: '127.0.0.9', port }) } });
  addresses = [];
  await expect.poll(async () => valueOf(await office.ask('lan.state', {})).trouble).toBe('address-gone');
  addresses = ['127.0.0.9'];
  const moved = { ...office.at, address: '127.0.0.9' };
  await expect
    .poll(async () => valueOf(await office.ask('lan.state', {})))
    .toMatchObject({ door: moved, trouble: null });
  await expect.poll(async () => codeOf(await ask('queue.board', {})), { timeout: 10_000 }).toBe('ok');
  await office.restart();
  await expect
    .poll(async () => valueOf(await office.ask('lan.state', {})))
    .toMatchObject({ door: moved, trouble: null });
  await expect.poll(() => stateOf(desk), { timeout: 10_000 }).toBe('ok');
});

test('a desk that slept wakes with its devices, whatever its clock then says; a clock wrong by years keeps nobody out', async () => {
  const { office, cable, desk, ask, issue } = await cabled();
  valueOf(await issue());
  cable.hang();
  await expect.poll(() => stateOf(desk), { timeout: 10_000 }).toBe('line-cut');
  // Nobody counts the time of a sleep but the wall clock.
  office.clock.jump(2);
  cable.mend();
  await isUp(desk);
  const slept = valueOf(await issue());
  expect(Date.parse(slept.issuedAt)).toBeLessThanOrEqual(Date.parse(office.clock.now()));
  const years = 365 * 24 * 60;
  for (const minutes of [-27 * years, 60 * years]) {
    office.clock.jump(minutes);
    await office.restart();
    await expect.poll(async () => codeOf(await ask('queue.board', {})), { timeout: 10_000 }).toBe('ok');
    await expect.poll(async () => valueOf(await office.ask('lan.state', {})).trouble).toBeNull();
    expect((await office.pair(await office.code())).ok).toBe(true);
  }
});
