import { expect, test } from 'vitest';
import { ruleValueProblems, ruleValues } from './rule-values.ts';
import { sourceFiles } from './source-files.ts';

test('the values of the law stand in shared/rules only', () => {
  expect(sourceFiles().flatMap(ruleValueProblems)).toEqual([]);
});

test.each(ruleValues)('the checker: $what', ({ sample }) => {
  expect(ruleValueProblems({ path: 'shared/domain/procedure/a.ts', text: sample })).toHaveLength(1);
  expect(ruleValueProblems({ path: 'shared/rules/nd-69-2024/a.ts', text: sample })).toEqual([]);
});
