import { BarChart } from '#renderer/charts/bar-chart.tsx';
import { servedByHour } from '#renderer/charts/served-by-hour.ts';
import { localDay, localTime } from '#shared/domain/calendar/business-date.ts';
import type { DayReport, LeadingFigure } from '#shared/domain/report/day-report.ts';
import { dayParts } from '#shared/domain/report/parts.ts';
import { leadingOf, leadingValues } from '#shared/domain/report/leading.ts';
import { DAY_TABLES } from '#shared/domain/report/report-tables.ts';
import { checkCode } from '#shared/text/check-code.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import { activatedText, cellText, rowTitle, takenText, wordedTable } from '#shared/text/report-words.ts';
import type { ReactNode } from 'react';
import type { ReportMaterial } from './report-material.ts';
import { linesOf, Notes } from './report-notes.tsx';
import { MainCounts, Part, ReportPaper, type ReportWords } from './report-paper.tsx';
import { DetailTables, PaperTable, ReasonTables, TargetTable, WaitTable } from './report-tables.tsx';
import styles from './report.module.css';

type DayMaterial = Extract<ReportMaterial, { kind: 'day' }>;

/** The report of one business day, two pages at most on an ordinary day. */
export function DayReportSheet({
  material,
  text: words,
  language,
}: ReportWords & { readonly material: DayMaterial }) {
  const { office, report, campaigns, signedOn } = material;
  const {
    reportSheet: text,
    report: { title, activatedRule, rounding },
  } = words;
  const { breakdowns } = report;
  const [year = '', month = '', day = ''] = report.businessDay.split('-');
  const count = (value: number) => formatNumber(value, language);
  const given = { text: words, language };
  const parts: readonly (readonly [title: string, body: ReactNode])[] = [
    [
      text.two,
      <>
        <DayMainCounts key="first" report={report} {...given} />
        <p className={styles['note']}>{activatedRule}</p>
      </>,
    ],
    [
      title.requests,
      <>
        <PaperTable table={wordedTable(DAY_TABLES.requests(report, 'paper'), words, language)} {...given} />
        <p className={styles['note']}>
          {text.tickets(count(report.tickets.issued), count(report.requests.total))}
        </p>
        {breakdowns.late === 0 ? null : <p className={styles['note']}>{text.late(count(breakdowns.late))}</p>}
      </>,
    ],
    [
      title.papers,
      <PaperTable
        key="papers"
        table={wordedTable(DAY_TABLES.papers(report, 'paper'), words, language)}
        {...given}
      />,
    ],
    [text.reasons, <ReasonTables key="reasons" parts={dayParts(report)} {...given} />],
    [text.details, <DetailTables key="details" parts={dayParts(report)} {...given} />],
    ...(campaigns.length === 0
      ? []
      : ([
          [
            title.targets,
            <>
              {campaigns.map((progress) => (
                <TargetTable key={progress.campaign.campaignId} progress={progress} {...given} />
              ))}
              <p className={styles['note']}>
                {campaigns[0] === undefined ? null : rounding[campaigns[0].rounding]}
              </p>
            </>,
          ],
        ] as const)),
    [text.waiting, <Waiting key="waiting" report={report} {...given} />],
  ];
  return (
    <ReportPaper
      {...given}
      office={office}
      signedOn={signedOn}
      about={text.ofDay(day, month, year)}
      warning={report.voidedAt !== undefined ? text.voided : report.version === null ? text.live : undefined}
      closing={
        <>
          <Part place={parts.length + 1} title={title.notes}>
            <Notes
              text={words}
              difficulties={linesOf(breakdowns.difficulties)}
              proposals={linesOf(breakdowns.proposals)}
            />
          </Part>
          <Frozen report={report} {...given} />
        </>
      }
    >
      {parts.map(([heading, body], index) => (
        <Part key={heading} place={index + 1} title={heading}>
          {body}
        </Part>
      ))}
    </ReportPaper>
  );
}

function DayMainCounts({ report, text, language }: ReportWords & { readonly report: DayReport }) {
  const ages = wordedTable(DAY_TABLES.ages(report, 'paper'), text, language).rows;
  const parts: Partial<Record<LeadingFigure, readonly string[]>> = {
    files: [takenText(dayParts(report), text, language)],
    activated: [
      activatedText(report, text, language),
      `${ages.map((row) => `${rowTitle(row)}: ${row.cells.map((cell) => cellText(cell, language)).join()}`).join('; ')}.`,
    ],
  };
  const values = leadingValues(report);
  return (
    <MainCounts
      counts={leadingOf(report).map((figure) => ({
        title: text.report.leading[figure],
        count: formatNumber(values[figure], language),
        parts: parts[figure] ?? [],
      }))}
    />
  );
}

function Waiting({ report, text: words, language }: ReportWords & { readonly report: DayReport }) {
  const text = words.reportSheet;
  const minutes = (value: number | null) => cellText({ value, kind: 'time', address: null }, language);
  const hours = servedByHour(report.breakdowns.byCounter);
  const total = hours.reduce((sum, [, served]) => sum + served, 0);
  if (report.waitingByHour.length === 0 && total === 0) return <p>{words.report.none}</p>;
  return (
    <>
      {report.waitingByHour.length === 0 ? null : (
        <>
          <WaitTable report={report} text={words} language={language} />
          <p className={styles['note']}>
            {text.waitingNote(minutes(report.waiting.medianMs), minutes(report.waiting.p90Ms))}
          </p>
        </>
      )}
      {total === 0 ? null : (
        <div className={styles['chart']}>
          <p>{text.served}</p>
          <BarChart
            groups={hours.map(([hour, served]) => ({
              key: String(hour),
              label: words.report.hour(String(hour)),
              values: [served],
            }))}
            fills={['solid']}
            format={(value) => formatNumber(value, language)}
            width={612}
            height={84}
            letters={15}
          />
          <p className={styles['note']}>{text.servedNote(formatNumber(total, language))}</p>
        </div>
      )}
    </>
  );
}

function Frozen({ report, text: words, language }: ReportWords & { readonly report: DayReport }) {
  const text = words.reportSheet;
  if (report.version === null || report.frozenAt === null) return null;
  const [hour = '', minute = ''] = localTime(report.frozenAt).split(':');
  return (
    <div className={styles['frozen']}>
      <p>
        {text.frozen(
          String(report.version),
          text.at(hour, minute, formatDay(localDay(report.frozenAt), language)),
          checkCode(report.chainHead),
        )}
      </p>
      {report.version < 2 ? null : (
        <p>
          {text.newer(String(report.version - 1))} {report.reason === null ? null : text.why(report.reason)}
        </p>
      )}
    </div>
  );
}
