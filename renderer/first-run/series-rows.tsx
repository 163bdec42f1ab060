import { flushSync } from 'react-dom';
import { PROCEDURES, type Procedure } from '#shared/domain/procedure/vocabulary.ts';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { freeLetter, nextKey, withoutSeries, type DraftFault, type SeriesDraft } from './draft.ts';
import { useGuide } from './draft-store.ts';
import styles from './first-run.module.css';

export function SeriesRows({ faults }: { readonly faults: readonly DraftFault[] }) {
  const words = useText().firstRun;
  const { draft, change } = useGuide();
  const { series } = draft;
  const letter = freeLetter(series);
  return (
    <>
      {series.map((row) => (
        <SeriesRow key={row.key} row={row} faults={faults} />
      ))}
      {faults.some((fault) => fault.field === 'seriesRest') && (
        <p className={styles['fault']} role="alert">
          {words.needed.seriesRest}
        </p>
      )}
      {letter !== null && (
        <Button
          variant="quiet"
          icon={<IconPlus aria-hidden="true" />}
          className={styles['add']}
          onClick={() => {
            const key = nextKey(series);
            flushSync(() =>
              change({ series: [...series, { key, letter, name: '', takesRest: false, procedures: [] }] }),
            );
            focusName(key);
          }}
        >
          {words.counters.addSeries}
        </Button>
      )}
      <p className={styles['says']}>{words.counters.restart}</p>
    </>
  );
}

function SeriesRow({ row, faults }: { readonly row: SeriesDraft; readonly faults: readonly DraftFault[] }) {
  const text = useText();
  const { counters: words, needed } = text.firstRun;
  const { draft, change } = useGuide();
  const { series } = draft;
  const only = series.length === 1;
  const of = (field: DraftFault['field']) =>
    faults.find((fault) => fault.field === field && 'key' in fault && fault.key === row.key);
  const letterFault = of('letter');
  const set = (part: Partial<SeriesDraft>) =>
    change({ series: series.map((other) => (other.key === row.key ? { ...other, ...part } : other)) });
  const setScope = (scope: 'rest' | 'some') =>
    change({
      // Only one series can take the rest: choosing it here takes it from the other.
      series: series.map((other) =>
        other.key === row.key
          ? { ...other, takesRest: scope === 'rest' }
          : scope === 'rest'
            ? { ...other, takesRest: false }
            : other,
      ),
    });
  const toggle = (procedure: Procedure, chosen: boolean) =>
    set({
      procedures: chosen
        ? [...row.procedures, procedure]
        : row.procedures.filter((other) => other !== procedure),
    });

  return (
    <div className={styles['series']}>
      <div className={styles['seriesRow']}>
        <TextField
          label={words.letter}
          value={row.letter}
          maxLength={1}
          error={
            letterFault === undefined
              ? undefined
              : 'fault' in letterFault && letterFault.fault === 'twice'
                ? needed.letterTwice(row.letter.toUpperCase())
                : needed.letter
          }
          onType={(value) => set({ letter: value })}
          onCommit={(value) => set({ letter: value.toUpperCase() })}
        />
        <TextField
          label={words.firstNumber}
          value="001"
          figures
          readOnly
          tabIndex={-1}
          className={styles['fixed']}
        />
        <TextField
          label={words.seriesName}
          value={row.name}
          maxLength={80}
          data-series={row.key}
          error={of('seriesName') ? needed.seriesName : undefined}
          onType={(name) => set({ name })}
        />
        <SelectField
          label={words.usedFor}
          value={row.takesRest ? 'rest' : 'some'}
          options={[
            { value: 'rest', label: only ? words.everything : words.rest },
            { value: 'some', label: words.some },
          ]}
          onChange={setScope}
        />
        {!only && (
          <Button
            variant="quiet"
            size="small"
            className={styles['drop']}
            aria-label={words.removeSeries(row.letter)}
            icon={<IconX aria-hidden="true" />}
            onClick={() => change({ series: withoutSeries(series, row.key) })}
          />
        )}
      </div>
      {!row.takesRest && (
        <fieldset className={styles['choices']}>
          <legend className={styles['unseen']}>{words.usedFor}</legend>
          {PROCEDURES.map((procedure) => (
            <CheckField
              key={procedure}
              label={text.common.procedureShort[procedure]}
              checked={row.procedures.includes(procedure)}
              onChange={(chosen) => toggle(procedure, chosen)}
            />
          ))}
          {of('seriesProcedures') && (
            <p className={styles['fault']} role="alert">
              {needed.seriesProcedures}
            </p>
          )}
        </fieldset>
      )}
    </div>
  );
}

function focusName(key: number): void {
  document.querySelector<HTMLInputElement>(`input[data-series="${key}"]`)?.focus();
}
