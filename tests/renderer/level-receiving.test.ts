// @module-tag slow
import { beforeEach, expect, test, type TestContext } from 'vitest';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import { receiveFiles, sendAgain, stopReceiving, useReceiving } from '#renderer/level/receive/receiving.ts';
import { dayFileOf } from '#tests/support/day-files.ts';
import { registered, testLevel } from '#tests/support/test-level.ts';

const DAY = '2026-11-20';

type Call = { readonly method: string; readonly files: number; readonly key: string | undefined };

/** A page before a level, over a line that may lose answers. */
async function page(context: TestContext, isLost: (turn: number) => boolean = () => false) {
  const level = await testLevel(context, 'sqlite');
  const calls: Call[] = [];
  const call = async (method: 'file.receive-many', input: never, key?: string) => {
    const { files } = input as { files?: readonly unknown[] };
    const turn = calls.push({ method, files: files?.length ?? 1, key });
    const reply = await level.reply(method, input, 'clerk', key);
    return isLost(turn) ? { ok: false, problem: { code: 'unreachable' } } : reply;
  };
  return { level, calls, client: { call } as unknown as DeskClient };
}

const file = (name: string, bytes: Uint8Array): File => new File([new Uint8Array(bytes)], name);
const state = () => useReceiving.getState();
/** A page shows a few times a second, and a cut line is tried over seconds. */
const poll = <T>(seen: () => T) => expect.poll(seen, { timeout: 20_000 });
const statuses = () =>
  state().lines.map((line) => (line.state === 'done' ? line.received.status : line.problem.code));

beforeEach(() => useReceiving.setState(useReceiving.getInitialState(), true));

test('files go a hundred together, sheets alone, and each has its line', async (context) => {
  const { level, calls, client } = await page(context);
  const offices = await registered(level, 230);
  const files = offices.map((office) => file(`${office.code}.json`, dayFileOf(office, DAY)));
  files.splice(150, 0, file('bang.csv', Buffer.from('mã\n')));
  receiveFiles(client, files);
  await poll(() => state().done).toBe(231);
  expect(calls.map(({ method, files: count }) => [method, count])).toEqual([
    ['file.receive-many', 100],
    ['file.receive-many', 50],
    ['figures.read-sheet', 1],
    ['file.receive-many', 80],
  ]);
  expect(statuses().filter((status) => status === 'new')).toHaveLength(230);
  expect((await level.call('level.day', { businessDay: DAY })).received).toHaveLength(230);
});

test('an archive is told to be unpacked, whatever its size, and what is too large is not sent', async (context) => {
  const { calls, client } = await page(context);
  const large = new Uint8Array(9 * 1024 * 1024);
  large.set([0x50, 0x4b, 3, 4]);
  receiveFiles(client, [
    file('nho.zip', Buffer.from('PK\u0003\u0004 day files')),
    file('lon.zip', large),
    file('lon.json', large.fill(0)),
  ]);
  await poll(() => state().done).toBe(3);
  expect(
    state().lines.map((line) => [
      line.fileName,
      line.state === 'done' ? line.received.reason : line.problem.code,
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['nho.zip', 'an-archive'],
      ['lon.zip', 'an-archive'],
      ['lon.json', 'too-large'],
    ]),
  );
  expect(calls.map(({ files: count }) => count)).toEqual([1]);
});

test('a lost answer is asked for with the same key until it comes, and nothing counts twice', async (context) => {
  const { level, calls, client } = await page(context, (turn) => turn <= 3);
  const offices = await registered(level, 3);
  receiveFiles(
    client,
    offices.map((office) => file(`${office.code}.json`, dayFileOf(office, DAY))),
  );
  await poll(() => state().isCut).toBe(true);
  await poll(() => state().done).toBe(3);
  expect(statuses()).toEqual(['new', 'new', 'new']);
  expect(state().isCut).toBe(false);
  expect(new Set(calls.map(({ key }) => key)).size).toBe(1);
  expect((await level.call('level.day', { businessDay: DAY })).received).toHaveLength(3);
});

test('stopped while the line is cut, what did not arrive is listed and can be sent again', async (context) => {
  let isCut = true;
  const { level, client } = await page(context, () => isCut);
  const offices = await registered(level, 250);
  receiveFiles(
    client,
    offices.map((office) => file(`${office.code}.json`, dayFileOf(office, DAY))),
  );
  await poll(() => state().isCut).toBe(true);
  stopReceiving();
  await poll(() => state().done === state().all).toBe(true);
  expect(state()).toMatchObject({ all: 200, isCut: false });
  expect(new Set(statuses())).toEqual(new Set(['unreachable']));
  isCut = false;
  sendAgain(client);
  await poll(() => state().done).toBe(200);
  expect(new Set(statuses())).toEqual(new Set(['already']));
});
