import { cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DeskCore } from '#electron/desk/open-desk.ts';
import type { Store } from '#electron/desk/store/store.ts';
import { FRAME_HEADER, readLog, WAL_HEADER } from '#electron/desk/store/write-ahead-log.ts';
import type { Lost } from '#shared/contract/problem.ts';
import { deskIn } from '#tests/support/test-desk.ts';
import { bytesOf, copyOf, open, reasonOf, temporaryFolder } from './store-folder.ts';
import { size } from '#tests/support/sizes.ts';

const rounds = size('FAULT_RUNS', 2, 20);

const file = (folder: string, end = ''): string => join(folder, `desk.db${end}`);
const word = (folder: string): string => join(folder, 'desk.last');

type Office = { readonly folder: string; readonly desk: DeskCore; readonly store: Store };

function call(desk: DeskCore, method: string, input: unknown): unknown {
  const reply = desk.dispatch(method, input, { role: 'leader' }, uuid());
  if (reply instanceof Promise || !reply.ok) throw new Error(JSON.stringify(reply));
  return reply.value;
}

/** A desk of its own folder with an open day and `issued` numbers. */
function office(issued: number, name = 'Công an phường Bình Minh'): Office {
  const folder = temporaryFolder();
  const { desk, store } = deskIn(folder);
  onTestFinished(() => desk.close());
  const counters = ['Quầy 1'];
  call(desk, 'office.set-up', { name, code: 'BM-01', receivingLevel: 'Phòng PC06', counters });
  call(desk, 'day.open', { businessDay: '2026-11-20' });
  issue(desk, issued);
  return { folder, desk, store };
}

function issue(desk: DeskCore, count: number): void {
  for (let one = 0; one < count; one += 1)
    call(desk, 'ticket.issue', { requests: [{ procedure: 'level-2', subject: 'citizen' }] });
}

/** The folder as it lies when the program is killed now. */
function killed({ folder }: Office): string {
  const copy = copyOf(folder);
  rmSync(file(copy, '-shm'), { force: true });
  return copy;
}

/** How many numbers a folder holds when it is opened, or how it is refused. */
function outcome(folder: string): number | { reason: string; lost?: Lost } {
  const result = open(folder);
  if (!result.ok)
    return { reason: result.reason, ...(result.lost === undefined ? {} : { lost: result.lost }) };
  const row = result.store.prepare<[], { n: number }>('SELECT count(*) AS n FROM ticket').get();
  result.store.close();
  return row?.n ?? -1;
}

/** The part of a log that counts: what lies behind it is of an earlier filling. */
function liveBytes(folder: string): number {
  const log = readLog(file(folder, '-wal'));
  return log === null ? 0 : WAL_HEADER + log.frames * (FRAME_HEADER + log.pageSize);
}

/** Numbers issued in a round, so that every round damages another place. */
const issuedIn = (round: number): number => 5 + ((round * 37) % 60);

/** Every kind of harm that may come to a folder whose desk was killed. `older` is the same folder some numbers ago. */
const harms: Record<string, (now: string, older: string, other: string, round: number) => void> = {
  'whose log was removed': (now) => rmSync(file(now, '-wal')),
  'whose log was emptied': (now) => truncateSync(file(now, '-wal'), 0),
  'whose log was cut': (now, _older, _other, round) => {
    truncateSync(file(now, '-wal'), Math.floor((liveBytes(now) * (round + 0.5)) / rounds));
  },
  'with one bit of its log turned': (now, _older, _other, round) => {
    const bytes = readFileSync(file(now, '-wal'));
    const at = Math.floor((liveBytes(now) * (round + 0.5)) / rounds);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (round % 8));
    writeFileSync(file(now, '-wal'), bytes);
  },
  'with an older database put back': (now, older) => {
    rmSync(file(now, '-wal'));
    cpSync(file(older), file(now));
  },
  'with an older database and its log put back': (now, older) => {
    cpSync(file(older), file(now));
    cpSync(file(older, '-wal'), file(now, '-wal'));
  },
  'with an older log put back': (now, older) => cpSync(file(older, '-wal'), file(now, '-wal')),
  'with the log of another desk': (now, _older, other) => cpSync(file(other, '-wal'), file(now, '-wal')),
};

