// @module-tag slow
import { describe, expect, test } from 'vitest';
import { countByHand, countedBy, totalOf } from '#tests/support/level-recount.ts';
import { fc } from '#tests/support/property.ts';
import { size } from '#tests/support/sizes.ts';
import { dayFileOf, sender } from '#tests/support/day-files.ts';
import { ENGINES, levelPlace, registered, testLevel } from '#tests/support/test-level.ts';

const [FROM, TO] = ['2026-11-19', '2026-11-20'];
/** Runs an engine: a database of a server is dearer than a file. */
const RUNS = { sqlite: size('LEVEL_ORDERS', 8, 300), postgresql: size('LEVEL_ORDERS_SERVER', 3, 60) };

describe.each(ENGINES)('%s', (engine) => {
  test(`${RUNS[engine]} orders, repetitions and parallel ways of receiving give one state`, async (context) => {
    const order = fc.record({
      /** Which file is handed in when; each at least once. */
      turns: fc.array(fc.nat(25), { minLength: 5, maxLength: 40 }).chain((more) =>
        fc.shuffledSubarray([...Array.from({ length: 26 }, (_, index) => index), ...more], {
          minLength: 26 + more.length,
        }),
      ),
      /** So many are handed in at once, to one program or two of the same database. */
      together: fc.integer({ min: 1, max: 20 }),
      programs: fc.constantFrom(1, 2),
    });
    let state: string | undefined;
    const offices = Array.from({ length: 4 }, (_, index) => sender(index + 1));
    const stranger = sender(9);
    const files = offices.flatMap((office) =>
      [FROM, TO].flatMap((day) => [1, 2, 3].map((version) => dayFileOf(office, day, { version }))),
    );
    const [first = Buffer.alloc(0)] = files;
    files.push(dayFileOf(stranger, TO), Buffer.from(first.toString('utf8').replace(FROM, TO)));
    const keys = new Map(offices.map(({ code, key }) => [code, key.keyId]));
    const byHand = countByHand(files, keys);
    await fc.assert(
      fc.asyncProperty(order, async ({ turns, together, programs }) => {
        const place = await levelPlace(context, engine);
        const levels = [await testLevel(context, engine, { place })];
        if (programs === 2 && engine === 'postgresql')
          levels.push(await testLevel(context, engine, { place }));
        const [level] = levels;
        if (level === undefined) throw new Error('opened');
        for (const { code, name, key } of offices)
          await level.call('office.register', { code, name, publicKey: key.publicKey });
        for (let from = 0; from < turns.length; from += together)
          await Promise.all(
            turns
              .slice(from, from + together)
              .map(async (turn, index) => levels[index % levels.length]?.receive(files[turn] ?? first)),
          );
        expect(await countedBy(level, FROM, TO)).toEqual(byHand);
        const period = await level.call('level.period', { from: FROM, to: TO });
        expect(period.total).toEqual(totalOf(byHand));
        const seen = JSON.stringify([
          period,
          await level.call('level.day', { businessDay: FROM }),
          await level.call('level.day', { businessDay: TO }),
          await level.call('level.causes', { from: FROM, to: TO }),
          await Promise.all(
            offices.map(({ code }) => level.call('file.versions', { officeCode: code, businessDay: TO })),
          ),
        ]);
        expect(seen).toBe((state ??= seen));
        expect(await level.call('level.check', {})).toMatchObject({ whole: true });
        const book = await level.call('file.list', { limit: 500 });
        expect(new Set(book.map(({ sha256 }) => sha256)).size).toBe(files.length);
        expect(book).toHaveLength(files.length);
        for (const one of levels) await one.level.close();
      }),
      { numRuns: RUNS[engine] },
    );
  }, 300_000);
});

test('four clerks hand in the same morning at once: no file counts twice, none is lost', async (context) => {
  const place = await levelPlace(context, 'postgresql');
  const levels = await Promise.all([1, 2, 3, 4].map(() => testLevel(context, 'postgresql', { place })));
  const [level] = levels;
  if (level === undefined) throw new Error('opened');
  const offices = await registered(level, 25);
  const files = offices.map((office) => dayFileOf(office, TO));
  const replies = await Promise.all(
    levels.flatMap((one, clerk) =>
      [...files.slice(clerk * 6), ...files.slice(0, clerk * 6)].map((file) => one.receive(file)),
    ),
  );
  expect(replies.filter(({ status }) => status === 'new')).toHaveLength(25);
  expect(replies.filter(({ status }) => status === 'already')).toHaveLength(75);
  expect(await level.call('level.check', {})).toEqual({ lines: 50, whole: true, brokenAt: null });
});
