import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { useId, useState, type ReactNode } from 'react';
import styles from './charts.module.css';

type ChartTable = {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
};

type ChartFigureProps = {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly end?: ReactNode;
  /** What the drawing says, in words: for who does not see it. */
  readonly summary: string;
  readonly table: ChartTable;
  readonly children: ReactNode;
  readonly className?: string | undefined;
};

/** A drawing with its words and, at the press of a button, the table it was drawn from. */
export function ChartFigure({ title, hint, end, summary, table, children, className }: ChartFigureProps) {
  const words = useText().dashboard;
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={[styles['figure'], className].join(' ')} aria-labelledby={id}>
      <ColumnHead
        id={id}
        title={title}
        hint={hint}
        end={
          <>
            {end}
            <Button
              size="small"
              variant="quiet"
              aria-pressed={asTable}
              aria-label={`${asTable ? words.showChart : words.showTable}: ${title}`}
              onClick={() => setAsTable((shown) => !shown)}
            >
              {asTable ? words.showChart : words.showTable}
            </Button>
          </>
        }
      />
      <div className={styles['body']}>
        <p className={styles['hidden']}>{summary}</p>
        {asTable ? <Rows table={table} label={words.tableOf(title)} /> : children}
      </div>
    </figure>
  );
}

function Rows({ table, label }: { readonly table: ChartTable; readonly label: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className={styles['scroll']} role="group" aria-label={label} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={index}>
                    <NumberText>{cell}</NumberText>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
