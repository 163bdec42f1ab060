import type { Output } from '#shared/contract/desk-contract.ts';

type Reminder = Output<'report.reminders'>[number];

type Pressing = {
  /** What is said first: a day to close before a day to export, the latest day before earlier ones, months last. */
  readonly first: Reminder | undefined;
  /** Months that are said beside it. */
  readonly months: readonly string[];
  /** Final reports of campaigns that are said beside it. */
  readonly campaigns: readonly NonNullable<Reminder['campaign']>[];
};

const ORDER: readonly Reminder['code'][] = [
  'day-to-close',
  'day-to-export',
  'month-to-send',
  'campaign-to-report',
];

/** One line of many reminders: nobody reads a list of days in a band, and the month shows the others. */
export function pressing(reminders: readonly Reminder[]): Pressing {
  const sorted = reminders.toSorted(
    (a, b) =>
      ORDER.indexOf(a.code) - ORDER.indexOf(b.code) ||
      (b.businessDay ?? b.month ?? '').localeCompare(a.businessDay ?? a.month ?? ''),
  );
  const [first, ...rest] = sorted;
  return {
    first,
    campaigns: rest.flatMap((one) => one.campaign ?? []),
    months: rest.flatMap((one) => (one.code === 'month-to-send' && one.month !== null ? [one.month] : [])),
  };
}
