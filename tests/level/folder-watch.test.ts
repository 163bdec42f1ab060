// @module-tag slow
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MOST_BYTES } from '#electron/books/verify.mjs';
import { folderWatch } from '#electron/level/folder-watch.ts';
import type { HandedFile } from '#electron/level/receive/merge-files.ts';
import { dayFileOf, sender } from '#tests/support/day-files.ts';
import { registered, testLevel } from '#tests/support/test-level.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const DAY = '2026-11-20';

const by = { name: 'thư mục', officer: null };

/** A watch whose files come here, and which is looked at by hand. */
function watching(folder: string) {
  const files: HandedFile[] = [];
  let broken: Error | null = null;
  const watch = folderWatch(
    {
      async receive(file) {
        if (broken !== null) throw broken;
        files.push(file);
        return { status: 'new' };
      },
      settled: async () => {},
    },
    () => '2026-11-20T10:00:00.000Z',
    () => {},
  );
  watch.follow({ folder, by });
  return { watch, files, breaks: (error: Error | null) => void (broken = error) };
}

test('a file is taken when its size has settled, once, and again when it is another', async () => {
  const folder = temporaryFolder('watched');
  const { watch, files } = watching(folder);
  await watch.look();
  writeFileSync(join(folder, 'a.json'), 'một nửa');
  writeFileSync(join(folder, 'b.json.part'), 'chưa xong');
  mkdirSync(join(folder, 'thư mục con'));
  await watch.look();
  writeFileSync(join(folder, 'a.json'), 'một nửa và nửa kia');
  await watch.look();
  expect(files).toEqual([]);
  await watch.look();
  await watch.look();
  expect(files).toMatchObject([{ fileName: 'a.json', size: 25, route: 'folder', by }]);
  renameSync(join(folder, 'b.json.part'), join(folder, 'b.json'));
  writeFileSync(join(folder, 'to.bin'), Buffer.alloc(MOST_BYTES + 1));
  await watch.look();
  await watch.look();
  expect(files).toHaveLength(3);
  expect(files.find(({ fileName }) => fileName === 'to.bin')).toMatchObject({
    bytes: null,
    size: MOST_BYTES + 1,
  });
  await watch.stop();
});

test('a share that goes away is said, and looked at again when it is back', async () => {
  const folder = join(temporaryFolder('watched'), 'share');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.json'), 'tệp');
  const { watch, files, breaks } = watching(folder);
  await watch.look();
  breaks(new Error('the server is away'));
  await watch.look();
  renameSync(folder, `${folder}-gone`);
  await watch.look();
  expect(watch.state).toMatchObject({ trouble: 'gone', lastLook: expect.any(String) });
  renameSync(`${folder}-gone`, folder);
  breaks(null);
  await watch.look();
  await watch.look();
  expect(watch.state.trouble).toBe(null);
  expect(files).toHaveLength(1);
  await watch.stop();
});

test('a level takes what lies in its folder, and a folder that is not there is refused', async (context) => {
  const level = await testLevel(context, 'sqlite');
  const [office] = await registered(level, 1);
  if (office === undefined) throw new Error('registered');
  const folder = temporaryFolder('watched');
  expect(await level.refusal('folder.watch', { folder: join(folder, 'không có') })).toMatchObject({
    code: 'folder-not-readable',
  });
  expect(await level.call('folder.watch', { folder })).toEqual({ folder });
  expect(await level.call('level.state', {})).toMatchObject({ watched: { folder, trouble: null } });
  const came = new Promise<void>((done) => {
    level.level.onChange(() => done());
  });
  writeFileSync(join(folder, 'a.json'), dayFileOf(office, DAY));
  await came;
  expect(await level.call('file.list', {})).toMatchObject([{ status: 'new', route: 'folder' }]);
  expect(await level.call('folder.watch', { folder: null })).toEqual({ folder: null });
  rmSync(folder, { recursive: true });
  expect(await level.call('level.state', {})).toMatchObject({ watched: null });
});

test('a watched folder gives out nothing of a file that is none of an office', async (context) => {
  const level = await testLevel(context, 'sqlite');
  const folder = temporaryFolder('watched');
  writeFileSync(join(folder, 'level-key.pem'), readFileSync(join(level.folder, 'level-key.pem')));
  // Of an office that is not registered yet: its file is read again once it is.
  writeFileSync(join(folder, 'a.json'), dayFileOf(sender(1), DAY));
  await level.call('folder.watch', { folder });
  await expect.poll(() => level.call('file.list', {}), { timeout: 20_000 }).toHaveLength(2);
  const found = new Map(
    (await level.call('file.list', {})).map(({ fileName, ...line }) => [fileName, line] as const),
  );
  const told = async (fileName: string) => {
    const { status, sha256 = '' } = found.get(fileName) ?? {};
    return { status, read: await level.reply('file.read', { sha256 }, 'clerk') };
  };
  expect(await told('level-key.pem')).toMatchObject({
    status: 'unreadable',
    read: { problem: { code: 'unknown-file' } },
  });
  expect(await told('a.json')).toMatchObject({ status: 'unknown-office', read: { ok: true } });
});