describe('a desk that was killed', () => {
  it('opens with every number, whatever was written last', () => {
    const desk = office(0);
    for (let round = 0; round < rounds; round += 1) {
      issue(desk.desk, 7);
      expect(outcome(killed(desk))).toBe((round + 1) * 7);
    }
  });

  it.each(Object.entries(harms))(
    `%s is refused, ${rounds} times`,
    { timeout: 20_000 + rounds * 8_000 },
    (_, harm) => {
      let nothingLost = 0;
      for (let round = 0; round < rounds; round += 1) {
        const desk = office(issuedIn(round));
        const older = killed(desk);
        const more = 3 + (round % 9);
        issue(desk.desk, more);
        const now = killed(desk);
        const other = killed(office(issuedIn(round) + 20, 'Công an xã Khác'));
        desk.desk.close();
        harm(now, older, other, round);
        const before = bytesOf(now);
        const seen = outcome(now);
        // Where the last number has just brought the log into the database, its loss is none.
        if (seen === issuedIn(round) + more) {
          nothingLost += 1;
          continue;
        }
        expect(seen, `round ${round}`).toMatchObject({ reason: 'corrupted', lost: {} });
        expect(bytesOf(now), 'nothing of it is lost').toMatchObject(
          existsSync(file(now, '-wal')) ? before : { 'desk.db': before['desk.db'] },
        );
      }
      expect(nothingLost).toBeLessThanOrEqual(Math.ceil(rounds / 10));
    },
  );

  it('and has no log any more says how much is missing', () => {
    const desk = office(12);
    const now = killed(desk);
    rmSync(file(now, '-wal'));
    // The whole first day is still in the log.
    desk.store.database.pragma('wal_checkpoint(PASSIVE)');
    issue(desk.desk, 3);
    const later = killed(desk);
    rmSync(file(later, '-wal'));
    expect(outcome(later)).toEqual({
      reason: 'corrupted',
      lost: { kind: 'behind', events: 12, numbers: [{ first: 'A013', last: 'A015' }] },
    });
    expect(outcome(now)).toMatchObject({ lost: { kind: 'behind' } });
  });

  it('with a log cut in half says how much is missing, with every byte left as it was', () => {
    const desk = office(0);
    desk.store.database.pragma('wal_checkpoint(PASSIVE)');
    issue(desk.desk, 20);
    const now = killed(desk);
    truncateSync(file(now, '-wal'), Math.floor(liveBytes(now) / 2));
    const before = bytesOf(now);
    const seen = outcome(now);
    expect(seen).toMatchObject({ lost: { kind: 'behind', numbers: [{ last: 'A020' }] } });
    expect(bytesOf(now)).toEqual(before);
  });

  it('is not refused for a frame that was torn after the last commit, nor for old frames of a log filled anew', () => {
    const desk = office(30);
    const torn = killed(desk);
    writeFileSync(
      file(torn, '-wal'),
      Buffer.concat([readFileSync(file(torn, '-wal')), Buffer.alloc(3000, 7)]),
    );
    expect(outcome(torn)).toBe(30);
    desk.store.database.pragma('wal_checkpoint(PASSIVE)');
    issue(desk.desk, 1);
    // The test brought the log over, not the desk: its sums know nothing of that.
    const again = killed(desk);
    rmSync(join(again, 'desk.sums'));
    expect(outcome(again)).toBe(31);
  });

  it('and filled its log many times over opens with every number', { timeout: 30_000 }, () => {
    const desk = office(0);
    desk.store.database.pragma('synchronous = OFF');
    for (let round = 0; round < 4; round += 1) {
      issue(desk.desk, 97);
      expect(outcome(killed(desk))).toBe((round + 1) * 97);
    }
  });
});

