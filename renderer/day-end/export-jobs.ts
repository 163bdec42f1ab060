import type { ExportJob } from '#shared/contract/export.ts';

/** Formats a day is exported in, most wanted first. */
export const DAY_FORMATS = [
  'xlsx',
  'pdf',
  'day-file',
  'csv',
  'json',
] as const satisfies readonly ExportJob['format'][];
export type DayFormat = (typeof DAY_FORMATS)[number];

/** What goes to the level above by itself when a day is closed. */
export const SENT_FORMATS = ['xlsx', 'pdf', 'day-file'] as const satisfies readonly DayFormat[];

/** The latest job of each format that wrote this version of a day into folders. */
export function jobsOfDay(
  jobs: readonly ExportJob[],
  businessDay: string,
  version: number | null,
): Readonly<Partial<Record<DayFormat, ExportJob>>> {
  const found: Partial<Record<DayFormat, ExportJob>> = {};
  for (const format of DAY_FORMATS) {
    const [latest] = jobs
      .filter(
        ({ subject, format: made, targets }) =>
          made === format &&
          targets.length > 0 &&
          subject.kind === 'day' &&
          subject.businessDay === businessDay &&
          (subject.version ?? null) === version,
      )
      .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
    if (latest !== undefined) found[format] = latest;
  }
  return found;
}
