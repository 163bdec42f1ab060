import type { Progress } from '#shared/domain/report/campaign.ts';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import type { MonthReport } from '#shared/domain/report/month-report.ts';
import type { PeopleList } from './people-sheet.ts';
import type { RosterList } from './roster-list.ts';

type Office = DayReport['office'];

/** What a file is made of: the figures as the desk counted them, complete, so that a thread without the store can work. */
export type ExportMaterial =
  | { readonly kind: 'day'; readonly report: DayReport }
  | {
      readonly kind: 'month';
      readonly month: MonthReport;
      readonly days: readonly DayReport[];
      /** No day can come to it any more. */
      readonly over: boolean;
    }
  | {
      readonly kind: 'year';
      readonly year: number;
      readonly office: Office;
      readonly months: readonly MonthReport[];
      readonly over: boolean;
    }
  | { readonly kind: 'campaign'; readonly progress: Progress; readonly office: Office }
  | { readonly kind: 'people'; readonly list: PeopleList }
  | { readonly kind: 'roster'; readonly list: RosterList };

export type ExportFile = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

export const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  pdf: 'application/pdf',
  'day-file': 'application/json',
} as const;
