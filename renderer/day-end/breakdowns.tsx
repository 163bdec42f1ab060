import { FigureButton } from '#renderer/figures/figure-button.tsx';
import { useText } from '#renderer/desk/language.ts';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { Input } from '#shared/contract/desk-contract.ts';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { ACTIVATION_SOURCES, INACTIVE_REASONS } from '#shared/domain/account/follow-up.ts';
import { counterHours } from './counter-hours.ts';
import styles from './breakdowns.module.css';

type Figure = Input<'report.tickets'>['figure'];
type Line = {
  readonly name: string;
  readonly cells: readonly { readonly count: number; readonly figure?: Figure }[];
};

/** The day divided in every way the level above asks for; each figure opens the requests it counts. */
export function Breakdowns({ report }: { readonly report: DayReport }) {
  const words = useText();
  const text = words.dashboard;
  const { breakdowns } = report;
  const { activated, levels } = breakdowns;
  const requests = [text.requests, text.takenShort, text.activatedShort];
  const parts = (
    section: 'group' | 'site' | 'residence',
    row: string,
    line: { readonly total: number; readonly taken: number; readonly activated: number },
  ) =>
    (['total', 'taken', 'activated'] as const).map((column) => ({
      count: line[column],
      figure: { section, row, column } as const,
    }));
  return (
    <section aria-labelledby="breakdowns">
      <ColumnHead id="breakdowns" className={styles['head']} title={text.breakdowns} />
      <div className={styles['tables']}>
        <Lines
          title={text.levels}
          lines={[
            {
              name: text.level1Guided,
              cells: [
                {
                  count: levels.level1Guided,
                  figure: { section: 'procedure', row: 'level-1', column: 'guided' },
                },
              ],
            },
            {
              name: text.level2,
              cells: [
                { count: levels.level2, figure: { section: 'procedure', row: 'level-2', column: 'taken' } },
              ],
            },
            {
              name: text.level2WithCard,
              cells: [
                {
                  count: levels.level2WithCard,
                  figure: { section: 'procedure', row: 'level-2-with-card', column: 'taken' },
                },
              ],
            },
          ]}
          day={report.businessDay}
        />
        <Lines
          title={text.bySource}
          lines={[
            ...ACTIVATION_SOURCES.map((source) => ({
              name: words.account.source[source],
              cells: [{ count: activated.bySource[source] }],
            })),
            { name: text.ofToday, cells: [{ count: activated.ofToday }] },
            { name: text.ofEarlier, cells: [{ count: activated.ofEarlier }] },
          ]}
          day={report.businessDay}
        />
        <Lines
          title={text.referrals}
          none={text.referralsNone}
          lines={breakdowns.referrals.map((line) => ({
            name: `${line.place ?? words.account.noPlace}: ${
              line.reason === null
                ? words.account.noReason
                : words.account.referral[line.reason].toLocaleLowerCase('vi')
            }`,
            cells: [
              {
                count: line.count,
                figure: { section: 'referral', row: line.place ?? '', column: line.reason ?? '' },
              },
            ],
          }))}
          day={report.businessDay}
        />
        <Lines
          title={text.reasons}
          none={text.reasonsNone}
          lines={INACTIVE_REASONS.flatMap((reason) => {
            const count = breakdowns.inactive.find((line) => line.reason === reason)?.count ?? 0;
            return count === 0
              ? []
              : [
                  {
                    name: words.account.reason[reason],
                    cells: [{ count, figure: { section: 'inactive' as const, row: reason } }],
                  },
                ];
          })}
          day={report.businessDay}
        />
        <Lines
          title={text.byGroup}
          columns={requests}
          lines={breakdowns.byGroup.map((line) => ({
            name: words.account.group[line.group],
            cells: parts('group', line.group, line),
          }))}
          day={report.businessDay}
        />
        <Lines
          title={text.bySite}
          columns={requests}
          lines={breakdowns.bySite.map((line) => ({
            name: words.account.site[line.site],
            cells: parts('site', line.site, line),
          }))}
          day={report.businessDay}
        />
        {breakdowns.byResidence.some((line) => line.residence !== null) ? (
          <Lines
            title={text.byResidence}
            columns={requests}
            lines={breakdowns.byResidence.map((line) => ({
              name: line.residence ?? words.account.noResidence,
              cells: parts('residence', line.residence ?? '', line),
            }))}
            day={report.businessDay}
          />
        ) : null}
        {breakdowns.late === 0 ? null : (
          <Lines
            title={text.late}
            lines={[
              { name: text.requests, cells: [{ count: breakdowns.late, figure: { section: 'late' } }] },
            ]}
            day={report.businessDay}
          />
        )}
      </div>
      <CounterHours report={report} />
    </section>
  );
}

type LinesProps = {
  readonly title: string;
  readonly columns?: readonly string[];
  readonly lines: readonly Line[];
  readonly none?: string;
  readonly day: string;
};

function Lines({ title, columns, lines, none, day }: LinesProps) {
  const text = useText().dashboard;
  return (
    <table className={styles['lines']}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          {(columns ?? [text.count]).map((column) => (
            <th key={column} scope="col" className={columns === undefined ? styles['silent'] : undefined}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.length === 0 ? (
          <tr>
            <td className={styles['none']} colSpan={(columns?.length ?? 1) + 1}>
              {none ?? text.nothingYet}
            </td>
          </tr>
        ) : (
          lines.map((line) => (
            <tr key={line.name}>
              <th scope="row">{line.name}</th>
              {line.cells.map(({ count, figure }, index) => (
                <td key={index}>
                  {figure === undefined ? (
                    <NumberText className={count === 0 ? styles['zero'] : undefined}>{count}</NumberText>
                  ) : (
                    <FigureButton
                      businessDay={day}
                      figure={figure}
                      name={
                        columns === undefined ? `${title}, ${line.name}` : `${line.name}, ${columns[index]}`
                      }
                      count={count}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))
        )}
      </tbody>
    </table>
  );
}

/** Who served how many in which hour. */
function CounterHours({ report }: { readonly report: DayReport }) {
  const text = useText().dashboard;
  const { hours, rows } = counterHours(report.breakdowns.byCounter);
  if (rows.length === 0) return null;
  return (
    <table className={styles['hours']}>
      <thead>
        <tr>
          <th scope="col">{text.byCounter}</th>
          {hours.map((hour) => (
            <th key={hour} scope="col">
              {hour}h
            </th>
          ))}
          <th scope="col">{text.total}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.counter ?? ''}>
            <th scope="row">{row.counter ?? text.noCounter}</th>
            {row.served.map((served, index) => (
              <td key={hours[index]} className={served === 0 ? styles['zero'] : undefined}>
                <NumberText>{served}</NumberText>
              </td>
            ))}
            <td className={styles['sum']}>
              <NumberText>{row.served.reduce((sum, served) => sum + served, 0)}</NumberText>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
