import { groupingMark } from '#shared/text/format.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { canonicalJson } from './canonical-json.ts';
import { writeCsv, type CsvField } from './csv-writer.ts';
import type { SheetOptions } from './day-sheets.ts';
import { MEDIA_TYPES, type ExportFile, type ExportMaterial } from './export-material.ts';
import { figureSheet } from './figure-sheet.ts';
import { PEOPLE_COLUMNS, peopleRows } from './people-sheet.ts';
import { ROSTER_COLUMNS, rosterRows } from './roster-list.ts';
import { exportFileName, subjectOf, type Subject } from './subject.ts';
import { writeBook } from './xlsx-book.ts';

export type MakeOrder = {
  readonly material: ExportMaterial;
  readonly format: 'xlsx' | 'csv' | 'json';
  readonly options: SheetOptions;
};

/** The columns of a CSV file after its first, which names the day or period; `docs/so-lieu-csv.md` explains them. */
const CSV_COLUMNS = ['office_code', 'version', 'section', 'row', 'column', 'value'] as const;

/**
 * The figures as a file. The bytes of frozen figures follow from the figures, the language and the training mark alone, so they
 * are the same on any later day and machine.
 */
export async function makeFile(
  { material, format, options }: MakeOrder,
  tell: (percent: number) => void = () => {},
): Promise<ExportFile> {
  const subject = subjectOf(material);
  const make = {
    xlsx: () => bookOf(subject, options, tell),
    csv: () => writeCsv(csvRows(material, subject, options.training)),
    json: () => Buffer.from(canonicalJson(subject.json), 'utf8'),
  };
  return {
    fileName: exportFileName(subject, format, options.language, options.training),
    mediaType: MEDIA_TYPES[format],
    bytes: await make[format](),
  };
}

async function bookOf(
  subject: Subject,
  options: SheetOptions,
  tell: (percent: number) => void,
): Promise<Uint8Array> {
  const { language, training, at } = options;
  const { exportBook: words, common } = catalogue(language);
  const figures = subject.figures(training);
  const pages = [...subject.pages(options), ...(figures.length === 0 ? [] : [figureSheet(figures)])];
  tell(30);
  const bytes = await writeBook({
    pages,
    title: subject.title(words),
    creator: common.productName,
    madeAt: subject.madeAt(at),
    grouping: groupingMark(language),
  });
  tell(100);
  return bytes;
}

function csvRows(material: ExportMaterial, subject: Subject, training: boolean): (readonly CsvField[])[] {
  if (material.kind === 'people') return [PEOPLE_COLUMNS, ...peopleRows(material.list)];
  if (material.kind === 'roster') return [ROSTER_COLUMNS, ...rosterRows(material.list)];
  const { period, code, version } = subject;
  return [
    [material.kind === 'day' ? 'business_day' : 'period', ...CSV_COLUMNS],
    ...subject
      .figures(training)
      .map(({ section, row, column, value }) => [period, code, version, section, row, column, value]),
  ];
}
