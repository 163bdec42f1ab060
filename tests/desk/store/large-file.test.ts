import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Store } from '#electron/desk/store/store.ts';
import { copyOf, filledFolder, open, opened, raw, reasonOf, temporaryFolder } from './store-folder.ts';

/** As if every file were a large one, of which almost nothing is read at a start. */
const large = { readAtEveryStart: 0, endPages: 1 };

/** A desk of a large file that was read through once and closed in order. */
function readThrough(): string {
  const folder = filledFolder(300);
  opened(folder, large).close();
  return folder;
}

/** Damages the root page of a table. */
function damage(folder: string, table: string): void {
  const file = join(folder, 'desk.db');
  const at = raw(file, (database) => {
    const root = database
      .prepare<[string], { rootpage: number }>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
      .get(table);
    return ((root?.rootpage ?? 0) - 1) * Number(database.pragma('page_size', { simple: true }));
  });
  const bytes = readFileSync(file);
  bytes.fill(0x78, at, at + 64);
  writeFileSync(file, bytes);
}

/** How many pages a whole pass finds wrong. */
function wrongAfterPass({ checks }: Store): number {
  while (checks?.pages.step() === true);
  return checks?.pages.wrong.count ?? -1;
}

describe('a large file', () => {
  it('opens without being read whole; the pass that follows finds what is damaged, and the health says it', () => {
    const folder = readThrough();
    damage(folder, 'ticket_period');
    const store = opened(folder, large);
    expect(store.health.integrity).toBe('ok');
    expect(wrongAfterPass(store)).toBe(1);
    expect(store.health.integrity).toMatch(/^page \d+$/);
    expect(store.checks?.pages.state).toBe('wrong');
  });

  it('does so after an end that was not in order, too', () => {
    const folder = readThrough();
    const running = opened(folder, large);
    running.write(() => running.database.exec("UPDATE counter SET name = 'Quầy Một' WHERE position = 0"));
    const killed = copyOf(folder);
    running.close();
    expect(wrongAfterPass(opened(copyOf(killed), large))).toBe(0);
    // Opening it here would bring its log in.
    const at = readFileSync(join(killed, 'desk.db')).indexOf('ticket-2026-11-20-150');
    const bytes = readFileSync(join(killed, 'desk.db'));
    bytes[at] = 0x78;
    writeFileSync(join(killed, 'desk.db'), bytes);
    expect(wrongAfterPass(opened(killed, large))).toBe(1);
  });

  it('has its small tables checked at every start', () => {
    const folder = readThrough();
    damage(folder, 'counter');
    expect(reasonOf(open(folder, large))).toBe('corrupted');
  });

  it('that nobody has read yet is read', () => {
    const folder = filledFolder(300);
    damage(folder, 'ticket_period');
    rmSync(join(folder, 'desk.sums'));
    expect(reasonOf(open(folder, large))).toBe('corrupted');
    expect(reasonOf(open(temporaryFolder(), large))).toBe('opened');
  });

  it('is not taken for damaged when another program went on with it', () => {
    const folder = readThrough();
    raw(join(folder, 'desk.db'), (other) =>
      other.exec(`INSERT INTO event SELECT number + 1, v, at, business_day, name, officer, device, ticket_id, request_id, counter_id, data, hash
                  FROM event ORDER BY number DESC LIMIT 1`),
    );
    const store = opened(folder, large);
    expect(wrongAfterPass(store)).toBe(0);
    expect(store.checks?.pages.learned).toBe(store.checks?.pages.total);
  });
});
