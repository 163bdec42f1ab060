import { useLanguage, useText } from '#renderer/desk/language.ts';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { DAY_TABLES } from '#shared/domain/report/report-tables.ts';
import { shownValue, wordedHours } from '#shared/text/report-words.ts';
import { HEAT_ENDS, heatLevel } from './heat-level.ts';
import styles from './waiting-heat.module.css';

const tints = [styles['heat0'], styles['heat1'], styles['heat2'], styles['heat3'], styles['heat4']];

/** Median waits by hour and procedure; the tint repeats what the figure says. */
export function WaitingHeat({ report }: { readonly report: DayReport }) {
  const text = useText();
  const language = useLanguage();
  const table = DAY_TABLES.waiting(report, 'screen');
  const medians = wordedHours(table, 'median-ms', text, language);
  const counts = wordedHours(table, 'count', text, language);
  return (
    <section aria-labelledby="waiting-by-hour">
      <ColumnHead
        id="waiting-by-hour"
        className={styles['head']}
        title={text.report.title['waiting-by-hour']}
        hint={text.dayEnd.waitingUnit}
        end={<Legend />}
      />
      {medians.rows.length === 0 ? (
        <p className={styles['empty']}>{text.dayEnd.noWaits}</p>
      ) : (
        <table className={styles['grid']}>
          <thead>
            <tr>
              <th scope="col">{medians.names.join()}</th>
              {medians.columns.map(({ code, title }) => (
                <th key={code} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {medians.rows.map(({ key, names, cells }, line) => (
              <tr key={key}>
                <th scope="row">{names}</th>
                {cells.map(({ value, kind }, index) => {
                  const minutes = shownValue(value, kind);
                  const count = Number(counts.rows[line]?.cells[index]?.value ?? 0);
                  return (
                    <td
                      key={index}
                      title={
                        typeof minutes === 'number'
                          ? text.dayEnd.waitingCell(String(minutes), count)
                          : undefined
                      }
                    >
                      {typeof minutes === 'number' ? (
                        <span className={tints[heatLevel(minutes)]}>
                          <NumberText>{minutes}</NumberText>
                        </span>
                      ) : null}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Legend() {
  const words = useText().dayEnd;
  const last = HEAT_ENDS.length - 1;
  return (
    <span className={styles['legend']} aria-hidden="true">
      {HEAT_ENDS.map((end, level) => (
        <span key={end}>
          <i className={tints[level]} />
          {level === 0 ? words.upTo(end) : end}
        </span>
      ))}
      <span>
        <i className={tints[last + 1]} />
        {words.moreThan(HEAT_ENDS[last] ?? 0)}
      </span>
    </span>
  );
}
