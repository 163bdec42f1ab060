import { BarChart } from '#renderer/charts/bar-chart.tsx';
import type { Difference } from '#shared/domain/report/differences.ts';
import type { MonthReport } from '#shared/domain/report/month-report.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import { shortWeekday } from '#shared/text/day-words.ts';
import { differenceText } from '#shared/text/difference-text.ts';
import { INACTIVE_REASONS } from '#shared/domain/account/follow-up.ts';
import { Details, linesOf } from './report-day.tsx';
import type { ReportMaterial } from './report-material.ts';
import { Part, ReportPaper, TwoCounts, type ReportWords } from './report-paper.tsx';
import { PaperTable, ProcedureTable, ReasonTable, Table, TargetTable } from './report-tables.tsx';
import styles from './report.module.css';

export type MonthMaterial = Extract<ReportMaterial, { kind: 'month' }>;
type Words = ReportWords & { readonly material: MonthMaterial };

/** The report of a month on wide paper: the two counts, the days, the reasons, what was corrected. */
export function MonthReportSheet({ material, text: words, language }: Words) {
  const { office, report, signedOn } = material;
  const text = words.reportSheet;
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
      warning={
        report.openDays.length === 0
          ? undefined
          : text.openDays(report.openDays.map((day) => formatDay(day, language)).join(', '))
      }
    >
      <div className={styles['halves']}>
        <Part place={1} title={text.two}>
          <MonthTwoCounts {...given} />
        </Part>
        <Part place={2} title={text.targets}>
          {report.campaigns.length === 0 ? <p>{text.none}</p> : null}
          {report.campaigns.map((progress) => (
            <TargetTable
              key={progress.campaign.campaignId}
              progress={progress}
              text={words}
              language={language}
            />
          ))}
          {report.campaigns.length === 0 ? null : <p className={styles['note']}>{text.rounding}</p>}
        </Part>
      </div>
      <Part place={3} title={text.perDay}>
        <PerDay report={report} language={language} text={words} />
      </Part>
      <Part place={4} title={text.byDay}>
        <DayTable report={report} language={language} text={words} />
      </Part>
      <Part place={5} title={text.byProcedure}>
        <ProcedureTable lines={report.byProcedure} text={words} language={language} />
      </Part>
      <Part place={6} title={text.details}>
        <Details breakdowns={report} text={words} language={language} />
      </Part>
      <div className={styles['halves']}>
        <Part place={7} title={text.papers}>
          <PaperTable lines={report.papers} text={words} language={language} />
        </Part>
        <Part place={8} title={text.reasons}>
          <MonthReasons {...given} />
        </Part>
      </div>
      <div className={styles['halves']}>
        <Part place={9} title={text.corrected}>
          <Corrected {...given} />
        </Part>
        <Part place={10} title={text.difficulties}>
          <MonthDifficulties report={report} language={language} text={words} />
        </Part>
      </div>
    </ReportPaper>
  );
}

type Reported = ReportWords & { readonly report: MonthReport };

function MonthTwoCounts({ material: { report }, text: words, language }: Words) {
  const text = words.reportSheet;
  const count = (value: number) => formatNumber(value, language);
  const taken = (procedure: string) =>
    report.byProcedure.find((line) => line.procedure === procedure)?.byOutcome.taken ?? 0;
  const before = report.before;
  const [, former = ''] = before?.month.split('-') ?? [];
  const withBefore = (value: number | undefined) =>
    value === undefined ? [] : [text.monthBefore(former, count(value))];
  return (
    <>
      <TwoCounts
        taken={{
          title: text.taken,
          count: count(report.total.taken),
          parts: [
            text.takenParts(count(taken('level-2')), count(taken('level-2-with-card'))),
            ...(taken('level-1') === 0 ? [] : [text.takenPartsMore(count(taken('level-1')))]),
            ...withBefore(before?.taken),
          ],
        }}
        activated={{
          title: text.activated,
          count: count(report.total.activated),
          parts: [...withBefore(before?.activated)],
        }}
      />
      <p className={styles['note']}>
        {text.monthDays(count(report.days.length), count(report.total.requests))} {text.activatedRule}
      </p>
    </>
  );
}

function PerDay({ report, text: words, language }: Reported) {
  if (report.days.length === 0) return <p>{words.reportSheet.none}</p>;
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

function DayTable({ report, text: words, language }: Reported) {
  const text = words.reportSheet;
  const upTo = (place: number) =>
    report.days.slice(0, place + 1).reduce((sum, line) => sum + line.activated, 0);
  return (
    <>
      <Table
        isDense
        language={language}
        columns={[
          text.day,
          text.issued,
          text.requests,
          text.taken,
          text.referred,
          text.activated,
          text.cumulative,
          text.version,
        ]}
        rows={report.days.map((line, place) => {
          return {
            key: line.day,
            cells: [
              `${shortWeekday(line.day, language)} ${line.day.slice(8)}/${line.day.slice(5, 7)}`,
              line.issued,
              line.requests,
              <b key="taken">{formatNumber(line.taken, language)}</b>,
              line.referred,
              <b key="activated">{formatNumber(line.activated, language)}</b>,
              upTo(place),
              line.version ?? '–',
            ],
          };
        })}
        sum={[
          text.sum,
          report.total.issued,
          report.total.requests,
          report.total.taken,
          report.total.referred,
          report.total.activated,
          upTo(report.days.length),
          '–',
        ]}
      />
      <p className={styles['note']}>{text.correctedNote}</p>
    </>
  );
}

function MonthReasons({ material: { report }, text: words, language }: Words) {
  const text = words.reportSheet;
  return (
    <>
      <ReasonTable
        title={text.referred}
        none={text.none}
        language={language}
        rows={report.referrals.map((line) => [
          `${line.place ?? words.account.noPlace}: ${
            line.reason === null
              ? words.account.noReason
              : words.account.referral[line.reason].toLocaleLowerCase('vi')
          }`,
          line.count,
        ])}
      />
      <div className={styles['chart']}>
        <ReasonTable
          title={text.inactive}
          none={text.none}
          language={language}
          rows={INACTIVE_REASONS.map(
            (reason) =>
              [
                words.account.reason[reason],
                report.inactive.find((line) => line.reason === reason)?.count ?? 0,
              ] as const,
          ).filter(([, value]) => value > 0)}
        />
      </div>
    </>
  );
}

const MOST_CHANGES = 4;

function Corrected({ material: { corrected }, text: words, language }: Words) {
  const text = words.reportSheet;
  if (corrected.length === 0) return <p>{text.none}</p>;
  const changes = (differences: readonly Difference[]) =>
    differences
      .slice(0, MOST_CHANGES)
      .map((one) => differenceText(one, words, language))
      .join('; ') + (differences.length > MOST_CHANGES ? '…' : '');
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{text.day}</th>
          <th scope="col">{text.version}</th>
          <th scope="col">{text.change}</th>
          <th scope="col">{text.reason}</th>
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

function MonthDifficulties({ report, text: words }: Reported) {
  const lines = [...report.difficulties, ...report.proposals].flatMap(({ day, text }) =>
    linesOf(text).map((line) => `${line} (${day.slice(8)}/${day.slice(5, 7)})`),
  );
  if (lines.length === 0) return <p>{words.reportSheet.nothing}</p>;
  return (
    <div className={styles['lines']}>
      {lines.map((line, index) => (
        <p key={`${index} ${line}`}>- {line}</p>
      ))}
    </div>
  );
}
