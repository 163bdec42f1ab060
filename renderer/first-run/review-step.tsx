import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SAFETY_STEP, setUpInput } from './draft.ts';
import { useGuide } from './draft-store.ts';
import styles from './first-run.module.css';

type Row = { readonly label: string; readonly value: string; readonly step: number };

/** Everything that will be set up, as the desk will take it, with the way back to each step. */
export function ReviewStep({ onStep }: { readonly onStep: (step: number) => void }) {
  const text = useText();
  const words = text.firstRun.review;
  const draft = useGuide((guide) => guide.draft);
  const input = setUpInput(draft);
  const series = draft.series.map(({ letter, name, takesRest, procedures }) => {
    const scope = takesRest
      ? draft.series.length === 1
        ? text.firstRun.counters.everything
        : text.firstRun.counters.rest
      : procedures.map((procedure) => text.common.procedureShort[procedure]).join(', ');
    return `${letter.toUpperCase()}001 ${name.trim()} (${scope})`;
  });
  const printing =
    draft.printing === 'none'
      ? text.firstRun.printing.none
      : `${text.firstRun.printing.papers[draft.numberPaper]}, ${text.firstRun.see.guidance.toLocaleLowerCase()} ${text.firstRun.printing.papers[draft.guidancePaper]}`;
  const rows: Row[] = [
    { label: words.office, value: draft.name, step: 0 },
    { label: words.code, value: input.code, step: 0 },
    { label: words.receivingLevel, value: draft.receivingLevel, step: 0 },
    { label: words.superior, value: draft.superior, step: 0 },
    { label: words.address, value: draft.address, step: 0 },
    { label: words.openingHours, value: draft.openingHours, step: 0 },
    { label: words.phone, value: draft.phone, step: 0 },
    { label: words.receiverPhone, value: draft.receiverPhone, step: 0 },
    {
      label: words.counters,
      value: draft.counters.map((counter) => counter.name.trim()).join(', '),
      step: 1,
    },
    { label: words.series, value: series.join('; '), step: 1 },
    {
      label: words.priority,
      value: text.firstRun.counters.runs.find((run) => run.value === draft.priorityRun)?.label ?? '',
      step: 1,
    },
    { label: words.printing, value: printing, step: 2 },
    {
      label: words.encryption,
      value: draft.encrypt === null ? '' : text.safety.choice[draft.encrypt ? 'yes' : 'no'],
      step: SAFETY_STEP,
    },
    { label: words.copyPlace, value: draft.copyPlace, step: SAFETY_STEP },
  ];
  return (
    <>
      <h1>{words.title}</h1>
      <dl className={styles['review']}>
        {rows.map((row, place) => (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd className={row.value.trim() === '' ? styles['blank'] : undefined}>
              {row.value.trim() === '' ? words.notGiven : row.value}
            </dd>
            {rows[place - 1]?.step !== row.step && (
              <dd className={styles['edit']}>
                <Button
                  variant="quiet"
                  size="small"
                  aria-label={words.changeStep(text.firstRun.steps[row.step] ?? '')}
                  onClick={() => onStep(row.step)}
                >
                  {words.change}
                </Button>
              </dd>
            )}
          </div>
        ))}
      </dl>
      <p className={styles['says']}>{words.stored}</p>
      <p className={styles['ready']}>{words.ready}</p>
    </>
  );
}
