import { describe, expect, test } from 'vitest';
import { catalogue } from '#shared/text/catalogue.ts';
import { isMorning } from '#renderer/frame/go-on.ts';
import { isQuiet, morningChecks, type MorningFacts } from '#renderer/morning/morning-facts.ts';
import { openTestDesk, testClock, type TestDesk } from '#tests/support/test-desk.ts';

const text = catalogue('vi');

const place = (outside: boolean) => ({
  folder: outside ? 'E:\\BanSao' : 'C:\\QuayTiepDan',
  outside,
  sameDisk: !outside,
  newest: null,
  copies: 1,
  plain: 0,
  trouble: null,
  freeBytes: null,
});

/** What the morning screen would be told by this desk. */
function facts(desk: TestDesk, part: Partial<MorningFacts> = {}): MorningFacts {
  const office = desk.call('office.show', {});
  if (office === null) throw new Error('the test desk is set up');
  return {
    status: desk.call('day.status', {}),
    health: desk.call('system.health', {}),
    office,
    connection: 'live',
    copies: { lastBackup: desk.clock.now(), places: [place(true)] },
    data: desk.call('data.status', {}),
    now: desk.clock.now(),
    ...part,
  };
}

/** The checks that want somebody, by name. */
function toDo(given: MorningFacts): string[] {
  return morningChecks(given, text, 'vi')
    .filter((check) => !isQuiet(check))
    .map((check) => check.key);
}

const durable = { journalMode: 'wal', synchronous: 2, integrity: 'ok', lastWord: 'kept' } as const;
const healthy = (desk: TestDesk): MorningFacts => {
  const given = facts(desk);
  return { ...given, health: { ...given.health, store: durable } };
};

describe('the checks of a morning', () => {
  test('a sound desk on its first day asks for nothing', () => {
    const given = healthy(openTestDesk({ day: null }));
    expect(toDo(given)).toEqual([]);
    expect(morningChecks(given, text, 'vi').find((check) => check.key === 'yesterday')?.says).toBe(
      text.morning.yesterdayNone,
    );
  });

  test('yesterday is told with its closing time and version', () => {
    const desk = openTestDesk({ day: '2026-11-19' });
    desk.call('day.close', { businessDay: '2026-11-19' });
    const says = morningChecks(healthy(desk), text, 'vi').find((check) => check.key === 'yesterday')?.says;
    expect(says).toContain('19/11/2026');
    expect(says).toContain('07:30');
    expect(says).toContain('bản số 1');
  });

  test('a day that was corrected is told with its newest version', () => {
    const desk = openTestDesk({ day: '2026-11-19' });
    desk.call('day.close', { businessDay: '2026-11-19' });
    const given = healthy(desk);
    const { last } = given.status;
    if (last === null) throw new Error('no day was closed');
    const corrected = { ...given, status: { ...given.status, last: { ...last, version: 3 } } };
    const says = morningChecks(corrected, text, 'vi').find((check) => check.key === 'yesterday')?.says;
    expect(says).toContain('bản số 3');
  });

  test('a forgotten day wants closing', () => {
    expect(toDo(healthy(openTestDesk({ day: '2026-11-19' })))).toEqual(['yesterday']);
  });

  test('encrypted data wants its recovery sheet tried and no plain copy left', () => {
    const given = healthy(openTestDesk({ day: null }));
    const check = (data: Partial<MorningFacts['data']>) =>
      morningChecks({ ...given, data: { ...given.data, ...data } }, text, 'vi').find(
        ({ key }) => key === 'encryption',
      );
    expect(check({})).toMatchObject({ tone: 'plain', says: expect.stringContaining(text.safety.page.off) });
    expect(check({ encrypted: true })).toMatchObject({ tone: 'warn', page: 'safety' });
    expect(check({ encrypted: true, recoveryProven: true, plainCopies: 2 })).toMatchObject({
      tone: 'warn',
      says: expect.stringContaining('2'),
    });
    expect(check({ encrypted: true, recoveryProven: true })).toMatchObject({ tone: 'good' });
  });

  test('a clock that jumped is named with its minutes', () => {
    const clock = testClock();
    const desk = openTestDesk({ day: null, clock });
    clock.jump(45);
    const given = healthy(desk);
    expect(toDo(given)).toEqual(['clock']);
    expect(morningChecks(given, text, 'vi').find((check) => check.key === 'clock')?.says).toContain('45');
  });

  test.each([
    [{ ...durable, integrity: 'row 4 missing from index' }, 'row 4 missing from index'],
    [{ ...durable, synchronous: 1 }, text.morning.dataSync],
    [{ ...durable, journalMode: 'delete' }, text.morning.dataSync],
  ])('a store like %j is said to be unsafe', (store, says) => {
    const given = healthy(openTestDesk({ day: null }));
    const checks = morningChecks({ ...given, health: { ...given.health, store } }, text, 'vi');
    expect(checks.find((check) => check.key === 'data')).toMatchObject({
      tone: 'bad',
      says: expect.stringContaining(says),
    });
  });

  test('a last word that could not be read, a disk that fills up, and a journal that does not fit, are told', () => {
    const given = healthy(openTestDesk({ day: null }));
    const says = (health: Partial<MorningFacts['health']>) =>
      morningChecks({ ...given, health: { ...given.health, ...health } }, text, 'vi').find(
        (check) => check.key === 'data',
      );
    expect(says({ store: { ...durable, lastWord: 'unreadable' } })).toMatchObject({
      tone: 'warn',
      says: text.settings.data.lastWordIs.unreadable,
    });
    expect(says({ freeBytes: 499_000_000 })).toMatchObject({
      tone: 'warn',
      says: text.settings.data.freeLow('499'),
    });
    expect(says({ freeBytes: 500_000_000 })).toMatchObject({ tone: 'good' });
    const pages = { state: 'done', checked: 9, total: 9, learned: 0, wrong: 0 } as const;
    const events = { state: 'wrong', checked: 41, firstBroken: 42 } as const;
    expect(says({ checks: { pages, events } })).toMatchObject({
      tone: 'bad',
      says: expect.stringContaining('42'),
    });
  });

  test('no active counter and a lost line are things to do', () => {
    const given = healthy(openTestDesk({ day: null }));
    const office = {
      ...given.office,
      counters: given.office.counters.map((counter) => ({ ...counter, active: false })),
    };
    expect(toDo({ ...given, office, connection: 'lost' })).toEqual(['counters', 'connection']);
  });
});

