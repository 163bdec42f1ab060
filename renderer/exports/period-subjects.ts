import type { Campaign } from '#shared/domain/report/campaign.ts';
import { subjectKey } from '#renderer/exports/export-jobs.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import type { PeriodSubject } from './export-store.ts';
import type { FileFormat } from '#shared/contract/export-words.ts';
import { nextMonth } from '#shared/domain/report/report-day.ts';

type PeriodChoice = {
  readonly value: string;
  readonly label: string;
  readonly subject: PeriodSubject;
};
type Named = Pick<Campaign, 'campaignId' | 'name'>;

/** What goes to the level above with one press. */
export const PERIOD_SENT: Readonly<Record<PeriodSubject['kind'], readonly FileFormat[]>> = {
  month: ['xlsx', 'pdf'],
  year: ['xlsx'],
  campaign: ['xlsx', 'pdf'],
};

/** What can be exported around a month: it and the one before, their years, every campaign; what was asked for is among them. */
export function periodChoices(
  month: string,
  campaigns: readonly Named[],
  asked: PeriodSubject | 'shown-month',
  words: Catalogue['dashboard'],
): PeriodChoice[] {
  const months = [month, nextMonth(month, -1)];
  if (asked !== 'shown-month' && asked.kind === 'month') months.unshift(asked.month);
  const years = months.map((one) => Number(one.slice(0, 4)));
  if (asked !== 'shown-month' && asked.kind === 'year') years.unshift(asked.year);
  const subjects: PeriodSubject[] = [
    ...[...new Set(months)]
      .toSorted()
      .toReversed()
      .map((one) => ({ kind: 'month' as const, month: one })),
    ...[...new Set(years)].toSorted((a, b) => b - a).map((year) => ({ kind: 'year' as const, year })),
    ...campaigns.map(({ campaignId }) => ({ kind: 'campaign' as const, campaignId })),
  ];
  return subjects.map((subject) => ({
    value: subjectKey(subject),
    label: labelOf(subject, campaigns, words),
    subject,
  }));
}

function labelOf(subject: PeriodSubject, campaigns: readonly Named[], words: Catalogue['dashboard']): string {
  switch (subject.kind) {
    case 'month':
      return words.month(subject.month.slice(5), subject.month.slice(0, 4));
    case 'year':
      return words.year(String(subject.year));
    case 'campaign':
      return campaigns.find((one) => one.campaignId === subject.campaignId)?.name ?? '';
  }
}
