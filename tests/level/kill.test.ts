import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import type { LevelInput } from '#shared/contract/level.ts';
import { chance } from '#shared/domain/sample-day/random.ts';
import { childScript } from '#tests/support/child-script.ts';
import { countByHand, countedBy, keptFiles } from '#tests/support/level-recount.ts';
import { newServer } from '#tests/support/postgres.ts';
import { size } from '#tests/support/sizes.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { dayFileOf, type Sender } from '#tests/support/day-files.ts';
import { ENGINES, levelPlace, registered, testLevel, type TestLevel } from '#tests/support/test-level.ts';

const [FROM, TO] = ['2026-11-19', '2026-11-20'];
const ROUNDS = size('LEVEL_KILLS', 2, 50);
const program = childScript(join(import.meta.dirname, 'receiving-level.ts'));

/** Two versions of each office-day, so that what is killed is sometimes a correction. */
function filesOf(offices: readonly Sender[]): Buffer[] {
  return offices.flatMap((office) =>
    [FROM, TO].flatMap((day) => [1, 2].map((version) => dayFileOf(office, day, { version }))),
  );
}

/** Nothing acknowledged is lost, nothing counts twice, nothing is there by halves. */
async function assertWhole(
  level: TestLevel,
  offices: readonly Sender[],
  acknowledged: ReadonlySet<Buffer>,
): Promise<void> {
  expect(await level.call('level.check', {})).toMatchObject({ whole: true });
  for (const file of acknowledged) expect((await level.receive(file)).status).toBe('already');
  const keys = new Map(offices.map(({ code, key }) => [code, key.keyId]));
  const kept = await keptFiles(level, FROM, TO);
  expect(await countedBy(level, FROM, TO)).toEqual(countByHand(kept, keys));
  const lines = [
    ...(await level.call('file.list', { businessDay: FROM, limit: 500 })),
    ...(await level.call('file.list', { businessDay: TO, limit: 500 })),
  ];
  expect(new Set(lines.map(({ sha256 }) => sha256)).size).toBe(lines.length);
}

describe.each(ENGINES)('%s', (engine) => {
  const tags = engine === 'postgresql' ? ['slow'] : [];
  test(
    `the level is killed ${ROUNDS} times while it receives, and nothing is lost, double or half`,
    { tags, timeout: 600_000 },
    async (context) => {
      const place = await levelPlace(context, engine);
      const setUp = await testLevel(context, engine, { place });
      const offices = await registered(setUp, ROUNDS * 5);
      await setUp.level.close();
      const luck = chance(9);
      const acknowledged = new Set<Buffer>();
      for (let round = 0; round < ROUNDS; round += 1) {
        const folder = temporaryFolder('files');
        const files = new Map(
          filesOf(offices.slice(round * 5, round * 5 + 5)).map((file, index) => [`${index}.json`, file]),
        );
        for (const [name, file] of files) writeFileSync(join(folder, name), file);
        const told = await receiveUntilKilled(
          [place.folder, folder, ...(place.database === undefined ? [] : [place.database])],
          luck.whole(0, files.size - 1),
        );
        for (const name of told) acknowledged.add(files.get(name) ?? Buffer.alloc(0));
      }
      const level = await testLevel(context, engine, { place });
      await assertWhole(level, offices, acknowledged);
    },
  );
});

/** Runs a level over the files of a folder and kills it at its answer number `killAt`; gives the names that it had answered for. */
async function receiveUntilKilled(args: readonly string[], killAt: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const told: string[] = [];
  if (killAt === 0) child.once('spawn', () => setImmediate(() => child.kill('SIGKILL')));
  const ended = new Promise((done) => child.once('close', done));
  for await (const line of createInterface(child.stdout)) {
    const { fileName, reply } = JSON.parse(line) as { fileName: string; reply: { ok: boolean } };
    expect(reply).toMatchObject({ ok: true });
    told.push(fileName);
    if (told.length === killAt) child.kill('SIGKILL');
  }
  await ended;
  return told;
}

test(
  'PostgreSQL is killed while the level receives: whoever asked is told, and asking again does it once',
  { tags: ['slow'], timeout: 600_000 },
  async (context) => {
    const server = await newServer([]);
    if (typeof server === 'string') return context.skip(server);
    onTestFinished(() => server.stop());
    const place = { folder: temporaryFolder('level'), database: await server.newDatabase() };
    const level = await testLevel(context, 'postgresql', { place });
    const offices = await registered(level, ROUNDS * 4);
    const luck = chance(4);
    const cut: string[] = [];
    const away = { ok: false, problem: { code: 'level-store-cut' } };
    const acknowledged = new Set<Buffer>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const files = filesOf(offices.slice(round * 4, round * 4 + 4));
      const waiting = [...files];
      const killAt = luck.whole(1, files.length - 8);
      const replies: { file: Buffer; input: LevelInput<'file.receive'>; key: string; ok: boolean }[] = [];
      const clerk = async (): Promise<void> => {
        for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
          const [input, key] = [{ fileName: 'a.json', base64: file.toString('base64') }, uuid()];
          const reply = await level.reply('file.receive', input, 'clerk', key);
          replies.push({ file, input, key, ok: reply.ok });
          if (replies.length === killAt) server.kill();
          if (reply.ok) acknowledged.add(file);
          else cut.push(reply.problem.code);
        }
      };
      await Promise.all([clerk(), clerk(), clerk()]);
      expect(await level.reply('level.state', {})).toEqual(away);
      await server.start();
      for (const { file, input, key } of replies.filter((one) => !one.ok)) {
        const again = await level.reply('file.receive', input, 'clerk', key);
        expect(again.ok, JSON.stringify(again)).toBe(true);
        acknowledged.add(file);
      }
    }
    expect(new Set(cut)).toEqual(new Set(['level-store-cut']));
    expect(acknowledged.size).toBe(ROUNDS * 16);
    await assertWhole(level, offices, acknowledged);
  },
);
