import { BarChart } from '#renderer/charts/bar-chart.tsx';
import { servedByHour } from '#renderer/charts/served-by-hour.ts';
import type { DayBreakdowns, DayReport } from '#shared/domain/report/day-report.ts';
import { INACTIVE_REASONS } from '#shared/domain/account/follow-up.ts';
import { localDay, localTime } from '#shared/domain/calendar/business-date.ts';
import { waitGrid } from '#shared/domain/report/wait-grid.ts';
import { checkCode } from '#shared/text/check-code.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import type { ReactNode } from 'react';
import type { ReportMaterial } from './report-material.ts';
import { Part, ReportPaper, TwoCounts, type ReportWords } from './report-paper.tsx';
import { PaperTable, ProcedureTable, ReasonTable, Table, TargetTable } from './report-tables.tsx';
import styles from './report.module.css';

export type DayMaterial = Extract<ReportMaterial, { kind: 'day' }>;

/** The report of one business day, two pages at most on an ordinary day. */
export function DayReportSheet({
  material,
  text: words,
  language,
}: ReportWords & { readonly material: DayMaterial }) {
  const { office, report, campaigns, signedOn } = material;
  const text = words.reportSheet;
  const { breakdowns } = report;
  const [year = '', month = '', day = ''] = report.businessDay.split('-');
  const count = (value: number) => formatNumber(value, language);
  const parts: readonly (readonly [title: string, body: ReactNode])[] = [
    [
      text.two,
      <>
        <DayTwoCounts key="two" report={report} text={words} language={language} />
        <p className={styles['note']}>{text.activatedRule}</p>
      </>,
    ],
    [
      text.byProcedure,
      <>
        <ProcedureTable lines={report.requests.byProcedure} text={words} language={language} />
        <p className={styles['note']}>
          {text.tickets(count(report.tickets.issued), count(report.requests.total))}
        </p>
        {breakdowns.late === 0 ? null : <p className={styles['note']}>{text.late(count(breakdowns.late))}</p>}
      </>,
    ],
    [text.papers, <PaperTable key="papers" lines={report.papers} text={words} language={language} />],
    [text.reasons, <Reasons key="reasons" breakdowns={breakdowns} text={words} language={language} />],
    [text.details, <Details key="details" breakdowns={breakdowns} text={words} language={language} />],
    ...(campaigns.length === 0
      ? []
      : ([
          [
            text.targets,
            <>
              {campaigns.map((progress) => (
                <TargetTable
                  key={progress.campaign.campaignId}
                  progress={progress}
                  text={words}
                  language={language}
                />
              ))}
              <p className={styles['note']}>{text.rounding}</p>
            </>,
          ],
        ] as const)),
    [text.waiting, <Waiting key="waiting" report={report} text={words} language={language} />],
    [
      text.difficulties,
      <Difficulties
        key="difficulties"
        text={words}
        difficulties={breakdowns.difficulties}
        proposals={breakdowns.proposals}
      />,
    ],
  ];
  return (
    <ReportPaper
      text={words}
      language={language}
      office={office}
      signedOn={signedOn}
      about={text.ofDay(day, month, year)}
      warning={report.version === null ? text.live : undefined}
    >
      {parts.map(([title, body], index) => (
        <Part key={title} place={index + 1} title={title}>
          {body}
        </Part>
      ))}
      <Frozen report={report} text={words} language={language} />
    </ReportPaper>
  );
}

function DayTwoCounts({ report, text: words, language }: ReportWords & { readonly report: DayReport }) {
  const text = words.reportSheet;
  const { breakdowns } = report;
  const count = (value: number) => formatNumber(value, language);
  const { level2, level2WithCard } = breakdowns.levels;
  const other = breakdowns.taken - level2 - level2WithCard;
  const { bySource, total, ofToday, ofEarlier } = breakdowns.activated;
  return (
    <TwoCounts
      taken={{
        title: text.taken,
        count: count(breakdowns.taken),
        parts: [
          text.takenParts(count(level2), count(level2WithCard)),
          ...(other > 0 ? [text.takenPartsMore(count(other))] : []),
        ],
      }}
      activated={{
        title: text.activated,
        count: count(total),
        parts: [
          text.activatedParts(count(bySource.desk), count(bySource.telephone + bySource.extract)),
          `${words.dashboard.ofToday}: ${count(ofToday)}. ${words.dashboard.ofEarlier}: ${count(ofEarlier)}.`,
        ],
      }}
    />
  );
}

