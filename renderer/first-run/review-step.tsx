import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { setUpInput } from './draft.ts';
import { useGuide } from './draft-store.ts';
import styles from './first-run.module.css';

type Row = { readonly label: string; readonly value: string; readonly step: number };

/** Everything that will be set up, as the desk will take it, with the way back to each step. */
export function ReviewStep({ onStep }: { readonly onStep: (step: number) => void }) {
  const { firstRun, common } = useText();
  const text = firstRun.review;
  const draft = useGuide((guide) => guide.draft);
  const input = setUpInput(draft);
  const series = draft.series.map(({ letter, name, takesRest, procedures }) => {
    const scope = takesRest
      ? draft.series.length === 1
        ? firstRun.counters.everything
        : firstRun.counters.rest
      : procedures.map((procedure) => common.procedureShort[procedure]).join(', ');
    return `${letter.toUpperCase()}001 ${name.trim()} (${scope})`;
  });
  const printing =
    draft.printing === 'none'
      ? firstRun.printing.none
      : `${firstRun.printing.papers[draft.numberPaper]}, ${firstRun.see.guidance.toLocaleLowerCase()} ${firstRun.printing.papers[draft.guidancePaper]}`;
  const rows: Row[] = [
    { label: text.office, value: draft.name, step: 0 },
    { label: text.code, value: input.code, step: 0 },
    { label: text.receivingLevel, value: draft.receivingLevel, step: 0 },
    { label: text.superior, value: draft.superior, step: 0 },
    { label: text.address, value: draft.address, step: 0 },
    { label: text.openingHours, value: draft.openingHours, step: 0 },
    { label: text.counters, value: draft.counters.map((counter) => counter.name.trim()).join(', '), step: 1 },
    { label: text.series, value: series.join('; '), step: 1 },
    {
      label: text.priority,
      value: firstRun.counters.runs.find((run) => run.value === draft.priorityRun)?.label ?? '',
      step: 1,
    },
    { label: text.printing, value: printing, step: 2 },
  ];
  return (
    <>
      <h1>{text.title}</h1>
      <dl className={styles['review']}>
        {rows.map((row, place) => (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd className={row.value.trim() === '' ? styles['blank'] : undefined}>
              {row.value.trim() === '' ? text.notGiven : row.value}
            </dd>
            {rows[place - 1]?.step !== row.step && (
              <dd className={styles['edit']}>
                <Button
                  variant="quiet"
                  size="small"
                  aria-label={text.changeStep(firstRun.steps[row.step] ?? '')}
                  onClick={() => onStep(row.step)}
                >
                  {text.change}
                </Button>
              </dd>
            )}
          </div>
        ))}
      </dl>
      <p className={styles['says']}>{text.stored}</p>
      <p className={styles['ready']}>{text.ready}</p>
    </>
  );
}
