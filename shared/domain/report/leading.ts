import type { DayReport, LeadingFigure } from './day-report.ts';

/** What S4 V.2 asks for: files taken for an account, and accounts activated. */
export const USUAL_LEADING: readonly LeadingFigure[] = ['files', 'activated'];

/** What a day counts of each leading figure. Card files are those of an account together with the card. */
export function leadingValues({ breakdowns, tickets }: DayReport): Record<LeadingFigure, number> {
  return {
    'card-files': breakdowns.levels.level2WithCard,
    files: breakdowns.taken,
    activated: breakdowns.activated.total,
    issued: tickets.issued,
  };
}

/** The figures that stand first in the report of a day, as the office had chosen them when it was counted. */
export function leadingOf({ leading }: DayReport): readonly LeadingFigure[] {
  return leading ?? USUAL_LEADING;
}
