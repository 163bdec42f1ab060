import type { LevelCauses, LevelPeriod, TargetLine } from '#shared/contract/level-shapes.ts';
import { LEVEL_FIGURES, type LevelFigure, type LevelFigures } from '#shared/domain/level/figures.ts';
import { headOf, partFigures, type Figure } from '#shared/domain/report/figures.ts';
import type { Parts } from '#shared/domain/report/parts.ts';
import { PART_TABLES } from '#shared/domain/report/report-tables.ts';
import type { Language } from '#shared/domain/language.ts';
import { levelCatalogue } from '#shared/text/level-words.ts';
import { formatDay, formatNumber, groupingMark } from '#shared/text/format.ts';
import { datedDoubtText } from '#shared/text/level-doubt.ts';
import { writeCsv } from './csv-writer.ts';
import { figureSheet } from './figure-sheet.ts';
import { fileSafe } from './file-name.ts';
import { putDescribed, putParts } from './grid-table.ts';
import type { PageWriter, SheetPage } from './sheet-page.ts';
import {
  gridPage,
  putMainFigures,
  putNote,
  putSignatures,
  putTables,
  type SheetTable,
  type Signer,
} from './sheet-table.ts';
import { writeBook } from './xlsx-book.ts';

/** What a book of the receiving level is made of. */
export type LevelMaterial = {
  readonly own: { readonly name: string; readonly code: string; readonly receivingLevel: string };
  readonly signer: Signer;
  readonly period: LevelPeriod;
  readonly group: string | undefined;
  readonly causes: LevelCauses;
  readonly targets: readonly TargetLine[];
  /** The parts of all days that count, added up; null where they were not asked for. */
  readonly parts: Parts | null;
};

export type BookOptions = { readonly language: Language; readonly at: string };

/** The figures that fit beside the name of an office on paper; all of them stand on the hidden sheet. */
const ON_PAPER: readonly LevelFigure[] = [
  'issued',
  'level1',
  'level2',
  'level2WithCard',
  'taken',
  'activated',
  'referred',
  'papersMissing',
];

/** The name of the files of a period without ending: `tong-hop-2026-11-01-den-2026-11-30-LG`. */
export function levelFileName({
  own,
  period,
  group,
}: Pick<LevelMaterial, 'own' | 'group'> & { readonly period: Pick<LevelPeriod, 'from' | 'to'> }): string {
  const span = period.from === period.to ? period.from : `${period.from}-den-${period.to}`;
  return ['tong-hop', span, fileSafe(own.code), ...(group === undefined ? [] : [fileSafe(group)])].join('-');
}

/** The workbook of a period: the sum, every office, targets, parts, causes, and the figures for a program. */
export async function levelBook(material: LevelMaterial, { language, at }: BookOptions): Promise<Buffer> {
  const words = levelCatalogue(language);
  return writeBook({
    pages: [...levelPages(material, language), figureSheet(levelBookFigures(material))],
    title: words.levelBook.title,
    creator: words.common.productName,
    madeAt: at,
    grouping: groupingMark(language),
  });
}

/** The same figures as CSV, one a line, as `docs/so-lieu-csv.md` tells. */
export function levelCsv(material: LevelMaterial): Buffer {
  const { period, own } = material;
  const span = `${period.from}/${period.to}`;
  return writeCsv([
    ['period', 'office_code', 'section', 'row', 'column', 'value'],
    ...levelBookFigures(material).map(({ section, row, column, value }) => [
      span,
      own.code,
      section,
      row,
      column,
      value,
    ]),
  ]);
}

/** Every figure of a book as one long table. */
function levelBookFigures({ own, period, group, targets, parts }: LevelMaterial): Figure[] {
  const of = (section: string, row: string, figures: LevelFigures): Figure[] =>
    LEVEL_FIGURES.map((column) => ({ section, row, column, value: figures[column] }));
  const one = (section: string, row: string, columns: Readonly<Record<string, string | number | null>>) =>
    Object.entries(columns).map(([column, value]): Figure => ({ section, row, column, value }));
  return [
    ...headOf(own, 'level', { from: period.from, to: period.to, group: group ?? null }),
    ...of('level-total', 'all', period.total),
    ...period.groups.flatMap((row) => of('level-groups', row.group, row.figures)),
    ...period.line.flatMap((row) => of('level-line', row.at, row.figures)),
    ...period.offices.flatMap(
      ({ code, name, group: inGroup, days, expected, unsigned, missing, figures }) => [
        ...one('level-offices', code, {
          name,
          group: inGroup,
          days,
          expected,
          unsigned,
          missing: missing.join(' '),
        }),
        ...of('level-offices', code, figures),
      ],
    ),
    ...targets.flatMap(({ officeCode, level, from, dueOn, target, before, activated, percent, pace }) =>
      one('level-targets', `${officeCode}/${level}/${from}`, {
        dueOn,
        target,
        before,
        activated,
        percent,
        pace,
      }),
    ),
    ...(parts === null ? [] : partFigures(parts)),
  ];
}

