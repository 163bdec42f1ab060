import { useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './printers.module.css';
import { Row } from '#renderer/settings/row.tsx';
import type { Saving } from '#renderer/desk/use-saving.ts';

type NumberField = {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** Millimetres may have a decimal, written with a comma or a point. */
  readonly decimal?: boolean;
};

type NumberRowProps = {
  readonly title: string;
  readonly fields: readonly NumberField[];
  readonly unit?: string;
  readonly hint?: string;
  readonly saving: Saving;
  readonly onSave: (values: readonly number[]) => void;
};

/** One or more small figures in a line, saved on leaving a field; what is out of bounds is refused beside it. */
export function NumberRow({ title, fields, unit, hint, saving, onSave }: NumberRowProps) {
  const words = useText().printing.settings;
  const [wrong, setWrong] = useState<NumberField | null>(null);
  const commit = (place: number, typed: string): void => {
    const field = fields[place];
    if (field === undefined) return;
    const value = readNumber(typed, field);
    setWrong(value === undefined ? field : null);
    if (value === undefined || value === field.value) return;
    onSave(fields.map((one, index) => (index === place ? value : one.value)));
  };
  return (
    <Row title={title} saving={saving} {...(hint === undefined ? {} : { hint })}>
      <div className={styles['figures']}>
        {fields.map((field, place) => (
          <TextField
            key={field.label}
            label={field.label}
            showLabel={fields.length > 1}
            value={String(field.value).replace('.', ',')}
            inputMode="decimal"
            maxLength={6}
            figures
            className={styles['figure']}
            {...(unit === undefined ? {} : { after: unit })}
            onCommit={(typed) => commit(place, typed)}
          />
        ))}
      </div>
      {wrong === null ? null : (
        <p role="alert" className={styles['wrong']}>
          {words.outOfBounds(wrong.least, wrong.most)}
        </p>
      )}
    </Row>
  );
}

/** A figure as it was typed; undefined when it is none, or out of bounds. */
function readNumber(
  typed: string,
  { least, most, decimal = false }: Pick<NumberField, 'least' | 'most' | 'decimal'>,
): number | undefined {
  const written = typed.trim().replace(',', '.').replace('−', '-');
  if (!/^-?\d+(?:\.\d+)?$/.test(written)) return undefined;
  const value = decimal ? Math.round(Number(written) * 10) / 10 : Number(written);
  return Number.isInteger(value * (decimal ? 10 : 1)) && value >= least && value <= most ? value : undefined;
}
