import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import { deskContract } from '#shared/contract/desk-contract.ts';
import { ageOn } from '#shared/domain/calendar/business-date.ts';
import { checkIdNumber } from '#shared/domain/identity/id-number.ts';
import { chance } from '#shared/domain/sample-day/random.ts';
import { sampleDay, type PlannedRequest, type PlannedVisitor } from '#shared/domain/sample-day/sample-day.ts';

const businessDay = '2026-11-23';
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const requestsOf = (visitors: readonly PlannedVisitor[]): PlannedRequest[] =>
  visitors.flatMap(({ requests }) => requests);
const share = <T>(values: readonly T[], fits: (value: T) => boolean) =>
  values.filter(fits).length / values.length;

describe('chance', () => {
  test('is the same on every machine', () => {
    const luck = chance(1);
    expect([luck.next(), luck.next(), luck.next()].map((value) => value.toFixed(6))).toEqual([
      '0.627074',
      '0.002736',
      '0.527447',
    ]);
  });

  test('keeps within its bounds and reaches them', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const luck = chance(seed);
        const drawn = Array.from({ length: 200 }, () => luck.whole(-1, 2));
        expect(new Set(drawn)).toEqual(new Set([-1, 0, 1, 2]));
      }),
    );
  });

  test('weighs as it is told, and never picks what weighs nothing', () => {
    const luck = chance(7);
    const drawn = Array.from({ length: 4000 }, () => luck.weighted({ often: 3, seldom: 1, never: 0 }));
    expect(share(drawn, (one) => one === 'often')).toBeCloseTo(0.75, 1);
    expect(drawn).not.toContain('never');
    expect(() => luck.pick([])).toThrow(RangeError);
  });
});

describe('a planned day', () => {
  test('is the same for the same seed and another for another', () => {
    const plan = { seed: 1, citizens: 50, businessDay };
    expect(sampleDay(plan)).toEqual(sampleDay(plan));
    expect(sampleDay({ ...plan, seed: 2 })).not.toEqual(sampleDay(plan));
  });

  test('holds as many visitors as asked, in the order of their arrival, within the day', () => {
    fc.assert(
      fc.property(seeds, fc.nat(60), fc.integer({ min: 1, max: 600 }), (seed, citizens, minutes) => {
        const arrivals = sampleDay({ seed, citizens, businessDay, minutes }).map(
          ({ arrivesMinute }) => arrivesMinute,
        );
        expect(arrivals).toHaveLength(citizens);
        expect(arrivals).toEqual(arrivals.toSorted((a, b) => a - b));
        expect(arrivals.every((minute) => Number.isInteger(minute) && minute >= 0 && minute < minutes)).toBe(
          true,
        );
      }),
    );
  });

  test('invents people whose numbers, dates and telephone numbers hold together', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { person } of requestsOf(sampleDay({ seed, citizens: 20, businessDay }))) {
          expect({ person, warnings: checkIdNumber(person.idNumber, person) }).toEqual({
            person,
            warnings: [],
          });
        }
      }),
    );
  });

  test('can be issued as it is: the border refuses nothing of it', () => {
    for (const { priority, requests } of sampleDay({ seed: 3, citizens: 300, businessDay })) {
      const input = {
        priority,
        requests: requests.map(({ procedure, subject, person }) => ({ procedure, subject, person })),
      };
      expect(deskContract['ticket.issue'].input.safeParse(input)).toEqual({ success: true, data: input });
    }
  });

  test.each(['2026-11-23', '2026-01-01', '2026-12-31', '2028-02-29'])(
    'on %s: adults are 14 or older, children 6 to 13, for level 1 and beside an adult',
    (on) => {
      const visitors = sampleDay({ seed: 11, citizens: 3000, businessDay: on });
      const ages = (requests: readonly PlannedRequest[]) =>
        requests.map(({ person }) => ageOn(person.birthDate, on).least);
      const adults = ages(visitors.flatMap(({ requests }) => requests.slice(0, 1)));
      const children = visitors.flatMap(({ requests }) => requests.slice(1));
      expect(Math.min(...adults)).toBe(14);
      expect(Math.max(...adults)).toBeLessThanOrEqual(84);
      expect(new Set(ages(children))).toEqual(new Set([6, 7, 8, 9, 10, 11, 12, 13]));
      expect(new Set(children.map(({ procedure }) => procedure))).toEqual(new Set(['level-1']));
    },
  );
});

describe('the proportions of a planned day', () => {
  const visitors = sampleDay({ seed: 2026, citizens: 6000, businessDay });
  const requests = requestsOf(visitors);
  const first = visitors.flatMap((visitor) => visitor.requests.slice(0, 1));
  const near = (value: number, expected: number) => expect(Math.abs(value - expected)).toBeLessThan(0.025);

  test.each([
    ['level-2', 0.42],
    ['level-2-with-card', 0.13],
    ['level-1', 0.12],
    ['activate', 0.17],
    ['guidance', 0.11],
    ['unlock', 0.03],
    ['lock', 0.02],
    ['organisation', 0],
  ] as const)('%s is %f of what people come for', (procedure, expected) => {
    near(
      share(first, (request) => request.procedure === procedure),
      expected,
    );
  });

  test('some are let before others, some bring a child, some are absent when called', () => {
    near(
      share(visitors, ({ priority }) => priority),
      0.16,
    );
    near(
      share(visitors, ({ requests: own }) => own.length > 1),
      0.08,
    );
    near(
      share(visitors, ({ absences }) => absences > 0),
      0.07,
    );
    expect(Math.max(...visitors.map(({ absences }) => absences))).toBe(4);
  });

  test('the morning is crowded, and a service takes minutes', () => {
    expect(share(visitors, ({ arrivesMinute }) => arrivesMinute < 144)).toBeGreaterThan(0.6);
    const minutes = visitors.map(({ serviceMinutes }) => serviceMinutes).toSorted((a, b) => a - b);
    expect(minutes[0]).toBeGreaterThanOrEqual(2);
    expect(minutes[minutes.length / 2]).toBeGreaterThanOrEqual(4);
    expect(minutes[minutes.length / 2]).toBeLessThanOrEqual(7);
  });

  test('papers are looked at for level 2 only, each once, and a missing card ends in "papers missing"', () => {
    for (const { procedure, papers, outcome } of requests) {
      const named = papers.map(({ paper }) => paper);
      expect(new Set(named).size).toBe(named.length);
      if (!procedure.startsWith('level-2')) expect(named).toEqual([]);
      if (procedure === 'level-2') expect(named[0]).toBe('id-card');
      if (papers.some(({ paper, state }) => paper === 'id-card' && state !== 'seen'))
        expect(outcome).toBe('papers-missing');
    }
  });

  test('most are taken, nobody who stays leaves without an outcome, and only what was taken is activated', () => {
    const outcomes = Map.groupBy(requests, ({ outcome }) => outcome);
    expect(new Set(outcomes.keys())).toEqual(new Set(['taken', 'papers-missing', 'referred', 'guided']));
    expect(share(requests, ({ outcome }) => outcome === 'taken')).toBeGreaterThan(0.5);
    const activated = requests.filter((request) => request.activated);
    expect(activated.length).toBeGreaterThan(0);
    expect(activated.filter(({ outcome }) => outcome !== 'taken')).toEqual([]);
    expect(new Set(activated.map(({ procedure }) => procedure))).toEqual(new Set(['activate', 'level-1']));
  });
});