describe('when the morning stands before the work', () => {
  test('with no day open, and with a forgotten one until somebody goes on with it', () => {
    const closed = openTestDesk({ day: null }).call('day.status', {});
    const forgotten = openTestDesk({ day: '2026-11-19' }).call('day.status', {});
    const today = openTestDesk({ day: '2026-11-20' }).call('day.status', {});
    expect(isMorning(closed, null)).toBe(true);
    expect(isMorning(forgotten, null)).toBe(true);
    expect(isMorning(forgotten, '2026-11-19')).toBe(false);
    expect(isMorning(forgotten, '2026-11-18')).toBe(true);
    expect(isMorning(today, null)).toBe(false);
  });
});

describe('the copies of a morning', () => {
  const check = (copies: MorningFacts['copies']) =>
    morningChecks({ ...healthy(openTestDesk({ day: null })), copies }, text, 'vi').find(
      ({ key }) => key === 'copies',
    );
  const NOW = '2026-11-20T00:30:00.000Z';

  test('are asked for every morning until there is a second place', () => {
    expect(check({ lastBackup: NOW, places: [place(false)] })).toMatchObject({
      tone: 'warn',
      says: expect.stringContaining('USB'),
    });
    expect(check({ lastBackup: NOW, places: [place(false), place(true)] })).toMatchObject({
      tone: 'good',
      says: 'Bản sao tốt mới nhất: 07:30, 20/11/2026',
    });
  });

  test('tell their age when it is more than a day, and a place that takes none', () => {
    const places = [place(false), place(true)];
    expect(check({ lastBackup: '2026-11-19T00:29:00.000Z', places })).toMatchObject({ tone: 'bad' });
    expect(check({ lastBackup: null, places })).toMatchObject({ tone: 'warn' });
    const gone = [place(false), { ...place(true), trouble: 'gone' as const }];
    expect(check({ lastBackup: NOW, places: gone })).toMatchObject({ tone: 'warn' });
  });
});
