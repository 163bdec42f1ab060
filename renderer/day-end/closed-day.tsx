import { printReport } from '#renderer/paper/report/print-report.ts';
import { useDesk } from '#renderer/desk/desk-context.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { sayInBar, useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { ReportVersion } from '#shared/contract/report-period.ts';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { differenceText } from '#shared/text/difference-text.ts';
import { checkCode } from '#shared/text/check-code.ts';
import { formatInstant } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import styles from './closed-day.module.css';
import { NO_CORRECTION } from './correction-draft.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import dayEnd from './day-end.module.css';

type ClosedDayProps = {
  readonly report: DayReport;
  /** Shows another version; null the newest. */
  readonly onVersion: (version: number | null) => void;
  readonly files: ReactNode;
};

/** A closed day: which version stands, its files, the versions before it with what changed, and the way to the next. */
export function ClosedDay({ report, onVersion, files }: ClosedDayProps) {
  const text = useText();
  const words = text.dayEnd;
  const language = useLanguage();
  const desk = useDesk();
  const versions = useDeskQuery('report.versions', { businessDay: report.businessDay });
  const [isCorrecting, setCorrecting] = useState(false);
  const [draft, setDraft] = useState(NO_CORRECTION);
  const newest = Math.max(report.version ?? 1, ...(versions.value ?? []).map((one) => one.version));
  const print = () => {
    const { businessDay, version } = report;
    const subject = { kind: 'day' as const, businessDay, ...(version === null ? {} : { version }) };
    void printReport(desk, { subject, language }).then((done) => {
      if (!done) sayInBar(text.reportSheet.notLoaded);
    });
  };
  useScreenKeys([
    { key: 'F8', label: words.printReport, run: print },
    { key: 'Alt+S', label: words.correct, run: () => setCorrecting(true), keywords: 'bản số 2 điều chỉnh' },
  ]);
  return (
    <>
      <ColumnHead
        className={dayEnd['head']}
        title={words.closed}
        end={<Chip tone="good">{words.dayVersion(report.version ?? 1)}</Chip>}
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={dayEnd['scroll']} role="group" aria-label={words.closed} tabIndex={0}>
        <div className={styles['facts']}>
          {report.frozenAt === null ? null : (
            <p>{words.closedAt(formatInstant(report.frozenAt, language))}</p>
          )}
          <p className={styles['quiet']}>{words.chain(checkCode(report.chainHead))}</p>
          {report.version !== null && report.version < newest ? (
            <Note
              tone="warn"
              action={
                <Button size="small" onClick={() => onVersion(null)}>
                  {words.showNewest}
                </Button>
              }
            >
              {words.olderVersion(report.version, newest)}
            </Note>
          ) : null}
          <div className={styles['actions']}>
            <Button
              keyHint="F8"
              icon={<IconPrinter size={16} aria-hidden="true" />}
              onClick={print}
              data-focus-home
            >
              {words.printReport}
            </Button>
            <Button
              keyHint="Alt+S"
              icon={<IconPencil size={16} aria-hidden="true" />}
              onClick={() => setCorrecting(true)}
            >
              {words.correct}
            </Button>
          </div>
        </div>
        {files}
        {versions.problem === undefined ? null : (
          <Note tone="bad" className={styles['facts']}>
            {problemText(versions.problem, text)}
          </Note>
        )}
        <Versions
          versions={versions.value ?? []}
          shown={report.version}
          onShow={(version) => onVersion(version === newest ? null : version)}
        />
      </div>
      {isCorrecting ? (
        <CorrectDialog
          report={report}
          next={newest + 1}
          draft={draft}
          onDraft={setDraft}
          onClose={() => {
            setCorrecting(false);
            if (draft !== NO_CORRECTION) sayInBar(words.correctionKept);
          }}
          onDone={(version) => {
            setCorrecting(false);
            setDraft(NO_CORRECTION);
            onVersion(null);
            sayInBar(words.corrected(version));
          }}
        />
      ) : null}
    </>
  );
}

type VersionsProps = {
  readonly versions: readonly ReportVersion[];
  readonly shown: number | null;
  readonly onShow: (version: number) => void;
};

function Versions({ versions, shown, onShow }: VersionsProps) {
  const text = useText();
  const words = text.dayEnd;
  const language = useLanguage();
  if (versions.length === 0) return null;
  return (
    <section aria-labelledby="day-versions">
      <ColumnHead id="day-versions" className={styles['head']} title={words.versions} />
      <ol className={styles['versions']}>
        {versions
          .toSorted((a, b) => b.version - a.version)
          .map((one) => (
            <li key={one.version}>
              <button
                type="button"
                aria-pressed={one.version === shown}
                title={words.showVersion(one.version)}
                onClick={() => onShow(one.version)}
              >
                <b>{words.dayVersion(one.version)}</b>
                <span>{formatInstant(one.frozenAt, language)}</span>
              </button>
              {one.reason === null ? null : <p className={styles['reason']}>{words.because(one.reason)}</p>}
              {one.differences.length === 0 ? null : (
                <ul className={styles['differences']} aria-label={words.differences}>
                  {one.differences.map((difference) => (
                    <li key={`${difference.section} ${difference.row} ${difference.column}`}>
                      {differenceText(difference, text, language)}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
      </ol>
    </section>
  );
}
