import { useText } from '#renderer/desk/language.ts';
import { personFaults, type TypedPerson } from '#renderer/person/reception-draft.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { maskIdNumber, maskPhone } from '#shared/domain/identity/id-number.ts';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { BirthDateField } from './birth-date-field.tsx';
import { MaskedField } from './masked-field.tsx';
import styles from './person-facts.module.css';

type PersonFactsProps = {
  readonly person: TypedPerson;
  readonly today: string;
  /** Faults are named once somebody tried to save, or left the field. */
  readonly tried: boolean;
  /** Fields that a warning stands beside. */
  readonly warned: ReadonlySet<keyof TypedPerson | undefined>;
  readonly afterIdNumber?: ReactNode;
  readonly birthHint?: string | undefined;
  readonly onType: (part: Partial<TypedPerson>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
};

/** Number, birth date, sex and phone of a person, in a grid of four columns. */
export function PersonFacts({
  person,
  today,
  tried,
  warned,
  afterIdNumber,
  birthHint,
  onType,
  onKeyDown,
}: PersonFactsProps) {
  const words = useText().reception;
  const [left, setLeft] = useState<Partial<Record<keyof TypedPerson, string>>>({});
  const faults = personFaults(person, today);
  /** A fault is named when the field was left with it, or when more is typed than can be right. */
  const isNamed = (field: 'idNumber' | 'birthDate' | 'phone', length: number) =>
    tried || left[field] === person[field] || person[field].length >= length;
  const leaving = (field: keyof TypedPerson) => () =>
    setLeft((before) => ({ ...before, [field]: person[field] }));
  const mark = (field: keyof TypedPerson) => (warned.has(field) ? styles['warned'] : undefined);
  return (
    <>
      <div className={styles['wide']}>
        <MaskedField
          label={words.idNumber}
          value={person.idNumber}
          mask={maskIdNumber}
          maxLength={20}
          inputMode="numeric"
          error={faults.idNumber !== undefined && isNamed('idNumber', 12) ? words.idNumberShape : undefined}
          className={mark('idNumber')}
          hint={/^\d{9}$/.test(person.idNumber) ? words.oldNumber : undefined}
          after={afterIdNumber}
          onType={(idNumber) => onType({ idNumber })}
          onBlur={leaving('idNumber')}
          onKeyDown={onKeyDown}
        />
      </div>
      <BirthDateField
        value={person.birthDate}
        today={today}
        fault={isNamed('birthDate', 8) ? faults.birthDate : undefined}
        hint={birthHint}
        className={mark('birthDate')}
        onType={(birthDate) => onType({ birthDate })}
        onBlur={leaving('birthDate')}
        onKeyDown={onKeyDown}
      />
      <SelectField
        label={words.sex}
        value={person.sex}
        placeholder="–"
        className={mark('sex')}
        options={[
          { value: 'female', label: words.female },
          { value: 'male', label: words.male },
        ]}
        onChange={(sex) => onType({ sex })}
        onKeyDown={onKeyDown}
      />
      <div className={styles['wide']}>
        <MaskedField
          label={words.phone}
          value={person.phone}
          mask={maskPhone}
          maxLength={20}
          inputMode="tel"
          error={faults.phone !== undefined && isNamed('phone', 10) ? words.phoneShape : undefined}
          onType={(phone) => onType({ phone })}
          onBlur={leaving('phone')}
          onKeyDown={onKeyDown}
        />
      </div>
    </>
  );
}
