import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#shared/domain/calendar/business-date.ts';
import { dueDate, type Pause } from '#shared/domain/calendar/due-date.ts';
import { isWorkingDay } from '#shared/domain/calendar/office-calendar.ts';
import { shippedCalendar } from '#shared/rules/shipped-calendar.ts';

const calendar = shippedCalendar();
const working = (value: number) => ({ value, unit: 'working-day' }) as const;
const calendarDays = (value: number) => ({ value, unit: 'calendar-day' }) as const;
const due = (receivedOn: string, value: number) =>
  dueDate({ receivedOn, limit: working(value), calendar }).dueOn;

describe('check cases: the counted days, one by one', () => {
  test.each([
    ['2026-02-13', ['2026-02-23', '2026-02-24', '2026-02-25'], 'over Tết Bính Ngọ'],
    ['2026-01-08', ['2026-01-09', '2026-01-10', '2026-01-12'], 'Saturday 10/01 is worked'],
    ['2026-04-22', ['2026-04-23', '2026-04-24', '2026-04-28'], '27/4 is off in lieu'],
    ['2026-08-28', ['2026-09-03', '2026-09-04', '2026-09-07'], '31/8 exchanged, 01/9 and 02/9 off'],
  ])('3 working days from %s', (receivedOn, counted) => {
    const answer = dueDate({ receivedOn, limit: working(3), calendar });
    expect(answer.counted).toEqual(counted);
    expect(answer.dueOn).toBe(counted.at(-1));
  });
});

describe('working days, computed by hand on the printed calendar', () => {
  test.each([
    ['2024-12-31', 1, '2025-01-02', 'New Year'],
    ['2024-12-31', 3, '2025-01-06', 'New Year and a weekend'],
    ['2025-01-22', 7, '2025-02-07', 'two days before Tết Ất Tỵ, five after'],
    ['2025-01-23', 1, '2025-01-24', 'the last working day before Tết'],
    ['2025-01-23', 3, '2025-02-04', 'over Tết'],
    ['2025-01-24', 1, '2025-02-03', 'received on the eve of Tết'],
    ['2025-01-24', 3, '2025-02-05', 'three days after Tết'],
    ['2025-04-04', 1, '2025-04-08', 'Giỗ Tổ on a Monday'],
    ['2025-04-04', 7, '2025-04-16', 'Giỗ Tổ and a weekend'],
    ['2025-04-24', 3, '2025-04-28', 'Saturday 26/4 is worked'],
    ['2025-04-24', 7, '2025-05-07', 'worked Saturday, then five days off'],
    ['2025-04-25', 1, '2025-04-26', 'due on the worked Saturday'],
    ['2025-04-25', 3, '2025-04-29', 'worked Saturday counted first'],
    ['2025-04-26', 1, '2025-04-28', 'received on the worked Saturday'],
    ['2025-04-28', 3, '2025-05-06', '30/4, 01/5 and the exchanged 02/5'],
    ['2025-04-29', 1, '2025-05-05', 'the eve of the holidays'],
    ['2025-08-28', 7, '2025-09-10', 'Quốc khánh, two days'],
    ['2025-08-29', 1, '2025-09-03', 'weekend and Quốc khánh'],
    ['2025-08-29', 3, '2025-09-05', 'weekend and Quốc khánh'],
    ['2025-12-31', 1, '2026-01-05', 'New Year and the exchanged Friday 02/01'],
    ['2025-12-31', 3, '2026-01-07', 'the same'],
    ['2025-12-31', 7, '2026-01-12', 'the worked Saturday 10/01 is the sixth'],
    ['2026-01-09', 1, '2026-01-10', 'due on the worked Saturday'],
    ['2026-01-10', 1, '2026-01-12', 'received on the worked Saturday'],
    ['2026-02-10', 7, '2026-02-26', 'three before Tết, four after'],
    ['2026-02-12', 3, '2026-02-24', 'one before Tết, two after'],
    ['2026-02-14', 1, '2026-02-23', 'received on the Saturday before Tết'],
    ['2026-02-18', 1, '2026-02-23', 'received on a holiday'],
    ['2026-04-24', 1, '2026-04-28', 'the day in lieu of Giỗ Tổ'],
    ['2026-04-24', 3, '2026-05-04', 'lieu day, then 30/4 and 01/5'],
    ['2026-04-28', 7, '2026-05-11', '30/4 and 01/5'],
    ['2026-04-29', 1, '2026-05-04', 'the eve of the holidays'],
    ['2026-08-21', 1, '2026-08-22', 'due on the worked Saturday'],
    ['2026-08-21', 3, '2026-08-25', 'worked Saturday counted first'],
    ['2026-08-26', 7, '2026-09-09', 'exchanged Monday and Quốc khánh'],
    ['2026-08-28', 1, '2026-09-03', 'five days off in a row'],
    ['2026-11-20', 3, '2026-11-26', '24/11 is off'],
    ['2026-11-23', 3, '2026-11-27', 'the eve of 24/11'],
    ['2026-11-21', 1, '2026-11-23', 'Saturday intake: Monday is the first'],
    ['2026-11-22', 3, '2026-11-26', 'received on a Sunday'],
    ['2026-12-31', 1, '2027-01-04', 'into an unannounced year'],
    ['2026-12-31', 7, '2027-01-12', 'into an unannounced year'],
    ['2027-04-15', 1, '2027-04-19', 'Giỗ Tổ on a Friday'],
    ['2027-04-29', 1, '2027-05-04', '30/4, 01/5 and the provisional day in lieu'],
    ['2027-02-03', 3, '2027-02-15', 'Tết Đinh Mùi, two of its days on a weekend and made up'],
    ['2027-02-02', 7, '2027-02-18', 'three before Tết, four after'],
    ['2027-09-01', 1, '2027-09-06', 'Quốc khánh on a Thursday, Friday its neighbour'],
    ['2031-01-20', 3, '2031-01-30', 'Tết of a year that no calendar names'],
  ])('%s + %i = %s (%s)', (receivedOn, value, expected) => {
    expect(due(receivedOn, value)).toBe(expected);
  });
});

