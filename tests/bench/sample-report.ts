import { fc } from '#tests/support/property.ts';
import { press, pressOn, randomDaySettings } from '#tests/support/random-day.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';

/** The frozen report of a day on which much happened, as its text is stored. */
export function sampleReport(): string {
  const desk = openTestDesk({ counters: 3, settings: randomDaySettings });
  for (const pressed of fc.sample(press, { numRuns: 2_000, seed: 1 })) pressOn(desk, pressed);
  const report = desk.call('day.close', { businessDay: '2026-11-20', leftovers: 'left' });
  desk.desk.close();
  return JSON.stringify(report);
}
