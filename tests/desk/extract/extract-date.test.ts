import { expect, test } from 'vitest';
import { csv, deskOf, FRIDAY, heading, mau, review, vidu } from './extract-desk.ts';
import { nextDay } from '../follow-up/follow-up-desk.ts';

const MONDAY = '2026-11-23';

test('an account is activated on the day that the extract says, else on the day it is read; it counts on that day', async () => {
  const { desk, requests } = deskOf([mau, vidu]);
  nextDay(desk, FRIDAY, MONDAY);
  const read = await review(
    desk,
    'trich-xuat.csv',
    csv([
      heading,
      ['1', mau[1], mau[0], '21/11/2026', 'Đã kích hoạt'],
      ['2', vidu[1], vidu[0], '', 'Đã kích hoạt'],
    ]),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  expect(desk.call('extract.apply', { reviewId: read.value.reviewId })).toMatchObject({ applied: 2 });
  const activatedOn = ([name]: readonly [string, string]) =>
    desk.call('follow-up.show', { requestId: requests.get(name) ?? '' }).activatedOn;
  expect([activatedOn(mau), activatedOn(vidu)]).toEqual(['2026-11-21', MONDAY]);
  const total = (businessDay: string) => desk.call('report.day', { businessDay }).breakdowns.activated.total;
  expect([total(FRIDAY), total(MONDAY)]).toEqual([0, 2]);
});
