import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import type { Counter, Series } from '#shared/contract/office.ts';
import { slip } from '#shared/domain/slip/slip.ts';
import { PROCEDURES, type OfficeKind, type Procedure } from '#shared/domain/procedure/vocabulary.ts';
import { callExample } from '#renderer/paper/handout/call-example.ts';
import {
  freeLetters,
  idleSeries,
  otherSeriesOf,
  uncalledSeries,
  uncoveredProcedures,
} from '#renderer/queue/coverage.ts';
import { kindFromName } from '#renderer/office/places-page.tsx';
import { sampleSlip, type SampleFacts } from '#renderer/paper/slip/designer/sample-slip.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';

const counter = (letters: string, active = true): Counter => ({
  id: 'c',
  name: 'Quầy',
  active,
  series: [...letters],
  pause: null,
});
const series = (letter: string, ...procedures: Procedure[]): Series => ({
  id: letter,
  letter,
  name: letter,
  procedures,
});

describe('the example on the sheet for the wall', () => {
  test('with two priority calls in a row', () => {
    const { taken, called } = callExample('A', 2);
    expect(taken.map(({ number, priority }) => (priority ? `${number}*` : number))).toEqual([
      'A001',
      'A002*',
      'A003',
      'A004*',
      'A005',
      'A006*',
      'A007*',
    ]);
    expect(called.map(({ number }) => number)).toEqual([
      'A002',
      'A004',
      'A001',
      'A006',
      'A007',
      'A003',
      'A005',
    ]);
  });

  test('is the order in which a desk with that rule really calls', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (priorityRun) => {
        const { taken, called } = callExample('A', priorityRun);
        const desk = openTestDesk({ settings: { priorityRun } });
        for (const { priority } of taken) desk.issue({ priority });
        const order = taken.map(() => {
          const ticket = desk.serveNext();
          desk.finish(ticket);
          return ticket.number;
        });
        expect(order).toEqual(called.map(({ number }) => number));
      }),
      { numRuns: 9 },
    );
  });

  test('shows a whole run, the ordinary number it gives way to, and somebody left on both sides', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (run) => {
        const { called } = callExample('B', run);
        expect(called.findIndex(({ priority }) => !priority)).toBe(run);
        const rest = called.slice(run + 1);
        expect(rest.some(({ priority }) => priority)).toBe(true);
        expect(rest.some(({ priority }) => !priority)).toBe(true);
      }),
    );
  });
});

describe('holes between counters, series and procedures', () => {
  test.each<[string, Counter[], string[]]>([
    ['a counter that names nothing calls all', [counter('')], []],
    ['every series is called by somebody', [counter('A'), counter('B')], []],
    ['a series nobody calls', [counter('A'), counter('A')], ['B']],
    ['a stopped counter calls nobody', [counter('A'), counter('B', false)], ['B']],
    ['no active counter is told apart', [counter('A', false)], []],
  ])('%s', (_says, counters, expected) => {
    expect(uncalledSeries(counters, [series('A'), series('B', 'level-2')])).toEqual(expected);
  });

  test.each<[string, Series[], readonly Procedure[]]>([
    ['one series takes the rest', [series('A'), series('B', 'level-2')], []],
    [
      'every procedure is named',
      [series('A', ...PROCEDURES.slice(0, 3)), series('B', ...PROCEDURES.slice(3))],
      [],
    ],
    ['two are named and nobody takes the rest', [series('A', 'level-1', 'level-2')], PROCEDURES.slice(2)],
  ])('%s', (_says, all, expected) => {
    expect(uncoveredProcedures(all)).toEqual(expected);
  });
});

test('what no series takes gets its numbers from the first one, as the warning says', () => {
  const desk = openTestDesk({
    series: [
      { letter: 'C', name: 'Kích hoạt', procedures: ['activate'] },
      { letter: 'A', name: 'Mức 1', procedures: ['level-1'] },
    ],
  });
  const all = desk.call('series.list', {});
  const uncovered = uncoveredProcedures(all);
  expect(uncovered).toHaveLength(PROCEDURES.length - 2);
  for (const procedure of uncovered) expect(desk.issue({ procedure }).series).toBe(all[0]?.letter);
  expect(desk.issue({ procedure: 'level-1' }).series).toBe('A');
});

