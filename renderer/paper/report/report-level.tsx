import { BarChart } from '#renderer/charts/bar-chart.tsx';
import type { LevelCauses, LevelPeriod, TargetLine } from '#shared/contract/level-shapes.ts';
import type { LevelFigure, LevelFigures } from '#shared/domain/level/figures.ts';
import type { Cell, Kind, Value } from '#shared/domain/report/report-table.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import { datedDoubtText } from '#shared/text/level-doubt.ts';
import type { LevelWords } from '#shared/text/level-words.ts';
import type { WordedTable } from '#shared/text/report-words.ts';
import { Notes } from './report-notes.tsx';
import { MainCounts, Part, ReportPaper, type ReportSender, type ReportWords } from './report-paper.tsx';
import { PaperTable } from './report-tables.tsx';
import styles from './report.module.css';

type LevelSheetMaterial = {
  readonly sender: ReportSender;
  readonly signedOn: string;
  readonly group: string | undefined;
  readonly period: LevelPeriod;
  readonly causes: LevelCauses;
  readonly targets: readonly TargetLine[];
};
type LevelReportWords = ReportWords & { readonly text: LevelWords };
type Words = LevelReportWords & { readonly material: LevelSheetMaterial };

const SHOWN: readonly LevelFigure[] = [
  'issued',
  'level1',
  'level2',
  'level2WithCard',
  'taken',
  'activated',
  'referred',
  'papersMissing',
];

/** Of a long list only so much is kept on one page with the signature. */
const WITH_THE_SIGNATURE = 6;

/** The report of a receiving level over a period, on wide paper: sums, every office, targets, causes, who is missing. */
export function LevelReportSheet({ material, text: words, language }: Words) {
  const { levelBook: text } = words;
  const { period, group, causes } = material;
  const count = (value: number) => formatNumber(value, language);
  const sum = (of: (office: LevelPeriod['offices'][number]) => number) =>
    period.offices.reduce((all, office) => all + of(office), 0);
  const missing = sum((office) => office.missing.length);
  const span = text.period(formatDay(period.from, language), formatDay(period.to, language));
  const standing = text.standing(
    count(sum(({ days }) => days)),
    count(sum(({ expected }) => expected)),
    count(missing),
  );
  const unsigned = sum((office) => office.unsigned);
  const given = { text: words, language };
  const doubtLine = (doubt: LevelCauses['doubts'][number]) => (
    <p key={JSON.stringify(doubt)}>
      - {doubt.name}: {datedDoubtText(doubt, language)}
    </p>
  );
  const parts = [
    {
      title: words.reportSheet.two,
      body: (
        <>
          <MainCounts
            counts={(['issued', 'taken', 'activated'] as const).map((figure) => ({
              title: text.figure[figure],
              count: count(period.total[figure]),
              parts: [text.detail(count(period.offices.length))],
            }))}
          />
          <p className={styles['note']}>
            {standing}. {unsigned === 0 ? null : text.unsigned(count(unsigned))}
          </p>
        </>
      ),
    },
    ...(period.line.length > 1
      ? [{ title: text.line, body: <Line key="line" material={material} {...given} /> }]
      : []),
    ...(period.groups.length > 1
      ? [
          {
            title: text.groups,
            body: <PaperTable key="groups" table={groupTable(material, given)} {...given} />,
          },
        ]
      : []),
    {
      title: text.officesTitle,
      body: <PaperTable key="offices" isDense table={officeTable(material, given)} {...given} />,
    },
    ...(material.targets.length > 0
      ? [
          {
            title: text.targetsTitle,
            body: <PaperTable key="targets" isDense table={targetTable(material, given)} {...given} />,
          },
        ]
      : []),
    {
      title: words.reportSheet.reasons,
      body: (
        <div key="causes" className={styles['beside']}>
          <PaperTable table={inactiveTable(causes, given)} isBeside {...given} />
          <PaperTable table={referralTable(causes, given)} isBeside {...given} />
        </div>
      ),
    },
    { title: text.missing, body: <Missing key="missing" period={period} {...given} /> },
    {
      title: words.report.title.notes,
      body: (
        <Notes
          key="notes"
          text={words}
          difficulties={notesOf(causes, 'difficulties', language)}
          proposals={notesOf(causes, 'proposals', language)}
        />
      ),
    },
    ...(causes.doubts.length > WITH_THE_SIGNATURE
      ? [{ title: text.doubts, body: causes.doubts.slice(0, -WITH_THE_SIGNATURE).map(doubtLine) }]
      : []),
  ];
  return (
    <ReportPaper
      {...given}
      isWide
      office={material.sender}
      signedOn={material.signedOn}
      about={group === undefined ? lower(span) : `${lower(span)}, ${lower(text.ofGroup(group))}`}
      closing={
        <Part place={parts.length + 1} title={text.doubts}>
          {causes.doubts.length === 0 ? <p>{words.reportSheet.noDoubts}</p> : null}
          {causes.doubts.slice(-WITH_THE_SIGNATURE).map(doubtLine)}
        </Part>
      }
    >
      {parts.map(({ title, body }, index) => (
        <Part key={title} place={index + 1} title={sentenceCase(title)}>
          {body}
        </Part>
      ))}
    </ReportPaper>
  );
}

function lower(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}

/** Titles of the book stand in capitals; on this paper they are headings of parts. */
function sentenceCase(title: string): string {
  const small = title === title.toLocaleUpperCase('vi') ? title.toLocaleLowerCase('vi') : title;
  return small.charAt(0).toLocaleUpperCase('vi') + small.slice(1);
}