describe('settings of the office', () => {
  test.each([
    ['2026-11-20', 2, '2026-11-23', 'Saturday 21 is the first'],
    ['2026-11-21', 1, '2026-11-23', 'the Saturday of receipt is never counted'],
    ['2026-02-13', 1, '2026-02-14', 'the Saturday before Tết'],
    ['2027-04-29', 1, '2027-05-04', 'a holiday on a Saturday stays off'],
  ])('Saturday counts: %s + %i = %s (%s)', (receivedOn, value, expected) => {
    const limit = working(value);
    expect(dueDate({ receivedOn, limit, calendar, saturdayCounts: true }).dueOn).toBe(expected);
    expect(dueDate({ receivedOn, limit, calendar: shippedCalendar({ saturdayCounts: true }) }).dueOn).toBe(
      expected,
    );
  });

  test.each([
    ['2026-11-20', '2026-11-25'],
    ['2027-11-23', '2027-11-26'],
  ])('24/11 is worked where the office says so: %s + 3 = %s', (receivedOn, expected) => {
    const worked = shippedCalendar({ cultureDayOff: false });
    expect(dueDate({ receivedOn, limit: working(3), calendar: worked }).dueOn).toBe(expected);
  });
});

describe('pauses for supplement', () => {
  const paused = (receivedOn: string, value: number, pauses: readonly Pause[]) =>
    dueDate({ receivedOn, limit: working(value), calendar, pauses });

  test.each<[string, number, Pause[], string]>([
    ['2026-11-16', 3, [{ from: '2026-11-17', to: '2026-11-19' }], '2026-11-25'],
    [
      '2026-11-02',
      3,
      [
        { from: '2026-11-03', to: '2026-11-04' },
        { from: '2026-11-06', to: '2026-11-09' },
      ],
      '2026-11-11',
    ],
    ['2026-11-16', 1, [{ from: '2026-11-16', to: '2026-11-16' }], '2026-11-17'],
    ['2026-11-16', 1, [{ from: '2026-11-18', to: '2026-11-30' }], '2026-11-17'],
    ['2026-11-18', 2, [{ from: '2026-11-20', to: '2026-11-22' }], '2026-11-23'],
  ])('%s + %i with %j = %s', (receivedOn, value, pauses, expected) => {
    expect(paused(receivedOn, value, pauses).dueOn).toBe(expected);
  });

  test('the paused days are shown as paused', () => {
    const { days } = paused('2026-11-16', 3, [{ from: '2026-11-17', to: '2026-11-19' }]);
    expect(days.filter((day) => day.kind === 'paused').map((day) => day.date)).toEqual([
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
    ]);
  });
});

describe('calendar days (activation)', () => {
  test.each([
    ['2026-11-20', 7, '2026-11-27'],
    ['2026-02-13', 7, '2026-02-20'],
    ['2024-02-25', 7, '2024-03-03'],
    ['2026-12-28', 7, '2027-01-04'],
    ['2026-11-20', 1, '2026-11-21'],
  ])('%s + %i = %s, weekends and holidays included', (receivedOn, value, expected) => {
    expect(dueDate({ receivedOn, limit: calendarDays(value), calendar }).dueOn).toBe(expected);
  });

  test('an office may roll a last day off to the next working day', () => {
    const answer = dueDate({
      receivedOn: '2026-02-13',
      limit: calendarDays(7),
      calendar,
      rollToWorkingDay: true,
    });
    expect(answer.dueOn).toBe('2026-02-23');
    expect(answer.days.at(-1)).toMatchObject({ date: '2026-02-23', kind: 'due' });
    expect(answer.days.filter((day) => day.kind === 'due')).toHaveLength(1);
  });
});

