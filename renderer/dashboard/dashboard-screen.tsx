import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { BarChart } from '#renderer/charts/bar-chart.tsx';
import { ChartFigure } from '#renderer/charts/chart-figure.tsx';
import { servedByHour } from '#renderer/charts/served-by-hour.ts';
import { WaitingHeat } from '#renderer/figures/waiting-heat.tsx';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDesk } from '#renderer/desk/desk-context.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { printAlone } from '#renderer/paper/print-alone.ts';
import { usePlace } from '#renderer/frame/place.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import type { Dashboard } from '#shared/contract/report-period.ts';
import { DAY_TABLES } from '#shared/domain/report/report-tables.ts';
import { formatNumber } from '#shared/text/format.ts';
import { wordedTable } from '#shared/text/report-words.ts';
import { IconFolderDown, IconPrinter, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { printReport } from '../paper/report/print-report.ts';
import styles from './dashboard.module.css';
import { ExportDialog } from '../exports/export-dialog.tsx';
import { openExports } from '../exports/export-store.ts';
import { useFigureList } from '../figures/figure-list.tsx';
import { MonthCalendar } from './month-calendar.tsx';
import { OfficerTable } from './officer-table.tsx';
import { PeopleExport } from './people-export.tsx';
import { RowBars } from './row-bars.tsx';
import { Targets } from '../figures/targets.tsx';
import { TodayFigures } from './today-figures.tsx';

/** What the leader looks at: the day against the same weekday, the room by hour, targets, referrals, reasons, the month. */
export function DashboardScreen() {
  const text = useText();
  const [day, setDay] = useState<string | null>(null);
  const answer = useDeskQuery('report.dashboard', day === null ? {} : { businessDay: day }, {
    keepFormer: true,
  });
  if (answer.problem?.code === 'unknown-day' || answer.problem?.code === 'day-not-open') {
    return (
      <div className={styles['nothing']}>
        <h2>{text.dashboard.noDay}</h2>
        <p>{text.dashboard.noDayHint}</p>
      </div>
    );
  }
  if (answer.problem !== undefined) {
    return <ProblemNote problem={answer.problem} className={styles['trouble']} />;
  }
  return answer.value === undefined ? null : <Whole dashboard={answer.value} onDay={setDay} />;
}

function Whole({
  dashboard,
  onDay,
}: {
  readonly dashboard: Dashboard;
  readonly onDay: (day: string) => void;
}) {
  const text = useText();
  const words = text.dashboard;
  const language = useLanguage();
  const desk = useDesk();
  const go = usePlace((state) => state.go);
  const list = useFigureList();
  const { businessDay, today } = dashboard;
  const [month, setMonth] = useState(businessDay.slice(0, 7));
  const print = () =>
    void printAlone(async (place) => {
      const { drawDashboard } = await import('./dashboard-sheet.tsx');
      return drawDashboard(place, desk, dashboard, language);
    });
  const printMonth = () => void printReport(desk, { subject: { kind: 'month', month }, language });
  const printDay = () => void printReport(desk, { subject: { kind: 'day', businessDay }, language });
  const [isListing, setListing] = useState(false);
  useScreenKeys([
    { key: 'F8', label: words.print, run: print },
    { label: words.printDay, run: printDay },
    { label: words.printMonth, run: printMonth },
    {
      key: 'Alt+S',
      label: words.exports,
      run: () => openExports('shown-month'),
      keywords: 'gửi số liệu tháng năm đợt tệp',
    },
    { label: words.people, run: () => setListing(true), keywords: 'danh sách họ tên' },
    { label: words.toDayEnd, run: () => go('day-end') },
  ]);
  return (
    <div className={styles['columns']}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={styles['pane']} role="group" aria-label={words.today} tabIndex={0} data-focus-home>
        <TodayFigures dashboard={dashboard} />
        <MonthCalendar month={month} chosen={businessDay} onMonth={setMonth} onChoose={onDay} />
        <div className={styles['actions']}>
          <Button
            size="small"
            keyHint="Alt+S"
            icon={<IconFolderDown size={16} aria-hidden="true" />}
            onClick={() => openExports('shown-month')}
          >
            {words.exportsShort}
          </Button>
          {(
            [
              [words.print, print, 'F8'],
              [words.printDay, printDay, undefined],
              [words.printMonth, printMonth, undefined],
            ] as const
          ).map(([label, run, keyHint]) => (
            <Button
              key={label}
              size="small"
              keyHint={keyHint}
              icon={<IconPrinter size={16} aria-hidden="true" />}
              onClick={run}
            >
              {label}
            </Button>
          ))}
          <Button
            size="small"
            icon={<IconUsers size={16} aria-hidden="true" />}
            onClick={() => setListing(true)}
          >
            {words.people}
          </Button>
        </div>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={styles['pane']} role="group" aria-label={words.targets} tabIndex={0}>
        <Hours dashboard={dashboard} />
        <WaitingHeat report={today} />
        <OfficerTable businessDay={businessDay} />
        <Targets
          campaigns={dashboard.campaigns}
          onPrint={(campaignId) => printReport(desk, { subject: { kind: 'campaign', campaignId }, language })}
          onExport={(campaignId) => openExports({ kind: 'campaign', campaignId })}
        />
      </div>
      {list ?? <Side dashboard={dashboard} />}
      <ExportDialog month={month} campaigns={dashboard.campaigns.map(({ campaign }) => campaign)} />
      {isListing ? <PeopleExport businessDay={businessDay} onClose={() => setListing(false)} /> : null}
    </div>
  );
}

function Side({ dashboard: { businessDay, today } }: { readonly dashboard: Dashboard }) {
  const text = useText();
  const language = useLanguage();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <aside className={`${styles['pane']} ${styles['side']}`} aria-label={text.common.reason} tabIndex={0}>
      {(['referrals', 'inactive', 'sites'] as const).map((name) => (
        <RowBars
          key={name}
          table={wordedTable(DAY_TABLES[name](today, 'screen'), text, language)}
          businessDay={businessDay}
        />
      ))}
    </aside>
  );
}

function Hours({ dashboard }: { readonly dashboard: Dashboard }) {
  const text = useText();
  const language = useLanguage();
  const hours = servedByHour(dashboard.today.breakdowns.byCounter);
  const count = (value: number) => formatNumber(value, language);
  const total = hours.reduce((sum, [, served]) => sum + served, 0);
  const [busiest, most] = hours.toSorted((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return (
    <ChartFigure
      title={text.dashboard.servedByHour}
      picture={total === 0 ? undefined : `luot-tiep-theo-gio-${dashboard.businessDay}.png`}
      summary={
        total === 0
          ? text.dashboard.nothingYet
          : text.dashboard.hourSummary(count(total), count(most), String(busiest))
      }
      table={{
        columns: [text.dashboard.hour, text.report.column.served],
        rows: hours.map(([hour, served]) => ({ key: String(hour), cells: [`${hour}h`, count(served)] })),
      }}
    >
      {total === 0 ? (
        <p className={styles['none']}>{text.dashboard.nothingYet}</p>
      ) : (
        <BarChart
          groups={hours.map(([hour, served]) => ({ key: String(hour), label: `${hour}h`, values: [served] }))}
          fills={['solid']}
          format={count}
          width={640}
          height={130}
          letters={13}
        />
      )}
    </ChartFigure>
  );
}
