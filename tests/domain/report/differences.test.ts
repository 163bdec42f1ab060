import { expect, test } from 'vitest';
import { differencesOf } from '#shared/domain/report/differences.ts';

const figure = (section: string, row: string, column: string, value: number | string | null) => ({
  section,
  row,
  column,
  value,
});

test('what changed is named with both values, what appeared or went with null, and the version itself is left out', () => {
  const before = [
    figure('report', 'day', 'version', 1),
    figure('requests', 'level-2', 'taken', 7),
    figure('requests', 'level-2', 'guided', 2),
    figure('requests', 'lock', 'taken', 1),
    figure('requests', 'unlock', 'taken', 0),
    figure('times', 'waiting', 'median-ms', null),
  ];
  const after = [
    figure('report', 'day', 'version', 2),
    figure('requests', 'level-1', 'taken', 1),
    figure('requests', 'level-1', 'guided', 0),
    figure('requests', 'level-2', 'taken', 8),
    figure('requests', 'level-2', 'guided', 2),
    figure('times', 'waiting', 'median-ms', 0),
  ];
  expect(differencesOf(before, after)).toEqual([
    { section: 'requests', row: 'level-1', column: 'taken', before: null, after: 1 },
    { section: 'requests', row: 'level-2', column: 'taken', before: 7, after: 8 },
    { section: 'times', row: 'waiting', column: 'median-ms', before: null, after: 0 },
    { section: 'requests', row: 'lock', column: 'taken', before: 1, after: null },
  ]);
  expect(differencesOf(before, before)).toEqual([]);
});
