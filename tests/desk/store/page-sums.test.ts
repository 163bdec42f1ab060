import { spawnSync } from 'node:child_process';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CIPHERS, type DataKey } from '#electron/desk/store/cipher.ts';
import {
  addEvent,
  addTicket,
  copyOf,
  filledFolder,
  fillDay,
  open,
  opened,
  reasonOf,
  temporaryFolder,
} from './store-folder.ts';
import { childScript } from '#tests/support/child-script.ts';
import { size } from '#tests/support/sizes.ts';

const flips = size('FAULT_RUNS', 3, 50) * 4;
const script = childScript(join(import.meta.dirname, 'hold-store.ts'));

/** What is found of a damaged copy: at its start, or by one pass over its pages. */
function found(
  folder: string,
  isLarge: boolean,
  key: DataKey | null = null,
): 'at the start' | 'by the pass' | 'never' {
  const result = open(folder, { key, ...(isLarge ? { readAtEveryStart: 0, endPages: 1 } : {}) });
  if (!result.ok) return 'at the start';
  const { store } = result;
  while (store.checks?.pages.step() === true);
  const { wrong } = store.checks?.pages ?? { wrong: { count: 0 } };
  store.close();
  return wrong.count > 0 ? 'by the pass' : 'never';
}

describe('the checksums of the pages', () => {
  it.each([
    ['small', false],
    ['large', true],
  ])(`show each of ${flips} flipped bits of a %s file`, { timeout: 20_000 + flips * 300 }, (_, isLarge) => {
    const base = filledFolder(300);
    opened(base, { readAtEveryStart: 0 }).close();
    const whole = readFileSync(join(base, 'desk.db'));
    const seen: Record<string, number> = {};
    for (let flip = 0; flip < flips; flip += 1) {
      const folder = copyOf(base);
      const bytes = Buffer.from(whole);
      const at = Math.floor((bytes.length * (flip + 0.5)) / flips);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (flip % 8));
      writeFileSync(join(folder, 'desk.db'), bytes);
      const where = found(folder, isLarge);
      seen[where] = (seen[where] ?? 0) + 1;
      expect(where, `byte ${at} bit ${flip % 8}`).not.toBe('never');
    }
    console.log(`flipped bits of a ${isLarge ? 'large' : 'small'} file: ${JSON.stringify(seen)}`);
  });

  it('stay in step with a desk that writes, is killed and starts again', { timeout: 60_000 }, () => {
    const folder = filledFolder(5);
    let from = 6;
    for (let round = 0; round < 2; round += 1) {
      const store = opened(folder);
      store.database.pragma('synchronous = OFF');
      for (const last = from + 400; from < last; from += 1)
        store.write(() => {
          addTicket(store, { number: from });
          addEvent(store, from);
        });
      expect(found(copyOf(folder), true), 'killed').toBe('never');
      while (store.checks?.pages.step() === true);
      expect(store.checks?.pages).toMatchObject({ state: 'done', wrong: { count: 0 } });
      store.close();
      expect(found(copyOf(folder), true), 'closed').toBe('never');
    }
  });

  it.each(CIPHERS)(
    'of a file under %s keep in step with its desk and show flipped bits',
    { timeout: 60_000 },
    (cipher) => {
      const key = { cipher, key: 'ab'.repeat(32) };
      const folder = temporaryFolder();
      const first = opened(folder, { born: { key, keyFile: '{}' } });
      fillDay(first, 5);
      first.close();
      for (let round = 0, from = 6; round < 2; round += 1) {
        const store = opened(folder, { key });
        store.database.pragma('synchronous = OFF');
        for (const last = from + 300; from < last; from += 1)
          store.write(() => {
            addTicket(store, { number: from });
            addEvent(store, from);
          });
        expect(found(copyOf(folder), true, key), 'killed').toBe('never');
        while (store.checks?.pages.step() === true);
        expect(store.checks?.pages).toMatchObject({ state: 'done', wrong: { count: 0 } });
        store.close();
        expect(found(copyOf(folder), true, key), 'closed').toBe('never');
      }
      const whole = readFileSync(join(folder, 'desk.db'));
      for (let flip = 0; flip < flips; flip += 1) {
        const copy = copyOf(folder);
        const bytes = Buffer.from(whole);
        const at = Math.floor((bytes.length * (flip + 0.5)) / flips);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (flip % 8));
        writeFileSync(join(copy, 'desk.db'), bytes);
        expect(found(copy, flip % 2 === 0, key), `byte ${at}`).not.toBe('never');
      }
    },
  );

  it('are learned anew where their file was torn, which is told', () => {
    const folder = filledFolder(100);
    const sums = join(folder, 'desk.sums');
    const bytes = readFileSync(sums);
    bytes.fill(7, 100, 200);
    writeFileSync(sums, bytes);
    const store = opened(folder);
    while (store.checks?.pages.step() === true);
    expect(store.checks?.pages.learned).toBe(store.checks?.pages.total);
  });

  it('know a file that was cut at a page', () => {
    const folder = filledFolder(100);
    const { length } = readFileSync(join(folder, 'desk.db'));
    truncateSync(join(folder, 'desk.db'), length - 4096);
    expect(reasonOf(open(folder))).toBe('corrupted');
  });

  it('are compared without letting go of the lock', () => {
    const folder = filledFolder(50);
    const store = opened(folder);
    while (store.checks?.pages.step() === true);
    const other = spawnSync(process.execPath, [script, folder], { input: '', encoding: 'utf8' });
    expect(JSON.parse(other.stdout)).toMatchObject({ answer: 'locked' });
  });
});
