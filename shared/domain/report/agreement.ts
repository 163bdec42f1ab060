import { FILED_PROCEDURES } from '../account/level.ts';
import { OUTCOMES } from '../procedure/vocabulary.ts';
import type { Figure } from './figures.ts';

/** Section, row and column of a figure; `*` stands for every row but `all`, or for every column. */
type Place = readonly [section: string, row: string, column: string];

/** What adds up in the figures of a day: a whole, and the places whose figures are its parts. */
const SUMS: readonly (readonly [whole: Place, parts: readonly Place[]])[] = [
  [
    ['tickets', 'all', 'issued'],
    ['served', 'left', 'cancelled', 'open'].map((column): Place => ['tickets', 'all', column]),
  ],
  [['requests', 'all', 'total'], [...OUTCOMES, 'open'].map((column): Place => ['requests', 'all', column])],
  ...['total', ...OUTCOMES, 'open', 'activated'].map((column): (typeof SUMS)[number] => [
    ['requests', 'all', column],
    [['requests', '*', column]],
  ]),
  [
    ['accounts', 'all', 'files'],
    FILED_PROCEDURES.map((procedure): Place => ['requests', procedure, 'taken']),
  ],
  [['accounts', 'all', 'activated'], [['accounts', 'activated-by-source', '*']]],
  [['accounts', 'all', 'activated'], [['accounts', 'activated-of', '*']]],
  [['accounts', 'all', 'activated'], [['activated-by-procedure', '*', 'count']]],
  [['requests', 'all', 'referred'], [['referrals', '*', '*']]],
  ...['groups', 'sites', 'residences'].flatMap((section): (typeof SUMS)[number][] => [
    [['requests', 'all', 'total'], [[section, '*', 'total']]],
    [['accounts', 'all', 'files'], [[section, '*', 'files']]],
    [['accounts', 'all', 'activated'], [[section, '*', 'activated']]],
  ]),
  [['tickets', 'all', 'served'], [['counters', '*', 'served']]],
  [['times', 'waiting', 'count'], [['waiting-by-hour', '*', 'count']]],
  [
    ['levels', 'all', 'level-1-guided'],
    [
      ['requests', 'level-1', 'taken'],
      ['requests', 'level-1', 'guided'],
    ],
  ],
  [['levels', 'all', 'level-2'], [['requests', 'level-2', 'taken']]],
  [['levels', 'all', 'level-2-with-card'], [['requests', 'level-2-with-card', 'taken']]],
];

/**
 * Every total among the figures of a day that is not the sum of what it is the total of, with the parts that it was to be made of.
 * Totals are counted, never typed.
 */
export function disagreements(
  figures: readonly Figure[],
): { readonly stated: number; readonly parts: readonly number[] }[] {
  const sumAt = ([section, row, column]: Place): number =>
    figures.reduce(
      (sum, one) =>
        one.section === section &&
        (row === '*' ? one.row !== 'all' : one.row === row) &&
        (column === '*' || one.column === column) &&
        typeof one.value === 'number'
          ? sum + one.value
          : sum,
      0,
    );
  const procedures = new Set(figures.flatMap(({ section, row }) => (section === 'requests' ? row : [])));
  const rows = [...procedures].map((row): (typeof SUMS)[number] => [
    ['requests', row, 'total'],
    [...OUTCOMES, 'open'].map((column): Place => ['requests', row, column]),
  ]);
  return [...SUMS, ...rows].flatMap(([whole, places]) => {
    const stated = sumAt(whole);
    const parts = places.map(sumAt);
    return stated === parts.reduce((sum, part) => sum + part, 0) ? [] : [{ stated, parts }];
  });
}

/** Whether every total among the figures of a day is the sum of what it is the total of. */
export function sumsAgree(figures: readonly Figure[]): boolean {
  return disagreements(figures).length === 0;
}
