import type { Outcome, Procedure } from '#shared/domain/procedure/vocabulary.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { capitalised, formatLongDay } from '#shared/text/format.ts';
import type { SheetOptions } from './day-sheet.ts';
import { PageWriter, type SheetPage } from './sheet-page.ts';
import { GRID_COLUMNS, gridSheet, putTables } from './sheet-table.ts';
import { putTitle } from './sheet-title.ts';

/** A named person's request; numbers are masked by the desk unless somebody asked otherwise. */
export type PersonRow = {
  readonly number: string;
  readonly fullName: string;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly procedure: Procedure;
  readonly outcome: Outcome | null;
  readonly activated: boolean;
};

export type PeopleList = {
  readonly office: { readonly name: string; readonly code: string; readonly receivingLevel: string };
  readonly businessDay: string;
  readonly masked: boolean;
  readonly rows: readonly PersonRow[];
};

/** The list of one day's people. It runs on over as many pages as it needs. */
export function peopleSheet(list: PeopleList, { language, training }: SheetOptions): SheetPage {
  const { exportBook: words, exportFile, common } = catalogue(language);
  const page = new PageWriter();
  const weekday = capitalised(formatLongDay(list.businessDay, language).split(',')[0] ?? '');
  putTitle(page, GRID_COLUMNS, {
    office: list.office,
    words: exportFile,
    title: words.peopleTitle,
    period: exportFile.dayInWords(weekday, list.businessDay),
    standing: list.masked ? words.peopleMasked : words.peopleUnmasked,
    provisional: !list.masked,
    training,
  });
  const titleRows = page.rowCount;
  putTables(page, {
    heading: words.people,
    columns: [
      { title: words.numberColumn, span: 1, kind: 'typed' },
      { title: words.nameColumn, span: 3, kind: 'typed' },
      { title: words.idColumn, span: 2, kind: 'typed' },
      { title: words.phoneColumn, span: 2, kind: 'typed' },
      { title: words.procedureColumn, span: 2, kind: 'label' },
      { title: words.outcomeColumn, span: 2, kind: 'label' },
    ],
    rows: list.rows.map((row) => [
      row.number,
      row.fullName,
      row.idNumber ?? '',
      row.phone ?? '',
      common.procedureShort[row.procedure],
      row.activated
        ? words.activatedColumn
        : row.outcome === null
          ? words.noValue
          : exportFile.outcome[row.outcome],
    ]),
    ...(list.rows.length === 0 ? { note: words.none } : {}),
  });
  const sheet = { name: words.peopleSheet, titleRows, left: words.footPeople };
  return { ...gridSheet(page, sheet, language), runsOn: true };
}

export const PEOPLE_COLUMNS = [
  'business_day',
  'number',
  'full_name',
  'id_number',
  'phone',
  'procedure',
  'outcome',
  'activated',
] as const;

/** The same rows for a CSV file, under {@link PEOPLE_COLUMNS}. */
export function peopleRows({ businessDay, rows }: PeopleList): string[][] {
  return rows.map((row) => [
    businessDay,
    row.number,
    row.fullName,
    row.idNumber ?? '',
    row.phone ?? '',
    row.procedure,
    row.outcome ?? '',
    row.activated ? 'yes' : 'no',
  ]);
}
