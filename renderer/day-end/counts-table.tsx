import { useLanguage, useText } from '#renderer/desk/language.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { OUTCOMES } from '#shared/domain/procedure/vocabulary.ts';
import { formatNumber } from '#shared/text/format.ts';
import { procedureLines, sumsAgree } from './day-figures.ts';
import styles from './counts-table.module.css';

/** Procedures by outcomes, with totals counted by the desk and checked here once more. */
export function CountsTable({ report }: { readonly report: DayReport }) {
  const text = useText();
  const language = useLanguage();
  const { requests } = report;
  if (requests.total === 0) return <p className={styles['empty']}>{text.dayEnd.noFigures}</p>;
  const withOpen = requests.open > 0;
  const figure = (value: number) => <NumberText>{formatNumber(value, language)}</NumberText>;
  const zero = (value: number, more?: string) => [value === 0 ? styles['zero'] : '', more ?? ''].join(' ');
  return (
    <>
      {sumsAgree(report) ? null : (
        <Note tone="bad" announce className={styles['differ']}>
          {text.dayEnd.sumsDiffer}
        </Note>
      )}
      <table className={styles['counts']}>
        <thead>
          <tr>
            <th scope="col">{text.dayEnd.procedure}</th>
            {OUTCOMES.map((outcome) => (
              <th key={outcome} scope="col">
                {text.dayEnd.outcomeColumn[outcome]}
              </th>
            ))}
            {withOpen ? <th scope="col">{text.dayEnd.openColumn}</th> : null}
            <th scope="col" className={styles['total']}>
              {text.dayEnd.total}
            </th>
            <th scope="col" className={styles['activated']}>
              {text.dayEnd.activated}
            </th>
          </tr>
        </thead>
        <tbody>
          {procedureLines(report).map((line) => (
            <tr key={line.procedure}>
              <th scope="row">{text.common.procedureShort[line.procedure]}</th>
              {OUTCOMES.map((outcome) => (
                <td key={outcome} className={zero(line.byOutcome[outcome])}>
                  {figure(line.byOutcome[outcome])}
                </td>
              ))}
              {withOpen ? <td className={zero(line.open, styles['open'])}>{figure(line.open)}</td> : null}
              <td className={styles['total']}>{figure(line.total)}</td>
              <td className={zero(line.activated, styles['activated'])}>{figure(line.activated)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.dayEnd.total}</th>
            {OUTCOMES.map((outcome) => (
              <td key={outcome}>{figure(requests.byOutcome[outcome])}</td>
            ))}
            {withOpen ? <td className={styles['open']}>{figure(requests.open)}</td> : null}
            <td className={styles['total']}>{figure(requests.total)}</td>
            <td className={styles['activated']}>{figure(report.activated)}</td>
          </tr>
        </tfoot>
      </table>
      <p className={styles['note']}>
        {text.dayEnd.activatedNote(formatNumber(report.breakdowns.activated.total, language))}
      </p>
    </>
  );
}
