import { OFFICE_KINDS, PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { Switch, Toggles } from '../frame/setting-row.tsx';
import type { Place } from './places-section.tsx';
import styles from './places.module.css';

type PlaceFormProps = {
  readonly place: Place;
  readonly onChange: (change: Partial<Place>) => void;
  readonly onRemove: () => void;
};

/** Everything about one place; saved field by field. */
export function PlaceForm({ place, onChange, onRemove }: PlaceFormProps) {
  const words = useText();
  const text = words.settings.places;
  const [empty, setEmpty] = useState(false);
  const rename = (typed: string) => {
    const name = typed.trim();
    setEmpty(name === '');
    if (name !== '') onChange({ name });
  };
  const plain = (field: 'address' | 'hours' | 'note', max: number, hint?: string) => (
    <TextField
      label={text[field]}
      value={place[field] ?? ''}
      maxLength={max}
      hint={hint}
      onCommit={(typed) => onChange({ [field]: typed.trim() })}
    />
  );
  return (
    <div className={styles['form']}>
      <TextField
        label={text.name}
        value={place.name}
        maxLength={120}
        required
        error={empty ? words.settings.needed : undefined}
        onCommit={rename}
      />
      <SelectField
        label={text.kind}
        options={OFFICE_KINDS.map((value) => ({ value, label: words.settings.kinds[value] }))}
        value={place.kind}
        onChange={(kind) => onChange({ kind })}
      />
      {plain('address', 200)}
      {plain('hours', 120)}
      {plain('note', 200, text.noteHint)}
      <div>
        <p className={styles['label']} aria-hidden="true">
          {text.procedures}
        </p>
        <Toggles
          label={text.procedures}
          options={PROCEDURES.map((value) => ({ value, label: words.common.procedureShort[value] }))}
          chosen={place.procedures}
          onChange={(procedures) => onChange({ procedures: [...procedures] })}
        />
      </div>
      <Switch
        label={place.open ? text.open : text.closed}
        name={text.open}
        on={place.open}
        onChange={(open) => onChange({ open })}
      />
      <CheckField
        label={text.coversHere}
        hint={text.coversHereHint}
        checked={place.coversHere ?? false}
        onChange={(coversHere) => onChange({ coversHere })}
      />
      <Button
        variant="quiet"
        icon={<IconTrash aria-hidden="true" />}
        className={styles['remove']}
        onClick={onRemove}
      >
        {text.remove}
      </Button>
    </div>
  );
}
