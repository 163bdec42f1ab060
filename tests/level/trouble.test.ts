import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Received } from '#shared/contract/level-shapes.ts';
import { postgresEngine } from '#electron/level/store/postgres-engine.ts';
import { sqliteEngine } from '#electron/level/store/sqlite-engine.ts';
import type { LevelDatabase } from '#electron/level/store/tables.ts';
import { dayFileOf, someDay } from '#tests/support/day-files.ts';
import { ENGINES, levelPlace, registered, testLevel } from '#tests/support/test-level.ts';
import { fillDisk, smallDisk } from '../desk/store/store-folder.ts';

const DAY = '2026-11-20';

test('a disk that is full takes nothing by halves and says so; with room again the same files count', async (context) => {
  const disk = smallDisk('4m');
  if ('skipped' in disk) return context.skip(disk.skipped);
  const level = await testLevel(context, 'sqlite', { place: { folder: disk.folder, database: undefined } });
  const offices = await registered(level, 60);
  fillDisk(disk.folder, 96);
  const inputs = offices.map((office) => ({
    fileName: `${office.code}.json`,
    base64: dayFileOf(office, DAY).toString('base64'),
  }));
  const replies = await Promise.all(inputs.map((input) => level.reply('file.receive', input)));
  const codes = new Set(replies.map((reply) => (reply.ok ? 'ok' : reply.problem.code)));
  expect([...codes]).toContain('store-full');
  const taken = replies.filter((reply) => reply.ok).length;
  expect((await level.call('level.day', { businessDay: DAY })).received).toHaveLength(taken);
  rmSync(join(disk.folder, 'ballast'));
  const again = await Promise.all(inputs.map((input) => level.call('file.receive', input)));
  expect(again.filter(({ status }) => status === 'new')).toHaveLength(60 - taken);
  expect((await level.call('level.day', { businessDay: DAY })).received).toHaveLength(60);
  expect(await level.call('level.check', {})).toMatchObject({ whole: true });
});

describe.each(ENGINES)('%s', (engine) => {
  test('names, notes and figures as odd as a signed file may hold neither stop the others nor change anything', async (context) => {
    const level = await testLevel(context, engine);
    const offices = await registered(level, 4);
    const [a, b, c, d] = offices;
    if (a === undefined || b === undefined || c === undefined || d === undefined)
      throw new Error('registered');
    const { breakdowns } = someDay(1);
    const odd = (changed: Partial<typeof breakdowns>) => ({
      ...someDay(1),
      breakdowns: { ...breakdowns, ...changed },
    });
    const referrals = ['', 'nơi\u0000khác', "'); DROP TABLE office; --", '\ud800', 'N'.repeat(20_000)].map(
      (place) => ({ place, reason: null, count: 1 }),
    );
    const many = Array.from({ length: 9_000 }, (_, index) => ({
      place: `Nơi ${index}`,
      reason: null,
      count: 1,
    }));
    const files = [
      dayFileOf(a, DAY, {
        report: odd({ referrals, difficulties: 'Ông Nguyễn Văn A\u0000, số 001090000001' }),
      }),
      dayFileOf(b, DAY, { report: odd({ referrals: many }) }),
      dayFileOf(c, DAY, { report: odd({ taken: Number.MAX_SAFE_INTEGER }) }),
      dayFileOf(d, DAY),
    ];
    const replies = await Promise.all(files.map((file) => level.receive(file)));
    expect(replies.map(({ status }: Received) => status)).toEqual(['new', 'new', 'unreadable', 'new']);
    const causes = await level.call('level.causes', { from: DAY, to: DAY });
    expect(causes.referrals.filter(({ office }) => office === b.code)).toHaveLength(9_000);
    expect(causes.notes).toContainEqual(
      expect.objectContaining({ text: 'Ông Nguyễn Văn A\ufffd, số 001090000001', office: a.code }),
    );
    expect(level.incidents).toEqual([]);
    expect(await level.call('office.list', {})).toHaveLength(4);
    for (const [index, file] of files.entries()) {
      const status = index === 2 ? 'unreadable' : 'already';
      expect(await level.receive(file)).toMatchObject({ status });
    }
  });

  test('a line of the book that somebody changed, or took out, is found', async (context) => {
    const place = await levelPlace(context, engine);
    const first = await testLevel(context, engine, { place });
    for (const office of await registered(first, 3)) await first.receive(dayFileOf(office, DAY));
    expect(await first.call('level.check', {})).toEqual({ lines: 6, whole: true, brokenAt: null });
    await first.level.close();
    const change = async (work: (db: LevelDatabase) => Promise<unknown>): Promise<unknown> => {
      const db = engine === 'sqlite' ? sqliteEngine(place.folder).db : postgresEngine(place.database ?? '');
      await work(db);
      await db.destroy();
      const level = await testLevel(context, engine, { place });
      const found = await level.call('level.check', {});
      await level.level.close();
      return found;
    };
    const changed = (db: LevelDatabase) =>
      db.updateTable('ledger').set({ fileName: 'khác.json' }).where('seq', '=', 5).execute();
    expect(await change(changed)).toEqual({ lines: 4, whole: false, brokenAt: 5 });
    expect(await change((db) => sql`DELETE FROM ledger WHERE seq = 2`.execute(db))).toMatchObject({
      brokenAt: 2,
    });
  });

  test('a clock that is wrong by a year is doubted, and the day that is meant stays missing', async (context) => {
    const level = await testLevel(context, engine);
    const [office] = await registered(level, 1);
    if (office === undefined) throw new Error('registered');
    expect(await level.receive(dayFileOf(office, '2025-11-20'))).toMatchObject({ status: 'new' });
    expect(await level.receive(dayFileOf(office, '2027-11-20'))).toMatchObject({ reason: 'day-in-future' });
    expect(await level.call('level.day', { businessDay: DAY })).toMatchObject({ received: [], expected: 1 });
    const { doubts } = await level.call('level.causes', { from: '2025-11-01', to: '2025-11-30' });
    expect(doubts).toContainEqual(expect.objectContaining({ code: 'clock', businessDay: '2025-11-20' }));
  });
});
