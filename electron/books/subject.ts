import type { SavedSubject } from '#shared/contract/event.ts';
import type { FileFormat } from '#shared/contract/export-words.ts';
import type { ExportSubject } from '#shared/contract/export.ts';
import {
  campaignFigures,
  dayFigures,
  monthFigures,
  yearFigures,
  type Figure,
} from '#shared/domain/report/figures.ts';
import { yearOf } from '#shared/domain/report/year-sum.ts';
import type { catalogue } from '#shared/text/catalogue.ts';
import type { Language } from '#shared/domain/language.ts';
import { campaignSheets } from './campaign-sheets.ts';
import { daySheet, dayPartsSheet, type SheetOptions } from './day-sheets.ts';
import type { ExportMaterial } from './export-material.ts';
import { fileSafe, periodPart, periodVersion, versionPart } from './file-name.ts';
import { peopleSheet } from './people-sheet.ts';
import { rosterSheet } from './roster-list.ts';
import { monthMadeAt, monthSheets, yearSheets } from './period-sheets.ts';
import type { SheetPage } from './sheet-page.ts';

type Words = ReturnType<typeof catalogue>['exportBook'];

/** What every file of one subject is made from: all that differs between a day, a month, a year, a campaign and a list. */
export type Subject = {
  /** The name of its files without mark, language and ending. */
  readonly name: string;
  /** The first three columns of its figures. */
  readonly period: string;
  readonly code: string;
  readonly version: number | null;
  /** The instant that a file names as its making: that of its figures where they are frozen, else the one given. */
  madeAt(at: string): string;
  readonly json: unknown;
  /** None for a list of people, who are no figures. */
  figures(training: boolean): Figure[];
  pages(options: SheetOptions): SheetPage[];
  title(words: Words): string;
  /** What the printed report is asked for; null where none is laid out. */
  readonly page: ExportSubject | null;
  /** What the journal says of a file of it beside format and bytes; null for people, who are journalled by themselves. */
  readonly saved: SavedSubject | null;
};

/** The one place that knows the kinds of material apart. */
export function subjectOf(material: ExportMaterial): Subject {
  switch (material.kind) {
    case 'day': {
      const { report } = material;
      const { businessDay, version, office } = report;
      return {
        name: `so-lieu-ngay-${businessDay}-${fileSafe(office.code)}-${versionPart(version)}`,
        period: businessDay,
        code: office.code,
        version,
        madeAt: (at) => report.frozenAt ?? at,
        json: report,
        figures: (training) => dayFigures(report, training),
        pages: (options) => [daySheet(report, options), dayPartsSheet(report, options)],
        title: (words) => `${words.dayTitle} ${businessDay}`,
        // Of a frozen day exactly the version that the file is named after.
        page: { kind: 'day', businessDay, ...(version === null ? {} : { version }) },
        saved: { version },
      };
    }
    case 'month': {
      const { month, days, over } = material;
      return {
        name: `so-lieu-thang-${month.month}-${fileSafe(month.office.code)}-${periodPart([month], over)}`,
        period: month.month,
        code: month.office.code,
        version: null,
        madeAt: (at) => monthMadeAt(month, days, at),
        json: month,
        figures: (training) => monthFigures(month, training),
        pages: (options) => monthSheets(month, days, { ...options, over }),
        title: (words) => `${words.monthTitle} ${month.month}`,
        page: { kind: 'month', month: month.month },
        saved: { month: month.month, version: periodVersion([month], over) },
      };
    }
    case 'year': {
      const { year, office, months, over } = material;
      const sum = yearOf(year, office, months);
      return {
        name: `so-lieu-nam-${year}-${fileSafe(office.code)}-${periodPart(months, over)}`,
        period: String(year),
        code: office.code,
        version: null,
        madeAt: () => `${year}-12-31T10:00:00.000Z`,
        json: sum,
        figures: (training) => yearFigures(sum, training),
        pages: (options) => yearSheets(sum, months, { ...options, over }),
        title: (words) => `${words.yearTitle} ${year}`,
        page: null,
        saved: { year, version: periodVersion(months, over) },
      };
    }
    case 'campaign': {
      const { progress, office } = material;
      const { campaign, on } = progress;
      return {
        name: `chi-tieu-${fileSafe(campaign.name)}-den-${on}-${fileSafe(office.code)}`,
        period: on,
        code: office.code,
        version: null,
        madeAt: () => `${on}T10:00:00.000Z`,
        json: progress,
        figures: (training) => campaignFigures(progress, office, training),
        pages: (options) => campaignSheets(progress, office, options),
        title: (words) => `${words.campaignTitle} ${on}`,
        page: { kind: 'campaign', campaignId: campaign.campaignId },
        saved: { campaignId: campaign.campaignId },
      };
    }
    case 'people': {
      const { list } = material;
      const { from, to, office, masked } = list;
      const days = from === to ? from : `${from}-den-${to}`;
      return {
        name: `danh-sach-${days}-${fileSafe(office.code)}${masked ? '' : '-day-du'}`,
        period: days,
        code: office.code,
        version: null,
        madeAt: (at) => at,
        json: list,
        figures: () => [],
        pages: (options) => [peopleSheet(list, options)],
        title: (words) => `${words.peopleTitle} ${days}`,
        page: null,
        saved: null,
      };
    }
    case 'roster': {
      const { list } = material;
      const { on, office, agency, masked } = list;
      return {
        name: `chua-xong-${fileSafe(agency)}-${on}${masked ? '' : '-day-du'}`,
        period: on,
        code: office.code,
        version: null,
        madeAt: (at) => at,
        json: list,
        figures: () => [],
        pages: (options) => [rosterSheet(list, options)],
        title: () => agency,
        page: null,
        saved: null,
      };
    }
  }
}

/**
 * The name of an export, safe on Windows, USB sticks and shares: `so-lieu-ngay-2026-11-20-BM-01-ban-1.xlsx`, while a day of it is
 * open `…-tam-tinh.xlsx`, while a month or year runs `…-tam-tinh-den-2026-11-20.xlsx`; another language than Vietnamese is named
 * at the end where the file has words. A training desk's files say so before anything else.
 */
export function exportFileName(
  { name }: Pick<Subject, 'name'>,
  format: FileFormat,
  language: Language,
  training: boolean,
): string {
  const worded = (format === 'xlsx' || format === 'pdf') && language !== 'vi' ? `-${language}` : '';
  const whole = format === 'day-file' ? name.replace('so-lieu-ngay-', 'tep-so-lieu-') : name;
  return `${training ? 'tap-huan-' : ''}${whole}${worded}.${format === 'day-file' ? 'json' : format}`;
}
