import { describe, expect, test } from 'vitest';
import { sumOfOffices, type OfficeCounts } from '#shared/domain/level/day-sum.ts';
import { LEVEL_FIGURES, levelFiguresOf, type LevelFigures } from '#shared/domain/level/figures.ts';
import { countsOfTyped, typedDoubt } from '#shared/domain/level/typed-figures.ts';
import { sumsAgree } from '#shared/domain/report/agreement.ts';
import { dayCounts, type DayReport } from '#shared/domain/report/day-report.ts';
import { dayFigures } from '#shared/domain/report/figures.ts';
import { fc } from '#tests/support/property.ts';
import { someReport } from '#tests/support/random-report.ts';
import { size } from '#tests/support/sizes.ts';

const numRuns = size('REPORT_RUNS', 60, 1000);
const head = {
  businessDay: '2026-11-20',
  office: { name: 'Công an tỉnh Mẫu', code: 'TM', receivingLevel: 'Bộ' },
  version: 1,
  frozenAt: '2026-11-21T01:00:00.000Z',
  by: 'level',
  reason: null,
  chainHead: '0'.repeat(64),
} satisfies Partial<DayReport>;

const offices = fc
  .array(someReport, { maxLength: 5 })
  .map((reports) => reports.map((counts, index): OfficeCounts => ({ name: `Phường ${index + 1}`, counts })));

const typed = fc
  .record({
    issued: fc.nat(200),
    level1Taken: fc.nat(20),
    level1Guided: fc.nat(20),
    level2: fc.nat(50),
    level2WithCard: fc.nat(20),
    referred: fc.nat(9),
    papersMissing: fc.nat(9),
    rest: fc.nat(30),
    activated: fc.nat(80),
    activatedLevel1: fc.nat(20),
    staffTaken: fc.nat(9),
    staffActivated: fc.nat(9),
  })
  .map(({ level1Taken, level1Guided, rest, ...one }): LevelFigures => {
    const taken = level1Taken + one.level2 + one.level2WithCard;
    return {
      ...one,
      taken,
      level1: level1Taken + level1Guided,
      activatedLevel1: Math.min(one.activatedLevel1, one.activated),
      requests: taken + level1Guided + one.referred + one.papersMissing + rest,
      staffTaken: Math.min(one.staffTaken, taken),
      staffActivated: Math.min(one.staffActivated, one.activated),
    };
  });

describe('the sum of many offices', () => {
  test('agrees in itself, and each figure is the sum of theirs', () => {
    fc.assert(
      fc.property(offices, (all) => {
        const sum = sumOfOffices(all);
        expect(sumsAgree(dayFigures({ ...head, ...sum }))).toBe(true);
        const figures = all.map(({ counts }) => levelFiguresOf(counts));
        const expected = LEVEL_FIGURES.map((figure) =>
          figures.reduce((whole, one) => whole + one[figure], 0),
        );
        expect(LEVEL_FIGURES.map((figure) => levelFiguresOf(sum)[figure])).toEqual(expected);
        // What another program reads: hours stay hours.
        expect(dayCounts.safeParse({ businessDay: head.businessDay, ...sum }).success).toBe(true);
      }),
      { numRuns },
    );
  });

  test('does not hang on the order in which they are added, but for the order of offices themselves', () => {
    fc.assert(
      fc.property(offices, (all) => {
        const sorted = (counts: ReturnType<typeof sumOfOffices>) =>
          dayFigures({ ...head, ...counts })
            .map((one) => JSON.stringify(one))
            .filter((one) => !one.startsWith('{"section":"notes"'))
            .sort();
        expect(sorted(sumOfOffices(all.toReversed()))).toEqual(sorted(sumOfOffices(all)));
      }),
      { numRuns },
    );
  });

  test('leaves the counts that were handed in as they were', () => {
    fc.assert(
      fc.property(offices, (all) => {
        const before = JSON.stringify(all);
        sumOfOffices([...all, ...all]);
        expect(JSON.stringify(all)).toBe(before);
      }),
      { numRuns: 20 },
    );
  });

  test('tells the hamlets of one office from those of another by dividing by office', () => {
    fc.assert(
      fc.property(offices, (all) => {
        const rows = sumOfOffices(all).breakdowns.byResidence;
        for (const { residence, total } of rows)
          expect(total).toBe(all.find(({ name }) => name === residence)?.counts.requests.total);
      }),
      { numRuns: 20 },
    );
  });
});

describe('typed figures', () => {
  test('are found again in the counts that are made of them, which agree in themselves', () => {
    fc.assert(
      fc.property(typed, (figures) => {
        expect(typedDoubt(figures)).toBeUndefined();
        const counts = countsOfTyped(figures);
        expect(levelFiguresOf(counts)).toEqual(figures);
        expect(sumsAgree(dayFigures({ ...head, ...counts }))).toBe(true);
      }),
      { numRuns },
    );
  });

  test('that cannot be true together are named: the parts and what they are more than', () => {
    const figures: LevelFigures = {
      issued: 10,
      requests: 10,
      taken: 6,
      activated: 3,
      activatedLevel1: 1,
      referred: 1,
      papersMissing: 1,
      level1: 2,
      level2: 3,
      level2WithCard: 1,
      staffTaken: 0,
      staffActivated: 0,
    };
    expect(typedDoubt(figures)).toBeUndefined();
    expect(typedDoubt({ ...figures, level1: 119, level2: 1_068, level2WithCard: 0, taken: 2_352 })).toEqual({
      parts: [119, 1_068],
      stated: 2_352,
    });
    expect(typedDoubt({ ...figures, level2: 6 })).toEqual({ parts: [2, 6, 1], stated: 6 });
    expect(typedDoubt({ ...figures, referred: 4 })).toEqual({ parts: [6, 4, 1], stated: 10 });
    expect(typedDoubt({ ...figures, activatedLevel1: 4 })).toEqual({ parts: [4], stated: 3 });
    expect(typedDoubt({ ...figures, staffTaken: 7 })).toEqual({ parts: [7], stated: 6 });
    expect(typedDoubt({ ...figures, staffActivated: 4 })).toEqual({ parts: [4], stated: 3 });
    expect(() => countsOfTyped({ ...figures, level2: 6 })).toThrow(RangeError);
  });
});
