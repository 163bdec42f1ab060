import type { ExportFormat, DayReport } from '#shared/contract/report.ts';
import type { Language } from '#shared/text/catalogue.ts';

/** What the names of all export files begin with; a training desk's files say so before anything else. */
export function exportNameStart(training: boolean): string {
  return training ? 'tap-huan-so-lieu-ngay-' : 'so-lieu-ngay-';
}

/**
 * The name of a day's export, safe on Windows, USB sticks and shares: `so-lieu-ngay-2026-11-20-BM-01-ban-1.xlsx`, while the day
 * is open `…-tam-tinh.xlsx`; another language than Vietnamese is named at the end.
 */
export function exportFileName(
  report: DayReport,
  format: ExportFormat,
  language: Language,
  training: boolean,
): string {
  const version = report.version === null ? 'tam-tinh' : `ban-${report.version}`;
  const worded = format === 'xlsx' && language !== 'vi' ? `-${language}` : '';
  return `${exportNameStart(training)}${report.businessDay}-${fileSafe(report.office.code)}-${version}${worded}.${format}`;
}

/** Letters without marks, digits and single hyphens; a code of nothing else becomes `don-vi`. */
export function fileSafe(code: string): string {
  const plain = code
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  return plain === '' ? 'don-vi' : plain;
}
