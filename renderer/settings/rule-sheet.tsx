import { Block, Lines, Sheet, TickList } from '#renderer/entries/print/sheet.tsx';
import type { Office } from '#shared/contract/office.ts';
import { catalogue, type Language } from '#shared/text/catalogue.ts';
import { formatDay } from '#shared/text/format.ts';
import styles from './rule-sheet.module.css';

type RuleSheetProps = { readonly office: Office; readonly language: Language; readonly day: string | null };

/** The rule of calling for the wall, on A4: who is called earlier, how the two alternate, what happens when absent. */
export function RuleSheet({ office, language, day }: RuleSheetProps) {
  const text = catalogue(language).settings.ruleSheet;
  const { priorityRun: run, priorityClasses, notHereReturnsAfter, notHereMaxReturns } = office.settings;
  return (
    <Sheet
      paper="a4"
      foot={
        <>
          <p>{text.wall}</p>
          <p>{day === null ? '' : text.foot(formatDay(day, language))}</p>
        </>
      }
    >
      <div className={styles['head']}>
        {office.settings.superior === '' ? null : <p>{office.settings.superior}</p>}
        <p className={styles['own']}>{office.name}</p>
        <p className={styles['title']}>{text.title}</p>
        <p className={styles['lead']}>{text.lead}</p>
      </div>
      {priorityClasses.length === 0 ? null : (
        <Block title={text.who}>
          <div className={styles['classes']}>
            <TickList items={priorityClasses} />
          </div>
          <p className={styles['after']}>{text.whoHow}</p>
        </Block>
      )}
      <Block title={text.order}>
        <p className={styles['strong']}>{text.orderHow(run)}</p>
        <ol className={styles['order']}>
          {pattern(run).map((isPriority, index) => (
            <li key={index} className={isPriority ? styles['priority'] : styles['ordinary']}>
              <b>{index + 1}</b>
              <span>{isPriority ? text.priority : text.ordinary}</span>
            </li>
          ))}
        </ol>
        <p>{text.orderWhy}</p>
      </Block>
      <Block title={text.absent}>
        <Lines lines={[text.absentReturns(notHereReturnsAfter, notHereMaxReturns), ...(notHereMaxReturns === 0 ? [] : [text.absentLater]), text.noNew]} />
      </Block>
    </Sheet>
  );
}

const SHOWN = 6;

/** Which of the first calls go to priority, while both are waiting. */
function pattern(run: number): boolean[] {
  return Array.from({ length: Math.max(SHOWN, run + 1) }, (_, index) => index % (run + 1) !== run);
}
