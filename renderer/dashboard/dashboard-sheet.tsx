import { BarChart } from '#renderer/charts/bar-chart.tsx';
import { PaceChart } from '#renderer/charts/pace-chart.tsx';
import { servedByHour } from '#renderer/charts/served-by-hour.ts';
import { drawPaper, type DrawnSheet } from '#renderer/paper/slip/draw-sheet.tsx';
import { MainCounts, type ReportWords } from '#renderer/paper/report/report-paper.tsx';
import { ReasonTables, TargetTable, WaitTable } from '#renderer/paper/report/report-tables.tsx';
import reportStyles from '#renderer/paper/report/report.module.css';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { Dashboard } from '#shared/contract/report-period.ts';
import { localTime } from '#shared/domain/calendar/business-date.ts';
import { leadingOf, leadingValues } from '#shared/domain/report/leading.ts';
import { dayParts } from '#shared/domain/report/parts.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import type { Language } from '#shared/domain/language.ts';
import { capitalised, formatDay, formatLongDay, formatNumber } from '#shared/text/format.ts';

/** The dashboard on one wide page, black on white: for the wall of the leader's room, not for the level above. */
export function DashboardSheet({
  dashboard,
  office,
  at,
  text: words,
  language,
}: ReportWords & { readonly dashboard: Dashboard; readonly office: string; readonly at: string }) {
  const text = words.dashboard;
  const { today, businessDay, sameWeekday } = dashboard;
  const { breakdowns } = today;
  const now = leadingValues(today);
  const count = (value: number) => formatNumber(value, language);
  const hours = servedByHour(breakdowns.byCounter);
  const then = (value: number | undefined) =>
    value === undefined || sameWeekday === null
      ? []
      : [`${capitalised(formatDay(sameWeekday.businessDay, language))}: ${count(value)}`];
  return (
    <div className={`${reportStyles['sheet']} ${reportStyles['wide']}`} data-paper="a4">
      <p className={reportStyles['own']}>{office}</p>
      <h1 className={reportStyles['title']}>
        {text.place}, {formatLongDay(businessDay, language)}
      </h1>
      <div className={reportStyles['halves']}>
        <section className={reportStyles['section']}>
          <MainCounts
            counts={leadingOf(today).map((figure) => ({
              title: words.report.leading[figure],
              count: count(now[figure]),
              parts: then(sameWeekday?.figures[figure]),
            }))}
          />
          <h3>{text.servedByHour}</h3>
          <BarChart
            groups={hours.map(([hour, served]) => ({
              key: String(hour),
              label: words.report.hour(String(hour)),
              values: [served],
            }))}
            fills={['solid']}
            format={count}
            width={456}
            height={120}
            letters={14}
          />
          <h3>{words.report.title['waiting-by-hour']}</h3>
          <WaitTable report={today} text={words} language={language} />
        </section>
        <section className={reportStyles['section']}>
          {dashboard.campaigns.map((progress) => (
            <div key={progress.campaign.campaignId}>
              <TargetTable progress={progress} text={words} language={language} />
              <PaceChart
                progress={progress}
                text={words.campaign}
                language={language}
                width={456}
                height={170}
                letters={14}
              />
            </div>
          ))}
        </section>
      </div>
      <div className={reportStyles['section']}>
        <ReasonTables parts={dayParts(today)} text={words} language={language} />
      </div>
      <p className={reportStyles['note']}>
        {words.followUp.sheet.madeAt(localTime(at), formatLongDay(businessDay, language))}
      </p>
    </div>
  );
}

/** Draws the dashboard as it stands for the print dialogue. */
export async function drawDashboard(
  place: HTMLElement,
  client: DeskClient,
  dashboard: Dashboard,
  language: Language,
): Promise<DrawnSheet> {
  const office = await client.call('office.show', {});
  const name = office.ok ? (office.value?.name ?? '') : '';
  return drawPaper(
    place,
    <DashboardSheet
      dashboard={dashboard}
      office={name}
      at={new Date().toISOString()}
      text={catalogue(language)}
      language={language}
    />,
    language,
    () => ({
      rule: '@page { size: 297mm 210mm; margin: 14mm 18mm 14mm 30mm }',
      size: { widthMm: 297, heightMm: 210, margins: { top: 14, right: 18, bottom: 14, left: 30 } },
    }),
  );
}
