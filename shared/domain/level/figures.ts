import { z } from 'zod';
import { accountLevel } from '../account/level.ts';
import type { DayCounts } from '../report/day-report.ts';
import { count } from '../values.ts';

/** The figures of a day that the level keeps as columns and adds up everywhere; all other parts are read from the kept files. */
export const LEVEL_FIGURES = [
  'issued',
  'requests',
  'taken',
  'activated',
  'activatedLevel1',
  'referred',
  'papersMissing',
  'level1',
  'level2',
  'level2WithCard',
  'staffTaken',
  'staffActivated',
] as const;
export type LevelFigure = (typeof LEVEL_FIGURES)[number];

export const levelFigures = z.object({
  /** Numbers given. */
  issued: count,
  requests: count,
  /** Files taken for an account, and accounts activated and signed in: the two counts of the letters. */
  taken: count,
  activated: count,
  /** Those of them that are of level 1; the others are of level 2. */
  activatedLevel1: count,
  referred: count,
  /** Requests sent home for papers. */
  papersMissing: count,
  /** Level 1 guided, level 2 with a valid card, level 2 together with the card. */
  level1: count,
  level2: count,
  level2WithCard: count,
  staffTaken: count,
  staffActivated: count,
});
export type LevelFigures = z.infer<typeof levelFigures>;

/** No office counts a thousand million of anything on one day. */
export const MOST_OF_A_FIGURE = 1_000_000_000;

export const NO_FIGURES: LevelFigures = Object.freeze(
  Object.fromEntries(LEVEL_FIGURES.map((figure) => [figure, 0])) as LevelFigures,
);

/** The figures of a day's counts: of an office's file, or of a sum. */
export function levelFiguresOf({
  tickets,
  requests,
  breakdowns,
}: Omit<DayCounts, 'businessDay'>): LevelFigures {
  const staff = breakdowns.byGroup.find(({ group }) => group === 'staff');
  return {
    issued: tickets.issued,
    requests: requests.total,
    taken: breakdowns.taken,
    activated: breakdowns.activated.total,
    activatedLevel1: activatedLevel1(breakdowns.activated.byProcedure),
    referred: requests.byOutcome.referred,
    papersMissing: requests.byOutcome['papers-missing'],
    level1: breakdowns.levels.level1Guided,
    level2: breakdowns.levels.level2,
    level2WithCard: breakdowns.levels.level2WithCard,
    staffTaken: staff?.taken ?? 0,
    staffActivated: staff?.activated ?? 0,
  };
}

function activatedLevel1(rows: DayCounts['breakdowns']['activated']['byProcedure']): number {
  return rows.reduce((sum, row) => sum + (accountLevel(row.procedure) === 'level-1' ? row.count : 0), 0);
}
