import { localTime } from '#shared/domain/calendar/business-date.ts';
import type { Slip } from '#shared/domain/slip/slip.ts';
import { Fragment } from 'react';
import { Logo } from './logo.tsx';
import { isPage, saidBy, type Voice } from './voices.ts';
import styles from '../sheet.module.css';

export type VoicesProps = { slip: Slip; voices: readonly [Voice, ...Voice[]] };
export type SheetProps = { slip: Slip } & Voice;

/** What must be seen first: that this is a reprint, and that it is not real. */
export function Marks({ slip, voices }: VoicesProps) {
  if (slip.copy === 0 && !slip.training) return null;
  return (
    <div className={styles.marks}>
      {slip.copy > 0 ? (
        <p className={styles.mark}>
          {saidBy(voices, (text) => text.reprint(slip.copy, localTime(slip.printedAt))).join(' / ')}
        </p>
      ) : null}
      {slip.training ? (
        <p className={`${styles.mark} ${styles.training}`}>
          {saidBy(voices, (text) => text.training).join(' / ')}
        </p>
      ) : null}
    </div>
  );
}

/** Office, title, the line that it is no receipt; on a page the number stands beside it. */
export function GuidanceHead({ slip, voices }: VoicesProps) {
  const page = isPage(slip);
  const [{ text }] = voices;
  return (
    <>
      <Marks slip={slip} voices={voices} />
      <div className={styles.head}>
        <div>
          <div className={styles.letterhead}>
            <Logo logo={slip.design.logo} />
            <div className={styles.office}>
              {slip.office.superior === '' ? null : <p className={styles.superior}>{slip.office.superior}</p>}
              <p className={styles.own}>{slip.office.name}</p>
              {page || slip.office.address === '' ? null : <p>{slip.office.address}</p>}
              {slip.design.officeLines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          </div>
          <p className={styles.title}>{text.title}</p>
          {saidBy(voices, (one) => one.titleSecond).map((line) => (
            <p key={line} className={styles.titleSecond}>
              {line}
            </p>
          ))}
          {saidBy(voices, (one) => one.notReceipt).map((line) => (
            <p key={line} className={styles.notReceipt}>
              {line}
            </p>
          ))}
        </div>
        {page ? <p className={styles.number}>{slip.number}</p> : null}
      </div>
    </>
  );
}

/** The office's own last words, the form with its version, and when and where it was printed. */
export function Foot({ slip, voices }: VoicesProps) {
  const [{ text }] = voices;
  return (
    <>
      <FooterLines slip={slip} />
      <p>
        {text.form(slip.design.version)}
        {slip.rulePack === null ? null : (
          <>
            , <Whole text={slip.rulePack.title} />
          </>
        )}
      </p>
      <p>{text.printedAt(localTime(slip.printedAt), text.day(slip.businessDay), slip.counter)}</p>
      <OfficerLine slip={slip} voices={voices} />
    </>
  );
}

/** Who issued the number or ended the visit, where the office wants it on paper. */
export function OfficerLine({ slip, voices: [{ text }] }: VoicesProps) {
  return slip.officer === undefined ? null : <p>{text.byOfficer(slip.officer)}</p>;
}

/** Words that no line ends within, such as the number of a decree. */
function Whole({ text }: { text: string }) {
  return text.split(' ').map((word, index) => (
    <Fragment key={`${index}-${word}`}>
      {index === 0 ? '' : ' '}
      <span className={styles.unbroken}>{word}</span>
    </Fragment>
  ));
}

export function FooterLines({ slip }: { slip: Slip }) {
  const { footer } = slip.design;
  if (footer.length === 0) return null;
  return (
    <div className={styles.footer}>
      {footer.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
