import { expect, test } from 'vitest';
import { readReturn, returnChoices } from '#renderer/counter/pause-time.ts';

/** 10:40 in the office. */
const now = '2026-11-20T03:40:00.000Z';

test('a time to be back is read as officers type it, of this day and still to come', () => {
  for (const typed of ['10:55', '10h55', '1055', ' 10.55 ', '10 55'])
    expect(readReturn(typed, now)).toEqual({ ok: true, at: '2026-11-20T03:55:00.000Z' });
  expect(readReturn('13:00', now)).toEqual({ ok: true, at: '2026-11-20T06:00:00.000Z' });
  expect(readReturn('  ', now)).toEqual({ ok: true, at: null });
  for (const wrong of ['10:40', '9:15', '24:00', '10:60', '1', '15 phút', '123456', '-10:55'])
    expect(readReturn(wrong, now), wrong).toEqual({ ok: false });
});

test('minutes from now and the afternoon are offered, the afternoon before it begins and no minutes beyond midnight', () => {
  expect(returnChoices(now)).toEqual([
    { time: '10:50', minutes: 10 },
    { time: '10:55', minutes: 15 },
    { time: '11:10', minutes: 30 },
    { time: '11:40', minutes: 60 },
    { time: '13:00', minutes: null },
  ]);
  expect(returnChoices('2026-11-20T06:00:00.000Z').map(({ minutes }) => minutes)).toEqual([10, 15, 30, 60]);
  // 23:45
  expect(returnChoices('2026-11-20T16:45:00.000Z').map(({ time }) => time)).toEqual(['23:55']);
});
