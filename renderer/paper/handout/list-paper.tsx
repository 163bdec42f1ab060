import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/700.css';
import '@fontsource/be-vietnam-pro/800.css';
import type { Office } from '#shared/contract/office.ts';
import type { ReactNode } from 'react';
import styles from './list.module.css';

/** In millimetres; the foot with the page number stands in the lower one. */
export const LIST_MARGINS = { top: 12, right: 14, bottom: 16, left: 14 };

/** Numbers the pages of a list in their `@page` rule: it takes as many as it needs. */
export function pageNumberBox(pageWord: string): string {
  return `@bottom-right { content: "${pageWord} " counter(page) "/" counter(pages); font: 500 9pt "Be Vietnam Pro", sans-serif }`;
}

type ListPaperProps = {
  readonly office: Office;
  readonly title: string;
  readonly lines: readonly string[];
  readonly children: ReactNode;
  readonly foot?: ReactNode;
};

/** A list on A4: who made it, what it is, its table, and what to do with the paper. */
export function ListPaper({ office, title, lines, children, foot }: ListPaperProps) {
  return (
    <div className={styles['sheet']} data-paper="a4">
      <header className={styles['head']}>
        <p className={styles['office']}>{office.name}</p>
        <p className={styles['title']}>{title}</p>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </header>
      {children}
      {foot === undefined ? null : <div className={styles['foot']}>{foot}</div>}
    </div>
  );
}

type Column = { readonly label: string; readonly width?: string; readonly strong?: boolean };
type ListRow = { readonly key: string; readonly cells: readonly ReactNode[]; readonly group?: string };

/** A table whose head stands on every page; a row never breaks across two. */
export function ListTable({
  columns,
  rows,
}: {
  readonly columns: readonly Column[];
  readonly rows: readonly ListRow[];
}) {
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          {columns.map(({ label, width }) => (
            <th key={label} scope="col" style={width === undefined ? undefined : { width }}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.flatMap(({ key, cells, group }) => [
          ...(group === undefined
            ? []
            : [
                <tr key={`${key}-group`} className={styles['group']}>
                  <th scope="rowgroup" colSpan={columns.length}>
                    {group}
                  </th>
                </tr>,
              ]),
          <tr key={key}>
            {cells.map((cell, index) => (
              <td
                key={columns[index]?.label ?? index}
                className={columns[index]?.strong === true ? styles['strong'] : undefined}
              >
                {cell}
              </td>
            ))}
          </tr>,
        ])}
      </tbody>
    </table>
  );
}