describe('a desk that was closed in order', () => {
  it.each<[string, (closed: string, older: string, other: string) => void]>([
    ['an older database', (closed, older) => cpSync(file(older), file(closed))],
    ['the log of another desk', (closed, _older, other) => cpSync(file(other, '-wal'), file(closed, '-wal'))],
    ['a log of its own past', (closed, older) => cpSync(file(older, '-wal'), file(closed, '-wal'))],
  ])('is refused with %s beside it', (_, harm) => {
    const first = office(20);
    first.desk.close();
    const desk = { ...first, ...deskIn(first.folder) };
    issue(desk.desk, 5);
    const older = killed(desk);
    desk.desk.close();
    const { desk: again } = deskIn(desk.folder);
    issue(again, 5);
    again.close();
    const closed = copyOf(desk.folder);
    harm(closed, older, killed(office(30, 'Công an xã Khác')));
    const before = bytesOf(closed);
    expect(outcome(closed)).toMatchObject({ reason: 'corrupted', lost: {} });
    expect(bytesOf(closed)).toEqual(before);
  });

  it('is refused with a copy of it that went on elsewhere', () => {
    const desk = office(20);
    desk.desk.close();
    const copy = copyOf(desk.folder);
    for (const [folder, more] of [
      [desk.folder, 3],
      [copy, 5],
    ] as const) {
      const { desk: again } = deskIn(folder);
      issue(again, more);
      again.close();
    }
    cpSync(file(copy), file(desk.folder));
    expect(outcome(desk.folder)).toMatchObject({ reason: 'corrupted', lost: { kind: 'other-file' } });
  });
});

describe('the file of the last word', () => {
  it('that was torn while it was written leaves the word before', () => {
    const desk = office(10);
    const now = killed(desk);
    const bytes = readFileSync(word(now));
    const newer = bytes.toString('latin1', 0, 40) > bytes.toString('latin1', 1024, 1064) ? 0 : 1024;
    bytes.fill(0, newer + 100, newer + 1024);
    writeFileSync(word(now), bytes);
    expect(outcome(now)).toBe(10);
  });

  it.each<[string, string, (folder: string) => void]>([
    ['missing', 'began', (folder) => rmSync(word(folder))],
    ['unreadable', 'unreadable', (folder) => writeFileSync(word(folder), 'x'.repeat(2048))],
    ['empty', 'unreadable', (folder) => truncateSync(word(folder), 0)],
  ])('that is %s is said and not refused, and is whole at the next start', (_, state, harm) => {
    const folder = killed(office(10));
    harm(folder);
    const result = open(folder);
    if (!result.ok) throw new Error(result.detail);
    expect(result.store.health.lastWord).toBe(state);
    result.store.close();
    const again = open(folder);
    expect(again.ok && again.store.health.lastWord).toBe('kept');
    reasonOf(again);
  });

  it('left alone by a database and its marker that are gone is no new desk', () => {
    const folder = killed(office(10));
    for (const name of ['desk.db', 'desk.db-wal', 'desk.marker.json']) rmSync(join(folder, name));
    expect(outcome(folder)).toEqual({ reason: 'marker-missing' });
  });

  it('tells the number and the series of the last commit, and is not touched by a command that was rolled back', () => {
    const { folder, desk } = office(4);
    const said = () => readFileSync(word(folder), 'latin1').split('\n').sort().at(-1) ?? '';
    expect(said()).toMatch(/^QTD-LAST-1 \d+ open \d+ [0-9a-f]{64} [0-9a-f]{16} \d+ 0 2026-11-20 A4 /);
    const before = bytesOf(folder)['desk.last'];
    const refused = desk.dispatch('ticket.start', { ticketId: uuid() }, { role: 'leader' }, uuid());
    expect(refused).toMatchObject({ ok: false });
    expect(bytesOf(folder)['desk.last']).toBe(before);
    desk.close();
    expect(readFileSync(word(folder), 'latin1')).toContain(' closed ');
  });
});
