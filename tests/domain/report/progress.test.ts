import { describe, expect, test } from 'vitest';
import { campaignRow, targetKey, targetOf, type Campaign } from '#shared/domain/report/campaign.ts';
import { letterAsked as asked, letterCampaign as letter } from '#tests/support/letter-campaign.ts';
import { campaignProgress, paceNeeded, projectionOf } from '#shared/domain/report/progress.ts';

test('the letter of S2 gives 4,49 % and 83,90 %, and the program says that its parts are not its total', () => {
  const { rows, total, doubts } = campaignProgress(asked);
  expect(rows.map(({ percent }) => percent)).toEqual([449, 8_390]);
  expect(total).toEqual({ target: 3_923, activated: 1_187, remaining: 2_736, percent: 3_026 });
  expect(doubts).toEqual([{ code: 'stated-total', stated: 2_352, sum: 1_187, difference: 1_165 }]);
});

test('what adds up raises no doubt, more than the target does', () => {
  const sound = { ...letter, statedTotal: 1_187 };
  expect(campaignProgress({ ...asked, campaign: sound }).doubts).toEqual([]);
  expect(campaignProgress({ ...asked, campaign: { ...letter, statedTotal: null } }).doubts).toEqual([]);
  expect(campaignProgress({ ...asked, campaign: sound, here: { 'level-2': 206 } }).doubts).toEqual([
    { code: 'above-target', level: 'level-2', activated: 1_274, target: 1_273 },
  ]);
});

test('a target of nothing has no percentage and nothing to do', () => {
  const campaign: Campaign = { ...letter, rows: [{ level: 'level-1', target: 0, before: 0 }] };
  const { rows, total } = campaignProgress({ ...asked, campaign });
  expect(rows[0]).toMatchObject({ percent: null, remaining: 0, pace: null });
  expect(total.percent).toBeNull();
});

test('a target of a hamlet names it, and every target is found again by its key', () => {
  const row = { level: 'level-2', target: 10, before: 0 } as const;
  const takes = (residence: string) =>
    campaignRow.safeParse({ ...row, group: 'residence', residence }).success;
  expect(['', 'T', 'T'.repeat(80), 'T'.repeat(81)].map(takes)).toEqual([false, true, true, false]);
  for (const target of [
    { level: 'level-1' },
    { level: 'level-2', group: 'staff' },
    { level: 'level-2', group: 'residence', residence: 'Tổ 1: khu chợ' },
  ] as const) {
    expect(targetOf(targetKey(target))).toMatchObject(target);
    expect(targetKey(targetOf(targetKey(target)))).toBe(targetKey(target));
  }
});

describe('the pace', () => {
  test.each([
    [205, 22, 10],
    [220, 22, 10],
    [221, 22, 11],
    [1, 22, 1],
    [0, 22, null],
    [5, 0, null],
  ])('of %i missing on %i days is %s', (remaining, days, pace) => {
    expect(paceNeeded(remaining, days)).toBe(pace);
  });
});

describe('the projection', () => {
  test('is a range from the slower to the better recent days', () => {
    expect(projectionOf(100, [4, 0, 10, 6, 8], 10)).toEqual({ from: 100 + 40, to: 100 + 80 });
    expect(projectionOf(100, [5, 5, 5, 5, 5], 3)).toEqual({ from: 115, to: 115 });
    expect(projectionOf(100, [1, 2, 3, 4, 5], 0)).toEqual({ from: 100, to: 100 });
    // An open day among those left stands there once: by a usual day, or by what it has when that is more.
    expect(projectionOf(24, [4, 4, 4, 4, 4], 1, 4)).toEqual({ from: 24, to: 24 });
    expect(projectionOf(29, [4, 4, 4, 4, 4], 1, 9)).toEqual({ from: 29, to: 29 });
    expect(projectionOf(29, [4, 4, 4, 4, 4], 3, 9)).toEqual({ from: 32, to: 32 });
  });

  test('says nothing from fewer than five days, and looks at no more than twenty', () => {
    expect(projectionOf(100, [9, 9, 9, 9], 10)).toBeNull();
    const longAgo = Array.from({ length: 40 }, () => 100);
    expect(projectionOf(0, [...longAgo, ...Array.from({ length: 20 }, () => 1)], 10)).toEqual({
      from: 10,
      to: 10,
    });
    // The twenty-first day back, were it looked at, would move both ends.
    const twenty = Array.from({ length: 20 }, (_, day) => day + 1);
    expect(projectionOf(0, [100, ...twenty], 1)).toEqual({ from: 5, to: 15 });
  });
});

test('a target is late when even good days do not lead there, or no day is left; never when it is reached', () => {
  const campaign: Campaign = { ...letter, rows: [{ level: 'level-2', target: 400, before: 156 }] };
  const late = (recent: readonly number[], workingDaysLeft: number, before = 156) =>
    campaignProgress({
      ...asked,
      campaign: { ...campaign, rows: [{ level: 'level-2', target: 400, before }] },
      workingDaysLeft,
      recent: recent.map((count) => ({ 'level-2': count })),
    }).rows[0];
  // 39 %, and the forecast ends at 228 of 400.
  expect(late([2, 2, 2, 6, 6], 12)).toMatchObject({ percent: 3_900, projection: { to: 228 }, late: true });
  expect(late([2, 2, 30, 30, 30], 12)?.late).toBe(false);
  expect(late([], 12)?.late).toBe(false);
  expect(late([], 0)?.late).toBe(true);
  expect(late([], 0, 400)?.late).toBe(false);
});
