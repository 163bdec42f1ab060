import { localTime } from '#shared/domain/calendar/business-date.ts';
import type { Slip } from '#shared/contract/print.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import styles from './sheet.module.css';

export type SheetProps = { slip: Slip; text: Catalogue['slip'] };

/** What must be seen first: that this is a reprint, and that it is not real. */
export function Marks({ slip, text }: SheetProps) {
  if (slip.copy === 0 && !slip.training) return null;
  return (
    <div className={styles.marks}>
      {slip.copy > 0 ? (
        <p className={styles.mark}>{text.reprint(slip.copy, localTime(slip.printedAt))}</p>
      ) : null}
      {slip.training ? <p className={`${styles.mark} ${styles.training}`}>{text.training}</p> : null}
    </div>
  );
}

/** Office, title, the line that it is no receipt; on a page the number stands beside it. */
export function GuidanceHead({ slip, text }: SheetProps) {
  const page = slip.paper === 'a5' || slip.paper === 'a4';
  return (
    <>
      <Marks slip={slip} text={text} />
      <div className={styles.head}>
        <div>
          <div className={styles.office}>
            {slip.office.superior === '' ? null : <p className={styles.superior}>{slip.office.superior}</p>}
            <p className={styles.own}>{slip.office.name}</p>
            {page || slip.office.address === '' ? null : <p>{slip.office.address}</p>}
          </div>
          <p className={styles.title}>{text.title}</p>
          {text.titleSecond === '' ? null : <p className={styles.titleSecond}>{text.titleSecond}</p>}
          <p className={styles.notReceipt}>{text.notReceipt}</p>
        </div>
        {page ? <p className={styles.number}>{slip.number}</p> : null}
      </div>
    </>
  );
}

/** Template and rules on one side, when and where it was printed on the other. */
export function Foot({ slip, text }: SheetProps) {
  const form = [text.form(slip.template), slip.rulePack?.title ?? '']
    .filter((part) => part !== '')
    .join(', ');
  return (
    <>
      <p>{form}</p>
      <p>{text.printedAt(localTime(slip.printedAt), text.day(slip.businessDay), slip.counter)}</p>
    </>
  );
}
