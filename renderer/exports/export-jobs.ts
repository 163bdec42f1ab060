import { FILE_FORMATS, type FileFormat } from '#shared/contract/export-words.ts';
import type { ExportJob, ExportSubject } from '#shared/contract/export.ts';

/** What goes to the level above by itself when a day is closed. */
export const SENT_FORMATS = ['xlsx', 'pdf', 'day-file'] as const satisfies readonly FileFormat[];

/** One word for what a file speaks of; two files of one subject have the same. */
export function subjectKey(subject: ExportSubject): string {
  switch (subject.kind) {
    case 'day':
      return `day ${subject.businessDay} ${subject.version ?? ''}`;
    case 'month':
      return `month ${subject.month}`;
    case 'year':
      return `year ${subject.year}`;
    case 'campaign':
      return `campaign ${subject.campaignId}`;
    case 'people':
      return `people ${subject.businessDay} ${subject.to ?? ''} ${subject.receiver ?? ''} ${subject.unmasked ? 'unmasked' : 'masked'}`;
    case 'roster':
      return `roster ${subject.rosterId} ${subject.unmasked ? 'unmasked' : 'masked'}`;
  }
}

/** The latest job of each format that wrote a subject, a day in exactly this version, into folders. */
export function jobsOf(
  jobs: readonly ExportJob[],
  subject: ExportSubject,
): Readonly<Partial<Record<FileFormat, ExportJob>>> {
  const key = subjectKey(subject);
  const found: Partial<Record<FileFormat, ExportJob>> = {};
  for (const format of FILE_FORMATS) {
    const [latest] = jobs
      .filter((job) => job.format === format && job.targets.length > 0 && subjectKey(job.subject) === key)
      .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
    if (latest !== undefined) found[format] = latest;
  }
  return found;
}
