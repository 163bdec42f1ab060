import { catalogue } from '#shared/text/catalogue.ts';
import { campaignSheets } from './campaign-sheet.ts';
import { canonicalJson } from './canonical-json.ts';
import { writeCsv, type CsvField } from './csv-writer.ts';
import {
  campaignFigures,
  dayFigures,
  monthFigures,
  yearFigures,
  type Figure,
} from '#shared/domain/report/figures.ts';
import { dayPartsSheet } from './day-parts-sheet.ts';
import { daySheet, type SheetOptions } from './day-sheet.ts';
import { MEDIA_TYPES, type ExportFile, type ExportMaterial } from './export-material.ts';
import { figureSheet } from './figure-sheet.ts';
import { exportFileName } from './file-name.ts';
import { monthMadeAt, monthSheets } from './month-sheets.ts';
import { PEOPLE_COLUMNS, peopleRows, peopleSheet } from './people-sheet.ts';
import type { SheetPage } from './sheet-page.ts';
import { writeBook } from './xlsx-book.ts';
import { yearOf } from '#shared/domain/report/year-sum.ts';
import { yearSheets } from './year-sheets.ts';

export type MakeOrder = {
  readonly material: ExportMaterial;
  readonly format: 'xlsx' | 'csv' | 'json';
  readonly options: SheetOptions;
};

/** The columns of the CSV file of a day, and of every other one; `docs/so-lieu-csv.md` explains them. */
export const CSV_COLUMNS = [
  'business_day',
  'office_code',
  'version',
  'section',
  'row',
  'column',
  'value',
] as const;
export const PERIOD_CSV_COLUMNS = ['period', ...CSV_COLUMNS.slice(1)] as const;

/**
 * The figures as a file. The bytes of frozen figures follow from the figures, the language and the training mark alone, so they
 * are the same on any later day and machine.
 */
export async function makeFile(
  { material, format, options }: MakeOrder,
  tell: (percent: number) => void = () => {},
): Promise<ExportFile> {
  const fileName = exportFileName(material, format, options.language, options.training);
  const bytes = await bytesOf(material, format, options, tell);
  return { fileName, mediaType: MEDIA_TYPES[format], bytes };
}

async function bytesOf(
  material: ExportMaterial,
  format: MakeOrder['format'],
  options: SheetOptions,
  tell: (percent: number) => void,
): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx': {
      const { pages, title } = bookOf(material, options);
      tell(30);
      const bytes = await writeBook({
        pages,
        title,
        creator: catalogue(options.language).common.productName,
        madeAt: madeAtOf(material, options.at),
        grouping: options.language === 'vi' ? 'dot' : 'comma',
      });
      tell(100);
      return bytes;
    }
    case 'csv':
      return writeCsv(csvRows(material, options.training));
    case 'json':
      return Buffer.from(canonicalJson(jsonOf(material)), 'utf8');
  }
}

/** The instant that a file names as its making: that of its figures where they are frozen, else `at`. */
export function madeAtOf(material: ExportMaterial, at: string): string {
  switch (material.kind) {
    case 'day':
      return material.report.frozenAt ?? at;
    case 'month':
      return monthMadeAt(material.month, material.days, at);
    case 'year':
      return `${material.year}-12-31T10:00:00.000Z`;
    case 'campaign':
      return `${material.progress.on}T10:00:00.000Z`;
    case 'people':
      return at;
  }
}

type Book = { readonly pages: SheetPage[]; readonly title: string };

function bookOf(material: ExportMaterial, options: SheetOptions): Book {
  const { training, language } = options;
  const { exportFile, exportBook: words } = catalogue(language);
  const figures = figuresOf(material, training);
  const hidden = figures === undefined ? [] : [figureSheet(figures)];
  switch (material.kind) {
    case 'day': {
      const { report } = material;
      return {
        pages: [daySheet(report, options), dayPartsSheet(report, options), ...hidden],
        title: `${exportFile.title} ${report.businessDay}`,
      };
    }
    case 'month':
      return {
        pages: [
          ...monthSheets(material.month, material.days, { ...options, over: material.over }),
          ...hidden,
        ],
        title: `${words.monthTitle} ${material.month.month}`,
      };
    case 'year':
      return {
        pages: [
          ...yearSheets(yearOf(material.year, material.office, material.months), material.months, {
            ...options,
            over: material.over,
          }),
          ...hidden,
        ],
        title: `${words.yearTitle} ${material.year}`,
      };
    case 'campaign':
      return {
        pages: [...campaignSheets(material.progress, material.office, options), ...hidden],
        title: `${words.campaignTitle} ${material.progress.on}`,
      };
    case 'people':
      return {
        pages: [peopleSheet(material.list, options)],
        title: `${words.peopleTitle} ${material.list.businessDay}`,
      };
  }
}

/** Undefined for a list of people, who are no figures. */
function figuresOf(material: ExportMaterial, training: boolean): Figure[] | undefined {
  switch (material.kind) {
    case 'day':
      return dayFigures(material.report, training);
    case 'month':
      return monthFigures(material.month, training);
    case 'year':
      return yearFigures(yearOf(material.year, material.office, material.months), training);
    case 'campaign':
      return campaignFigures(material.progress, material.office, training);
    case 'people':
      return undefined;
  }
}

function csvRows(material: ExportMaterial, training: boolean): (readonly CsvField[])[] {
  if (material.kind === 'people') return [PEOPLE_COLUMNS, ...peopleRows(material.list)];
  const { period, code, version } = csvHead(material);
  const header = material.kind === 'day' ? CSV_COLUMNS : PERIOD_CSV_COLUMNS;
  const figures = figuresOf(material, training) ?? [];
  return [
    header,
    ...figures.map(({ section, row, column, value }) => [period, code, version, section, row, column, value]),
  ];
}

function csvHead(material: Exclude<ExportMaterial, { kind: 'people' }>): {
  readonly period: string;
  readonly code: string;
  readonly version: number | null;
} {
  switch (material.kind) {
    case 'day': {
      const { businessDay, office, version } = material.report;
      return { period: businessDay, code: office.code, version };
    }
    case 'month':
      return { period: material.month.month, code: material.month.office.code, version: null };
    case 'year':
      return { period: String(material.year), code: material.office.code, version: null };
    case 'campaign':
      return { period: material.progress.on, code: material.office.code, version: null };
  }
}

function jsonOf(material: ExportMaterial): unknown {
  switch (material.kind) {
    case 'day':
      return material.report;
    case 'month':
      return material.month;
    case 'year':
      return yearOf(material.year, material.office, material.months);
    case 'campaign':
      return material.progress;
    case 'people':
      return material.list;
  }
}