function levelPages(material: LevelMaterial, language: Language): SheetPage[] {
  const { levelBook: words, exportBook } = levelCatalogue(language);
  const { period, targets, parts } = material;
  const page = (
    title: string,
    name: string,
    write: (page: PageWriter) => void,
    more?: Pick<SheetPage, 'runsOn'>,
  ): SheetPage => ({ ...levelPage(material, title, name, language, write), ...more });
  return [
    page(words.title, words.sumSheet, (sheet) => putSum(sheet, material, language), { runsOn: true }),
    page(words.officesTitle, words.officesSheet, (sheet) => putTables(sheet, officeTable(period, language)), {
      runsOn: true,
    }),
    ...(targets.length === 0
      ? []
      : [
          page(
            words.targetsTitle,
            words.targetsSheet,
            (sheet) => putTables(sheet, targetTable(targets, language)),
            {
              runsOn: true,
            },
          ),
        ]),
    ...(parts === null
      ? []
      : [
          page(
            exportBook.partsTitle,
            exportBook.partsSheet,
            (sheet) => {
              putDescribed(sheet, language, PART_TABLES.requests(parts, 'book'));
              putDescribed(sheet, language, PART_TABLES.papers(parts, 'book'));
              putParts(sheet, parts, language);
            },
            { runsOn: true },
          ),
        ]),
    page(words.causesTitle, words.causesSheet, (sheet) => putCauses(sheet, material.causes, language), {
      runsOn: true,
    }),
  ];
}

function levelPage(
  { own, period, group }: LevelMaterial,
  title: string,
  name: string,
  language: Language,
  write: (page: PageWriter) => void,
): SheetPage {
  const { levelBook: words } = levelCatalogue(language);
  const count = (value: number): string => formatNumber(value, language);
  const sum = (of: (office: LevelPeriod['offices'][number]) => number): number =>
    period.offices.reduce((all, office) => all + of(office), 0);
  const missing = sum((office) => office.missing.length);
  const span = words.period(formatDay(period.from, language), formatDay(period.to, language));
  return gridPage(
    {
      office: own,
      title,
      period: group === undefined ? span : `${span}. ${words.ofGroup(group)}`,
      standing: words.standing(
        count(sum(({ days }) => days)),
        count(sum(({ expected }) => expected)),
        count(missing),
      ),
      provisional: missing > 0,
      training: false,
    },
    { name, left: span },
    language,
    write,
  );
}

function putSum(page: PageWriter, { period, signer }: LevelMaterial, language: Language): void {
  const { levelBook: words } = levelCatalogue(language);
  const { total, offices, groups, line } = period;
  const count = (value: number): string => formatNumber(value, language);
  const detail = words.detail(count(offices.length));
  putMainFigures(
    page,
    levelCatalogue(language).exportBook.mainFigures,
    (['issued', 'taken', 'activated'] as const).map((figure) => ({
      title: words.figure[figure],
      value: total[figure],
      detail,
    })),
  );
  const unsigned = offices.reduce((sum, office) => sum + office.unsigned, 0);
  if (unsigned > 0) putNote(page, words.unsigned(count(unsigned)));
  if (groups.length > 1)
    putTables(page, {
      heading: words.groups,
      columns: [
        { title: words.group, span: 3, kind: 'typed' },
        { title: words.offices, span: 1, kind: 'count' },
        ...figureColumns(language),
      ],
      rows: groups.map((row) => [row.group || words.noGroup, row.offices, ...figuresOf(row.figures)]),
      total: [words.total, offices.length, ...figuresOf(total)],
    });
  putTables(page, {
    heading: words.line,
    columns: [{ title: words.at, span: 4, kind: 'typed' }, ...figureColumns(language)],
    rows: line.map(({ at, figures }) => [atText(at, language), ...figuresOf(figures)]),
    total: [words.total, ...figuresOf(total)],
  });
  const missing = offices.filter((office) => office.missing.length > 0);
  putTables(page, {
    heading: words.missing,
    columns: [
      { title: words.office, span: 4, kind: 'typed' },
      { title: words.telephone, span: 2, kind: 'typed' },
      { title: words.missingDays, span: 6, kind: 'typed' },
    ],
    rows: missing.map((office) => [
      office.name,
      office.telephone,
      office.missing.map((day) => formatDay(day, language)).join(', '),
    ]),
    ...(missing.length === 0 ? { note: words.noMissing } : {}),
  });
  putSignatures(page, language, signer);
}

