import type { Kysely } from 'kysely';
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeKeyFile } from '#electron/desk/key-file.ts';
import { Refusal } from '#electron/desk/refusal.ts';
import { openLevel } from '#electron/level/open-level.ts';
import { openLevelStore } from '#electron/level/store/level-store.ts';
import { postgresEngine } from '#electron/level/store/postgres-engine.ts';
import { LEVEL_FILE, sqliteEngine } from '#electron/level/store/sqlite-engine.ts';
import type { Tables } from '#electron/level/store/tables.ts';
import { dayFileOf } from '#tests/support/day-files.ts';
import { ENGINES, levelPlace, registered, testLevel } from '#tests/support/test-level.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const sameType: Readonly<Record<string, string>> = { int8: 'integer', int4: 'int', bytea: 'blob' };

/** Every column of every table, in words that both engines share. */
async function schemaOf(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables();
  await db.destroy();
  return tables
    .flatMap(({ name, columns }) =>
      columns.map(({ name: column, dataType, isNullable }) => {
        const type = dataType.toLowerCase();
        return `${name}.${column} ${sameType[type] ?? type} ${isNullable ? 'null' : 'not null'}`;
      }),
    )
    .toSorted();
}

test('the schemas of the engines are the same', async (context) => {
  const places = await Promise.all(ENGINES.map((engine) => levelPlace(context, engine)));
  for (const { folder, database } of places) await (await openLevelStore(folder, database)).close();
  const [sqlite, postgresql] = places;
  const ofFile = await schemaOf(sqliteEngine(sqlite?.folder ?? '').db);
  expect(ofFile.length).toBeGreaterThan(80);
  expect(await schemaOf(postgresEngine(postgresql?.database ?? ''))).toEqual(ofFile);
});

describe.each(ENGINES)('%s', (engine) => {
  test('what was there is there after it was opened again', async (context) => {
    const place = await levelPlace(context, engine);
    const first = await testLevel(context, engine, { place });
    const offices = await registered(first, 3);
    for (const office of offices) await first.receive(dayFileOf(office, '2026-11-20'));
    const asked = { businessDay: '2026-11-20' };
    const [state, day] = [await first.call('level.state', {}), await first.call('level.day', asked)];
    await first.level.close();
    const again = await testLevel(context, engine, { place });
    expect(await again.call('level.state', {})).toEqual(state);
    expect(await again.call('level.day', asked)).toEqual(day);
    expect(again.level.revision()).toBe(state.revision);
    expect(await first.reply('level.state', {})).toEqual({ ok: false, problem: { code: 'desk-closing' } });
  });

  test('a newer schema is refused, and so is another key in the place of its own', async (context) => {
    const place = await levelPlace(context, engine);
    const first = await testLevel(context, engine, { place });
    await first.level.close();
    makeKeyFile(join(place.folder, 'level-key.pem'));
    expect(await problemOf(openLevel(place))).toMatchObject({ code: 'office-key-damaged' });
    const db = engine === 'sqlite' ? sqliteEngine(place.folder).db : postgresEngine(place.database ?? '');
    await db.updateTable('setting').set({ value: '99' }).where('key', '=', 'schema').execute();
    await db.destroy();
    expect(await problemOf(openLevel(place))).toMatchObject({ code: 'desk-not-open', reason: 'newer' });
  });
});

const problemOf = async (opening: Promise<unknown>) =>
  opening.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error.problem : error),
  );

test('a level that cannot be opened says why and changes nothing', async (context) => {
  const { folder } = await testLevel(context, 'sqlite');
  expect(await problemOf(openLevel({ folder }))).toMatchObject({ code: 'desk-not-open', reason: 'locked' });
  const broken = temporaryFolder('level');
  writeFileSync(join(broken, LEVEL_FILE), 'không phải cơ sở dữ liệu '.repeat(400));
  expect(await problemOf(openLevel({ folder: broken }))).toMatchObject({ reason: 'corrupted' });
  const nowhere = 'postgres://postgres@127.0.0.1:1/none';
  expect(await problemOf(openLevel({ folder: temporaryFolder('level'), database: nowhere }))).toEqual({
    code: 'level-store-cut',
  });
});

test('a folder that was made by hand, or opened wide, is closed to others with everything of the level in it', async (context) => {
  context.skip(process.platform === 'win32', 'Windows closes the folder of the user by itself');
  const folder = temporaryFolder('level');
  const within = join(folder, 'level');
  mkdirSync(within);
  chmodSync(folder, 0o755);
  const first = await testLevel(context, 'sqlite', { place: { folder, database: undefined } });
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, LEVEL_FILE)).mode & 0o777).toBe(0o600);
  await first.level.close();
  chmodSync(join(folder, LEVEL_FILE), 0o644);
  await testLevel(context, 'sqlite', { place: { folder, database: undefined } });
  for (const name of [LEVEL_FILE, `${LEVEL_FILE}-wal`, 'level-key.pem'])
    expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
  expect(statSync(within).mode & 0o700).toBe(0o700);
});
