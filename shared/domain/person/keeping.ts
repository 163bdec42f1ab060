import rule from '#shared/rules/keep-days.json' with { type: 'json' };
import { addDays, type IsoDate } from '../calendar/business-date.ts';

/**
 * For how many days personal data stays after its last use (shared/rules/keep-days.json). The law says that it goes once its
 * purpose is reached and names no days: these are this program's own, and the office's to choose between the bounds.
 */
export const KEEP_DAYS = rule;

/**
 * The last day of use of what goes on `today`. While a day is open, it is that one: a clock that runs ahead takes nothing
 * away.
 */
export function goneUpTo(today: IsoDate, keepDays: number, openDay: IsoDate | null): IsoDate {
  return addDays(openDay !== null && openDay < today ? openDay : today, -keepDays);
}

/** The day on which data last used on `usedOn` goes. */
export function goesOn(usedOn: IsoDate, keepDays: number): IsoDate {
  return addDays(usedOn, keepDays);
}

/** How personal data is read. The numbers of it stand in the journal, never who was read. */
export const READ_KINDS = ['search', 'open', 'print', 'export'] as const;
export type ReadKind = (typeof READ_KINDS)[number];

/** Why one person is erased before their time. */
export const ERASE_REASONS = ['asked', 'mistake', 'authority'] as const;
export type EraseReason = (typeof ERASE_REASONS)[number];
