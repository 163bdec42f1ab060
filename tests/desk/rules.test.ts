import { describe, expect, test } from 'vitest';
import { openTestDesk } from '#tests/support/test-desk.ts';

const packId = 'nd-320-2026';

describe('rule packs', () => {
  test('the business day chooses the pack, unless the office pinned one', () => {
    const old = openTestDesk({ day: '2023-06-15' });
    expect(old.call('rules.show', {}).id).toBe('nd-59-2022');
    const now = openTestDesk();
    expect(now.call('rules.show', {}).id).toBe(packId);
    now.call('office.update', { settings: { rulePack: 'nd-59-2022' } });
    expect(now.call('rules.show', {}).id).toBe('nd-59-2022');
  });

  test('an office sets its own value: triage follows it, the original stands beside it, and it can be taken back', () => {
    const { call } = openTestDesk();
    const limit = () =>
      call('procedure.triage', {
        on: '2026-11-20',
        subject: 'citizen',
        birthDate: '1990-05-05',
        card: 'valid',
        wish: 'level-2',
      }).limit;
    const before = limit();
    const path = 'limits.level-2';
    const set = call('rules.override', {
      packId,
      path,
      value: { value: 5, unit: 'working-day' },
      why: 'thông báo của cấp trên',
    });
    expect(set.overridden).toMatchObject({ original: before, why: 'thông báo của cấp trên' });
    expect(limit()).toEqual({ value: 5, unit: 'working-day' });
    call('rules.override', { packId, path, value: null, why: 'trả lại' });
    expect(limit()).toEqual(before);
  });

  test.each([
    { path: 'limits.level-2', value: 'ba ngày' },
    { path: 'limits.nothing', value: 3 },
    { path: '__proto__', value: 1 },
  ])('a value that does not fit is refused with its path: $path', ({ path, value }) => {
    const { refusal } = openTestDesk();
    expect(refusal('rules.override', { packId, path, value, why: 'thử' })).toMatchObject({
      code: 'pack-refused',
    });
  });

  test('an exported pack is imported again only as a newer version; a broken one is refused with the path of its fault', () => {
    const { call, refusal } = openTestDesk();
    const { text } = call('rules.export', { packId });
    expect(refusal('rules.import', { text })).toMatchObject({ code: 'pack-refused', path: 'version' });
    const pack = JSON.parse(text) as {
      version: number;
      hotline: { value: string };
      limits: Record<string, unknown>;
    };
    pack.version += 1;
    pack.hotline.value = '1900 0001';
    expect(call('rules.import', { text: JSON.stringify(pack) })).toMatchObject({
      id: packId,
      version: 2,
      shipped: false,
      inForce: true,
    });
    expect(call('rules.show', {}).values.find(({ path }) => path === 'hotline')?.value).toBe('1900 0001');
    pack.version += 1;
    delete pack.limits['level-2'];
    expect(refusal('rules.import', { text: JSON.stringify(pack) })).toMatchObject({ code: 'pack-refused' });
    expect(refusal('rules.import', { text: '{' })).toEqual({
      code: 'pack-refused',
      path: '',
      reason: 'not-json',
    });
  });

  test('what is new in a pack is told against the pack before, from their differences', () => {
    const { call } = openTestDesk();
    const news = call('rules.news', { packId });
    expect(news.before?.id).toBe('nd-69-2024');
    expect(news.documents.map(({ number }) => number)).toContain('320/2026/NĐ-CP');
    const at = (path: string) =>
      news.values.find(({ before, after }) => (after ?? before)?.path === path) ?? null;
    expect(at('limits.lock-by-authority')).toMatchObject({
      before: { value: { value: 2, unit: 'working-day' } },
      after: { value: { value: 3, unit: 'working-day' } },
    });
    expect(at('notes.card-fee-first')).toMatchObject({ before: null, after: { theme: 'with-card' } });
    expect(at('notes.form-tk03')?.after).toBeNull();
    expect(at('limits.level-2')).toBeNull();
    expect(at('validFrom')).toBeNull();
    expect(news.places).toContainEqual(
      expect.objectContaining({ residence: 'anywhere', onlyDeployed: true, now: true }),
    );
    expect(call('rules.news', { packId: 'nd-59-2022' })).toMatchObject({ before: null, values: [] });
  });

  test('what the office sets itself is told among the news', () => {
    const { call } = openTestDesk();
    const path = 'limits.level-2';
    call('rules.override', { packId, path, value: { value: 5, unit: 'working-day' }, why: 'thông báo' });
    const changed = call('rules.news', { packId }).values.find(({ after }) => after?.path === path);
    expect(changed?.after?.value).toEqual({ value: 5, unit: 'working-day' });
  });
});

