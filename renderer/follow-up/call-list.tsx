import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/700.css';
import '@fontsource/be-vietnam-pro/800.css';
import { drawPaper } from '#renderer/paper/slip/draw-sheet.tsx';
import { printAlone } from '#renderer/paper/print-alone.ts';
import type { FollowUpRow } from '#shared/contract/follow-up.ts';
import type { Office } from '#shared/contract/office.ts';
import { INACTIVE_REASONS } from '#shared/domain/account/follow-up.ts';
import { localTime } from '#shared/domain/calendar/business-date.ts';
import { maskIdNumber, maskPhone } from '#shared/domain/identity/id-number.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatDay, formatLongDay, formatNumber } from '#shared/text/format.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import styles from './call-list.module.css';
import { deadlineOf, shortenedName } from './deadline.ts';

type CallListProps = {
  readonly office: Office;
  readonly rows: readonly FollowUpRow[];
  /** The local day of the list, and the instant it was made, UTC. */
  readonly on: string;
  readonly at: string;
  readonly language: Language;
};

const MARKS = ['X', '1', '2', '3', '4', '5', '0'] as const;

/** People to call, on wide A4: short names, masked numbers, a row of marks to circle; nothing to ask for but the result. */
function CallListSheet({ office, rows, on, at, language }: CallListProps) {
  const words = catalogue(language);
  const text = words.followUp.sheet;
  const groups = groupsOf(rows, on, language, text);
  return (
    <div className={styles['sheet']} data-paper="a4">
      <header className={styles['head']}>
        <div>
          <p className={styles['office']}>{office.name}</p>
          <p className={styles['title']}>{text.title}</p>
          <p>{text.count(formatNumber(rows.length, language))}</p>
          <p>{text.madeAt(localTime(at), formatLongDay(on, language))}</p>
        </div>
        <div>
          <b>{text.say}</b>
          {text.sayLines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <div>
          <b>{text.never}</b>
          {text.neverLines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </header>
      <table className={styles['table']}>
        <thead>
          <tr>
            {[
              text.place,
              text.noticed,
              text.number,
              text.name,
              text.idNumber,
              text.phone,
              text.kind,
              text.circle,
              text.note,
            ].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.title}>
            <tr className={styles['group']}>
              <th scope="rowgroup" colSpan={9}>
                {group.title}
              </th>
            </tr>
            {group.rows.map((row, index) => (
              <Row
                key={row.requestId}
                place={group.from + index + 1}
                row={row}
                words={words}
                language={language}
              />
            ))}
          </tbody>
        ))}
      </table>
      <Foot words={words} />
    </div>
  );
}

function Row({
  place,
  row,
  words,
  language,
}: {
  readonly place: number;
  readonly row: FollowUpRow;
  readonly words: Catalogue;
  readonly language: Language;
}) {
  const text = words.followUp.sheet;
  return (
    <tr>
      <td>{place}</td>
      <td>{row.noticedOn === null ? '–' : formatDay(row.noticedOn, language)}</td>
      <td className={styles['strong']}>{row.number ?? '–'}</td>
      <td className={styles['strong']}>
        {row.fullName === null ? words.common.noName : shortenedName(row.fullName)}
      </td>
      <td>{row.idNumber === null ? '–' : maskIdNumber(row.idNumber)}</td>
      <td>{row.phone === null ? words.followUp.noPhone : maskPhone(row.phone)}</td>
      <td>
        {words.account.level[row.level].toLocaleLowerCase('vi')}
        {row.procedure === 'level-2-with-card' ? text.with : ''}
      </td>
      <td>
        <span className={styles['marks']}>
          {MARKS.map((mark) => (
            <span key={mark}>{mark}</span>
          ))}
        </span>
      </td>
      <td className={styles['write']}>{row.note ?? ''}</td>
    </tr>
  );
}

function Foot({ words }: { readonly words: Catalogue }) {
  const text = words.followUp.sheet;
  const legend: readonly (readonly [string, string])[] = [
    ['X', text.legendX],
    ...INACTIVE_REASONS.map(
      (reason, index) => [String(index + 1), words.account.reason[reason].toLocaleLowerCase('vi')] as const,
    ),
    ['0', text.legend0],
  ];
  return (
    <footer className={styles['foot']}>
      <dl>
        {legend.map(([mark, means]) => (
          <div key={mark}>
            <dt>{mark}</dt>
            <dd>{means}</dd>
          </div>
        ))}
        <p>{text.fullNumbers}</p>
      </dl>
      <div className={styles['sign']}>
        <p>{text.caller}</p>
        <b>{text.destroy}</b>
      </div>
    </footer>
  );
}

/** `from`: how many stand before it. */
type Group = { readonly title: string; readonly rows: readonly FollowUpRow[]; readonly from: number };

/** The rows by the day that presses, soonest first; those without a day at the end. */
function groupsOf(
  rows: readonly FollowUpRow[],
  on: string,
  language: Language,
  words: Catalogue['followUp']['sheet'],
): readonly Group[] {
  const groups = new Map<string, FollowUpRow[]>();
  const titles = new Map<string, string>();
  for (const row of rows) {
    const deadline = deadlineOf(row, on);
    const key = deadline === null ? '9999' : `${deadline.day} ${deadline.kind}`;
    const day = deadline === null ? '' : formatLongDay(deadline.day, language);
    titles.set(
      key,
      deadline === null
        ? words.noDay
        : deadline.kind === 'result'
          ? words.resultOn(day)
          : deadline.day === on
            ? words.untilToday(day)
            : deadline.isLate
              ? words.untilPast(day)
              : words.until(day),
    );
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const sorted = [...groups.keys()].toSorted();
  return sorted.map((key, index) => ({
    title: titles.get(key) ?? '',
    rows: groups.get(key) ?? [],
    from: sorted.slice(0, index).reduce((sum, former) => sum + (groups.get(former)?.length ?? 0), 0),
  }));
}

/** `@page` of the call list: wide A4 with numbered pages. */
function callListPageRule(pageWord: string): string {
  const number = `content: "${pageWord} " counter(page) "/" counter(pages); font: 500 9pt "Be Vietnam Pro", sans-serif`;
  return `@page { size: 297mm 210mm; margin: 12mm 14mm 14mm; @bottom-right { ${number} } }`;
}

/** Prints the list as it stands on screen. */
export function printCallList(list: Omit<CallListProps, 'at'>): Promise<boolean> {
  const { sheet } = catalogue(list.language).followUp;
  return printAlone((place) =>
    drawPaper(place, <CallListSheet {...list} at={new Date().toISOString()} />, list.language, () => ({
      rule: callListPageRule(sheet.page),
      size: { widthMm: 297, heightMm: 210, margins: { top: 12, right: 14, bottom: 14, left: 14 } },
    })),
  );
}