function Line({ material: { period }, text: words, language }: Words) {
  const { levelBook: text, reportSheet } = words;
  return (
    <div className={styles['chart']}>
      <BarChart
        groups={period.line.map(({ at, figures }) => ({
          key: at,
          label: at.length > 7 ? at.slice(8) : at.slice(5),
          values: [figures.taken, figures.activated],
        }))}
        fills={['open', 'solid']}
        format={(value) => formatNumber(value, language)}
        width={941}
        height={120}
        letters={15}
      />
      <p className={styles['note']}>
        {reportSheet.perDayNote} {text.figure.taken}: {formatNumber(period.total.taken, language)}.{' '}
        {text.figure.activated}: {formatNumber(period.total.activated, language)}.
      </p>
    </div>
  );
}

function Missing({ period, text: words, language }: LevelReportWords & { readonly period: LevelPeriod }) {
  const { levelBook: text } = words;
  const missing = period.offices.filter((office) => office.missing.length > 0);
  if (missing.length === 0) return <p>{text.noMissing}</p>;
  return missing.map((office) => (
    <p key={office.code}>
      - {office.name}
      {office.telephone === '' ? '' : ` (${office.telephone})`}:{' '}
      {office.missing.map((day) => formatDay(day, language)).join(', ')}
    </p>
  ));
}

function notesOf(causes: LevelCauses, kind: 'difficulties' | 'proposals', language: ReportWords['language']) {
  return causes.notes
    .filter((note) => note.kind === kind)
    .map(({ name, businessDay, text }) => `${name}, ${formatDay(businessDay, language)}: ${text}`);
}

function table(
  title: string,
  names: readonly string[],
  columns: readonly (readonly [code: string, title: string, kind: Kind])[],
  rows: readonly (readonly [key: string, name: string, ...values: Value[]])[],
  total: readonly Value[] = [],
): WordedTable {
  const cells = (values: readonly Value[]): Cell[] =>
    values.map((value, index) => ({ value, kind: columns[index]?.[2] ?? 'count', address: null }));
  return {
    title,
    names,
    columns: columns.map(([code, heading]) => ({ code, title: heading })),
    rows: rows.map(([key, name, ...values]) => ({ key, names: [name], cells: cells(values) })),
    total: cells(total),
    opens: null,
  };
}

function figureColumns({ text }: LevelReportWords) {
  return SHOWN.map((figure) => [figure, text.levelBook.figure[figure], 'count'] as const);
}

function figuresOf(figures: LevelFigures): number[] {
  return SHOWN.map((figure) => figures[figure]);
}

function groupTable({ period }: LevelSheetMaterial, words: LevelReportWords): WordedTable {
  const { levelBook: text } = words.text;
  return table(
    text.groups,
    [text.group],
    [['offices', text.offices, 'count'], ...figureColumns(words)],
    period.groups.map((row) => [
      row.group,
      row.group || text.noGroup,
      row.offices,
      ...figuresOf(row.figures),
    ]),
    [period.offices.length, ...figuresOf(period.total)],
  );
}

function officeTable({ period }: LevelSheetMaterial, words: LevelReportWords): WordedTable {
  const { levelBook: text } = words.text;
  return table(
    text.officesSheet,
    [text.office],
    [['days', text.files, 'text'], ...figureColumns(words)],
    period.offices.map((row) => [
      row.code,
      row.name,
      `${row.days}/${row.expected}`,
      ...figuresOf(row.figures),
    ]),
    [null, ...figuresOf(period.total)],
  );
}

function targetTable({ targets }: LevelSheetMaterial, words: LevelReportWords): WordedTable {
  const { levelBook: text, account } = words.text;
  const { target: column } = text;
  return table(
    text.targetsSheet,
    [text.office],
    [
      ['level', column.level, 'text'],
      ['due-on', column.dueOn, 'text'],
      ['target', column.target, 'count'],
      ['activated', column.activated, 'count'],
      ['remaining', column.remaining, 'count'],
      ['percent', column.percent, 'percent'],
      ['pace', column.pace, 'count'],
      ['late', text.late, 'text'],
    ],
    targets.map((row) => [
      `${row.officeCode}/${row.level}/${row.from}`,
      row.name,
      account.level[row.level],
      formatDay(row.dueOn, words.language),
      row.target,
      row.activated,
      row.remaining,
      row.percent,
      row.pace,
      row.late ? text.late : '',
    ]),
  );
}

function inactiveTable(causes: LevelCauses, { text }: LevelReportWords): WordedTable {
  const sums = summed(causes.inactive, ({ reason }) => text.account.reason[reason]);
  return table(
    text.levelBook.inactive,
    [text.levelBook.reason],
    [['count', text.levelBook.count, 'count']],
    sums.map(([name, count]) => [name, name, count]),
    [total(sums)],
  );
}

function referralTable(causes: LevelCauses, { text }: LevelReportWords): WordedTable {
  const sums = summed(causes.referrals, ({ place, reason }) => {
    const why = reason === null ? text.account.noReason : text.account.referral[reason];
    return `${place ?? text.account.noPlace}: ${lower(why)}`;
  });
  return table(
    text.levelBook.referrals,
    [text.levelBook.place],
    [['count', text.levelBook.count, 'count']],
    sums.map(([name, count]) => [name, name, count]),
    [total(sums)],
  );
}

/** Counts of one name over all offices, most first. */
function summed<Row extends { readonly count: number }>(rows: readonly Row[], nameOf: (row: Row) => string) {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(nameOf(row), (sums.get(nameOf(row)) ?? 0) + row.count);
  return [...sums].toSorted((a, b) => b[1] - a[1]);
}

function total(sums: readonly (readonly [string, number])[]): number {
  return sums.reduce((all, [, count]) => all + count, 0);
}
