import { expect, test } from 'vitest';
import { isPauseLate } from '#shared/domain/queue/pause.ts';
import { overdue } from '#shared/domain/queue/waiting-target.ts';

const waits = (number: string, issuedAt: string) => ({ number, queue: number.slice(0, 1), issuedAt });
const waiting = [
  waits('A002', '2026-11-20T01:30:00.000Z'),
  waits('A001', '2026-11-20T01:29:00.000Z'),
  waits('B001', '2026-11-20T01:00:00.000Z'),
  waits('C001', '2026-11-20T01:00:00.000Z'),
];

test('who waits longer than the target of the series is told, the longest first; a series without one never', () => {
  const at = (now: string) => overdue(waiting, { A: 30, B: 90 }, now).map(({ number }) => number);
  expect(at('2026-11-20T01:59:00.000Z')).toEqual([]);
  expect(at('2026-11-20T01:59:01.000Z')).toEqual(['A001']);
  expect(at('2026-11-20T02:31:00.000Z')).toEqual(['B001', 'A001', 'A002']);
});

test('a counter is late from five minutes past its word, and never without one', () => {
  const returnsAt = '2026-11-20T03:00:00.000Z';
  expect(isPauseLate({ returnsAt }, '2026-11-20T03:04:59.000Z')).toBe(false);
  expect(isPauseLate({ returnsAt }, '2026-11-20T03:05:00.000Z')).toBe(true);
  expect(isPauseLate({ returnsAt: null }, '2026-11-20T09:00:00.000Z')).toBe(false);
});