describe('the calendar of the office', () => {
  const due = (desk: ReturnType<typeof openTestDesk>) =>
    desk.call('calendar.due-date', { receivedOn: '2026-11-20', limit: { value: 3, unit: 'working-day' } })
      .dueOn;

  test('a day the office takes off moves due dates, and taking it back moves them again', () => {
    const desk = openTestDesk();
    expect(due(desk)).toBe('2026-11-26');
    desk.call('calendar.set-day', {
      date: '2026-11-25',
      kind: 'office-off',
      name: 'Nghỉ theo thông báo',
      why: 'công văn của tỉnh',
    });
    expect(due(desk)).toBe('2026-11-27');
    desk.call('calendar.set-day', { date: '2026-11-25', kind: null, why: 'rút lại' });
    expect(due(desk)).toBe('2026-11-26');
  });

  test('24/11 is off until the office says that it works', () => {
    const desk = openTestDesk();
    desk.call('office.update', { settings: { cultureDayOff: false } });
    expect(due(desk)).toBe('2026-11-25');
  });

  test('a date in a year nobody announced is given and marked', () => {
    const desk = openTestDesk();
    expect(desk.call('calendar.year', { year: 2026 }).warnings).toEqual([
      { code: 'year-not-announced', year: 2027 },
    ]);
    const limit = { value: 3, unit: 'working-day' } as const;
    expect(desk.call('calendar.due-date', { receivedOn: '2027-02-03', limit })).toMatchObject({
      dueOn: '2027-02-15',
      warnings: [{ code: 'year-not-announced', year: 2027 }],
    });
    expect(desk.call('calendar.due-date', { receivedOn: '2026-11-20', limit }).warnings).toEqual([]);
  });

  test('an announced calendar file of a year settles it: its days are off, the usual ones it leaves out are worked', () => {
    const desk = openTestDesk();
    const off = (date: string) => ({
      date,
      name: 'Tết Nguyên đán',
      kind: 'holiday',
      certainty: 'confirmed',
      source: 'thông báo',
    });
    const file = {
      title: 'Lịch 2027',
      warnFrom: '10-01',
      years: [{ year: 2027, announced: true, source: 'thông báo' }],
      days: ['2027-02-04', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10'].map(off),
    };
    desk.call('calendar.import', { text: JSON.stringify(file), why: 'thông báo' });
    const limit = { value: 3, unit: 'working-day' } as const;
    expect(desk.call('calendar.due-date', { receivedOn: '2027-02-03', limit })).toMatchObject({
      dueOn: '2027-02-15',
      counted: ['2027-02-11', '2027-02-12', '2027-02-15'],
      warnings: [],
    });
  });

  test('a calendar file is taken over whole or refused with the path of its fault', () => {
    const desk = openTestDesk();
    const day = {
      date: '2026-11-25',
      name: 'Nghỉ bù',
      kind: 'compensatory-off',
      certainty: 'confirmed',
      source: 'thông báo',
    };
    const file = { title: 'Lịch 2026', warnFrom: '11-01', years: [], days: [day] };
    expect(desk.call('calendar.import', { text: JSON.stringify(file), why: 'thông báo' })).toEqual({
      days: 1,
      years: [],
    });
    expect(due(desk)).toBe('2026-11-27');
    const broken = { ...file, days: [{ ...day, date: '2026-02-30' }] };
    expect(desk.refusal('calendar.import', { text: JSON.stringify(broken), why: 'thử' })).toMatchObject({
      code: 'pack-refused',
      path: 'days.0.date',
    });
  });
});
