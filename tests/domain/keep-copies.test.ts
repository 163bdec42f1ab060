import { describe, expect, it } from 'vitest';
import { copiesToKeep } from '#shared/domain/backup/keep-copies.ts';

const NOW = '2026-11-20T09:00:00.000Z';
const copyAt = (at: string, bytes = 1) => ({ id: at, at, bytes });
const kept = (copies: readonly ReturnType<typeof copyAt>[], budget = Infinity) => [
  ...copiesToKeep(copies, NOW, budget),
];

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
});
