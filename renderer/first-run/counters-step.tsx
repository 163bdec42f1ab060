import { flushSync } from 'react-dom';
import { nextCounterName } from '#shared/domain/office/counter-word.ts';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { nextKey, type CounterDraft, type DraftFault } from './draft.ts';
import { useGuide } from './draft-store.ts';
import { SeriesRows } from './series-rows.tsx';
import styles from './first-run.module.css';

const MOST_COUNTERS = 30;

export function CountersStep({ faults }: { readonly faults: readonly DraftFault[] }) {
  const words = useText().firstRun;
  const { draft, change } = useGuide();
  const { counters } = draft;

  const faultOf = (counter: CounterDraft): string | undefined => {
    const fault = faults.find((candidate) => candidate.field === 'counter' && candidate.key === counter.key);
    if (fault?.field !== 'counter') return undefined;
    return fault.fault === 'twice'
      ? words.needed.counterTwice(counter.name.trim())
      : words.needed.counterEmpty;
  };
  const add = () => {
    flushSync(() =>
      change({
        counters: [
          ...counters,
          { key: nextKey(counters), name: nextCounterName(counters.map(({ name }) => name)) },
        ],
      }),
    );
    lastField()?.select();
  };
  return (
    <>
      <h1>{words.counters.title}</h1>
      <h2>{words.counters.heading}</h2>
      <ul className={styles['counters']} data-counters>
        {counters.map((counter, place) => (
          <li key={counter.key}>
            <NumberText className={styles['place']}>{place + 1}</NumberText>
            <TextField
              label={words.counters.nameOf(place + 1)}
              showLabel={false}
              value={counter.name}
              maxLength={40}
              error={faultOf(counter)}
              onType={(name) =>
                change({
                  counters: counters.map((row) => (row.key === counter.key ? { ...row, name } : row)),
                })
              }
            />
            <span className={styles['says']}>{words.counters.all}</span>
            <Button
              variant="quiet"
              size="small"
              aria-label={words.counters.remove(counter.name)}
              disabledReason={counters.length === 1 ? words.needed.counters : undefined}
              icon={<IconX aria-hidden="true" />}
              onClick={() => {
                flushSync(() => change({ counters: counters.filter((row) => row.key !== counter.key) }));
                lastField()?.focus();
              }}
            />
          </li>
        ))}
      </ul>
      {counters.length < MOST_COUNTERS && (
        <Button
          variant="quiet"
          icon={<IconPlus aria-hidden="true" />}
          className={styles['add']}
          onClick={add}
        >
          {words.counters.add}
        </Button>
      )}
      <h2>{words.counters.seriesHeading}</h2>
      <SeriesRows faults={faults} />
      <h2>{words.counters.priority}</h2>
      <Segmented
        label={words.counters.priority}
        options={words.counters.runs.map(({ value, label }) => ({ value: String(value), label }))}
        value={String(draft.priorityRun)}
        onChange={(value) => change({ priorityRun: Number(value) })}
      />
      <p className={styles['says']}>{words.counters.rule(draft.priorityRun)}</p>
    </>
  );
}

function lastField(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>('[data-counters] li:last-child input');
}
