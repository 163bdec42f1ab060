import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOf, filledFolder, NOW, open, opened, raw, reasonOf, temporaryFolder } from './store-folder.ts';

/** As if every file were a large one. */
const large = { readAtEveryStart: 0 };
const later = (days: number) => new Date(Date.parse(NOW) + days * 86_400_000).toISOString();

/** A desk of a large file, read through at NOW and closed in order. */
function readThrough(): string {
  const folder = filledFolder(300);
  opened(folder, large).close();
  return folder;
}

/** Damages a page that holds tickets: what only a reading of the whole file finds. */
function damageTickets(folder: string): void {
  const file = join(folder, 'desk.db');
  const page = raw(file, (database) => {
    const root = database
      .prepare<[], { rootpage: number }>("SELECT rootpage FROM sqlite_schema WHERE name = 'ticket_period'")
      .get();
    return { at: ((root?.rootpage ?? 0) - 1) * Number(database.pragma('page_size', { simple: true })) };
  });
  const bytes = readFileSync(file);
  bytes.fill(0x78, page.at, page.at + 64);
  writeFileSync(file, bytes);
}

describe('a large file', () => {
  it('that was closed in order opens within the week without being read whole', () => {
    const folder = readThrough();
    damageTickets(folder);
    expect(reasonOf(open(folder, { ...large, now: later(6.9) }))).toBe('opened');
  });

  it.each([
    ['a week later', later(7)],
    ['under a clock that went back', later(-1)],
  ])('is read whole again %s', (_when, now) => {
    const folder = readThrough();
    damageTickets(folder);
    expect(reasonOf(open(folder, { ...large, now }))).toBe('corrupted');
  });

  it('is read whole after an end that was not in order', () => {
    const folder = readThrough();
    damageTickets(folder);
    const running = opened(folder, large);
    running.database.exec("UPDATE counter SET name = 'Quầy Một' WHERE position = 0");
    const killed = copyOf(folder);
    running.close();
    expect(reasonOf(open(killed, large))).toBe('corrupted');
  });

  it('has its small tables checked at every start', () => {
    const folder = readThrough();
    const file = join(folder, 'desk.db');
    const root = raw(file, (database) => ({
      page: database
        .prepare<[], { rootpage: number }>("SELECT rootpage FROM sqlite_schema WHERE name = 'counter'")
        .get()?.rootpage,
      size: Number(database.pragma('page_size', { simple: true })),
    }));
    const bytes = readFileSync(file);
    bytes.fill(0x78, ((root.page ?? 0) - 1) * root.size, ((root.page ?? 0) - 1) * root.size + 64);
    writeFileSync(file, bytes);
    expect(reasonOf(open(folder, { ...large, now: later(1) }))).toBe('corrupted');
  });

  it('that nobody has read yet is read', () => {
    const folder = filledFolder(300);
    damageTickets(folder);
    expect(reasonOf(open(folder, large))).toBe('corrupted');
    expect(reasonOf(open(temporaryFolder(), large))).toBe('opened');
  });
});
