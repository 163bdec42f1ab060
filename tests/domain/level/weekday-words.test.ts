import { expect, test } from 'vitest';
import { readWeekdays, weekdaysText } from '#shared/domain/level/weekday-words.ts';

test.each([
  ['T2-T6', [1, 2, 3, 4, 5]],
  ['thứ 2 đến thứ Bảy', [1, 2, 3, 4, 5, 6]],
  ['t2; T4 , CN', [1, 3, 7]],
  ['Mon – Wed, Thu, sun', [1, 2, 3, 4, 7]],
  ['2-6, chủ nhật', [1, 2, 3, 4, 5, 7]],
  ['Thứ tư', [3]],
])('%s is read', (text, days) => {
  expect(readWeekdays(text)).toEqual(days);
});

test.each([
  [1, ['T2', '2', 'Thứ 2', 'thứ hai', 'Mon', 'Monday']],
  [2, ['T3', '3', 'Thứ 3', 'thứ ba', 'Tue', 'Tuesday']],
  [3, ['T4', '4', 'Thứ 4', 'thứ tư', 'Wed', 'Wednesday']],
  [4, ['T5', '5', 'Thứ 5', 'thứ năm', 'Thu', 'Thursday']],
  [5, ['T6', '6', 'Thứ 6', 'thứ sáu', 'Fri', 'Friday']],
  [6, ['T7', '7', 'Thứ 7', 'thứ bảy', 'Sat', 'Saturday']],
  [7, ['CN', '8', 'Chủ nhật', 'Chủ Nhật', 'Sun', 'Sunday']],
])('day %i is read in each of its writings', (day, writings) => {
  for (const text of writings) expect(readWeekdays(text), text).toEqual([day]);
});

test.each(['', 'T1', 'T6-T2', 'T2-T4-T6', 'cả tuần', 'T2 T3', '9', ','])('%s is no days', (text) => {
  expect(readWeekdays(text)).toBeUndefined();
});

test('what is written is read as the same, in either language', () => {
  for (const names of [
    ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
    ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  ])
    for (let bits = 1; bits < 128; bits += 1) {
      const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => (bits >> (day - 1)) & 1);
      expect(readWeekdays(weekdaysText(days, names))).toEqual(days);
    }
  expect(weekdaysText([1, 2, 3, 5, 6], ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'])).toBe('T2-T4, T6, T7');
});
