import { describe, expect, test } from 'vitest';
import { NO_FIGURES, levelFiguresOf } from '#shared/domain/level/figures.ts';
import { dayFileOf, sender, someDay } from '#tests/support/day-files.ts';
import { ENGINES, registered, testLevel } from '#tests/support/test-level.ts';
import { testClock } from '#tests/support/test-desk.ts';
import { inventedDay } from '../desk/export/invented-reports.ts';

const DAY = '2026-11-20';
const at = (list: readonly string[], index: number): string => list[index] ?? '';
const typed = (figures: object) => ({ ...NO_FIGURES, ...figures });

describe.each(ENGINES)('%s', (engine) => {
  test('late is what came after the hour of the next working day, missing is told since when', async (context) => {
    const clock = testClock('2026-11-16T01:00:00.000Z');
    const level = await testLevel(context, engine, { clock });
    const offices = await registered(level, 3);
    const [a, b] = offices;
    if (a === undefined || b === undefined) throw new Error('registered');
    for (const day of ['2026-11-16', '2026-11-17']) await level.receive(dayFileOf(b, day));
    // The Monday after, one minute before 08:00 and at 08:00.
    clock.set('2026-11-23T00:59:00.000Z');
    await level.receive(dayFileOf(a, DAY));
    expect(await level.call('level.day', { businessDay: DAY })).toMatchObject({ isOver: false, late: [] });
    clock.set('2026-11-23T01:00:00.000Z');
    await level.receive(dayFileOf(b, DAY));
    const day = await level.call('level.day', { businessDay: DAY });
    expect(day).toMatchObject({
      reportBefore: '08:00',
      isOver: true,
      expected: 3,
      late: [b.code],
      received: [{ state: 'on-time' }, { state: 'late' }],
      missing: [{ state: 'missing', since: '2026-11-13' }],
      sum: null,
    });
    // A correction of what came late stays late, and one of what came on time is not late.
    for (const office of [a, b]) await level.receive(dayFileOf(office, DAY, { version: 2 }));
    expect(await level.call('level.day', { businessDay: DAY })).toMatchObject({
      late: [b.code],
      received: [{ state: 'corrected' }, { state: 'corrected' }],
    });
    expect(await level.call('level.day', { businessDay: '2026-11-18' })).toMatchObject({
      missing: [{}, { code: b.code, since: '2026-11-18' }, {}],
    });
    expect(await level.call('level.day', { businessDay: '2026-11-22' })).toMatchObject({ expected: 0 });
    const month = await level.call('level.period', { from: '2026-11-16', to: '2026-11-20' });
    expect(month.offices.map(({ days, expected, missing }) => [days, expected, missing.length])).toEqual([
      [1, 5, 4],
      [3, 5, 2],
      [0, 5, 5],
    ]);
    const one = await level.call('level.office', { code: b.code, from: '2026-11-14', to: '2026-11-20' });
    expect(one.days.map(({ businessDay, state }) => [businessDay.slice(8), state])).toEqual([
      ['14', 'off'],
      ['15', 'off'],
      ['16', 'on-time'],
      ['17', 'on-time'],
      ['18', 'missing'],
      ['19', 'missing'],
      ['20', 'corrected'],
    ]);
  });

  test('a period is the sum of what counts, by office, group and day', async (context) => {
    const level = await testLevel(context, engine);
    const offices = await registered(level, 4);
    await level.call('office.change', { code: offices[3]?.code ?? '', group: 'Cụm 2' });
    const days = ['2026-10-30', '2026-11-02', '2026-11-03', '2026-12-01'];
    for (const [index, office] of offices.entries())
      for (const [number, day] of days.slice(0, 3).entries())
        await level.receive(dayFileOf(office, day, { seed: index * 5 + number }));
    const naive = (of: readonly number[], which: readonly number[]) =>
      of.flatMap((index) => which.map((number) => levelFiguresOf(someDay(index * 5 + number))));
    const sum = (list: readonly Record<string, number>[]) =>
      list.reduce<Record<string, number>>(
        (all, one) =>
          Object.fromEntries(Object.keys(one).map((key) => [key, (all[key] ?? 0) + (one[key] ?? 0)])),
        {},
      );
    const whole = await level.call('level.period', { from: at(days, 0), to: at(days, 3) });
    expect(whole.total).toEqual(sum(naive([0, 1, 2, 3], [0, 1, 2])));
    expect(whole.groups.map(({ group, offices: count, figures }) => [group, count, figures])).toEqual([
      ['Cụm 1', 3, sum(naive([0, 1, 2], [0, 1, 2]))],
      ['Cụm 2', 1, sum(naive([3], [0, 1, 2]))],
    ]);
    expect(whole.line).toEqual(
      [0, 1, 2].map((number) => ({ at: days[number], figures: sum(naive([0, 1, 2, 3], [number])) })),
    );
    const year = await level.call('level.period', { from: '2026-01-01', to: '2026-12-31', group: 'Cụm 2' });
    expect(year.line).toEqual([
      { at: '2026-10', figures: sum(naive([3], [0])) },
      { at: '2026-11', figures: sum(naive([3], [1, 2])) },
    ]);
    expect(year.total).toEqual(sum(naive([3], [0, 1, 2])));
    expect(await level.refusal('level.period', { from: '2026-11-02', to: '2026-11-01' })).toMatchObject({
      code: 'date-refused',
    });
  });

  test('a period is the sum of its days, whether it holds months as they are kept, parts of them, or both', async (context) => {
    const level = await testLevel(context, engine);
    const offices = await registered(level, 2);
    const days = ['2026-08-31', '2026-09-01', '2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01', DAY];
    for (const office of offices)
      for (const day of days) {
        await level.receive(dayFileOf(office, day));
        // What counted before is taken out again.
        if (day.endsWith('1')) await level.receive(dayFileOf(office, day, { version: 2 }));
      }
    const enter = { officeCode: offices[0]?.code ?? '', businessDay: '2026-10-02', reason: '' };
    await level.call('figures.enter', { ...enter, figures: typed({ issued: 3 }) });
    const all = [...days, '2026-10-02'];
    const totals = new Map<string, Awaited<ReturnType<typeof level.call<'level.day'>>>>();
    for (const day of all) totals.set(day, await level.call('level.day', { businessDay: day }));
    for (const [from, to] of [
      ['2026-01-01', '2026-12-31'],
      ['2026-09-01', '2026-10-31'],
      ['2026-09-02', '2026-11-20'],
      ['2026-08-31', '2026-10-30'],
      ['2026-10-01', '2026-10-01'],
      ['2026-09-30', '2026-10-01'],
      ['2026-09-02', '2026-09-30'],
    ] as const) {
      const within = all.filter((day) => day >= from && day <= to);
      const period = await level.call('level.period', { from, to });
      expect(period.total).toEqual(
        within.reduce(
          (sum, day) =>
            Object.fromEntries(
              Object.entries(sum).map(([figure, value]) => [
                figure,
                value + (totals.get(day)?.totals[figure as keyof typeof sum] ?? 0),
              ]),
            ) as typeof sum,
          { ...NO_FIGURES },
        ),
      );
      const counted = within.reduce((sum, day) => sum + (totals.get(day)?.received.length ?? 0), 0);
      expect(period.offices.reduce((sum, office) => sum + office.days, 0)).toBe(counted);
    }
  });

  test('figures that were typed count until a signed file comes, and say what does not add up', async (context) => {
    const level = await testLevel(context, engine);
    const [office] = await registered(level, 1);
    if (office === undefined) throw new Error('registered');
    const asked = { officeCode: office.code, businessDay: DAY, reason: 'Đọc qua điện thoại' };
    // S2: 119 and 1.068 are not 2.352.
    const figures = typed({
      issued: 9,
      requests: 2_352,
      taken: 2_352,
      level1: 119,
      level2: 1_068,
      activated: 3,
    });
    expect(await level.call('figures.enter', { ...asked, figures })).toMatchObject({
      status: 'new',
      version: 1,
    });
    expect(await level.call('figures.enter', { ...asked, figures })).toMatchObject({ status: 'already' });
    const period = { from: DAY, to: DAY };
    expect((await level.call('level.causes', period)).doubts).toEqual([
      {
        code: 'parts-differ',
        businessDay: DAY,
        office: office.code,
        name: office.name,
        parts: [119, 1_068],
        stated: 2_352,
      },
    ]);
    const right = { ...figures, taken: 1_187 };
    expect(await level.call('figures.enter', { ...asked, figures: right })).toMatchObject({
      status: 'replaced',
      version: 2,
    });
    expect((await level.call('level.causes', period)).doubts).toEqual([]);
    const day = async () => (await level.call('level.day', { businessDay: DAY })).received;
    expect(await day()).toMatchObject([{ state: 'unsigned', signed: false, version: 2, figures: right }]);
    expect(await level.call('level.period', period)).toMatchObject({ offices: [{ unsigned: 1 }] });
    await level.receive(dayFileOf(office, DAY));
    expect(await day()).toMatchObject([{ state: 'on-time', signed: true, version: 1 }]);
    expect(await level.call('figures.enter', { ...asked, figures })).toMatchObject({ status: 'older' });
    expect(await level.refusal('figures.enter', { ...asked, officeCode: 'NO', figures })).toMatchObject({
      code: 'unknown-office',
    });
    const versions = await level.call('file.versions', { officeCode: office.code, businessDay: DAY });
    expect(versions.map(({ signed, version, counts }) => [signed, version, counts])).toEqual([
      [false, 1, false],
      [false, 2, false],
      [false, 3, false],
      [true, 1, true],
    ]);
    expect(versions[1]?.differences).toMatchObject([{ column: 'taken', before: 2_352, after: 1_187 }]);
  });

  test('reasons, referrals, notes and doubts are told with their office', async (context) => {
    const level = await testLevel(context, engine);
    const [a, b] = await registered(level, 2);
    if (a === undefined || b === undefined) throw new Error('registered');
    // Figures that no desk would count: what is frozen says something else than its parts.
    await level.receive(
      dayFileOf(a, '2026-11-18', {
        report: { ...inventedDay(DAY), breakdowns: inventedDay(DAY).breakdowns },
      }),
    );
    const same = { ...someDay(3), tickets: { ...someDay(3).tickets, issued: 5 } };
    for (const day of ['2026-11-19', DAY]) await level.receive(dayFileOf(b, day, { report: same }));
    await level.receive(dayFileOf(b, '2026-11-17', { seed: 4, frozenAt: '2026-11-10T10:00:00.000Z' }));
    const causes = await level.call('level.causes', { from: '2026-11-01', to: '2026-11-30' });
    const { inactive, referrals, difficulties } = inventedDay(DAY).breakdowns;
    expect(causes.inactive.filter(({ office }) => office === a.code)).toHaveLength(inactive.length);
    expect(causes.referrals.filter(({ office }) => office === a.code)).toEqual(
      expect.arrayContaining(referrals.map((row) => ({ ...row, office: a.code, name: a.name }))),
    );
    expect(causes.notes.some(({ text, office }) => office === a.code && text === difficulties)).toBe(
      difficulties !== '',
    );
    const codes = (office: string) =>
      new Set(causes.doubts.filter((one) => one.office === office).map(({ code }) => code));
    expect(codes(a.code)).toContain('parts-differ');
    expect(codes(b.code)).toContain('same-as-before');
    expect(codes(b.code)).toContain('clock');
    expect(
      await level.call('level.causes', { from: '2026-11-01', to: '2026-11-30', group: 'không có' }),
    ).toEqual({
      inactive: [],
      referrals: [],
      notes: [],
      doubts: [],
    });
  });

  test('every file is there as it came, with its versions and the book of what was received', async (context) => {
    const level = await testLevel(context, engine);
    const [office] = await registered(level, 1);
    if (office === undefined) throw new Error('registered');
    const files = [1, 2].map((version) => dayFileOf(office, DAY, { version }));
    for (const [index, file] of files.entries()) await level.receive(file, `ngày-20-${index}.json`);
    await level.receive(Buffer.from('rác'), 'rác.txt');
    const lines = await level.call('file.list', { officeCode: office.code });
    expect(lines.map(({ status, fileName }) => [status, fileName])).toEqual([
      ['replaced', 'ngày-20-1.json'],
      ['new', 'ngày-20-0.json'],
    ]);
    const refused = await level.call('file.list', { refused: true });
    expect(refused).toMatchObject([{ status: 'unreadable', reason: 'not-a-day-file', fileName: 'rác.txt' }]);
    for (const [index, { sha256 }] of lines.toReversed().entries()) {
      const { base64 } = await level.call('file.read', { sha256 });
      expect(Buffer.from(base64, 'base64').equals(files[index] ?? Buffer.alloc(0))).toBe(true);
    }
    expect(await level.refusal('file.read', { sha256: 'a'.repeat(64) })).toEqual({ code: 'unknown-file' });
    const versions = await level.call('file.versions', { officeCode: office.code, businessDay: DAY });
    expect(versions).toMatchObject([
      { version: 1, counts: false, differences: [], reason: null, keyId: office.key.keyId },
      { version: 2, counts: true, reason: 'Nhập thiếu một hồ sơ' },
    ]);
    expect(versions[1]?.differences.length).toBeGreaterThan(0);
  });

  test('targets count what is activated at their level, late ones first', async (context) => {
    const level = await testLevel(context, engine);
    const [a, b] = await registered(level, 2);
    if (a === undefined || b === undefined) throw new Error('registered');
    const enter = (officeCode: string, businessDay: string, activated: number) =>
      level.call('figures.enter', {
        officeCode,
        businessDay,
        reason: '',
        figures: typed({ activated, activatedLevel1: 2 }),
      });
    for (const day of ['13', '16', '17', '18', '19', '20']) {
      await enter(a.code, `2026-11-${day}`, 12);
      await enter(b.code, `2026-11-${day}`, 3);
    }
    const target = { from: '2026-11-16', dueOn: '2026-11-27', target: 100, before: 40 };
    for (const { code } of [a, b])
      for (const word of ['level-1', 'level-2'] as const)
        await level.call('target.set', { officeCode: code, level: word, ...target });
    const lines = await level.call('target.list', { on: '2026-11-20' });
    const told = lines.map(({ officeCode, level: word, activated, pace, late }) => [
      officeCode,
      word,
      activated,
      pace,
      late,
    ]);
    expect(told).toEqual([
      [b.code, 'level-2', 45, 14, true],
      [a.code, 'level-1', 50, 13, true],
      [b.code, 'level-1', 50, 13, true],
      [a.code, 'level-2', 90, 3, false],
    ]);
    expect(lines.at(-1)).toMatchObject({ remaining: 10, percent: 9_000, name: a.name });
    expect(
      await level.refusal('target.set', { officeCode: 'NO', level: 'level-1', ...target }),
    ).toMatchObject({
      code: 'unknown-office',
    });
  });

  test('offices: known codes and keys are refused, a closed one sends no more, a token is told once', async (context) => {
    const level = await testLevel(context, engine);
    const [a, b] = await registered(level, 2);
    if (a === undefined || b === undefined) throw new Error('registered');
    const register = (code: string, publicKey: string) =>
      level.refusal('office.register', { code, name: 'Khác', publicKey });
    expect(await register(a.code, sender(8).key.publicKey)).toMatchObject({
      code: 'office-known',
      name: a.name,
    });
    expect(await register('MOI', b.key.keyId)).toMatchObject({ code: 'key-in-use', name: b.name });
    expect(await register('MOI', 'không phải khóa')).toEqual({ code: 'not-a-public-key' });
    expect(await level.call('office.close', { code: a.code, reason: 'Sáp nhập' })).toMatchObject({
      closed: { on: DAY, reason: 'Sáp nhập' },
    });
    expect(await level.receive(dayFileOf(a, DAY))).toMatchObject({
      status: 'unreadable',
      reason: 'office-closed',
    });
    expect(await level.receive(dayFileOf(a, '2026-11-19'))).toMatchObject({ status: 'new' });
    expect(await level.call('level.day', { businessDay: DAY })).toMatchObject({ expected: 1 });
    expect(await level.call('office.close', { code: a.code, reason: null })).toMatchObject({ closed: null });
    expect(await level.call('level.day', { businessDay: DAY })).toMatchObject({
      received: [{ code: a.code }],
    });
    const asked = { code: b.code, allow: true };
    const first = await level.reply('office.token', asked, 'leader', 'khoa-cua-token');
    expect(first).toMatchObject({ ok: true, value: { token: expect.stringMatching(/^[\w-]{32}$/) } });
    expect(await level.reply('office.token', asked, 'leader', 'khoa-cua-token')).toEqual({
      ok: false,
      problem: { code: 'secret-not-repeated' },
    });
    expect(await level.call('office.list', {})).toMatchObject([{ hasToken: false }, { hasToken: true }]);
    expect(await level.call('office.token', { ...asked, allow: false })).toEqual({ token: null });
  });
});