describe('the explanation', () => {
  test('names every day from receipt to the due day with its reason', () => {
    const { days } = dueDate({ receivedOn: '2026-08-28', limit: working(3), calendar });
    expect(days.map((day) => `${day.date} ${day.kind} ${day.why?.code ?? '-'} ${day.index ?? '-'}`)).toEqual([
      '2026-08-28 received - -',
      '2026-08-29 off saturday -',
      '2026-08-30 off sunday -',
      '2026-08-31 off swap-off -',
      '2026-09-01 off holiday -',
      '2026-09-02 off holiday -',
      '2026-09-03 counted - 1',
      '2026-09-04 counted - 2',
      '2026-09-05 off saturday -',
      '2026-09-06 off sunday -',
      '2026-09-07 due - 3',
    ]);
  });

  test('a worked Saturday says why it counts', () => {
    const { days } = dueDate({ receivedOn: '2026-01-08', limit: working(3), calendar });
    expect(days.find((day) => day.date === '2026-01-10')).toMatchObject({
      kind: 'counted',
      why: { code: 'working-saturday', name: 'Làm bù cho 02/01/2026' },
    });
  });

  test.each([
    ['2026-11-20', working(3), []],
    ['2026-12-31', working(3), [{ code: 'year-not-announced', year: 2027 }]],
    ['2028-03-01', working(3), [{ code: 'year-not-announced', year: 2028 }]],
    ['2026-12-31', calendarDays(7), []],
    ['2024-12-31', working(3), []],
  ])('%s warns of a year whose days off are not announced', (receivedOn, limit, warnings) => {
    expect(dueDate({ receivedOn, limit, calendar }).warnings).toEqual(warnings);
  });
});

test('nothing to count is due on the day itself', () => {
  expect(dueDate({ receivedOn: '2026-11-20', limit: working(0), calendar })).toMatchObject({
    dueOn: '2026-11-20',
    counted: [],
    days: [{ date: '2026-11-20', kind: 'due' }],
  });
});

test.each([
  [{ receivedOn: '2026-02-30', limit: working(3), calendar }],
  [{ receivedOn: '20/11/2026', limit: working(3), calendar }],
  [{ receivedOn: '2026-11-20', limit: working(-1), calendar }],
  [{ receivedOn: '2026-11-20', limit: working(1.5), calendar }],
  [{ receivedOn: '2026-11-20', limit: working(10_000), calendar }],
  [
    {
      receivedOn: '2026-11-20',
      limit: working(3),
      calendar,
      pauses: [{ from: '2026-11-25', to: '2026-11-23' }],
    },
  ],
])('a malformed question is refused: %j', (question) => {
  expect(() => dueDate(question)).toThrow(RangeError);
});

describe('for any receipt, limit and pauses', () => {
  const day = fc.integer({ min: 0, max: 1095 }).map((offset) => addDays('2025-01-01', offset));
  const pause = fc
    .tuple(day, fc.integer({ min: 0, max: 20 }))
    .map(([from, length]) => ({ from, to: addDays(from, length) }));
  const question = fc.record({
    receivedOn: day,
    value: fc.integer({ min: 1, max: 30 }),
    pauses: fc.array(pause, { maxLength: 3 }),
  });

  test('exactly the limit is counted, only working days outside pauses, none skipped', () => {
    fc.assert(
      fc.property(question, ({ receivedOn, value, pauses }) => {
        const answer = dueDate({ receivedOn, limit: working(value), calendar, pauses });
        const expected: string[] = [];
        for (let date = addDays(receivedOn, 1); date <= answer.dueOn; date = addDays(date, 1)) {
          const stopped = pauses.some((stop) => stop.from <= date && date <= stop.to);
          if (isWorkingDay(date, calendar) && !stopped) expected.push(date);
        }
        expect(answer.counted).toEqual(expected);
        expect(answer.counted).toHaveLength(value);
        expect(answer.days).toHaveLength(daysBetween(receivedOn, answer.dueOn) + 1);
      }),
      { numRuns: 60 },
    );
  });

  test('a longer limit or a later receipt is never due earlier', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 15 }), (receivedOn, value) => {
        expect(due(receivedOn, value + 1) > due(receivedOn, value)).toBe(true);
        expect(due(addDays(receivedOn, 1), value) >= due(receivedOn, value)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
