import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesOf, copyOf, filledFolder, open, raw, readEverything, temporaryFolder } from './store-folder.ts';
import { size } from '#tests/support/sizes.ts';

const runs = size('FAULT_RUNS', 20, 200);
/** Bytes of the header and pages that are damaged: each, or one of three. */
const step = size('FAULT_STEP', 3, 1);
const seed = Number(process.env['FAULT_SEED'] ?? 20261120);

/** mulberry32: the same seed gives the same damage. */
function random(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Seen = { readonly reason: string; readonly readable: boolean };

/** Opens a damaged copy as the desk does, and reads all of another as a careless program would. */
function look(base: string, damage: (content: Buffer) => Buffer): Seen {
  const folder = copyOf(base);
  const file = join(folder, 'desk.db');
  const damaged = damage(readFileSync(file));
  writeFileSync(file, damaged);
  const careless = join(temporaryFolder(), 'careless.db');
  writeFileSync(careless, damaged);
  let readable = true;
  try {
    raw(careless, readEverything);
  } catch {
    readable = false;
  }
  const before = bytesOf(folder);
  const result = open(folder);
  if (!result.ok) {
    expect(bytesOf(folder), 'a refused file keeps every byte').toEqual(before);
    return { reason: result.reason, readable };
  }
  const { store } = result;
  expect(readEverything(store.database)).toBeGreaterThan(0);
  store.close();
  return { reason: 'opened', readable };
}

describe('a damaged database', () => {
  it(
    `with one flipped bit is refused untouched or can be read whole, ${runs} times (seed ${seed})`,
    { timeout: 10_000 + runs * 400 },
    () => {
      const base = filledFolder(300);
      const next = random(seed);
      const seen: Record<string, number> = {};
      for (let run = 0; run < runs; run += 1) {
        const byte = Math.floor(next() * statSync(join(base, 'desk.db')).size);
        const bit = Math.floor(next() * 8);
        const { reason, readable } = look(base, (content) => {
          content[byte] = (content[byte] ?? 0) ^ (1 << bit);
          return content;
        });
        expect(['opened', 'corrupted', 'foreign-file', 'newer'], `byte ${byte} bit ${bit}`).toContain(reason);
        if (!readable) expect(reason, `byte ${byte} bit ${bit}`).not.toBe('opened');
        seen[reason] = (seen[reason] ?? 0) + 1;
      }
      console.log(`flipped bits: ${JSON.stringify(seen)}`);
    },
  );

  it('with any one byte of its header changed never opens as something else', () => {
    const base = filledFolder(20);
    for (let byte = 0; byte < 100; byte += step) {
      const { reason, readable } = look(base, (content) => {
        content[byte] = (content[byte] ?? 0) ^ 0xff;
        return content;
      });
      expect(['opened', 'corrupted', 'foreign-file', 'newer'], `byte ${byte}`).toContain(reason);
      if (!readable) expect(reason, `byte ${byte}`).not.toBe('opened');
      if (byte < 16) expect(reason, `byte ${byte}`).toBe('corrupted');
    }
  });

  it('with a zeroed page is refused, whichever page it is', () => {
    const base = filledFolder(120);
    const pages = statSync(join(base, 'desk.db')).size / 4096;
    const opened: number[] = [];
    for (let page = 0; page < pages; page += step) {
      if (look(base, (content) => content.fill(0, page * 4096, (page + 1) * 4096)).reason === 'opened')
        opened.push(page);
    }
    expect(opened).toEqual([]);
  });

  it('cut at any page, or within one, is refused', () => {
    const base = filledFolder(60);
    const { size } = statSync(join(base, 'desk.db'));
    for (let length = 0; length < size; length += 4096 * 5 + 700) {
      expect(look(base, (content) => content.subarray(0, length)).reason, `cut to ${length} bytes`).toBe(
        'corrupted',
      );
    }
    expect(look(base, (content) => content.subarray(0, size - 1)).reason).toBe('corrupted');
  });
});
