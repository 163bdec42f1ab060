import { targetKey, type Progress, type ProgressRow, type UnitTotals } from './campaign.ts';
import { percentHundredths } from './progress.ts';
import { section } from './report-table.ts';

function sumOf(unit: UnitTotals | null, column: 'issued' | 'activated'): number {
  return (unit?.rows ?? []).reduce((sum, row) => sum + row[column], 0);
}

type UnitLine = Omit<UnitTotals['rows'][number], 'level'> &
  Pick<Progress, 'rounding'> &
  Partial<Pick<UnitTotals['rows'][number], 'level'>>;
type TargetLine = Progress['total'] & Partial<ProgressRow>;

/** The sections of a campaign, in the order of the published list. */
export const CAMPAIGN_TABLES = {
  targets: section({
    name: 'targets',
    lines: ({ rows }: Progress): readonly TargetLine[] => rows,
    row: ({ level, ...line }) => (level === undefined ? '' : targetKey({ level, ...line })),
    columns: [
      { code: 'target', of: (line) => line.target },
      { code: 'before', of: (line) => line.before, on: ['file'] },
      { code: 'here', of: (line) => line.here, on: ['file'] },
      { code: 'activated', of: (line) => line.activated },
      { code: 'remaining', of: (line) => line.remaining },
      { code: 'percent', of: (line) => line.percent, kind: 'percent' },
      { code: 'pace', of: (line) => line.pace, on: ['file'] },
      { code: 'projection-from', of: (line) => line.projection && line.projection.from, on: ['file'] },
      { code: 'projection-to', of: (line) => line.projection && line.projection.to, on: ['file'] },
    ],
    whole: (progress) => progress.total,
  }),
  unit: section({
    name: 'unit',
    lines: ({ unit, rounding }: Progress): readonly UnitLine[] =>
      unit?.rows.map((line) => ({ ...line, rounding })) ?? [],
    row: ({ level = '' }) => level,
    columns: [
      { code: 'issued', of: (line) => line.issued },
      { code: 'activated', of: (line) => line.activated },
      {
        code: 'percent',
        of: (line) => percentHundredths(line.activated, line.issued, line.rounding),
        kind: 'percent',
      },
    ],
    whole: ({ unit, rounding }) => ({
      rounding,
      issued: sumOf(unit, 'issued'),
      activated: sumOf(unit, 'activated'),
    }),
  }),
  byMonth: section({
    name: 'by-month',
    lines: ({ months }: Progress) => months,
    row: (line) => line.month,
    columns: [{ code: 'activated', of: (line) => line.activated }],
  }),
  line: section({
    name: 'line',
    lines: ({ line }: Progress) => line,
    row: (line) => line.day,
    columns: [{ code: 'activated', of: (line) => line.activated, sums: false }],
  }),
};

/** How fast a campaign goes: a table of its own for people, among the targets in the file. */
export const paceTable = section({
  name: 'pace',
  lines: ({ rows }: Progress) => rows,
  row: (line) => targetKey(line),
  columns: [
    { code: 'before', of: (line) => line.before },
    { code: 'here', of: (line) => line.here },
    { code: 'pace', of: (line) => line.pace, sums: false },
    { code: 'projection-from', of: (line) => line.projection?.from ?? null, sums: false },
    { code: 'projection-to', of: (line) => line.projection?.to ?? null, sums: false },
  ],
});
