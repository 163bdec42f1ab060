import { expect, test } from 'vitest';
import { boardRows, fitsFilter, sumOf } from '#renderer/level/board/board-rows.ts';
import { causeGroups } from '#renderer/level/causes/cause-groups.ts';
import { finds } from '#renderer/level/client/office-order.ts';
import { kindOf, periodOf, stepPeriod, untilDue } from '#renderer/level/period/period.ts';
import { paceOn, targetsByOffice, type TargetLine } from '#renderer/level/period/period-rows.ts';
import { NO_FIGURES } from '#shared/domain/level/figures.ts';
import type { LevelDay } from '#shared/contract/level-shapes.ts';

test('months, quarters and years are stepped over their ends, other periods by their own length', () => {
  expect(periodOf('month', '2028-02-11')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(periodOf('quarter', '2026-12-09')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(periodOf('year', '2026-12-09')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  const january = periodOf('month', '2027-01-05');
  expect(stepPeriod(january, -1)).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  expect(kindOf(stepPeriod(january, -1))).toBe('month');
  const campaign = { from: '2026-11-28', to: '2026-12-07' };
  expect(kindOf(campaign)).toBe('other');
  expect(stepPeriod(campaign, 1)).toEqual({ from: '2026-12-08', to: '2026-12-17' });
});

test('days after the due one are asked of nobody', () => {
  const month = { from: '2026-12-01', to: '2026-12-31' };
  expect(untilDue(month, '2026-12-09')).toEqual({ from: '2026-12-01', to: '2026-12-09' });
  expect(untilDue(month, '2027-02-01')).toEqual(month);
  expect(untilDue(month, '2026-11-30')).toEqual({ from: '2026-12-01', to: '2026-12-01' });
});

const office = { group: '', telephone: '0200' };
const figures = { ...NO_FIGURES, issued: 5 };
const sent = { ...office, signed: true, receivedAt: '2026-12-10T00:10:00.000Z', figures };
const day: LevelDay = {
  businessDay: '2026-12-09',
  reportBefore: '08:00',
  isOver: true,
  expected: 3,
  received: [
    { ...sent, code: 'B', name: 'Xã Đông 10', state: 'corrected', version: 2 },
    { ...sent, code: 'A', name: 'Xã Đông 9', state: 'on-time', version: 1 },
  ],
  missing: [{ ...office, code: 'C', name: 'Xã Bình', state: 'missing', since: '2026-12-09' }],
  late: ['B'],
  totals: { ...figures, issued: 10 },
  sum: null,
};

test('the board orders by name as people do, and a corrected file that came late stands under both', () => {
  const rows = boardRows(day);
  expect(rows.map(({ name }) => name)).toEqual(['Xã Bình', 'Xã Đông 9', 'Xã Đông 10']);
  const under = (filter: Parameters<typeof fitsFilter>[1]) =>
    rows.filter((row) => fitsFilter(row, filter)).map(({ code }) => code);
  expect([under('late'), under('corrected'), under('on-time'), under('missing')]).toEqual([
    ['B'],
    ['B'],
    ['A'],
    ['C'],
  ]);
  expect(sumOf(rows)).toEqual(day.totals);
  expect(rows.filter((row) => finds(row, 'dong 1')).map(({ code }) => code)).toEqual(['B']);
});

test('a line shows the level 2 target that is due last, and the even pace of a day', () => {
  const line = { officeCode: 'A', level: 'level-1', from: '2026-01-01', dueOn: '2026-12-31' } as TargetLine;
  const lines = [
    line,
    { ...line, level: 'level-2', dueOn: '2026-06-30' },
    { ...line, level: 'level-2' },
  ] as const;
  expect(targetsByOffice(lines).get('A')).toBe(lines[2]);
  expect(paceOn({ from: '2026-12-01', dueOn: '2026-12-10' }, '2026-12-05')).toBe(0.5);
  expect(paceOn({ from: '2026-12-01', dueOn: '2026-12-10' }, '2027-01-01')).toBe(1);
});

test('one reason of many offices is one line, the most frequent first', () => {
  const rows = [
    { office: 'A', name: 'A', count: 1, reason: 'x' },
    { office: 'B', name: 'B', count: 4, reason: 'y' },
    { office: 'A', name: 'A', count: 2, reason: 'x' },
    { office: 'B', name: 'B', count: 9, reason: 'x' },
  ];
  expect(causeGroups(rows, ({ reason }) => reason)).toEqual([
    {
      key: 'x',
      label: 'x',
      total: 12,
      offices: [
        { office: 'B', name: 'B', count: 9 },
        { office: 'A', name: 'A', count: 3 },
      ],
    },
    { key: 'y', label: 'y', total: 4, offices: [{ office: 'B', name: 'B', count: 4 }] },
  ]);
});