function officeTable({ offices, total }: LevelPeriod, language: Language): SheetTable {
  const { levelBook: words } = levelCatalogue(language);
  const sum = (of: (office: LevelPeriod['offices'][number]) => number): number =>
    offices.reduce((all, office) => all + of(office), 0);
  return {
    heading: words.officesSheet,
    columns: [
      { title: words.office, span: 3, kind: 'typed' },
      { title: words.files, span: 1, kind: 'typed' },
      ...figureColumns(language),
    ],
    rows: offices.map((office) => [
      office.name,
      `${office.days}/${office.expected}`,
      ...figuresOf(office.figures),
    ]),
    total: [
      words.total,
      `${sum(({ days }) => days)}/${sum(({ expected }) => expected)}`,
      ...figuresOf(total),
    ],
  };
}

function targetTable(targets: readonly TargetLine[], language: Language): SheetTable {
  const { levelBook: words, account } = levelCatalogue(language);
  const { target: column } = words;
  return {
    heading: words.targetsSheet,
    columns: [
      { title: words.office, span: 3, kind: 'typed' },
      { title: column.level, span: 1, kind: 'label' },
      { title: column.dueOn, span: 2, kind: 'typed' },
      { title: column.target, span: 1, kind: 'count' },
      { title: column.activated, span: 1, kind: 'count' },
      { title: column.remaining, span: 1, kind: 'count' },
      { title: column.percent, span: 1, kind: 'percent' },
      { title: column.pace, span: 1, kind: 'count' },
      { title: words.late, span: 1, kind: 'label' },
    ],
    rows: targets.map((row) => [
      row.name,
      account.level[row.level],
      formatDay(row.dueOn, language),
      row.target,
      row.activated,
      row.remaining,
      row.percent,
      row.pace,
      row.late ? words.late : '',
    ]),
  };
}

function putCauses(page: PageWriter, causes: LevelCauses, language: Language): void {
  const { levelBook: words, report, account } = levelCatalogue(language);
  const none = (rows: readonly unknown[]) => (rows.length === 0 ? { note: report.none } : {});
  putTables(page, {
    heading: words.inactive,
    columns: [
      { title: words.reason, span: 6, kind: 'label' },
      { title: words.office, span: 4, kind: 'typed' },
      { title: words.count, span: 2, kind: 'count' },
    ],
    rows: causes.inactive.map((row) => [account.reason[row.reason], row.name, row.count]),
    ...none(causes.inactive),
  });
  putTables(page, {
    heading: words.referrals,
    columns: [
      { title: words.place, span: 4, kind: 'typed' },
      { title: words.reason, span: 3, kind: 'label' },
      { title: words.office, span: 3, kind: 'typed' },
      { title: words.count, span: 2, kind: 'count' },
    ],
    rows: causes.referrals.map((row) => [
      row.place ?? account.noPlace,
      row.reason === null ? account.noReason : account.referral[row.reason],
      row.name,
      row.count,
    ]),
    ...none(causes.referrals),
  });
  for (const kind of ['difficulties', 'proposals'] as const) {
    const notes = causes.notes.filter((note) => note.kind === kind);
    putTables(page, {
      heading: words[kind],
      columns: [
        { title: words.office, span: 3, kind: 'typed' },
        { title: words.day, span: 2, kind: 'typed' },
        { title: words.text, span: 7, kind: 'typed' },
      ],
      rows: notes.map((note) => [note.name, formatDay(note.businessDay, language), note.text]),
      ...none(notes),
    });
  }
  putTables(page, {
    heading: words.doubts,
    columns: [
      { title: words.office, span: 4, kind: 'typed' },
      { title: words.text, span: 8, kind: 'typed' },
    ],
    rows: causes.doubts.map((doubt) => [doubt.name, datedDoubtText(doubt, language)]),
    ...none(causes.doubts),
  });
}

function figureColumns(language: Language): SheetTable['columns'] {
  const { levelBook: words } = levelCatalogue(language);
  return ON_PAPER.map((figure) => ({ title: words.figure[figure], span: 1, kind: 'count' }));
}

function figuresOf(figures: LevelFigures): number[] {
  return ON_PAPER.map((figure) => figures[figure]);
}

/** A day, or a month `2026-11`. */
function atText(at: string, language: Language): string {
  return at.length > 7 ? formatDay(at, language) : levelCatalogue(language).exportBook.month(at);
}
