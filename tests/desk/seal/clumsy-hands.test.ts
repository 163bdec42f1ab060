import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deskKeys } from '#electron/desk/seal/desk-keys.ts';
import { openDesk } from '#electron/desk/open-desk.ts';
import { deskWithADay, PASSPHRASE, sealingDesk } from '#tests/support/sealing-desk.ts';
import { testClock } from '#tests/support/test-desk.ts';

it('the copy that is asked back is there although the copy made before it lets the oldest of a day go', async () => {
  const desk = await deskWithADay();
  const oldest = await desk.call('backup.make', {});
  for (let more = 0; more < 2; more += 1) {
    desk.clock.pass(60);
    await desk.call('backup.make', {});
  }
  desk.clock.pass(60);
  await desk.call('backup.restore', { id: oldest.id, reason: 'Thử' });
  expect(await desk.call('data.status', {})).toMatchObject({ people: 1 });
  await desk.close();
});

it('a plain copy on the stick of an encrypted desk is brought back, not removed before', async () => {
  const desk = await deskWithADay();
  const plain = await desk.call('backup.make', {});
  const away = `${desk.stick}-away`;
  renameSync(desk.stick, away);
  await desk.call('data.encrypt', { passphrase: PASSPHRASE });
  await desk.call('backup.make', {});
  renameSync(away, desk.stick);
  await desk.call('backup.restore', { id: plain.id, reason: 'Thử' });
  expect(await desk.call('data.status', {})).toMatchObject({ encrypted: false, people: 1 });
  await desk.close();
});

it('of two restores or encryptions at once one is done and the other told to wait', async () => {
  const desk = await deskWithADay();
  const one = await desk.call('backup.make', {});
  const input = { id: one.id, reason: 'Thử' };
  const key = 'same-key-twice';
  const replies = await Promise.all([
    desk.reply('backup.restore', input, key),
    desk.reply('backup.restore', input, key),
    desk.reply('backup.restore', input),
    desk.reply('data.encrypt', { passphrase: PASSPHRASE }),
  ]);
  expect(replies.map((reply) => (reply.ok ? 'done' : reply.problem.code))).toEqual([
    'done',
    'done',
    'desk-closing',
    'desk-closing',
  ]);
  expect(replies[1]).toEqual(replies[0]);
  expect(await desk.call('data.status', {})).toMatchObject({ encrypted: false, people: 1 });
  await desk.close();
});

it('the right key file put back opens without a new start of the program', async () => {
  const [desk, other] = [await deskWithADay(), await deskWithADay()];
  for (const one of [desk, other]) {
    await one.call('data.encrypt', { passphrase: PASSPHRASE });
    await one.close();
  }
  const file = join(desk.folder, 'desk.key.json');
  const text = readFileSync(file, 'utf8');
  copyFileSync(join(other.folder, 'desk.key.json'), file);
  const again = desk.again();
  expect(await again.refusal('data.unlock', { passphrase: PASSPHRASE })).toMatchObject({
    reason: 'key-missing',
  });
  writeFileSync(file, text);
  again.clock.pass(2);
  expect(await again.refusal('system.health', {})).toMatchObject({ reason: 'sealed' });
  await again.call('data.unlock', { passphrase: PASSPHRASE });
  await again.close();
});

it('a copy that lost its key file opens with the key of the desk, or by its secret', async () => {
  const desk = await deskWithADay();
  await desk.call('data.encrypt', { passphrase: PASSPHRASE });
  const copy = await desk.call('backup.make', {});
  for (const folder of [desk.stick, desk.folder])
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith(join(copy.id, 'desk.key.json'))) rmSync(join(folder, name));
  await desk.call('backup.restore', { id: copy.id, reason: 'Thử' });
  expect(await desk.call('data.status', {})).toMatchObject({ encrypted: true, people: 1 });
  expect(existsSync(join(desk.folder, 'desk.key.json'))).toBe(true);
  await desk.close();
  const again = desk.again();
  await again.call('data.unlock', { passphrase: PASSPHRASE });
  await again.close();
});

