import type { MonthReport } from '#shared/domain/report/month-report.ts';
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

/** A training desk's files say so before anything else. */
function exportNameStart(kind: ExportMaterial['kind'] | 'day-file', training: boolean): string {
  return `${training ? 'tap-huan-' : ''}${kind === 'day-file' ? DAY_FILE_START : starts[kind]}`;
}

/**
 * The name of an export, safe on Windows, USB sticks and shares: `so-lieu-ngay-2026-11-20-BM-01-ban-1.xlsx`, while a day of it is
 * open `…-tam-tinh.xlsx`, while a month or year runs `…-tam-tinh-den-2026-11-20.xlsx`; another language than Vietnamese is named at the end where the file has words.
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
    case 'month':
      return `${material.month.month}-${fileSafe(material.month.office.code)}-${periodPart([material.month], material.over)}`;
    case 'year':
      return `${material.year}-${fileSafe(material.office.code)}-${periodPart(material.months, material.over)}`;
    case 'campaign':
      return `${fileSafe(material.progress.campaign.name)}-den-${material.progress.on}-${fileSafe(material.office.code)}`;
    case 'people': {
      const { businessDay, office, masked } = material.list;
      return `${businessDay}-${fileSafe(office.code)}${masked ? '' : '-day-du'}`;
    }
  }
}

type Months = readonly Pick<MonthReport, 'days' | 'openDays'>[];

/**
 * The version of a month's or year's figures: a correction of any day makes the next one. Null while they may still grow, which
 * is while a day is open or the period is not over.
 */
export function periodVersion(months: Months, over: boolean): number | null {
  if (!over || months.some(({ openDays }) => openDays.length > 0)) return null;
  return months.flatMap(({ days }) => days).reduce((sum, { version }) => sum + (version ?? 1) - 1, 1);
}

/** The last closed day of months whose days are all closed; undefined while one is open or where there is none. */
export function lastClosedDay(months: Months): string | undefined {
  return months.some(({ openDays }) => openDays.length > 0)
    ? undefined
    : months.flatMap(({ days }) => days).at(-1)?.day;
}

/** While the period runs the name says up to which day it was closed. */
function periodPart(months: Months, over: boolean): string {
  const version = periodVersion(months, over);
  const last = lastClosedDay(months);
  return version === null && last !== undefined ? `${versionPart(null)}-den-${last}` : versionPart(version);
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
