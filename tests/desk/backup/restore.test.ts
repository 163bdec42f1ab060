import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { v7 as uuid } from 'uuid';
import { findCopies } from '#electron/desk/backup/find-copies.ts';
import { openDesk } from '#electron/desk/open-desk.ts';
import { addDevice } from '#electron/desk/store/rows/device-row.ts';
import { officeId } from '#electron/desk/store/rows/office-row.ts';
import { rescue } from '#electron/desk/rescue.ts';
import { deskKeys } from '#electron/desk/seal/desk-keys.ts';
import { keepDesk } from '#electron/host/kept-desk.ts';
import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { copyingDesk } from '#tests/support/copying-desk.ts';
import type { TestClock } from '#tests/support/test-desk.ts';
import { warmChild } from '#tests/support/warm-child.ts';

/** The desk of a folder as the host keeps it. */
function kept(folder: string, clock: TestClock) {
  const keys = deskKeys({ folder, monotonic: clock.monotonic });
  const desk = keepDesk(
    () => openDesk({ folder, clock, keys, startChild: warmChild }),
    clock.monotonic,
    rescue({ folder, clock, keys, startChild: warmChild }),
  );
  onTestFinished(() => desk.close());
  const reply = async <M extends MethodName>(method: M, input: Input<M>, key: string = uuid()) =>
    (await desk.dispatch(method, input, { role: 'leader' }, key)) as DeskReply<Output<M>>;
  const call = async <M extends MethodName>(method: M, input: Input<M>, key?: string): Promise<Output<M>> => {
    const answer = await reply(method, input, key);
    if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.problem)}`);
    return answer.value;
  };
  const openedDesk = async () => {
    const state = await desk.state();
    if (!state.ok) throw new Error(JSON.stringify(state.problem));
    return state.desk;
  };
  return { desk, reply, call, openedDesk };
}

/** Five numbers in the copy, three after it. */
async function copiedDay() {
  const house = await copyingDesk();
  await house.call('backup.set-settings', { places: [house.stick] });
  for (let count = 0; count < 5; count += 1) await house.issue();
  const copy = await house.call('backup.make', {});
  for (let count = 0; count < 3; count += 1) await house.issue();
  return { ...house, copy };
}

const requests: Input<'ticket.issue'>['requests'] = [{ procedure: 'level-2', subject: 'citizen' }];

it('goes on above every number that was given, names those without one, and is undone', async () => {
  const { folder, clock, desk, copy } = await copiedDay();
  desk.close();
  const { call, reply, openedDesk } = kept(folder, clock);
  const key = uuid();
  const input = { id: copy.id, reason: 'Nhập nhầm' };
  const done = await call('backup.restore', input, key);
  expect(done).toMatchObject({ id: copy.id, nameless: 3 });
  expect(await call('backup.restore', input, key)).toEqual(done);
  expect(await reply('backup.restore', { ...input, reason: 'Khác' }, key)).toMatchObject({
    problem: { code: 'idempotency-key-reused' },
  });
  const tickets = await call('ticket.list', {});
  expect(tickets.map(({ number }) => number)).toEqual([
    'A001',
    'A002',
    'A003',
    'A004',
    'A005',
    'A006',
    'A007',
    'A008',
  ]);
  expect((await call('ticket.issue', { requests })).number).toBe('A009');
  expect(await call('system.verify-events', {})).toMatchObject({ firstBroken: null });
  expect(readdirSync(join(folder, 'copies', done.replaced))).toContain('desk.db');
  const since = await (await openedDesk()).eventsSince(copy.events);
  const told = since.filter(({ name }) => name === 'backup.restored');
  expect(told).toMatchObject([{ data: { copy: copy.id, events: copy.events } }]);

  const back = await call('backup.restore', { id: done.undo ?? '', reason: 'Hoàn tác' });
  expect(back.nameless).toBe(1);
  expect((await call('ticket.issue', { requests })).number).toBe('A010');

  const long = join(folder, 'copies', 'replaced-20260101T000000Z');
  mkdirSync(long);
  await call('backup.make', {});
  expect(existsSync(long)).toBe(false);
  expect(readdirSync(join(folder, 'copies'))).toContain(done.replaced);
});

it('brings back a damaged desk from its start-up screen', async () => {
  const { folder, clock, desk, copy } = await copiedDay();
  desk.close();
  writeFileSync(join(folder, 'desk.db'), Buffer.alloc(8192, 7));
  const { call, reply, desk: damaged } = kept(folder, clock);
  expect(await reply('system.health', {})).toMatchObject({ problem: { code: 'desk-not-open' } });
  expect(await call('backup.list', {})).toMatchObject([{ id: copy.id, ticketsAfter: 3 }]);
  // Another PC of the room, of which nobody can know who sits there.
  const joined = { role: 'leader', device: uuid() } as const;
  const restore = { id: copy.id, reason: 'Từ máy khác' };
  for (const [method, input] of [
    ['backup.restore', restore],
    ['backup.list', {}],
    ['data.unlock', { passphrase: 'không đúng đâu' }],
  ] as const)
    expect(await damaged.dispatch(method, input, joined, uuid())).toMatchObject({
      problem: { code: 'desk-not-open' },
    });
  expect(await call('backup.restore', { id: copy.id, reason: 'Hỏng' })).toMatchObject({
    nameless: 3,
    undo: null,
  });
  expect((await call('ticket.issue', { requests })).number).toBe('A009');
});

it('asks for the highest number where a new PC knows none, and never gives one again', async () => {
  const { root, stick, clock, desk, copy } = await copiedDay();
  desk.close();
  const { call, reply } = kept(join(root, 'new'), clock);
  for (const folder of [stick, join(stick, 'quay-tiep-dan'), root])
    expect(await call('backup.list', { folder })).toMatchObject([
      { id: copy.id, office: 'Công an phường Bình Minh', encrypted: false, ticketsAfter: null },
    ]);
  const input = { id: copy.id, folder: stick, reason: 'Máy mới' };
  expect(await reply('backup.restore', input)).toMatchObject({
    problem: { code: 'numbers-unknown', numbers: ['A005'] },
  });
  expect(await call('backup.restore', { ...input, numbers: ['A007'] })).toMatchObject({ nameless: 2 });
  expect((await call('ticket.issue', { requests })).number).toBe('A008');
});

it('tells of a copy brought to a new PC how many numbers its newer ones know, and finds it on a plugged-in disk', async () => {
  const { root, stick, clock, call: before, issue, desk, copy } = await copiedDay();
  clock.pass(60);
  const newer = await before('backup.make', {});
  await issue();
  desk.close();
  const { call } = kept(join(root, 'new'), clock);
  expect(await call('backup.list', { folder: stick })).toMatchObject([
    { id: newer.id, ticketsAfter: null },
    { id: copy.id, ticketsAfter: 3, moreAfter: true },
  ]);
  const found = [{ folder: stick, offices: ['Công an phường Bình Minh'], copies: 2, newest: newer.at }];
  const disks = async () => [join(root, 'none'), stick];
  expect(await findCopies(null, disks)).toEqual(found);
  expect(await findCopies('another office', disks)).toEqual([]);
});

it('brings nobody back on a new PC who was erased after the copy', async () => {
  const { root, stick, clock, desk, call: before } = await copiedDay();
  const person = { fullName: 'Trần Thị Mẫu Xóa', idNumber: '001190000017', birthDate: '1990-05-06' };
  const { id } = await before('ticket.issue', {
    requests: [{ procedure: 'level-2', subject: 'citizen', person }],
  });
  clock.pass(60);
  const copy = await before('backup.make', {});
  await before('ticket.cancel', { ticketId: id, reason: 'Thử' });
  const [found] = await before('person.search', { search: person.fullName });
  await before('person.erase', { personId: found?.id ?? '', reason: 'asked' });
  clock.pass(60);
  await before('backup.make', {});
  desk.close();
  const { call } = kept(join(root, 'new'), clock);
  await call('backup.restore', { id: copy.id, folder: stick, reason: 'Máy mới', numbers: ['A009'] });
  expect(await call('person.search', { search: person.fullName })).toEqual([]);
});

it('lets no device in again that was revoked after the copy, here or on a new PC', async () => {
  const { root, folder, stick, clock, store, desk, call: before } = await copiedDay();
  const [lost, other] = [uuid(), uuid()];
  for (const id of [lost, other])
    addDevice(store, {
      id,
      office: officeId(store),
      name: `Máy ${id}`,
      kind: 'counter',
      at: clock.now(),
      tokenHash: id,
    });
  clock.pass(60);
  const copy = await before('backup.make', {});
  await before('device.revoke', { deviceId: lost });
  clock.pass(60);
  await before('backup.make', {});
  desk.close();
  const input = { id: copy.id, reason: 'Hỏng', numbers: ['A008'] };
  for (const [place, more] of [
    [folder, {}],
    [join(root, 'new'), { folder: stick }],
  ] as const) {
    const { call } = kept(place, clock);
    await call('backup.restore', { ...input, ...more });
    const devices = await call('device.list', {});
    expect(devices.filter(({ revokedAt }) => revokedAt !== null).map(({ id }) => id)).toEqual([lost]);
    expect(devices).toHaveLength(3);
  }
});

it('keeps numbers of a day that the copy does not know until that day is opened again', async () => {
  const { folder, clock, desk, call: before, copy } = await copiedDay();
  await before('day.close', { businessDay: '2026-11-20', leftovers: 'left' });
  clock.pass(24 * 3600);
  await before('day.open', { businessDay: '2026-11-21' });
  for (let count = 0; count < 2; count += 1) await before('ticket.issue', { requests });
  desk.close();
  const { call } = kept(folder, clock);
  expect(await call('backup.restore', { id: copy.id, reason: 'Thử' })).toMatchObject({ nameless: 0 });
  await call('day.close', { businessDay: '2026-11-20', leftovers: 'left' });
  await call('day.open', { businessDay: '2026-11-21' });
  expect((await call('ticket.issue', { requests })).number).toBe('A003');
});

it('refuses a copy that is not there, or that changed', async () => {
  const { folder, stick, clock, desk, copy } = await copiedDay();
  desk.close();
  const { reply, call } = kept(folder, clock);
  expect(await reply('backup.restore', { id: 'none', reason: 'Thử' })).toMatchObject({
    problem: { code: 'unknown-copy' },
  });
  rmSync(join(folder, 'copies', copy.id), { recursive: true });
  const file = join(stick, 'quay-tiep-dan', copy.id, 'desk.db');
  writeFileSync(file, Buffer.alloc(copy.bytes));
  expect(await reply('backup.restore', { id: copy.id, reason: 'Thử' })).toMatchObject({
    problem: { code: 'backup-failed', trouble: 'damaged' },
  });
  expect(existsSync(join(folder, 'desk.restore.json'))).toBe(false);
  expect((await call('ticket.issue', { requests })).number).toBe('A009');
});

it('gives no number anew that is asked for in the moment in which the day is opened', async () => {
  const house = await copyingDesk();
  await house.call('day.close', { businessDay: '2026-11-20' });
  const copy = await house.call('backup.make', {});
  house.clock.pass(86_400);
  await house.call('day.open', { businessDay: '2026-11-21' });
  for (let count = 0; count < 3; count += 1) await house.issue();
  house.desk.close();
  const { call } = kept(house.folder, house.clock);
  await call('backup.restore', { id: copy.id, reason: 'Hỏng' });
  const [, issued] = await Promise.all([
    call('day.open', { businessDay: '2026-11-21' }),
    call('ticket.issue', { requests }),
  ]);
  expect(issued.number).toBe('A004');
});
