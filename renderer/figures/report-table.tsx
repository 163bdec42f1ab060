import { useLanguage, useText } from '#renderer/desk/language.ts';
import { CopyTable } from '#renderer/ui/copy-table.tsx';
import { join } from '#renderer/ui/join.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { isNothing, type Cell } from '#shared/domain/report/report-table.ts';
import { cellText, figureName, rowTitle, type WordedTable } from '#shared/text/report-words.ts';
import { FigureButton } from './figure-button.tsx';
import styles from './report-table.module.css';

type ReportTableProps = {
  readonly table: WordedTable;
  readonly businessDay: string;
  /** The main table of a screen, every column of it wide; otherwise one among others under its own title. */
  readonly isMain?: boolean;
  /** The same list of figures on another day, beside it. */
  readonly against?: { readonly title: string; readonly table: WordedTable } | undefined;
};

/** A table of the day's report; a figure that counts requests opens them. */
export function ReportTable({ table, businessDay, isMain = false, against }: ReportTableProps) {
  const text = useText();
  const language = useLanguage();
  const { title, names, columns, rows, total, opens } = table;
  const isList = columns.length === 1 && against === undefined;
  const shown = (cell: Cell) => cellText(cell, language);
  const figure = (cell: Cell) =>
    opens === null || cell.address === null || typeof cell.value !== 'number' ? (
      <NumberText>{shown(cell)}</NumberText>
    ) : (
      <FigureButton
        businessDay={businessDay}
        figure={{ ...cell.address, section: opens }}
        name={figureName(cell.address, text, language)}
        count={cell.value}
      />
    );
  const cellsOf = (cells: readonly Cell[]) =>
    cells.map((cell, index) => (
      <td
        key={index}
        className={join(styles[columns[index]?.code ?? ''], isNothing(cell.value) && styles['zero'])}
      >
        {cell.value === null && columns.length > 1 ? null : figure(cell)}
      </td>
    ));
  return (
    <table className={isMain ? styles['main'] : styles['lines']}>
      <thead>
        <tr>
          <th scope="col">
            {isMain ? names.join(', ') : title}
            <CopyTable
              className={styles['copy']}
              label={text.common.copyTable(title)}
              done={text.common.copiedTable}
            />
          </th>
          {columns.map((column) => (
            <th
              key={column.code}
              scope="col"
              className={join(styles[column.code], isList && styles['silent'])}
            >
              {column.title}
            </th>
          ))}
          {against === undefined ? null : <th scope="col">{against.title}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.length > 0 ? null : (
          <tr>
            <td className={styles['none']} colSpan={columns.length + 1}>
              {text.report.none}
            </td>
          </tr>
        )}
        {rows.map((row) => {
          const then = against?.table.rows.find(({ key }) => key === row.key)?.cells[0];
          return (
            <tr key={row.key}>
              <th scope="row">{rowTitle(row)}</th>
              {cellsOf(row.cells)}
              {against === undefined ? null : (
                <td className={styles['then']}>
                  <NumberText>{then === undefined ? text.report.noValue : shown(then)}</NumberText>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
      {isMain && total.length > 0 ? (
        <tfoot>
          <tr>
            <th scope="row">{text.report.total}</th>
            {cellsOf(total)}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
