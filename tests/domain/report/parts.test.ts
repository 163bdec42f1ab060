import { expect, test } from 'vitest';
import { INACTIVE_REASONS, SITES } from '#shared/domain/account/follow-up.ts';
import { sumOfParts } from '#shared/domain/report/parts.ts';
import { DAY_TABLES } from '#shared/domain/report/report-tables.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';

test('a sum of nothing has a row for every reason, place and group', () => {
  const { inactive, bySite, byGroup, byProcedure, referrals } = sumOfParts([]);
  expect(inactive).toEqual(INACTIVE_REASONS.map((reason) => ({ reason, count: 0 })));
  const nothing = { total: 0, taken: 0, activated: 0 };
  expect(bySite).toEqual(SITES.map((site) => ({ site, ...nothing })));
  expect(byGroup).toEqual(['staff', 'citizen'].map((group) => ({ group, ...nothing })));
  expect([byProcedure, referrals]).toEqual([[], []]);
});

test('counters whose names are not known stay apart in the file', () => {
  const report = openTestDesk().call('report.day', { businessDay: '2026-11-20' });
  const byCounter = ['một', 'hai'].map((counterId) => ({ counterId, counter: null, hour: 8, served: 2 }));
  const { rows } = DAY_TABLES.counters(
    { ...report, breakdowns: { ...report.breakdowns, byCounter } },
    'file',
  );
  expect(rows.map(({ row }) => row)).toEqual(['một', 'hai']);
});
