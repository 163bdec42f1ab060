import { describe, expect, it } from 'vitest';
import { copiesToKeep, isLeftOver, lastCopyGoesOn } from '#shared/domain/backup/keep-copies.ts';

const NOW = '2026-11-20T09:00:00.000Z';
const copyAt = (at: string, bytes = 1) => ({ id: at, at, bytes });
const kept = (
  copies: readonly ReturnType<typeof copyAt>[],
  budget = Infinity,
  made = copies
    .map(({ at }) => at)
    .toSorted()
    .at(-1) ?? '',
) => [...copiesToKeep(copies, NOW, budget, made)];

/** Every hour from 08:00 to 15:00 in the office, on each of so many days up to the present one. */
const hourly = (days: number) =>
  Array.from({ length: days }, (_, ago) =>
    Array.from({ length: 8 }, (_, hour) =>
      copyAt(new Date(Date.UTC(2026, 10, 20 - ago, 1 + hour)).toISOString()),
    ),
  ).flat();

describe('copies that stay', () => {
  it('are the three newest of today and the newest of each day before', () => {
    const days = kept(hourly(10));
    expect(days.filter((at) => at.startsWith('2026-11-20'))).toEqual([
      '2026-11-20T08:00:00.000Z',
      '2026-11-20T07:00:00.000Z',
      '2026-11-20T06:00:00.000Z',
    ]);
    expect(days).toHaveLength(3 + 9);
    expect(days.at(-1)).toBe('2026-11-11T08:00:00.000Z');
  });

  it('are thirty days, and the newest of each of twelve months', () => {
    const days = kept(hourly(700)).slice(2);
    const months = new Set(days.slice(30).map((at) => at.slice(0, 7)));
    expect(days.slice(0, 30).at(-1)).toBe('2026-10-22T08:00:00.000Z');
    // October stands among the thirty days already.
    expect([...months]).toHaveLength(10);
    expect(days.slice(30)[0]).toBe('2026-09-30T08:00:00.000Z');
  });

  it('count the days of the office: an evening in UTC is the next morning there', () => {
    const evening = copyAt('2026-11-19T17:30:00.000Z');
    expect(kept([...hourly(1), evening])).not.toContain(evening.id);
  });

  it('fit into the budget from the newest on, and are never fewer than two', () => {
    const copies = hourly(10).map(({ at }) => copyAt(at, 100));
    expect(kept(copies, 550)).toHaveLength(5);
    expect(kept(copies, 10)).toEqual(['2026-11-20T08:00:00.000Z', '2026-11-20T07:00:00.000Z']);
  });

  it('hold the one just made, though the clock was put back and it seems older than the three of today', () => {
    const made = '2026-11-20T00:10:00.000Z';
    expect(kept([...hourly(1), copyAt(made)], Infinity, made)).toHaveLength(4);
    expect(kept([...hourly(1), copyAt(made)], 1, made)).toContain(made);
  });

  it('are gone a year after the month in which they were made, where copies are made every day', () => {
    const gone = lastCopyGoesOn('2026-11-20');
    expect(gone).toBe('2027-11-01');
    const [first, last] = [Date.parse('2026-11-20T08:00:00.000Z'), Date.parse(`${gone}T08:00:00.000Z`)];
    const daily: ReturnType<typeof copyAt>[] = [];
    for (let at = first; at <= last; at += 86_400_000) daily.push(copyAt(new Date(at).toISOString()));
    const made = new Date(last).toISOString();
    const stay = copiesToKeep(daily, made, Infinity, made);
    expect([...stay].filter((id) => id < '2026-12')).toEqual([]);
    const before = new Date(last - 86_400_000).toISOString();
    const stayed = copiesToKeep(daily.slice(0, -1), before, Infinity, before);
    expect([...stayed].filter((id) => id < '2026-12')).toHaveLength(1);
  });
});

it.each([
  ['replaced-20260801T003000Z', '2026-10-30', false],
  ['replaced-20260801T003000Z', '2026-10-31', true],
  ['before-schema-9-20260801T003000Z-2.db', '2026-10-31', true],
  ['20260801T003000Z-0123abcd', '2027-10-31', false],
  ['replaced', '2027-10-31', false],
  ['của tôi', '2027-10-31', false],
])('%s, left beside the copies, goes by %s: %s', (name, today, goes) => {
  expect(isLeftOver(name, today)).toBe(goes);
});
