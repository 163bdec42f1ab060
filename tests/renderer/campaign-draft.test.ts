import { describe, expect, test } from 'vitest';
import {
  campaignFaults,
  campaignInput,
  dayFault,
  draftOf,
  readCount,
} from '#renderer/figures/campaign/campaign-draft.ts';
import { evenPace, paceShapes } from '#renderer/charts/pace-shapes.ts';
import { campaignProgress } from '#shared/domain/report/progress.ts';
import { doubtText } from '#shared/text/doubt-text.ts';
import { formatHundredths } from '#shared/text/hundredths.ts';
import { vi } from '#shared/text/vi.ts';

const text = vi.campaign;

test.each([
  ['2650', 2650],
  ['2.650', 2650],
  ['2,650', 2650],
  ['1 273', 1273],
  ['', 0],
  ['12a', null],
  ['2.65', null],
  ['-4', null],
])('a count typed as “%s” is %s', (typed, count) => expect(readCount(typed)).toBe(count));

describe('an impossible day is refused with the reason', () => {
  test('each month ends on its own last day', () => {
    const ends = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (const [at, last] of ends.entries()) {
      expect(dayFault(`${last}/${at + 1}/2026`, text)).toBeUndefined();
      if (last < 31 && at !== 1)
        expect(dayFault(`31/${at + 1}/2026`, text)).toBe(text.monthShort(31, at + 1, last));
      expect(dayFault(`32/${at + 1}/2026`, text)).toBe(text.monthShort(32, at + 1, last));
    }
    expect(dayFault('30/2/2026', text)).toBe(text.monthShort(30, 2, 28));
    expect(dayFault('30/2/2028', text)).toBe(text.monthShort(30, 2, 29));
  });

  test.each([
    ['31/6/2026', text.monthShort(31, 6, 30)],
    ['31062026', text.monthShort(31, 6, 30)],
    ['29/2/2026', text.monthShortLeap(2026)],
    ['30/02/2028', text.monthShort(30, 2, 29)],
    ['1/13/2026', text.noSuchMonth(13)],
    ['hôm nay', text.noSuchDay],
  ])('%s', (typed, sentence) => expect(dayFault(typed, text)).toBe(sentence));
  test('and a real one is not', () => {
    expect(dayFault('29/02/2028', text)).toBeUndefined();
    expect(dayFault('30062026', text)).toBeUndefined();
  });
});

/** The letter of 2023: 2.352 accounts stated, 119 and 1.068 named; targets 2.650 and 1.273. */
const letter = {
  ...draftOf(null, 'Công an phường Bình Minh'),
  name: 'Đợt 1',
  from: '01/01/2026',
  dueOn: '30/06/2026',
  statedTotal: '2.352',
  levels: {
    'level-2:staff': { isSet: false, target: '', before: '' },
    'level-1': { isSet: true, target: '2.650', before: '119' },
    'level-2': { isSet: true, target: '1.273', before: '1.068' },
  },
};

describe('the letter entered as data', () => {
  const input = campaignInput(letter);
  const progress = campaignProgress({
    campaign: {
      ...input,
      campaignId: '00000000-0000-7000-8000-000000000000',
      name: 'Đợt 1',
      unit: 'Công an phường Bình Minh',
      statedTotal: input.statedTotal ?? null,
    },
    on: '2026-03-31',
    workingDaysLeft: 60,
    here: {},
    recent: [],
    line: [],
    months: [],
    unit: null,
    rounding: 'half-up',
  });
  test('has no fault and gives the shares of the rule', () => {
    expect(campaignFaults(letter, text)).toEqual({});
    expect(progress.rows.map((row) => formatHundredths(row.percent, 'vi'))).toEqual(['4,49%', '83,90%']);
  });
  test('and the program says what does not add up', () => {
    const [doubt] = progress.doubts;
    expect(doubt === undefined ? '' : doubtText(doubt, progress, vi, 'vi')).toContain(
      '119 + 1.068 = 1.187, không phải 2.352',
    );
  });
  test('the even pace starts from what was there and ends at the target', () => {
    expect(evenPace(progress, '2025-12-31')).toBe(1187);
    expect(evenPace(progress, '2026-06-30')).toBe(3923);
    const { reached, wanted } = paceShapes(progress, { width: 600, height: 200, above: 20, below: 20 });
    expect(wanted[1].y).toBeLessThan(wanted[0].y);
    expect(reached.at(-1)?.x).toBeCloseTo((600 * 90) / 181, 0);
  });
});

test('what is missing is named at its field', () => {
  const faults = campaignFaults(
    {
      ...letter,
      name: ' ',
      dueOn: '31/6/2026',
      levels: { ...letter.levels, 'level-1': { isSet: true, target: '', before: 'x' } },
    },
    text,
  );
  expect(faults).toEqual({
    name: text.needName,
    dueOn: text.monthShort(31, 6, 30),
    'level-1.target': text.notNumber,
    'level-1.before': text.notNumber,
  });
  expect(campaignFaults({ ...letter, dueOn: '01/01/2026' }, text).dueOn).toBe(text.dueBeforeFrom);
});
