import type { Language } from '#shared/text/catalogue.ts';
import type { ExportMaterial } from './export-material.ts';

const starts: Record<ExportMaterial['kind'], string> = {
  day: 'so-lieu-ngay-',
  month: 'so-lieu-thang-',
  year: 'so-lieu-nam-',
  campaign: 'chi-tieu-',
  people: 'danh-sach-',
};
const DAY_FILE_START = 'tep-so-lieu-';

/** What the names of all export files of a kind begin with; a training desk's files say so before anything else. */
export function exportNameStart(kind: ExportMaterial['kind'] | 'day-file', training: boolean): string {
  return `${training ? 'tap-huan-' : ''}${kind === 'day-file' ? DAY_FILE_START : starts[kind]}`;
}

/**
 * The name of an export, safe on Windows, USB sticks and shares: `so-lieu-ngay-2026-11-20-BM-01-ban-1.xlsx`, while a day of it is
 * open `…-tam-tinh.xlsx`; another language than Vietnamese is named at the end where the file has words.
 */
export function exportFileName(
  material: ExportMaterial,
  format: 'xlsx' | 'csv' | 'json' | 'pdf' | 'day-file',
  language: Language,
  training: boolean,
): string {
  const start = exportNameStart(format === 'day-file' ? 'day-file' : material.kind, training);
  const worded = (format === 'xlsx' || format === 'pdf') && language !== 'vi' ? `-${language}` : '';
  return `${start}${subjectPart(material)}${worded}.${format === 'day-file' ? 'json' : format}`;
}

function subjectPart(material: ExportMaterial): string {
  switch (material.kind) {
    case 'day': {
      const { businessDay, office, version } = material.report;
      return `${businessDay}-${fileSafe(office.code)}-${versionPart(version)}`;
    }
    case 'month': {
      const { month, office, openDays, days } = material.month;
      // A correction of any day makes the next file of the month.
      const corrections = days.reduce((sum, { version }) => sum + (version ?? 1) - 1, 0);
      return `${month}-${fileSafe(office.code)}-${versionPart(openDays.length > 0 ? null : corrections + 1)}`;
    }
    case 'year':
      return `${material.year}-${fileSafe(material.office.code)}`;
    case 'campaign':
      return `${fileSafe(material.progress.campaign.name)}-den-${material.progress.on}-${fileSafe(material.office.code)}`;
    case 'people': {
      const { businessDay, office, masked } = material.list;
      return `${businessDay}-${fileSafe(office.code)}${masked ? '' : '-day-du'}`;
    }
  }
}

function versionPart(version: number | null): string {
  return version === null ? 'tam-tinh' : `ban-${version}`;
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
