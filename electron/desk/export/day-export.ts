import type { DayReport, ExportFormat } from '#shared/contract/report.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { Refusal } from '../refusal.ts';
import { canonicalJson } from './canonical-json.ts';
import { writeCsv } from './csv-writer.ts';
import { dayFigures } from './day-figures.ts';
import { daySheet, figureSheet, type SheetOptions } from './day-sheet.ts';
import { exportFileName } from './file-name.ts';
import { writeBook } from './xlsx-book.ts';

export type ExportFile = { readonly fileName: string; readonly mediaType: string; readonly bytes: Buffer };

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
} as const;

/** The columns of the CSV file; `docs/so-lieu-csv.md` explains them. */
export const CSV_COLUMNS = [
  'business_day',
  'office_code',
  'version',
  'section',
  'row',
  'column',
  'value',
] as const;

/**
 * One day's report as a file. The bytes of a frozen version follow from the report, the language and the training mark alone, so
 * they are the same on any later day and machine. Refuses `pdf` with `invalid-input` at `format`: the desk draws no pages.
 */
export async function exportDay(
  report: DayReport,
  format: ExportFormat,
  options: SheetOptions,
): Promise<ExportFile> {
  if (format === 'pdf') throw new Refusal({ code: 'invalid-input', path: 'format', reason: 'not-available' });
  const fileName = exportFileName(report, format, options.language, options.training);
  return { fileName, mediaType: mediaTypes[format], bytes: await bytesOf(report, format, options) };
}

async function bytesOf(
  report: DayReport,
  format: Exclude<ExportFormat, 'pdf'>,
  options: SheetOptions,
): Promise<Buffer> {
  const { language, training } = options;
  switch (format) {
    case 'xlsx':
      return writeBook({
        pages: [daySheet(report, options), figureSheet(report, training)],
        title: `${catalogue(language).exportFile.title} ${report.businessDay}`,
        creator: catalogue(language).common.productName,
        madeAt: report.frozenAt ?? options.at,
        grouping: language === 'vi' ? 'dot' : 'comma',
      });
    case 'csv':
      return writeCsv([
        CSV_COLUMNS,
        ...dayFigures(report, training).map(({ section, row, column, value }) => [
          report.businessDay,
          report.office.code,
          report.version,
          section,
          row,
          column,
          value,
        ]),
      ]);
    case 'json':
      return Buffer.from(canonicalJson(report), 'utf8');
  }
}
