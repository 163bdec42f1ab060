import type { Progress } from '#shared/domain/report/campaign.ts';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import type { Cell } from '#shared/domain/report/report-table.ts';
import type { Parts } from '#shared/domain/report/parts.ts';
import { CAMPAIGN_TABLES } from '#shared/domain/report/campaign-tables.ts';
import { DAY_TABLES, PART_TABLES } from '#shared/domain/report/report-tables.ts';
import { formatDay } from '#shared/text/format.ts';
import {
  cellText,
  rowTitle,
  shownValue,
  wordedHours,
  wordedTable,
  type WordedTable,
} from '#shared/text/report-words.ts';
import type { ReportWords } from './report-paper.tsx';
import styles from './report.module.css';

type PaperTableProps = ReportWords & {
  readonly table: WordedTable;
  /** One of several beside each other: its title stands over its names. */
  readonly isBeside?: boolean;
  readonly isDense?: boolean;
  readonly strong?: (cell: Cell) => boolean;
};

/** A table of more rows goes on over the next page. */
const ON_ONE_PAGE = 31;

/** A table of a report on paper; its last row is the sum of those above, and a share has a bar of ink. */
export function PaperTable({
  table: { title, names, columns, rows, total },
  text,
  language,
  isBeside = false,
  isDense = isBeside,
  strong = () => false,
}: PaperTableProps) {
  const { report, reportSheet } = text;
  if (rows.length === 0 && !isBeside) return <p>{report.none}</p>;
  const share = columns.findIndex(({ code }) => code === 'percent');
  const line = (name: string, cells: readonly Cell[], empty: string) => (
    <>
      <th scope="row">{name}</th>
      {cells.map((cell, index) => {
        const shown = cell.value === null ? empty : cellText(cell, language);
        return <td key={index}>{strong(cell) ? <b>{shown}</b> : shown}</td>;
      })}
      {share < 0 ? null : (
        <td>
          <ShareBar percent={Number(cells[share]?.value ?? 0)} />
        </td>
      )}
    </>
  );
  const hours = columns.some(({ code }) => /^\d+$/.test(code));
  const adds = rows.length > 1 && total.some(({ value }) => value !== null);
  return (
    <table
      className={[
        styles['table'],
        isDense ? styles['dense'] : '',
        rows.length > ON_ONE_PAGE ? styles['long'] : '',
      ].join(' ')}
    >
      <thead>
        <tr>
          <th scope="col">{isBeside ? title : names.join(', ')}</th>
          {columns.map((column) => (
            <th key={column.code} scope="col">
              {column.title}
            </th>
          ))}
          {share < 0 ? null : <th scope="col">{reportSheet.share}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>{line(rowTitle(row), row.cells, hours ? '' : report.noValue)}</tr>
        ))}
        {rows.length > 0 ? null : (
          <tr>
            <th scope="row" colSpan={columns.length + 1}>
              {report.none}
            </th>
          </tr>
        )}
      </tbody>
      {adds ? (
        <tfoot>
          <tr className={styles['sum']}>{line(report.total, total, '')}</tr>
        </tfoot>
      ) : null}
    </table>
  );
}

/** Why people were sent elsewhere, and why accounts are not activated. */
export function ReasonTables({ parts, ...words }: ReportWords & { readonly parts: Parts }) {
  return <Beside parts={parts} names={['referrals', 'inactive']} {...words} />;
}

/** Who was served and where, each part adding up to the whole. */
export function DetailTables({ parts, ...words }: ReportWords & { readonly parts: Parts }) {
  return <Beside parts={parts} names={['groups', 'sites', 'residences', 'visits', 'cases']} {...words} />;
}

const IF_ANY: readonly (keyof typeof PART_TABLES)[] = ['residences', 'visits', 'cases'];

function Beside({
  parts,
  names,
  ...words
}: ReportWords & { readonly parts: Parts; readonly names: readonly (keyof typeof PART_TABLES)[] }) {
  const tables = names.flatMap((name) => {
    const table = PART_TABLES[name](parts, 'paper');
    // Of what nobody named there is nothing to divide.
    return IF_ANY.includes(name) && table.rows.length === 0
      ? []
      : wordedTable(table, words.text, words.language);
  });
  return (
    <div className={styles['beside']}>
      {tables.map((table) => (
        <PaperTable key={table.title} table={table} isBeside {...words} />
      ))}
    </div>
  );
}

const LONG_MINUTES = 30;

/** Median waits by procedure and hour; those of more than half an hour are bold. */
export function WaitTable({ report, ...words }: ReportWords & { readonly report: DayReport }) {
  const table = wordedHours(DAY_TABLES.waiting(report, 'paper'), 'median-ms', words.text, words.language);
  return (
    <PaperTable
      table={table}
      isDense
      strong={({ value, kind }) => Number(shownValue(value, kind)) > LONG_MINUTES}
      {...words}
    />
  );
}

/** Target, reached and share of every level. */
export function TargetTable({ progress, ...words }: ReportWords & { readonly progress: Progress }) {
  const { campaign } = progress;
  return (
    <>
      <h3>{words.text.reportSheet.targetOf(campaign.name, formatDay(campaign.dueOn, words.language))}</h3>
      <PaperTable
        table={wordedTable(CAMPAIGN_TABLES.targets(progress, 'paper'), words.text, words.language)}
        {...words}
      />
    </>
  );
}

function ShareBar({ percent }: { readonly percent: number }) {
  return (
    <div className={styles['bar']}>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect x="0.4" y="0.6" width="99.2" height="8.8" fill="#fff" stroke="#000" strokeWidth="0.8" />
        <rect x="0" y="0.2" width={Math.min(100, percent / 100)} height="9.6" fill="#000" />
      </svg>
    </div>
  );
}