test('the second series that would take the rest never gets any, and the desk agrees', () => {
  const named = [
    { letter: 'A', name: 'Chung', procedures: [] },
    { letter: 'B', name: 'Chung nữa', procedures: [] },
  ];
  const desk = openTestDesk({ series: named });
  expect(idleSeries(desk.call('series.list', {}))).toEqual({ used: 'A', idle: ['B'] });
  expect(desk.issue({ procedure: 'lock' }).number).toBe('A001');
  expect(idleSeries([series('A'), series('B', 'lock')])).toBeNull();
  expect(idleSeries([series('A', 'level-1'), series('B', 'lock')])).toBeNull();
  expect(idleSeries([series('C', 'lock'), series('A'), series('B'), series('D')])).toEqual({
    used: 'A',
    idle: ['B', 'D'],
  });
});

test('a procedure is told to be in another series, letters in use are not offered again', () => {
  const all = [series('A', 'lock'), series('C')];
  expect(otherSeriesOf('lock', 'C', all)).toBe('A');
  expect(otherSeriesOf('lock', 'A', all)).toBeUndefined();
  expect(freeLetters(all).slice(0, 3)).toEqual(['B', 'D', 'E']);
  expect(freeLetters(all)).toHaveLength(24);
});

test.each<[string, OfficeKind]>([
  ['Công an phường Đồng Sen', 'commune-police'],
  ['Công an xã Tân Lập', 'commune-police'],
  ['Phòng PC06 Công an tỉnh Lam Giang', 'province-office'],
  ['Công an thành phố', 'province-office'],
  ['Phòng Quản lý xuất nhập cảnh Công an tỉnh', 'immigration'],
  ['Trung tâm Phục vụ hành chính công phường Đồng Sen', 'one-stop'],
  ['Tư pháp – hộ tịch phường Đồng Sen', 'civil-status'],
  ['Tổ lưu động số 2', 'mobile-team'],
  ['Công an huyện Tân Lập', 'district-team'],
])('%s is taken for %s', (name, kind) => {
  expect(kindFromName(name)).toBe(kind);
});

test.each(['number', 'guidance'] as const)(
  'the sample of the %s sheet is a slip as the desk would give it',
  (sheet) => {
    const desk = openTestDesk({ settings: { hotline: '' } });
    const office = desk.call('office.show', {});
    if (office === null) throw new Error('no office');
    const due = { date: '2026-11-25', kind: 'due' as const, index: 3 };
    const facts = {
      sheet,
      format: '80' as const,
      isTaken: true,
      law: {
        rules: {
          hotline: '1900.0368',
          activationDays: 7,
          activationWays: ['app'],
          messages: { 'approved-level-2': 'Ho so cua ****** da duyet' },
          pack: null,
        },
        due: {
          dueOn: '2026-11-25',
          limit: { unit: 'working-day', value: 3 },
          provisional: false,
          days: [due],
        },
      },
      personName: 'Nguyễn Thị Mẫu',
      officerName: 'Trần Thu Hà',
      now: '2026-11-20T01:00:00.000Z',
      today: '2026-11-20',
      design: desk.call('slip.design', {}).current,
    } satisfies Omit<SampleFacts, 'office'>;
    const sample = sampleSlip({ ...facts, office });
    expect(slip.parse(sample)).toEqual(sample);
    expect(sample.office.hotline).toBe('1900.0368');
    const own = { ...office, settings: { ...office.settings, hotline: '02438000000' } };
    expect(sampleSlip({ ...facts, office: own }).office.hotline).toBe('02438000000');
    expect(sample.message).toBe(sheet === 'number' ? null : 'Ho so cua NGUYEN THI MAU da duyet');
    expect(sample.requests[0]?.due?.dueOn).toBe(sheet === 'number' ? undefined : '2026-11-25');
  },
);
