import { problemText } from '#shared/text/problem-text.ts';
import { IconCheck } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { join } from '#renderer/ui/join.ts';
import styles from './row.module.css';
import type { Saving } from '#renderer/desk/use-saving.ts';

/** Quietly, beside what was changed: being saved, saved. */
export function SavedWord({ saving }: { readonly saving: Saving }) {
  const words = useText().common;
  return (
    <span className={styles['word']}>
      {saving.state === 'saving' && (
        <span className={styles['slow']} aria-hidden="true">
          {words.saving}
        </span>
      )}
      <span role="status">
        {saving.state === 'saved' && (
          <span className={styles['saved']}>
            <IconCheck size={14} stroke={2} aria-hidden="true" />
            {words.saved}
          </span>
        )}
      </span>
    </span>
  );
}

/** Why the desk refused, where it was asked. */
export function Refused({ saving }: { readonly saving: Saving }) {
  const text = useText();
  if (saving.problem === undefined) return null;
  return (
    <p role="alert" className={styles['problem']}>
      {problemText(saving.problem, text)}
    </p>
  );
}

type RowProps = {
  /** What stands at the left. The control carries the same words for readers, so they skip this. */
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  readonly saving?: Saving;
  readonly children: ReactNode;
};

/** One setting: its name, its control, and how the latest change went. */
export function Row({ title, hint, saving, children }: RowProps) {
  return (
    <div className={styles['row']}>
      <div className={styles['title']} aria-hidden="true">
        {title}
      </div>
      <div className={styles['control']}>
        {children}
        {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
        {saving !== undefined && <Refused saving={saving} />}
      </div>
      {saving !== undefined && <SavedWord saving={saving} />}
    </div>
  );
}

type SwitchProps = {
  readonly label: ReactNode;
  /** For readers, where the words beside it do not say enough. */
  readonly name?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly describedBy?: string;
};

export function Switch({ label, name, on, onChange, describedBy }: SwitchProps) {
  return (
    <label className={styles['switch']}>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        aria-label={name}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <i aria-hidden="true" />
      <span>{label}</span>
    </label>
  );
}

type SwitchRowProps = {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Stands before the hint, such as a doubt. */
  readonly mark?: ReactNode;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly saving: Saving;
};

/** A whole line that can be switched: the words are the label of the switch. */
export function SwitchRow({ label, hint, mark, on, onChange, saving }: SwitchRowProps) {
  const id = useId();
  return (
    <div className={join(styles['row'], styles['wide'])}>
      <div className={styles['control']}>
        <Switch
          label={<span className={styles['switchName']}>{label}</span>}
          on={on}
          onChange={onChange}
          describedBy={id}
        />
        <div id={id} className={join(styles['hint'], styles['indented'])}>
          {mark}
          {hint}
        </div>
        <Refused saving={saving} />
      </div>
      <SavedWord saving={saving} />
    </div>
  );
}

type TogglesProps<V extends string> = {
  readonly label: string;
  readonly options: readonly {
    readonly value: V;
    readonly label: string;
    readonly note?: string | undefined;
  }[];
  readonly chosen: readonly V[];
  readonly onChange: (chosen: readonly V[]) => void;
};

/** Any number of a few words; their order in the answer is that of the options. */
export function Toggles<V extends string>({ label, options, chosen, onChange }: TogglesProps<V>) {
  return (
    <fieldset className={styles['toggles']}>
      <legend>{label}</legend>
      {options.map(({ value, label: name, note }) => (
        <label key={value} className={styles['toggle']} title={note}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) => {
              const wanted = event.currentTarget.checked;
              onChange(
                options
                  .map((option) => option.value)
                  .filter((one) => (one === value ? wanted : chosen.includes(one))),
              );
            }}
          />
          <span>
            {name}
            {note !== undefined && <small>{note}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
