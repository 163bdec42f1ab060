import { fc } from '#tests/support/property.ts';
import { expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import { addDays } from '#shared/domain/calendar/business-date.ts';
import { dayCounts } from '#shared/domain/report/day-report.ts';
import { dayFigures } from '#shared/domain/report/figures.ts';
import { OPENED_SECTIONS } from '#shared/domain/report/counted.ts';
import { press, pressOn, randomDaySettings } from '#tests/support/random-day.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { size } from '#tests/support/sizes.ts';

const firstDay = '2026-11-20';
const daysOfDesk = 5;
const desks = size('PURGE_RUNS', 3, 50);

const people = ({ store }: TestDesk) =>
  store.database.prepare<[], { n: number }>('SELECT count(*) AS n FROM person').get()?.n ?? -1;

async function asked(desk: TestDesk, method: string, input: unknown): Promise<unknown> {
  return desk.desk.dispatch(method, input, { role: 'leader' }, uuid());
}

/** Everything that figures are read from, of all days: reports, what each figure opens to, period tables, files. */
async function told(desk: TestDesk, days: readonly string[]): Promise<unknown> {
  const ofDays = days.map(async (businessDay) => {
    const report = desk.call('report.day', { businessDay });
    const opened = dayFigures(report)
      .filter(({ section }) => OPENED_SECTIONS.some((one) => one === section))
      .map(({ section, row, column }) => {
        const { total, rows } = desk.call('report.tickets', {
          businessDay,
          figure: { section: section as (typeof OPENED_SECTIONS)[number], row, column },
        });
        return { section, row, column, total, rows: rows.map((one) => ({ ...one, fullName: null })) };
      });
    const files = await Promise.all(
      (['json', 'csv', 'xlsx'] as const).map((format) =>
        asked(desk, 'report.export', { businessDay, format }),
      ),
    );
    return { report, versions: desk.call('report.versions', { businessDay }), opened, files };
  });
  return {
    days: await Promise.all(ofDays),
    month: desk.call('report.month', { month: '2026-11' }),
    calendar: desk.call('report.calendar', { month: '2026-11' }),
  };
}

test('after a purge every figure, file and version of five random days is what it was, and the chain fits', async () => {
  const lives = fc.sample(
    fc.array(fc.array(press, { minLength: 15, maxLength: 40 }), {
      minLength: daysOfDesk,
      maxLength: daysOfDesk,
    }),
    desks,
  );
  for (const presses of lives) {
    const desk = openTestDesk({ counters: 3, settings: randomDaySettings, day: null });
    const days = presses.map((_, index) => addDays(firstDay, index));
    for (const [index, ofDay] of presses.entries()) {
      const businessDay = days[index] ?? '';
      desk.call('day.open', { businessDay });
      for (const pressed of ofDay) pressOn(desk, pressed);
      desk.call('day.close', { businessDay, leftovers: 'left' });
      desk.clock.pass(24 * 3600);
    }
    desk.clock.pass(200 * 24 * 3600);
    const before = await told(desk, days);
    const known = people(desk);
    expect(await asked(desk, 'data.purge', {})).toEqual({ ok: true, value: { people: known } });
    expect(people(desk)).toBe(0);
    expect(await told(desk, days)).toEqual(before);
    expect(await asked(desk, 'system.verify-events', {})).toMatchObject({
      ok: true,
      value: { firstBroken: null },
    });
    // Counted anew, a day gives the same.
    for (const businessDay of days) {
      const was = dayCounts.parse(desk.call('report.day', { businessDay }));
      const now = dayCounts.parse(
        desk.call('day.correct', { businessDay, reason: 'Ghi thêm', difficulties: 'Mất điện' }),
      );
      now.breakdowns.difficulties = was.breakdowns.difficulties;
      expect(now).toEqual(was);
    }
  }
});
