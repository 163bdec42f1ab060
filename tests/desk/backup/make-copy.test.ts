import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { v7 as uuid } from 'uuid';
import { copyingDesk } from '#tests/support/copying-desk.ts';
import { deskIn, testClock } from '#tests/support/test-desk.ts';

type House = Awaited<ReturnType<typeof copyingDesk>>;
let house: House;
afterEach(() => house.desk.close());

/** What a second program is told that opens the same folder. */
function secondOpener(): string {
  const file = join(import.meta.dirname, '../store/hold-store.ts');
  return (
    JSON.parse(spawnSync(process.execPath, [file, house.folder], { encoding: 'utf8' }).stdout) as {
      answer: string;
    }
  ).answer;
}

const inCopy = (copy: { place: string }, sql: string): unknown => {
  const database = new Database(join(copy.place, 'desk.db'), { readonly: true });
  try {
    return database.prepare(sql).pluck().get();
  } finally {
    database.close();
  }
};

describe('a copy', () => {
  it('holds every number given before it, in the log and in the database, and the office’s key', async () => {
    house = await copyingDesk();
    await house.issue();
    await house.call('export.key', {});
    await house.call('day.close', { businessDay: '2026-11-20', leftovers: 'left' });
    await house.call('day.open', { businessDay: '2026-11-21' });
    await house.issue();
    const copy = await house.call('backup.make', {});
    expect(copy).toMatchObject({ tickets: 2, verified: true, ticketsAfter: 0, businessDay: '2026-11-21' });
    expect(inCopy(copy, 'SELECT count(*) FROM ticket')).toBe(2);
    expect(inCopy(copy, 'SELECT max(number) FROM event')).toBe(copy.events);
    const named = readdirSync(copy.place).toSorted();
    expect(named).toEqual(['copy.json', 'desk.db', 'desk.marker.json', 'office-key.pem']);
    expect(statSync(copy.place).mode & 0o077).toBe(0);
  });

  it('holds what was given after the log was emptied, and what came meanwhile comes with the next', async () => {
    house = await copyingDesk();
    for (let count = 0; count < 200; count += 1) await house.issue();
    const making = house.call('backup.make', {});
    await house.issue();
    const copy = await making;
    expect(inCopy(copy, 'SELECT count(*) FROM ticket')).toBe(200);
    expect(copy.ticketsAfter).toBe(1);
    expect((await house.call('backup.make', {})).tickets).toBe(201);
  });

  it('goes into every place, and the lock of the desk is held after every way', async () => {
    house = await copyingDesk();
    await house.call('backup.set-settings', { places: [house.stick] });
    const copy = await house.call('backup.make', {});
    expect(copy.place).toContain(house.stick);
    expect(copy.places).toHaveLength(2);
    expect(secondOpener()).toBe('locked');
    await house.call('backup.list', {});
    await house.call('backup.list', { folder: house.stick });
    await house.call('backup.status', {});
    expect(secondOpener()).toBe('locked');
    await house.reply('backup.make', {});
    expect(secondOpener()).toBe('locked');
  });

  it('does not count when the database it is made of has changed on the disk', async () => {
    house = await copyingDesk();
    await house.issue();
    house.desk.close();
    const { folder } = house;
    const { desk, store } = deskIn(folder, { clock: testClock() });
    house = { ...house, desk, store };
    // A byte that the desk has in memory is changed behind its back.
    const program = `const f=require('fs');const h=f.openSync(${JSON.stringify(join(folder, 'desk.db'))},'r+');const b=Buffer.alloc(1);f.readSync(h,b,0,1,20600);b[0]^=1;f.writeSync(h,b,0,1,20600)`;
    spawnSync(process.execPath, ['-e', program]);
    expect(await desk.dispatch('backup.make', {}, { role: 'leader' }, uuid())).toMatchObject({
      problem: { code: 'backup-failed', trouble: 'damaged' },
    });
    expect(readdirSync(join(folder, 'copies'))).toEqual([]);
  });

  it('is not the newest any more when it was cut afterwards', async () => {
    house = await copyingDesk();
    const first = await house.call('backup.make', {});
    house.clock.pass(60);
    const second = await house.call('backup.make', {});
    const handle = openSync(join(second.place, 'desk.db'), 'a');
    writeSync(handle, 'x');
    closeSync(handle);
    const list = await house.call('backup.list', {});
    expect(list.map(({ id, verified }) => [id, verified])).toEqual([
      [second.id, false],
      [first.id, true],
    ]);
    expect((await house.call('backup.status', {})).lastBackup).toBe(first.at);
  });

  it('keeps nobody waiting: the desk gives numbers while it is made, and it holds those from before', async () => {
    house = await copyingDesk();
    for (let count = 0; count < 50; count += 1) await house.issue();
    let isOver = false;
    const making = house.call('backup.make', {}).finally(() => (isOver = true));
    let meanwhile = 0;
    for (; !isOver; meanwhile += 1) {
      await house.issue();
      await new Promise((next) => void setImmediate(next));
    }
    const copy = await making;
    expect(meanwhile).toBeGreaterThan(5);
    expect(copy.tickets).toBe(50);
    expect(inCopy(copy, 'SELECT count(*) FROM ticket')).toBe(50);
    expect(await house.call('ticket.list', {})).toHaveLength(50 + meanwhile);
  });
});

