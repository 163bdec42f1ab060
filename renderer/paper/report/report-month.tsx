import { BarChart } from '#renderer/charts/bar-chart.tsx';
import type { Difference } from '#shared/domain/report/differences.ts';
import type { MonthReport } from '#shared/domain/report/month-report.ts';
import { MONTH_TABLES, PART_TABLES } from '#shared/domain/report/report-tables.ts';
import { differenceText } from '#shared/text/difference-text.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import { takenText, wordedTable } from '#shared/text/report-words.ts';
import { linesOf, Notes } from './report-notes.tsx';
import type { ReportMaterial } from './report-material.ts';
import { Part, ReportPaper, MainCounts, type ReportWords } from './report-paper.tsx';
import { DetailTables, PaperTable, ReasonTables, TargetTable } from './report-tables.tsx';
import styles from './report.module.css';

type MonthMaterial = Extract<ReportMaterial, { kind: 'month' }>;
type Words = ReportWords & { readonly material: MonthMaterial };

/** The report of a month on wide paper: the two counts, the days, the reasons, what was corrected. */
export function MonthReportSheet({ material, text: words, language }: Words) {
  const { office, report, signedOn } = material;
  const {
    reportSheet: text,
    report: { title, none, rounding },
  } = words;
  const [year = '', month = ''] = report.month.split('-');
  const given = { material, text: words, language };
  return (
    <ReportPaper
      isWide
      text={words}
      language={language}
      office={office}
      signedOn={signedOn}
      about={text.ofMonth(month, year)}
      closing={
        <div className={styles['halves']}>
          <Part place={9} title={text.corrected}>
            <Corrected {...given} />
          </Part>
          <Part place={10} title={title.notes}>
            <Notes
              text={words}
              difficulties={dated(report.difficulties)}
              proposals={dated(report.proposals)}
            />
          </Part>
        </div>
      }
      warning={
        report.openDays.length === 0
          ? undefined
          : text.openDays(report.openDays.map((day) => formatDay(day, language)).join(', '))
      }
    >
      <div className={styles['halves']}>
        <Part place={1} title={text.two}>
          <MonthMainCounts {...given} />
        </Part>
        <Part place={2} title={title.targets}>
          {report.campaigns.length === 0 ? <p>{none}</p> : null}
          {report.campaigns.map((progress) => (
            <TargetTable
              key={progress.campaign.campaignId}
              progress={progress}
              text={words}
              language={language}
            />
          ))}
          {report.campaigns[0] === undefined ? null : (
            <p className={styles['note']}>{rounding[report.campaigns[0].rounding]}</p>
          )}
        </Part>
      </div>
      <Part place={3} title={text.perDay}>
        <PerDay report={report} language={language} text={words} />
      </Part>
      <Part place={4} title={title.days}>
        <PaperTable
          table={wordedTable(MONTH_TABLES.days(report, 'paper'), words, language)}
          isDense
          strong={({ address }) => address?.column === 'files' || address?.column === 'activated'}
          text={words}
          language={language}
        />
        <p className={styles['note']}>{text.correctedNote}</p>
      </Part>
      <Part place={5} title={title.requests}>
        <PaperTable
          table={wordedTable(PART_TABLES.requests(report, 'paper'), words, language)}
          text={words}
          language={language}
        />
      </Part>
      <Part place={6} title={text.details}>
        <DetailTables parts={report} text={words} language={language} />
      </Part>
      <div className={styles['halves']}>
        <Part place={7} title={title.papers}>
          <PaperTable
            table={wordedTable(PART_TABLES.papers(report, 'paper'), words, language)}
            text={words}
            language={language}
          />
        </Part>
        <Part place={8} title={text.reasons}>
          <ReasonTables parts={report} text={words} language={language} />
        </Part>
      </div>
    </ReportPaper>
  );
}

type Reported = ReportWords & { readonly report: MonthReport };

function MonthMainCounts({ material: { report }, text: words, language }: Words) {
  const text = words.reportSheet;
  const count = (value: number) => formatNumber(value, language);
  const { before } = report;
  const withBefore = (value: number | undefined) =>
    before === null || value === undefined ? [] : [text.monthBefore(before.month.slice(5), count(value))];
  return (
    <>
      <MainCounts
        counts={[
          {
            title: words.report.leading.files,
            count: count(report.total.taken),
            parts: [takenText(report, words, language), ...withBefore(before?.taken)],
          },
          {
            title: words.report.leading.activated,
            count: count(report.total.activated),
            parts: withBefore(before?.activated),
          },
        ]}
      />
      <p className={styles['note']}>
        {text.monthDays(count(report.days.length), count(report.total.requests))} {words.report.activatedRule}
      </p>
    </>
  );
}

function PerDay({ report, text: words, language }: Reported) {
  if (report.days.length === 0) return <p>{words.report.none}</p>;
  return (
    <div className={styles['chart']}>
      <BarChart
        groups={report.days.map((line) => ({
          key: line.day,
          label: line.day.slice(8),
          values: [line.taken, line.activated],
        }))}
        fills={['open', 'solid']}
        format={(value) => formatNumber(value, language)}
        width={941}
        height={165}
        letters={13.5}
      />
      <p className={styles['note']}>{words.reportSheet.perDayNote}</p>
    </div>
  );
}

const MOST_CHANGES = 4;

function Corrected({ material: { corrected }, text: words, language }: Words) {
  const text = words.reportSheet;
  if (corrected.length === 0) return <p>{words.report.none}</p>;
  const changes = (differences: readonly Difference[]) =>
    differences
      .slice(0, MOST_CHANGES)
      .map((one) => differenceText(one, words, language))
      .join('; ') + (differences.length > MOST_CHANGES ? '…' : '');
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{words.report.names.days}</th>
          <th scope="col">{words.report.column.version}</th>
          <th scope="col">{text.change}</th>
          <th scope="col">{words.common.reason}</th>
        </tr>
      </thead>
      <tbody>
        {corrected.map(({ day, newest }) => (
          <tr key={day}>
            <th scope="row">
              {day.slice(8)}/{day.slice(5, 7)}
            </th>
            <td>{newest.version}</td>
            <td className={styles['words']}>{changes(newest.differences)}</td>
            <td className={styles['words']}>{newest.reason ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Each line with the day on which it was written. */
function dated(notes: MonthReport['difficulties']): string[] {
  return notes.flatMap(({ day, text }) =>
    linesOf(text).map((line) => `${line} (${day.slice(8)}/${day.slice(5, 7)})`),
  );
}
