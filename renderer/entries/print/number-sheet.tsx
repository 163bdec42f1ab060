import { localTime } from '#shared/domain/calendar/business-date.ts';
import type { Procedure } from '#shared/domain/procedure/vocabulary.ts';
import { Block, Lines, Sheet, TickList } from './sheet.tsx';
import { Marks, type SheetProps } from './sheet-head.tsx';
import { papersToHold } from './slip-plan.ts';
import styles from './sheet.module.css';

/** The number a person waits with, on a 58 or 80 mm roll. It carries no name: it lies about in the waiting room. */
export function NumberSheet({ slip, text, unsaved = false }: SheetProps & { unsaved?: boolean }) {
  return (
    <Sheet
      paper={slip.paper}
      unsaved={unsaved}
      foot={
        <>
          <p className={styles.notReceipt}>{text.notReceipt}</p>
          <p>{text.form(slip.template)}</p>
        </>
      }
    >
      <Marks slip={slip} text={text} />
      <div className={styles.office}>
        <p className={styles.own}>{slip.office.name}</p>
      </div>
      <p className={styles.numberTitle}>
        {slip.priority ? `${text.numberTitle} · ${text.priority}` : text.numberTitle}
      </p>
      <p className={styles.bigNumber} data-fit>
        {slip.number}
      </p>
      {procedures(slip.requests).map(([procedure, people]) => (
        <p key={procedure} className={styles.bigProcedure}>
          {text.procedure[procedure]} {people > 1 ? <span>{text.people(people)}</span> : null}
        </p>
      ))}
      <Block>
        {slip.ahead === null ? null : <p className={styles.ahead}>{text.ahead(slip.ahead)}</p>}
        <p>{text.issuedAt(localTime(slip.issuedAt))}</p>
        <p>{`${text.longDay(slip.businessDay)}.`}</p>
      </Block>
      <Block title={text.holdReady}>
        <TickList items={[...papersToHold(slip.requests).map((paper) => text.paper(paper)), text.phone]} />
      </Block>
      <Block>
        <Lines lines={text.waitLines} />
      </Block>
    </Sheet>
  );
}

function procedures(requests: SheetProps['slip']['requests']): [Procedure, number][] {
  const counts = new Map<Procedure, number>();
  for (const { procedure } of requests) counts.set(procedure, (counts.get(procedure) ?? 0) + 1);
  return [...counts];
}
