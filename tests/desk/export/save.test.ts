import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { on, once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, watch, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { saveWhole, type FileMoves } from '#electron/desk/whole-file.ts';
import { childScript } from '#tests/support/child-script.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';
import { fillDisk, smallDisk } from '../store/store-folder.ts';
import { DAY, exported, later } from './exported-day.ts';
import { size } from '#tests/support/sizes.ts';

const NAME = 'so-lieu-ngay-2026-11-20-BM-01-ban-1.xlsx';
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function closedDay() {
  const desk = openTestDesk();
  desk.issue();
  desk.call('day.close', { businessDay: DAY, leftovers: 'left' });
  return desk;
}

describe('saving a day', () => {
  test('writes the bytes of the export, says their sum, and journals it without the folder', async () => {
    const desk = closedDay();
    const folder = temporaryFolder('export');
    for (const format of ['xlsx', 'csv', 'json'] as const) {
      const { fileName, bytes } = await exported(desk, format);
      const reply = await later(desk, 'report.save', { businessDay: DAY, format, folder });
      const path = join(folder, fileName);
      expect(reply).toEqual({ ok: true, value: { path, bytes: bytes.length, sha256: sha256(bytes) } });
      expect(readFileSync(path).equals(bytes)).toBe(true);
      const [event] = desk.desk.eventsSince(desk.desk.lastEvent() - 1);
      expect(event).toMatchObject({
        name: 'report.saved',
        businessDay: DAY,
        data: { format, version: 1, sha256: sha256(bytes) },
      });
      expect(JSON.stringify(event)).not.toContain(folder);
    }
    expect(readdirSync(folder)).toHaveLength(3);
    expect(desk.call('system.verify-events', {}).firstBroken).toBe(null);
  });

  test('the event is announced after the commit, and the same key saves once', async () => {
    const desk = closedDay();
    const heard: string[] = [];
    desk.desk.subscribe({ news: (events) => heard.push(...events.map(({ name }) => name)), ended() {} });
    const input = { businessDay: DAY, format: 'csv', folder: temporaryFolder('export') };
    const save = () => desk.desk.dispatch('report.save', input, { role: 'leader' }, 'the-same-key');
    expect(await save()).toEqual(await save());
    expect(heard).toEqual(['report.saved']);
  });

  test('several formats at once do not disturb each other', async () => {
    const desk = closedDay();
    const folder = temporaryFolder('export');
    const formats = ['xlsx', 'csv', 'json', 'csv', 'xlsx'] as const;
    const replies = await Promise.all(
      formats.map((format) => later(desk, 'report.save', { businessDay: DAY, format, folder })),
    );
    expect(replies.map(({ ok }) => ok)).toEqual(formats.map(() => true));
    expect(readdirSync(folder).sort()).toEqual(
      ['csv', 'json', 'xlsx'].map((format) => NAME.replace('xlsx', format)),
    );
  });

  const nowhere: readonly (readonly [what: string, folder: (own: string) => string])[] = [
    ['missing', (own) => join(own, 'none')],
    ['a file', (own) => join(own, 'file')],
    ['relative', () => 'exports'],
    ['one with a NUL', (own) => `${own}\0x`],
    ['over-long', (own) => join(own, 'x'.repeat(300))],
  ];
  test.each(nowhere)('a folder that is %s is refused and nothing is made', async (_what, folder) => {
    const desk = closedDay();
    const own = temporaryFolder('export');
    writeFileSync(join(own, 'file'), 'x');
    const before = desk.desk.lastEvent();
    const input = { businessDay: DAY, format: 'xlsx', folder: folder(own) } as const;
    expect(await later(desk, 'report.save', input)).toEqual({
      ok: false,
      problem: { code: 'folder-not-writable', folder: folder(own) },
    });
    expect(readdirSync(own)).toEqual(['file']);
    expect(desk.desk.lastEvent()).toBe(before);
    expect(desk.incidents).toEqual([]);
  });

  test('a full disk is named, the older file stays whole and no part is left', async (context) => {
    const disk = smallDisk('512k');
    if ('skipped' in disk) return context.skip(disk.skipped);
    const desk = closedDay();
    const target = join(disk.folder, NAME);
    writeFileSync(target, 'an older file');
    fillDisk(disk.folder, 16);
    const before = desk.desk.lastEvent();
    const input = { businessDay: DAY, format: 'xlsx', folder: disk.folder } as const;
    expect(await later(desk, 'report.save', input)).toEqual({
      ok: false,
      problem: { code: 'store-full', file: target, freeBytes: expect.any(Number) },
    });
    expect(readFileSync(target, 'utf8')).toBe('an older file');
    expect(readdirSync(disk.folder).sort()).toEqual(['ballast', NAME]);
    expect(desk.desk.lastEvent()).toBe(before);
  });

  test('a disk that can only be read is a folder that takes no file', async (context) => {
    const disk = smallDisk('512k');
    if ('skipped' in disk) return context.skip(disk.skipped);
    disk.readOnly();
    await expect(saveWhole(disk.folder, NAME, Buffer.from('x'))).rejects.toMatchObject({
      problem: { code: 'folder-not-writable', folder: disk.folder },
    });
  });
});

describe('a target that another program holds open', () => {
  /** Renames that fail with `code` the first `times` times; the pauses taken between them are kept, not slept. */
  function held(code: string, times: number): FileMoves & { readonly pauses: number[] } {
    const pauses: number[] = [];
    let left = times;
    return {
      pauses,
      async rename(from, to) {
        left -= 1;
        if (left >= 0) throw Object.assign(new Error(code), { code });
        await rename(from, to);
      },
      async pause(milliseconds) {
        pauses.push(milliseconds);
      },
    };
  }

  test.each(['EPERM', 'EBUSY', 'EACCES'])('is tried again after %s, with growing pauses', async (code) => {
    const folder = temporaryFolder('export');
    writeFileSync(join(folder, NAME), 'old');
    const moves = held(code, 9);
    await saveWhole(folder, NAME, Buffer.from('new'), moves);
    expect(readFileSync(join(folder, NAME), 'utf8')).toBe('new');
    expect(moves.pauses).toEqual([20, 40, 80, 160, 320, 500, 500, 500, 500]);
  });

  test('is given up after ten tries with its name, the old file untouched and no part left', async () => {
    const folder = temporaryFolder('export');
    writeFileSync(join(folder, NAME), 'old');
    const saving = saveWhole(folder, NAME, Buffer.from('new'), held('EBUSY', 10));
    await expect(saving).rejects.toMatchObject({
      problem: { code: 'file-in-use', file: join(folder, NAME) },
    });
    expect(readFileSync(join(folder, NAME), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual([NAME]);
  });

  test('is saved already when it holds the same bytes', async () => {
    const folder = temporaryFolder('export');
    writeFileSync(join(folder, NAME), 'same');
    const saved = await saveWhole(folder, NAME, Buffer.from('same'), held('EPERM', 10));
    expect(saved.sha256).toBe(sha256(Buffer.from('same')));
    expect(readdirSync(folder)).toEqual([NAME]);
  });
});

test('the part of a crashed save is swept, what another office is writing stays, and a planted link is not followed', async () => {
  const folder = temporaryFolder('export');
  const outside = join(temporaryFolder('export'), 'outside');
  writeFileSync(outside, 'mine');
  const theirs = ['so-lieu-ngay-2026-11-20-BM-02-ban-1.xlsx.part', 'other.part'];
  for (const name of theirs) writeFileSync(join(folder, name), 'theirs');
  symlinkSync(outside, join(folder, `${NAME}.part`));
  await saveWhole(folder, NAME, Buffer.from('new'));
  expect(readdirSync(folder).sort()).toEqual([...theirs, NAME].sort());
  expect(readFileSync(outside, 'utf8')).toBe('mine');
});

test('a folder that hangs is given up, holds up no other folder, and what it was told not to hold does not appear later', async () => {
  const [hanging, good] = [temporaryFolder('share'), temporaryFolder('usb')];
  let wake = (): void => {};
  let tries = 0;
  const asleep = new Promise<void>((done) => (wake = done));
  const moves = (patienceMs: number): FileMoves => ({
    patienceMs,
    pause: async () => undefined,
    async rename(from, to) {
      tries += 1;
      if (tries > 1) return rename(from, to);
      await asleep;
      throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
    },
  });
  const refused = { problem: { code: 'folder-not-writable', folder: hanging } };
  const first = saveWhole(hanging, NAME, Buffer.from('first'), moves(50)).catch((error: unknown) => error);
  await saveWhole(good, NAME, Buffer.from('new'));
  expect(await first).toMatchObject(refused);
  // The same folder under another spelling waits for the first save, and no longer than it may.
  const second = saveWhole(`${hanging}/`, NAME, Buffer.from('second'), { ...moves(50), rename });
  await expect(second).rejects.toMatchObject({ problem: { code: 'folder-not-writable' } });
  wake();
  await saveWhole(hanging, 'third.csv', Buffer.from('third'));
  expect(readdirSync(hanging)).toEqual(['third.csv']);
});

test('a file that does not read back as written is refused', async () => {
  const folder = temporaryFolder('export');
  const moves: FileMoves = {
    pause: async () => undefined,
    async rename(from, to) {
      await rename(from, to);
      writeFileSync(to, 'worn stick');
    },
  };
  await expect(saveWhole(folder, NAME, Buffer.from('new'), moves)).rejects.toMatchObject({
    problem: { code: 'folder-not-writable' },
  });
});

/** Resolves at the given number of changes in a folder: a new name, a block written, a name replaced. */
async function changes(folder: string, count: number): Promise<void> {
  const watcher = watch(folder);
  let seen = 0;
  for await (const _change of on(watcher, 'change')) if ((seen += 1) >= count) break;
  watcher.close();
}

const kills = size('EXPORT_KILLS', 3, 10);

test(
  `killing the program ${kills} times in the middle of a save leaves no torn file`,
  { timeout: 20_000 + kills * 2_000 },
  async () => {
    const folder = temporaryFolder('export');
    const target = join(folder, 'so-lieu-ngay-x.bin');
    mkdirSync(folder, { recursive: true });
    let inTheMiddle = 0;
    for (let round = 0; round < kills; round += 1) {
      const script = childScript(join(import.meta.dirname, 'save-whole.ts'));
      const child = spawn(process.execPath, [script, folder, '4096'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      for await (const line of createInterface(child.stdout)) if (line === 'saved 0') break;
      await changes(folder, 1 + Math.round((round * 30) / kills));
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      const bytes = readFileSync(target);
      expect(bytes.length).toBe(32 + 4096 * 1024);
      expect(sha256(bytes.subarray(32))).toBe(bytes.subarray(0, 32).toString('hex'));
      if (existsSync(`${target}.part`)) inTheMiddle += 1;
    }
    expect(inTheMiddle).toBeGreaterThan(0);
    await saveWhole(folder, 'so-lieu-ngay-x.bin', Buffer.from('whole'));
    expect(readdirSync(folder)).toEqual(['so-lieu-ngay-x.bin']);
  },
);

/** A whole desk takes seconds to start: every day two, as many as asked for in a long run. */
const deskKills = size('EXPORT_KILLS', 1, 10);

test(
  `killing the desk ${deskKills} times while it exports leaves every file whole, and the next export sweeps what was torn`,
  { timeout: 20_000 + deskKills * 4_000 },
  async () => {
    const [data, usb, share] = [temporaryFolder('export'), temporaryFolder('usb'), temporaryFolder('share')];
    const sums = new Map<string, string>();
    for (let round = 0; round < deskKills; round += 1) {
      const child = spawn(
        process.execPath,
        [childScript(join(import.meta.dirname, 'exporting-desk.ts')), data, usb, share],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      for await (const line of createInterface(child.stdout)) if (line === 'verified') break;
      await changes(share, 1 + round * 2);
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      for (const folder of [usb, share]) {
        const whole = readdirSync(folder).filter((name) => !name.endsWith('.part'));
        expect(whole).toHaveLength(3);
        for (const name of whole) {
          const sum = sha256(readFileSync(join(folder, name)));
          // A closed version gives the same bytes in every round and folder.
          expect(sums.get(name) ?? sum).toBe(sum);
          sums.set(name, sum);
        }
      }
    }
    for (const folder of [usb, share]) {
      for (const name of readdirSync(folder).filter((one) => !one.endsWith('.part')))
        await saveWhole(folder, name, Buffer.from('whole'));
      expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    }
  },
);
