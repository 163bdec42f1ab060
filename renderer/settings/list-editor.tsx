import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import styles from './settings.module.css';

type ListEditorProps = {
  readonly items: readonly string[];
  readonly labelOf: (place: number) => string;
  readonly newLabel: string;
  readonly newHint?: string;
  readonly addLabel: string;
  readonly removeLabel: (item: string) => string;
  readonly emptyWords?: string;
  readonly most: number;
  /** Saves the whole list; the new entry is emptied only when it was saved. */
  readonly onChange: (items: string[]) => Promise<boolean>;
};

/** A short list of lines: each can be changed or removed, and one added below. */
export function ListEditor({ items, labelOf, newLabel, newHint, addLabel, removeLabel, emptyWords, most, onChange }: ListEditorProps) {
  const [draft, setDraft] = useState('');
  const add = async () => {
    const item = draft.trim();
    if (item === '') return;
    if (items.includes(item) || (await onChange([...items, item]))) setDraft('');
  };
  return (
    <div className={styles['list']}>
      {items.length === 0 && emptyWords !== undefined ? <p className={styles['hint']}>{emptyWords}</p> : null}
      {items.map((item, index) => (
        <div key={item} className={styles['line']}>
          <TextField
            label={labelOf(index + 1)}
            showLabel={false}
            value={item}
            onCommit={(value) => {
              const next = value.trim();
              if (next !== '' && next !== item) void onChange(items.map((one, place) => (place === index ? next : one)));
            }}
          />
          <Button
            variant="quiet"
            aria-label={removeLabel(item)}
            title={removeLabel(item)}
            icon={<IconX size={16} aria-hidden="true" />}
            onClick={() => void onChange(items.filter((one) => one !== item))}
          />
        </div>
      ))}
      {items.length >= most ? null : (
        <div className={styles['line']}>
          <TextField
            label={newLabel}
            value={draft}
            onType={setDraft}
            {...(newHint === undefined ? {} : { hint: newHint })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) void add();
            }}
          />
          <Button className={styles['besideLabel']} icon={<IconPlus size={16} aria-hidden="true" />} onClick={() => void add()}>
            {addLabel}
          </Button>
        </div>
      )}
    </div>
  );
}
