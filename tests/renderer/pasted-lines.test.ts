import { expect, test } from 'vitest';
import { pastedLines } from '#renderer/settings/pasted-lines.ts';

const list = { lines: ['Tổ 1'], most: 4, maxLength: 10 };

test('a column pasted from a spreadsheet adds its lines once each', () => {
  expect(pastedLines('Tổ 2\tghi chú\r\n\r\n  Tổ   3 \r\ntổ 1\r\nTỔ 2\r\n', list)).toEqual({
    added: ['Tổ 2', 'Tổ 3'],
    leftOut: 2,
  });
});

test('what is too long, and what comes after the list is full, is left out and counted', () => {
  expect(pastedLines('Một tổ có tên rất dài\nA\nB\nC\nD', list)).toEqual({
    added: ['A', 'B', 'C'],
    leftOut: 2,
  });
});
