import { expect, test } from 'vitest';
import { monthMadeAt } from '#electron/books/period-sheets.ts';
import { inventedDay, inventedMonth } from './invented-reports.ts';

const month = inventedMonth('2026-11');
const now = '2026-12-02T01:00:00.000Z';
const closed = (...hours: (string | null)[]) =>
  hours.map((frozenAt, index) => ({ ...inventedDay(`2026-11-0${index + 2}`), frozenAt }));

test('a month speaks of its last closing, in whichever order its days were closed', () => {
  const days = closed('2026-11-05T10:00:00.000Z', '2026-11-09T10:00:00.000Z', '2026-11-04T10:00:00.000Z');
  expect(monthMadeAt({ ...month, openDays: [] }, days, now)).toBe('2026-11-09T10:00:00.000Z');
  expect(monthMadeAt({ ...month, openDays: [] }, days.toReversed(), now)).toBe('2026-11-09T10:00:00.000Z');
});

test('while a day of it is open, and where none was closed, it speaks of now', () => {
  const days = closed('2026-11-05T10:00:00.000Z', null);
  expect(monthMadeAt({ ...month, openDays: ['2026-11-03'] }, days, now)).toBe(now);
  expect(monthMadeAt({ ...month, openDays: [] }, closed(null), now)).toBe(now);
});
