import { IconSearch } from '@tabler/icons-react';
import type { Ref } from 'react';
import { TextField } from './text-field.tsx';

type ListSearchProps = {
  readonly ref: Ref<HTMLInputElement>;
  readonly label: string;
  readonly value: string;
  readonly onType: (typed: string) => void;
  /** The list below: ↓ goes there, Escape empties the field first. */
  readonly listId: string;
};

/** What narrows a list while somebody types. */
export function ListSearch({ ref, label, value, onType, listId }: ListSearchProps) {
  return (
    <TextField
      ref={ref}
      label={label}
      showLabel={false}
      placeholder={label}
      value={value}
      onType={onType}
      before={<IconSearch size={16} aria-hidden="true" />}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'Escape') return;
        event.preventDefault();
        if (event.key === 'Escape') onType('');
        document.getElementById(listId)?.focus();
      }}
    />
  );
}