describe('a place', () => {
  it('that is pulled, locked, of another office or gone says so in its own word, and the copy stands', async () => {
    house = await copyingDesk();
    const { stick } = house;
    await house.call('backup.set-settings', { places: [stick] });
    const troubleOf = async () =>
      (await house.call('backup.status', {})).places.find(({ outside }) => outside)?.trouble;
    await house.call('backup.make', {});
    expect(await troubleOf()).toBe(null);

    renameSync(stick, `${stick}-away`);
    house.clock.pass(60);
    expect((await house.call('backup.make', {})).verified).toBe(true);
    expect(await troubleOf()).toBe('gone');
    expect(existsSync(stick)).toBe(false);
    renameSync(`${stick}-away`, stick);

    const [name = ''] = readdirSync(join(stick, 'quay-tiep-dan'));
    const file = join(stick, 'quay-tiep-dan', name, 'copy.json');
    const own = readFileSync(file, 'utf8');
    writeFileSync(file, own.replace(/"office": \{\s*"id": "[^"]+"/, '"office": { "id": "another"'));
    house.clock.pass(60);
    await house.call('backup.make', {});
    expect(await troubleOf()).toBe('other-office');
    expect(readdirSync(join(stick, 'quay-tiep-dan'))).toEqual([name]);
  });

  it('inside the data folder is none, nor is one that cannot be made', async () => {
    house = await copyingDesk();
    expect(await house.reply('backup.set-settings', { places: [join(house.folder, 'x')] })).toMatchObject({
      problem: { code: 'invalid-input', reason: 'inside-data-folder' },
    });
    expect(await house.reply('backup.set-settings', { places: ['stick'] })).toMatchObject({
      problem: { reason: 'not-absolute' },
    });
    const deep = join(house.root, 'no', 'such');
    expect(await house.reply('backup.set-settings', { places: [deep] })).toMatchObject({
      problem: { code: 'folder-not-writable', folder: deep },
    });
    const made = join(house.root, 'new');
    expect((await house.call('backup.set-settings', { places: [made] })).places).toEqual([made]);
  });
});

it('a closed day makes its copy by itself', async () => {
  const told: string[] = [];
  house = await copyingDesk({ copiesByItself: true });
  const made = new Promise<void>((done) => {
    house.desk.subscribe({
      news: (events) => {
        told.push(...events.map(({ name }) => name));
        if (told.includes('backup.made')) done();
      },
      ended: () => {},
    });
  });
  await house.call('day.close', { businessDay: '2026-11-20', leftovers: 'left' });
  await made;
  expect(await house.call('backup.list', {})).toHaveLength(1);
});
