import { describe, expect, test } from 'vitest';
import { counterWord, nextCounterName, renamedCounter } from '#shared/domain/office/counter-word.ts';

describe("the office's word for a counter", () => {
  test.each([
    [[], 'quầy'],
    [['Hộ tịch', 'Một cửa'], 'quầy'],
    [['Quầy 1', 'Bàn 2', 'bàn 3'], 'bàn'],
    [['Cửa Bắc'.normalize('NFD'), 'Quầysố 1'], 'cửa'],
  ] as const)('of %j is %s', (names, word) => {
    expect(counterWord(names)).toBe(word);
  });

  test.each([
    ['Quầy 2', 'Bàn 2'],
    ['  quầy  tiếp nhận 1 ', 'Bàn tiếp nhận 1'],
    ['Phòng', 'Bàn'],
    ['Hộ tịch', 'Hộ tịch'],
    ['Quầyhàng 1', 'Quầyhàng 1'],
  ])('%j becomes %j', (name, renamed) => {
    expect(renamedCounter(name, 'bàn')).toBe(renamed);
  });

  test('stands in the name that is proposed for one more, which nobody has', () => {
    expect(nextCounterName(['Bàn 1', 'Bàn 3'])).toBe('Bàn 4');
    expect(nextCounterName([])).toBe('Quầy 1');
  });
});