it('a first start that was killed after its key file makes no plain desk at the next', async () => {
  const first = sealingDesk();
  await first.state();
  await first.close();
  const clock = testClock();
  const start = async (given?: string) => {
    const keys = deskKeys({
      folder: first.folder,
      monotonic: clock.monotonic,
      given: given === undefined ? undefined : { passphrase: given },
      cost: { m: 8, t: 1 },
    });
    await keys.ready();
    return openDesk({ folder: first.folder, clock, keys });
  };
  for (const name of readdirSync(first.folder)) rmSync(join(first.folder, name), { recursive: true });
  const born = await start(PASSPHRASE);
  if (!born.ok) throw new Error(born.problem.code);
  await born.desk.close();
  for (const name of readdirSync(first.folder))
    if (name !== 'desk.key.json') rmSync(join(first.folder, name), { recursive: true });
  const file = readFileSync(join(first.folder, 'desk.key.json'), 'utf8');
  for (const given of [undefined, 'sai hẳn rồi'])
    expect(await start(given)).toMatchObject({ ok: false, problem: { reason: 'marker-missing' } });
  const opened = await start(PASSPHRASE);
  if (!opened.ok) throw new Error(opened.problem.code);
  await opened.desk.close();
  expect(readFileSync(join(first.folder, 'desk.key.json'), 'utf8')).toBe(file);
  expect(readFileSync(join(first.folder, 'desk.db')).includes('SQLite format 3')).toBe(false);
});

it('a desk whose restore cannot be ended is refused, and opens when what hindered it is gone', async () => {
  const desk = await deskWithADay();
  const copy = await desk.call('backup.make', {});
  await desk.call('backup.restore', { id: copy.id, reason: 'Thử' });
  await desk.close();
  const file = join(desk.folder, 'desk.restore.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"done"', '"placed"'));
  mkdirSync(`${file}.part`);
  const again = desk.again();
  expect(await again.refusal('system.health', {})).toMatchObject({ code: 'desk-not-open' });
  rmSync(`${file}.part`, { recursive: true });
  again.clock.pass(2);
  await again.call('system.health', {});
  expect(await again.call('data.status', {})).toMatchObject({ people: 1 });
  await again.close();
});

it('a desk that was refused after its files were opened reads and writes nothing any more', async () => {
  const desk = await deskWithADay();
  const copy = await desk.call('backup.make', {});
  await desk.call('backup.restore', { id: copy.id, reason: 'Thử' });
  await desk.close();
  const file = join(desk.folder, 'desk.restore.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"done"', '"placed"'));
  mkdirSync(`${file}.part`);
  const told: string[] = [];
  const start = () =>
    openDesk({
      folder: desk.folder,
      clock: desk.clock,
      log: (_incident, what, error) => told.push(`${what}: ${String(error)}`),
    });
  expect(start()).toMatchObject({ ok: false, problem: { code: 'desk-not-open' } });
  rmSync(`${file}.part`, { recursive: true });
  const opened = start();
  if (!opened.ok) throw new Error(opened.problem.code);
  const health = () => opened.desk.dispatch('system.health', {}, { role: 'leader' });
  // By now the files of the refused one would have been read under their old numbers.
  await expect
    .poll(health)
    .toMatchObject({ value: { checks: { pages: { state: 'done', wrong: 0 }, events: { state: 'done' } } } });
  expect(told).toEqual([]);
  await opened.desk.close();
});

it.each([
  ['ready', []],
  ['ready', ['desk.db', 'desk.last']],
  ['aside', ['desk.db', 'desk.last', 'desk.sums', 'desk.marker.json']],
] as const)(
  'a killed exchange (%s, %j) whose next database was tidied away leaves the old one',
  async (stage, moved) => {
    const desk = await deskWithADay();
    const copy = await desk.call('backup.make', {});
    await desk.call('backup.restore', { id: copy.id, reason: 'Thử' });
    await desk.close();
    const file = join(desk.folder, 'desk.restore.json');
    const order = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...order, stage, replaced: 'replaced-20261121T000000Z' }));
    const aside = join(desk.folder, 'copies', 'replaced-20261121T000000Z');
    mkdirSync(aside);
    for (const name of moved) renameSync(join(desk.folder, name), join(aside, name));
    const again = desk.again();
    expect(await again.call('data.status', {})).toMatchObject({ people: 1 });
    await again.close();
  },
);
