import type { Progress } from '#shared/domain/report/campaign.ts';
import {
  OUTCOMES,
  PROCEDURES,
  type Outcome,
  type Paper,
  type Procedure,
} from '#shared/domain/procedure/vocabulary.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import { formatHundredths } from '#shared/text/hundredths.ts';
import type { ReactNode } from 'react';
import type { ReportWords } from './report-paper.tsx';
import styles from './report.module.css';

export type Cell = string | number;

/** A table of a report; its last row may be the sum of those above. */
export function Table({
  columns,
  rows,
  sum,
  language,
  isDense = false,
}: {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly cells: readonly (Cell | ReactNode)[];
    readonly strong?: boolean;
  }[];
  readonly sum?: readonly Cell[];
  readonly language: ReportWords['language'];
  readonly isDense?: boolean;
}) {
  const shown = (cell: Cell | ReactNode) => (typeof cell === 'number' ? formatNumber(cell, language) : cell);
  const line = (cells: readonly (Cell | ReactNode)[]) =>
    cells.map((cell, index) =>
      index === 0 ? (
        <th key={index} scope="row">
          {shown(cell)}
        </th>
      ) : (
        <td key={index}>{shown(cell)}</td>
      ),
    );
  return (
    <table className={[styles['table'], isDense ? styles['dense'] : ''].join(' ')}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells, strong }) => (
          <tr key={key} className={strong === true ? styles['sum'] : undefined}>
            {line(cells)}
          </tr>
        ))}
      </tbody>
      {sum === undefined ? null : (
        <tfoot>
          <tr className={styles['sum']}>{line(sum)}</tr>
        </tfoot>
      )}
    </table>
  );
}

export type ProcedureLine = {
  readonly procedure: Procedure;
  readonly total: number;
  readonly open: number;
  readonly byOutcome: Readonly<Record<Outcome, number>>;
};

/** Procedures against outcomes, with the sum that the figures themselves give. */
export function ProcedureTable({
  lines,
  text,
  language,
}: ReportWords & { readonly lines: readonly ProcedureLine[] }) {
  const words = text.reportSheet;
  const ordered = lines.toSorted((a, b) => PROCEDURES.indexOf(a.procedure) - PROCEDURES.indexOf(b.procedure));
  const add = (of: (line: ProcedureLine) => number) => ordered.reduce((sum, line) => sum + of(line), 0);
  const open = add((line) => line.open);
  return (
    <Table
      language={language}
      columns={[
        words.procedure,
        words.requests,
        ...OUTCOMES.map((outcome) => words.outcome[outcome]),
        ...(open > 0 ? [words.open] : []),
      ]}
      rows={ordered.map((line, index) => ({
        key: line.procedure,
        cells: [
          `${index + 1}. ${text.common.procedureShort[line.procedure]}`,
          line.total,
          ...OUTCOMES.map((outcome) => line.byOutcome[outcome]),
          ...(open > 0 ? [line.open] : []),
        ],
      }))}
      sum={[
        words.total,
        add((line) => line.total),
        ...OUTCOMES.map((outcome) => add((line) => line.byOutcome[outcome])),
        ...(open > 0 ? [open] : []),
      ]}
    />
  );
}

export type PaperLine = {
  readonly paper: string;
  readonly seen: number;
  readonly missing: number;
  readonly mismatch: number;
  readonly inVneid: number;
};

export function PaperTable({
  lines,
  text,
  language,
}: ReportWords & { readonly lines: readonly PaperLine[] }) {
  const words = text.reportSheet;
  if (lines.length === 0) return <p>{words.none}</p>;
  const wrong = (line: PaperLine) => line.missing + line.mismatch;
  const wanted = (line: PaperLine) => line.seen + wrong(line);
  const add = (of: (line: PaperLine) => number) => lines.reduce((sum, line) => sum + of(line), 0);
  return (
    <Table
      language={language}
      columns={[words.paper, words.paperWanted, words.paperSeen, words.paperWrong]}
      rows={lines.map((line) => ({
        key: line.paper,
        cells: [
          text.common.paper[line.paper as Paper] ?? text.slip.paper(line.paper),
          wanted(line),
          line.seen,
          wrong(line),
        ],
      }))}
      sum={[words.sum, add(wanted), add((line) => line.seen), add(wrong)]}
    />
  );
}

/** A list of reasons under its total, two columns. */
export function ReasonTable({
  title,
  rows,
  language,
  none,
}: {
  readonly title: string;
  readonly rows: readonly (readonly [words: string, count: number])[];
  readonly language: ReportWords['language'];
  readonly none: string;
}) {
  const total = rows.reduce((sum, [, count]) => sum + count, 0);
  return (
    <table className={`${styles['table']} ${styles['reasons']}`}>
      <thead>
        <tr>
          <th scope="col" className={styles['words']}>
            {title}
          </th>
          <th scope="col">{formatNumber(total, language)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 ? (
          <tr>
            <th scope="row">{none}</th>
            <td>0</td>
          </tr>
        ) : (
          rows.map(([words, count]) => (
            <tr key={words}>
              <th scope="row">{words}</th>
              <td>{formatNumber(count, language)}</td>
            </tr>
          ))
        )}
      </tbody>
    </table>
  );
}

/** Target, reached and share of every level, with a bar of ink. */
export function TargetTable({ progress, text, language }: ReportWords & { readonly progress: Progress }) {
  const words = text.reportSheet;
  const row = (
    key: string,
    name: string,
    of: Pick<Progress['total'], 'target' | 'activated' | 'remaining' | 'percent'>,
    strong = false,
  ) => ({
    key,
    strong,
    cells: [
      name,
      of.target,
      of.activated,
      of.remaining,
      formatHundredths(of.percent, language),
      <ShareBar key="bar" percent={of.percent} />,
    ],
  });
  return (
    <>
      <h3>{words.targetOf(progress.campaign.name, formatDay(progress.campaign.dueOn, language))}</h3>
      <Table
        language={language}
        columns={[words.content, words.target, words.cumulated, words.remaining, words.percent, words.share]}
        rows={[
          ...progress.rows.map((one) => row(one.level, text.account.level[one.level], one)),
          ...(progress.rows.length > 1 ? [row('total', words.sum, progress.total, true)] : []),
        ]}
      />
    </>
  );
}

function ShareBar({ percent }: { readonly percent: number | null }) {
  const width = Math.min(100, (percent ?? 0) / 100);
  return (
    <div className={styles['bar']}>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect x="0.4" y="0.6" width="99.2" height="8.8" fill="#fff" stroke="#000" strokeWidth="0.8" />
        <rect x="0" y="0.2" width={width} height="9.6" fill="#000" />
      </svg>
    </div>
  );
}
