import type { AccountLevel } from '#shared/domain/account/follow-up.ts';
import type { ExemptReason, MemberDoubt, MemberState } from '#shared/domain/roster/member.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { formatBirth, formatDay, formatNumber } from '#shared/text/format.ts';
import { nextStep } from '#shared/text/roster-step.ts';
import type { SheetOptions } from './day-sheets.ts';
import type { SheetPage } from './sheet-page.ts';
import { namesPage } from './people-sheet.ts';

/** Who is not done; the number is masked by the desk unless somebody asked otherwise. */
type RosterRow = {
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly idNumber: string | null;
  readonly unit: string | null;
  readonly state: MemberState;
  readonly dueOn: string | null;
  readonly exempt: ExemptReason | null;
  readonly doubt: MemberDoubt | null;
};

export type RosterList = {
  readonly office: { readonly name: string; readonly code: string; readonly receivingLevel: string };
  readonly rosterId: string;
  readonly agency: string;
  readonly level: AccountLevel;
  readonly dueOn: string | null;
  /** The day on which it stands so. */
  readonly on: string;
  readonly masked: boolean;
  /** All people of the roster. */
  readonly people: number;
  readonly rows: readonly RosterRow[];
};

/** Who of an agency is not done and what they have to do, over as many pages as it needs. */
export function rosterSheet(list: RosterList, { language, training }: SheetOptions): SheetPage {
  const { exportBook: words, roster, account } = catalogue(language);
  const { sheet: said, column } = roster;
  const left = said.count(formatNumber(list.rows.length, language), formatNumber(list.people, language));
  const due = list.dueOn === null ? '' : ` ${said.due(formatDay(list.dueOn, language))}`;
  return namesPage(
    {
      office: list.office,
      title: said.title(account.level[list.level].toLocaleUpperCase('vi')),
      period: `${said.to(list.agency)}. ${words.dayInWords(list.on)}`,
      masked: list.masked ? words.numbersMasked : null,
      training,
    },
    language,
    {
      heading: `${left}.${due}`,
      columns: [
        { title: said.place, span: 1, kind: 'typed' },
        { title: said.name, span: 3, kind: 'typed' },
        { title: column.born, span: 1, kind: 'typed' },
        { title: column.number, span: 2, kind: 'typed' },
        { title: said.unit, span: 2, kind: 'typed' },
        { title: said.todo, span: 3, kind: 'label' },
      ],
      rows: list.rows.map((row, index) => [
        String(index + 1),
        row.fullName,
        row.birthDate === null ? '' : formatBirth(row.birthDate, language),
        row.idNumber ?? '',
        row.unit ?? '',
        nextStep(row, roster, language),
      ]),
      note: list.rows.length === 0 ? roster.nothingToPrint : said.counts,
    },
  );
}

export const ROSTER_COLUMNS = [
  'agency',
  'full_name',
  'birth_date',
  'id_number',
  'unit',
  'state',
  'due_on',
] as const;

/** The same rows for a CSV file, under {@link ROSTER_COLUMNS}. */
export function rosterRows({ agency, rows }: RosterList): string[][] {
  return rows.map((row) => [
    agency,
    row.fullName,
    row.birthDate ?? '',
    row.idNumber ?? '',
    row.unit ?? '',
    row.state,
    row.dueOn ?? '',
  ]);
}
