import { useText } from '#renderer/desk/language.ts';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { waitGrid } from '#shared/domain/report/wait-grid.ts';
import { HEAT_ENDS, heatLevel } from '../day-end/day-figures.ts';
import styles from './waiting-heat.module.css';

const tints = [styles['heat0'], styles['heat1'], styles['heat2'], styles['heat3'], styles['heat4']];

/** Median waits by hour and procedure; the tint repeats what the figure says. */
export function WaitingHeat({ report }: { readonly report: DayReport }) {
  const text = useText();
  const { hours, rows } = waitGrid(report.waitingByHour);
  return (
    <section aria-labelledby="waiting-by-hour">
      <ColumnHead
        id="waiting-by-hour"
        className={styles['head']}
        title={text.dayEnd.waitingByHour}
        hint={text.dayEnd.waitingUnit}
        end={<Legend />}
      />
      {rows.length === 0 ? (
        <p className={styles['empty']}>{text.dayEnd.noWaits}</p>
      ) : (
        <table className={styles['grid']}>
          <thead>
            <tr>
              <th scope="col">{text.dayEnd.procedure}</th>
              {hours.map((hour) => (
                <th key={hour} scope="col">
                  {text.dayEnd.hour(String(hour).padStart(2, '0'))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ procedure, cells }) => (
              <tr key={procedure}>
                <th scope="row">{text.common.procedureShort[procedure]}</th>
                {cells.map((cell, index) => (
                  <td
                    key={hours[index]}
                    title={
                      cell === null ? undefined : text.dayEnd.waitingCell(String(cell.minutes), cell.count)
                    }
                  >
                    {cell === null ? null : (
                      <span className={tints[heatLevel(cell.minutes)]}>
                        <NumberText>{cell.minutes}</NumberText>
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Legend() {
  const text = useText().dayEnd;
  const last = HEAT_ENDS.length - 1;
  return (
    <span className={styles['legend']} aria-hidden="true">
      {HEAT_ENDS.map((end, level) => (
        <span key={end}>
          <i className={tints[level]} />
          {level === 0 ? text.upTo(end) : end}
        </span>
      ))}
      <span>
        <i className={tints[last + 1]} />
        {text.moreThan(HEAT_ENDS[last] ?? 0)}
      </span>
    </span>
  );
}
