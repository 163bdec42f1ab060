import type { OfficeSettings } from '#shared/domain/office/settings.ts';
import { OFFICE_KINDS, PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { Switch, Toggles } from '#renderer/settings/row.tsx';
import styles from './places.module.css';

export type Place = OfficeSettings['directory'][number];

type PlaceFormProps = {
  readonly place: Place;
  readonly onChange: (change: Partial<Place>) => void;
  readonly onRemove: () => void;
};

/** Everything about one place; saved field by field. */
export function PlaceForm({ place, onChange, onRemove }: PlaceFormProps) {
  const text = useText();
  const words = text.settings.places;
  const [empty, setEmpty] = useState(false);
  const rename = (typed: string) => {
    const name = typed.trim();
    setEmpty(name === '');
    if (name !== '') onChange({ name });
  };
  const plain = (field: 'address' | 'hours' | 'note', max: number, hint?: string) => (
    <TextField
      label={words[field]}
      value={place[field] ?? ''}
      maxLength={max}
      hint={hint}
      onCommit={(typed) => onChange({ [field]: typed.trim() })}
    />
  );
  return (
    <div className={styles['form']}>
      <TextField
        label={words.name}
        value={place.name}
        maxLength={120}
        required
        error={empty ? text.settings.needed : undefined}
        onCommit={rename}
      />
      <SelectField
        label={words.kind}
        options={OFFICE_KINDS.map((value) => ({ value, label: text.settings.kinds[value] }))}
        value={place.kind}
        onChange={(kind) => onChange({ kind })}
      />
      {plain('address', 200)}
      {plain('hours', 120)}
      {plain('note', 200, words.noteHint)}
      <div>
        <p className={styles['label']} aria-hidden="true">
          {words.procedures}
        </p>
        <Toggles
          label={words.procedures}
          options={PROCEDURES.map((value) => ({ value, label: text.common.procedureShort[value] }))}
          chosen={place.procedures}
          onChange={(procedures) => onChange({ procedures: [...procedures] })}
        />
      </div>
      <Switch
        label={place.open ? words.open : words.closed}
        name={words.open}
        on={place.open}
        onChange={(open) => onChange({ open })}
      />
      <CheckField
        label={words.coversHere}
        hint={words.coversHereHint}
        checked={place.coversHere ?? false}
        onChange={(coversHere) => onChange({ coversHere })}
      />
      <Button
        variant="quiet"
        icon={<IconTrash aria-hidden="true" />}
        className={styles['remove']}
        onClick={onRemove}
      >
        {words.remove}
      </Button>
    </div>
  );
}
