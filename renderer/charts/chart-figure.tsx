import { IconPhotoDown } from '@tabler/icons-react';
import { useText } from '#renderer/desk/language.ts';
import { CopyTable } from '#renderer/ui/copy-table.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { useId, useRef, useState, type ReactNode } from 'react';
import { handOver } from '#renderer/ui/hand-over.ts';
import { chartPicture } from './chart-picture.ts';
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
  /** The name of its PNG; without one the drawing is not kept as a picture. */
  readonly picture?: string | undefined;
  readonly children: ReactNode;
  readonly className?: string | undefined;
};

/** A drawing with its words and, at the press of a button, the table it was drawn from. */
export function ChartFigure({
  title,
  hint,
  end,
  summary,
  table,
  picture,
  children,
  className,
}: ChartFigureProps) {
  const text = useText();
  const words = text.dashboard;
  const body = useRef<HTMLDivElement>(null);
  const savePicture = async (name: string) => {
    const chart = body.current?.querySelector('svg');
    if (chart != null) handOver(await chartPicture(chart, title), name);
  };
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
            {picture === undefined || asTable ? null : (
              <Button
                size="small"
                variant="quiet"
                aria-label={`${words.savePicture}: ${title}`}
                title={words.savePicture}
                icon={<IconPhotoDown size={16} aria-hidden="true" />}
                onClick={() => void savePicture(picture)}
              />
            )}
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
      <div ref={body} className={styles['body']}>
        <p className={styles['hidden']}>{summary}</p>
        {asTable ? (
          <Rows table={table} label={words.tableOf(title)} copyLabel={text.common.copyTable(title)} />
        ) : (
          children
        )}
      </div>
    </figure>
  );
}

type RowsProps = { readonly table: ChartTable; readonly label: string; readonly copyLabel: string };

function Rows({ table, label, copyLabel }: RowsProps) {
  const { common } = useText();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className={styles['scroll']} role="group" aria-label={label} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              <th key={column} scope="col">
                {column}
                {index === 0 ? <CopyTable label={copyLabel} done={common.copiedTable} /> : null}
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
