import { expect, test } from 'vitest';
import { doubtText } from '#renderer/counter/paper-number.tsx';
import {
  checkDocumentNumber,
  documentFormat,
  documentLengths,
} from '#shared/domain/identity/document-number.ts';
import type { Paper } from '#shared/domain/procedure/vocabulary.ts';
import { vi } from '#shared/text/vi.ts';

test.each([
  ['health-insurance', '123', 'length', '10, 12 hoặc 15 ký tự, đang có 3'],
  ['id-card', '00119000123', 'length', '12 ký tự, đang có 11'],
  ['driving-licence', '12', 'length', '5–15 ký tự, đang có 2'],
] as const)('a number of %s that is too short is told its length', (paper, typed, problem, says) => {
  expect(doubtText(paper, typed, problem, vi)).toContain(says);
});

test('another problem, or a paper without a format, keeps its own sentence', () => {
  expect(doubtText('health-insurance', '12a', 'characters', vi)).toBe(vi.counter.numberProblem.characters);
  expect(doubtText('degree', 'x'.repeat(41), 'length', vi)).toBe(vi.counter.numberProblem.length);
});

test('the lengths that are told are the lengths that the check accepts', () => {
  for (const paper of Object.keys(documentFormat) as Paper[]) {
    const told = documentLengths[paper];
    for (let length = 1; length <= 20; length += 1) {
      const isTold = 'from' in told ? length >= told.from && length <= told.to : told.includes(length);
      const checked = checkDocumentNumber(paper, '1'.repeat(length));
      const refused = !checked.ok && checked.problem === 'length';
      expect(`${paper} ${length} ${!refused}`).toBe(`${paper} ${length} ${isTold}`);
    }
  }
});
