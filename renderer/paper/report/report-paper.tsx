import '@fontsource/tinos/400.css';
import '@fontsource/tinos/400-italic.css';
import '@fontsource/tinos/700.css';
import '@fontsource/tinos/700-italic.css';
import type { Office } from '#shared/contract/office.ts';
import type { IsoDate } from '#shared/domain/calendar/business-date.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import type { ReactNode } from 'react';
import styles from './report.module.css';

export type ReportWords = { readonly text: Catalogue; readonly language: Language };

/** What the head and foot of a report say of whoever sends it. */
export type ReportSender = Pick<Office, 'name' | 'receivingLevel'> & {
  readonly settings: Pick<Office['settings'], 'report' | 'superior' | 'phone' | 'receiverPhone'>;
};

type ReportPaperProps = ReportWords & {
  readonly office: ReportSender;
  readonly signedOn: IsoDate;
  /** What the report is about, under its title: a day, a month, a campaign. */
  readonly about: string;
  /** Why this copy must not be sent, in a frame under the head. */
  readonly warning?: string | undefined;
  readonly isWide?: boolean;
  readonly children: ReactNode;
  /** The last part, which the signature never stands without. */
  readonly closing: ReactNode;
};

/** Head, title, addressee and foot of an administrative report (Nghị định 30/2020/NĐ-CP, phụ lục I). */
export function ReportPaper({
  text: words,
  office,
  signedOn,
  about,
  warning,
  isWide = false,
  children,
  closing,
}: ReportPaperProps) {
  const text = words.reportSheet;
  const { report, superior, phone, receiverPhone } = office.settings;
  const [year = '', month = '', day = ''] = signedOn.split('-');
  return (
    <div className={[styles['sheet'], isWide ? styles['wide'] : ''].join(' ')} data-paper="a4">
      <header className={styles['head']}>
        <div>
          {superior === '' ? null : <p className={styles['superior']}>{superior}</p>}
          <p className={`${styles['own']} ${styles['ruled']}`}>{office.name}</p>
          <p className={styles['number']}>{text.number(report.symbol)}</p>
        </div>
        <div>
          <p className={styles['nation']}>{text.nation}</p>
          <p className={styles['motto']}>{text.motto}</p>
          <p className={styles['dated']}>
            {text.placeAndDay(report.placeName === '' ? text.noPlace : report.placeName, day, month, year)}
          </p>
        </div>
      </header>
      <h1 className={styles['title']}>{text.title}</h1>
      <p className={styles['subject']}>{text.subject}</p>
      <p className={`${styles['subject']} ${styles['ruled']}`}>{about}</p>
      <p className={styles['sendTo']}>
        {text.sendTo(report.sendTo === '' ? office.receivingLevel : report.sendTo, receiverPhone)}
      </p>
      {warning === undefined ? null : <p className={styles['warning']}>{warning}</p>}
      {children}
      <div className={styles['closing']}>
        {closing}
        <footer className={styles['foot']}>
          <div className={styles['to']}>
            {report.recipients.length === 0 ? null : <b>{text.recipients}</b>}
            {report.recipients.map((line, index) => (
              <p key={line}>
                - {line}
                {index === report.recipients.length - 1 ? '.' : ';'}
              </p>
            ))}
            {phone === '' ? null : <p>{text.officePhone(phone)}</p>}
          </div>
          <div className={styles['signer']}>
            <p>{report.signerTitle === '' ? text.signer(office.name) : report.signerTitle}</p>
            <p>{report.signerName}</p>
          </div>
        </footer>
      </div>
    </div>
  );
}

/** A numbered part of a report. */
export function Part({
  place,
  title,
  children,
}: {
  readonly place: number;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles['section']}>
      <h2>
        {place}. {title}
      </h2>
      {children}
    </section>
  );
}

type MainCount = {
  readonly title: string;
  readonly count: string;
  readonly parts: readonly string[];
};

/** The counts that stand first, each with how it adds up. */
export function MainCounts({ counts }: { readonly counts: readonly MainCount[] }) {
  return (
    <div className={styles['first']}>
      {counts.map(({ title, count, parts }) => (
        <div key={title}>
          <b>{title}</b>
          <p className={styles['big']}>{count}</p>
          {parts.map((part) => (
            <p key={part} className={styles['parts']}>
              {part}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}

/** `@page` of a report: the margins of an administrative paper, the number of the page in the middle above, none on the first. */
export function reportPageRule(isWide: boolean): string {
  const size = isWide ? '297mm 210mm' : '210mm 297mm';
  const margins = isWide ? '20mm 18mm 18mm 30mm' : '20mm 18mm 20mm 30mm';
  const number = '@top-center { content: counter(page); font: 13pt Tinos, serif }';
  return `@page { size: ${size}; margin: ${margins}; ${number} } @page :first { @top-center { content: none } }`;
}

/** The same in millimetres, for the shell. */
export function reportSize(isWide: boolean) {
  return isWide
    ? { widthMm: 297, heightMm: 210, margins: { top: 20, right: 18, bottom: 18, left: 30 } }
    : { widthMm: 210, heightMm: 297, margins: { top: 20, right: 18, bottom: 20, left: 30 } };
}
