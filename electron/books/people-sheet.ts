import type { CaseReceiver, Outcome, Procedure, SpecialCase } from '#shared/domain/procedure/vocabulary.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { formatDay, formatDayOfYear } from '#shared/text/format.ts';
import { toldText } from '#shared/text/told-case.ts';
import type { SheetOptions } from './day-sheets.ts';
import type { Language } from '#shared/domain/language.ts';
import type { SheetPage } from './sheet-page.ts';
import { gridPage, putTables, type SheetTable } from './sheet-table.ts';
import type { SheetTitle } from './sheet-title.ts';

/** A named person's request; numbers are masked by the desk unless somebody asked otherwise. */
type PersonRow = {
  readonly businessDay: string;
  readonly number: string;
  readonly fullName: string;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly procedure: Procedure;
  readonly outcome: Outcome | null;
  readonly activated: boolean;
  readonly specialCase: SpecialCase | null;
  /** The officer by name, empty where that officer has none, and the instant, UTC; null where the desk does not know. */
  readonly told: { readonly officer: string; readonly at: string | null } | null;
};

export type PeopleList = {
  readonly office: { readonly name: string; readonly code: string; readonly receivingLevel: string };
  /** The first and the last day of it; the same for one day. */
  readonly from: string;
  readonly to: string;
  readonly masked: boolean;
  /** The office that has to set something right about these people; absent for all who came. */
  readonly receiver?: CaseReceiver | undefined;
  readonly rows: readonly PersonRow[];
};

/** The list of one day's people, or of the cases of several days. It runs on over as many pages as it needs. */
export function peopleSheet(list: PeopleList, { language, training }: SheetOptions): SheetPage {
  const { exportBook: words, report } = catalogue(language);
  const { office, from, to, receiver, rows } = list;
  const isOneDay = from === to;
  return namesPage(
    {
      office,
      title: receiver === undefined ? words.peopleTitle : words.casesTitle[receiver],
      period: isOneDay
        ? words.dayInWords(from)
        : words.daysInWords(formatDay(from, language), formatDay(to, language)),
      masked: list.masked ? words.peopleMasked : null,
      training,
    },
    language,
    {
      heading: isOneDay ? words.people : words.byDay,
      ...(receiver === undefined ? visitorTable(rows, language) : caseTable(rows, isOneDay, language)),
      ...(rows.length === 0 ? { note: report.none } : {}),
    },
  );
}

type NamesTable = Pick<SheetTable, 'columns' | 'rows'>;

function visitorTable(rows: PeopleList['rows'], language: Language): NamesTable {
  const { exportBook: words, report, common } = catalogue(language);
  return {
    columns: [
      { title: words.numberColumn, span: 1, kind: 'typed' },
      { title: words.nameColumn, span: 3, kind: 'typed' },
      { title: words.idColumn, span: 2, kind: 'typed' },
      { title: words.phoneColumn, span: 2, kind: 'typed' },
      { title: words.procedureColumn, span: 2, kind: 'label' },
      { title: words.outcomeColumn, span: 2, kind: 'label' },
    ],
    rows: rows.map((row) => [
      row.number,
      row.fullName,
      row.idNumber ?? '',
      row.phone ?? '',
      common.procedureShort[row.procedure],
      row.activated
        ? report.column.activated
        : row.outcome === null
          ? report.noValue
          : report.column[row.outcome],
    ]),
  };
}

function caseTable(rows: PeopleList['rows'], isOneDay: boolean, language: Language): NamesTable {
  const { exportBook: words, report, common } = catalogue(language);
  return {
    columns: [
      { title: isOneDay ? words.numberColumn : words.dayAndNumber, span: 1, kind: 'typed' },
      { title: words.nameColumn, span: 3, kind: 'typed' },
      { title: words.idColumn, span: 2, kind: 'typed' },
      { title: words.phoneColumn, span: 2, kind: 'typed' },
      { title: words.toldColumn, span: 2, kind: 'typed' },
      { title: report.names.cases, span: 2, kind: 'label' },
    ],
    rows: rows.map((row) => [
      isOneDay ? row.number : `${formatDayOfYear(row.businessDay, language)} ${row.number}`.trim(),
      row.fullName,
      row.idNumber ?? '',
      row.phone ?? '',
      toldText(row.told, language),
      row.specialCase === null ? '' : common.specialCase[row.specialCase],
    ]),
  };
}

type NamesTitle = Pick<SheetTitle, 'office' | 'title' | 'period' | 'training'> & {
  /** What of it is masked, in words; null where it is written in full. */
  readonly masked: string | null;
};

/** A table that names people: it says what is masked or to be destroyed, and runs on over as many pages as it needs. */
export function namesPage(
  { masked, ...title }: NamesTitle,
  language: Language,
  table: SheetTable,
): SheetPage {
  const { exportBook: words } = catalogue(language);
  const page = gridPage(
    { ...title, standing: masked ?? words.peopleUnmasked, provisional: masked === null },
    { name: words.peopleSheet, left: words.footPeople },
    language,
    (sheet) => putTables(sheet, table),
  );
  return { ...page, runsOn: true };
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
  'special_case',
  'told_at',
  'told_by',
] as const;

/** The same rows for a CSV file, under {@link PEOPLE_COLUMNS}. */
export function peopleRows({ rows }: PeopleList): string[][] {
  return rows.map((row) => [
    row.businessDay,
    row.number,
    row.fullName,
    row.idNumber ?? '',
    row.phone ?? '',
    row.procedure,
    row.outcome ?? '',
    row.activated ? 'yes' : 'no',
    row.specialCase ?? '',
    row.told?.at ?? '',
    row.told?.officer ?? '',
  ]);
}
