import { useText } from '#renderer/desk/language.ts';
import type { Saving } from '#renderer/desk/use-saving.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { problemText } from '#shared/text/problem-text.ts';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { SavedWord } from './row.tsx';
import styles from './add-line.module.css';

type AddLineProps = {
  readonly label: string;
  /** What is added where nothing was typed. */
  readonly proposed?: string;
  readonly add: string;
  readonly maxLength: number;
  readonly saving: Saving;
  readonly onAdd: (name: string) => Promise<{ readonly ok: boolean }>;
};

/** The last line of a list in the settings: a name is typed and becomes one more row. */
export function AddLine({ label, proposed = '', add, maxLength, saving, onAdd }: AddLineProps) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const submit = () => {
    const name = typed.trim() || proposed;
    if (name === '') return;
    void onAdd(name).then((reply) => {
      if (reply.ok) setTyped('');
    });
  };
  return (
    <div className={styles['line']}>
      <TextField
        label={label}
        showLabel={false}
        placeholder={proposed || label}
        value={typed}
        maxLength={maxLength}
        error={saving.problem === undefined ? undefined : problemText(saving.problem, text)}
        onType={setTyped}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) submit();
        }}
      />
      <Button icon={<IconPlus aria-hidden="true" />} isPending={saving.state === 'saving'} onClick={submit}>
        {add}
      </Button>
      <SavedWord saving={saving} />
    </div>
  );
}