function Reasons({ breakdowns, text, language }: ReportWords & { readonly breakdowns: DayBreakdowns }) {
  const words = text.reportSheet;
  return (
    <div className={styles['beside']}>
      <ReasonTable
        title={words.referred}
        none={words.none}
        language={language}
        rows={breakdowns.referrals.map((line) => [
          `${line.place ?? text.account.noPlace}: ${
            line.reason === null
              ? text.account.noReason
              : text.account.referral[line.reason].toLocaleLowerCase('vi')
          }`,
          line.count,
        ])}
      />
      <ReasonTable
        title={words.inactive}
        none={words.none}
        language={language}
        rows={INACTIVE_REASONS.map(
          (reason) =>
            [
              text.account.reason[reason],
              breakdowns.inactive.find((line) => line.reason === reason)?.count ?? 0,
            ] as const,
        ).filter(([, value]) => value > 0)}
      />
    </div>
  );
}

type DetailLine = { readonly total: number; readonly taken: number; readonly activated: number };

/** Who was served and where, each part adding up to the whole. */
export function Details({
  breakdowns,
  text,
  language,
}: ReportWords & {
  readonly breakdowns: {
    readonly byGroup: readonly (DetailLine & { readonly group: 'staff' | 'citizen' })[];
    readonly bySite: readonly (DetailLine & { readonly site: 'desk' | 'mobile' | 'home' })[];
    readonly byResidence: readonly (DetailLine & { readonly residence: string | null })[];
  };
}) {
  const words = text.reportSheet;
  const named = breakdowns.byResidence.some((line) => line.residence !== null);
  const tables: readonly (readonly [string, readonly (readonly [string, DetailLine])[]])[] = [
    [words.group, breakdowns.byGroup.map((line) => [text.account.group[line.group], line])],
    [words.site, breakdowns.bySite.map((line) => [text.account.site[line.site], line])],
    ...(named
      ? ([
          [
            words.residence,
            breakdowns.byResidence.map((line) => [line.residence ?? text.account.noResidence, line] as const),
          ],
        ] as const)
      : []),
  ];
  return (
    <div className={styles['beside']}>
      {tables.map(([title, lines]) => (
        <Table
          key={title}
          isDense
          language={language}
          columns={[title, words.requests, words.outcome.taken, text.dashboard.activatedShort]}
          rows={lines.map(([name, line]) => ({
            key: name,
            cells: [name, line.total, line.taken, line.activated],
          }))}
          sum={[
            words.sum,
            lines.reduce((sum, [, line]) => sum + line.total, 0),
            lines.reduce((sum, [, line]) => sum + line.taken, 0),
            lines.reduce((sum, [, line]) => sum + line.activated, 0),
          ]}
        />
      ))}
    </div>
  );
}

const LONG_MINUTES = 30;

function Waiting({ report, text: words, language }: ReportWords & { readonly report: DayReport }) {
  const text = words.reportSheet;
  const grid = waitGrid(report.waitingByHour);
  const minutes = (ms: number | null) =>
    ms === null ? '–' : formatNumber(Math.round(ms / 60_000), language);
  const hours = servedByHour(report.breakdowns.byCounter);
  const total = hours.reduce((sum, [, served]) => sum + served, 0);
  if (grid.rows.length === 0 && total === 0) return <p>{text.none}</p>;
  return (
    <>
      {grid.rows.length === 0 ? null : (
        <>
          <Table
            language={language}
            isDense
            columns={[
              `${text.procedure} (${text.minutes})`,
              ...grid.hours.map((hour) => text.hour(String(hour))),
            ]}
            rows={grid.rows.map(({ procedure, cells }) => ({
              key: procedure,
              cells: [
                words.common.procedureShort[procedure],
                ...cells.map((cell) =>
                  cell === null ? (
                    ''
                  ) : cell.minutes > LONG_MINUTES ? (
                    <b key="long">{cell.minutes}</b>
                  ) : (
                    cell.minutes
                  ),
                ),
              ],
            }))}
          />
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
              label: text.hour(String(hour)),
              values: [served],
            }))}
            fills={['solid']}
            format={(value) => formatNumber(value, language)}
            width={612}
            height={118}
            letters={15}
          />
          <p className={styles['note']}>{text.servedNote(formatNumber(total, language))}</p>
        </div>
      )}
    </>
  );
}

/** What the officers wrote, a paragraph for each line. */
export function Difficulties({
  text,
  difficulties,
  proposals,
}: {
  readonly text: ReportWords['text'];
  readonly difficulties: string;
  readonly proposals: string;
}) {
  const words = text.reportSheet;
  const lines = [...linesOf(difficulties), ...linesOf(proposals)];
  if (lines.length === 0) return <p>{words.nothing}</p>;
  return (
    <div className={styles['lines']}>
      {lines.map((line, index) => (
        <p key={`${index} ${line}`}>
          {String.fromCodePoint(0x61 + (index % 26))}) {line}
        </p>
      ))}
    </div>
  );
}

export function linesOf(written: string): string[] {
  return written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
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
