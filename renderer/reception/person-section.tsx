import { maskIdNumber, maskPhone } from '#shared/domain/identity/id-number.ts';
import { formatTime } from '#shared/text/format.ts';
import { IconHistory, IconScan } from '@tabler/icons-react';
import { useRef, type KeyboardEvent, type Ref } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { readBirthDate, typedForm } from '#renderer/ui/typed-date.ts';
import { normaliseName } from '#shared/domain/identity/name.ts';
import { isUntouched, useReception } from './draft-store.ts';
import type { KnownPerson } from './known-person.ts';
import { MaskedField } from './masked-field.tsx';
import { NameField } from './name-field.tsx';
import { PersonNotes } from './person-notes.tsx';
import { personWarnings, WARNED_FIELD } from './person-warnings.ts';
import { personFaults } from './reception-draft.ts';
import { Section } from './section.tsx';
import styles from './reception.module.css';

export type PersonSectionProps = {
  readonly today: string;
  readonly people: readonly KnownPerson[];
  /** Faults are named once somebody tried to save, or left the field. */
  readonly tried: boolean;
  readonly nameField: Ref<HTMLInputElement>;
  readonly onBringBack: () => void;
};

/** Part 1: who stands at the desk. */
export function PersonSection({ today, people, tried, nameField, onBringBack }: PersonSectionProps) {
  const text = useText().reception;
  const draft = useReception();
  const { person, known, scan, seen, dropped, typePerson, choose } = draft;
  const grid = useRef<HTMLDivElement>(null);
  const faults = personFaults(person, today);
  const warned = new Set(personWarnings(person, scan, seen, today).map(({ code }) => WARNED_FIELD[code]));

  const next = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    focusAfter(grid.current, event.currentTarget);
  };
  const idFault =
    faults.idNumber !== undefined && (tried || person.idNumber.length >= 12) ? text.idNumberShape : undefined;
  return (
    <Section
      number={1}
      title={text.section.person}
      end={
        dropped !== null && isUntouched(draft) ? (
          <Button variant="quiet" size="small" keyHint="Alt+Z" onClick={onBringBack}>
            {text.key.bringBack}
          </Button>
        ) : (
          <span className={styles['scanner']}>
            <IconScan size={16} stroke={1.75} aria-hidden="true" />
            {text.scannerReady}
          </span>
        )
      }
    >
      <div ref={grid} className={styles['person']}>
        <div className={styles['wide']}>
          <NameField
            ref={nameField}
            value={person.fullName}
            people={people}
            error={
              faults.fullName !== undefined && (tried || faults.fullName !== 'empty')
                ? text.nameOf[faults.fullName]
                : undefined
            }
            isWarned={warned.has('fullName')}
            after={
              known !== null && (
                <Chip tone="good" icon={<IconHistory size={14} stroke={1.75} aria-hidden="true" />}>
                  {text.known}
                </Chip>
              )
            }
            onType={(fullName) => typePerson({ fullName })}
            onCommit={(fullName) => {
              const normal = normaliseName(fullName);
              if (normal !== person.fullName) typePerson({ fullName: normal });
            }}
            onChoose={choose}
            onEnter={() => focusAfter(grid.current, document.activeElement)}
          />
        </div>
        <div className={styles['wide']}>
          <MaskedField
            label={text.idNumber}
            value={person.idNumber}
            mask={maskIdNumber}
            maxLength={20}
            inputMode="numeric"
            error={idFault}
            className={warned.has('idNumber') ? styles['warned'] : undefined}
            hint={/^\d{9}$/.test(person.idNumber) ? text.oldNumber : undefined}
            after={
              scan?.ok === true && (
                <Chip tone="good" icon={<IconScan size={14} stroke={1.75} aria-hidden="true" />}>
                  {text.reading.scannedAt(text.reading.scanned[scan.kind], formatTime(scan.at))}
                </Chip>
              )
            }
            onType={(idNumber) => typePerson({ idNumber })}
            onKeyDown={next}
          />
        </div>
        <TextField
          label={text.birthDate}
          value={person.birthDate}
          placeholder={text.birthDateHint}
          maxLength={12}
          inputMode="numeric"
          error={
            faults.birthDate === undefined || !(tried || person.birthDate.length >= 8)
              ? undefined
              : faults.birthDate === 'future'
                ? text.birthDateFuture
                : text.birthDateWrong
          }
          className={warned.has('birthDate') ? styles['warned'] : undefined}
          onType={(birthDate) => typePerson({ birthDate })}
          onCommit={(typed) => {
            const read = readBirthDate(typed, today);
            if (read.ok && read.value !== null) typePerson({ birthDate: typedForm(read.value) });
          }}
          onKeyDown={next}
        />
        <SelectField
          label={text.sex}
          value={person.sex}
          placeholder="–"
          className={warned.has('sex') ? styles['warned'] : undefined}
          options={[
            { value: 'female', label: text.female },
            { value: 'male', label: text.male },
          ]}
          onChange={(sex) => typePerson({ sex })}
          onKeyDown={next}
        />
        <div className={styles['wide']}>
          <MaskedField
            label={text.phone}
            value={person.phone}
            mask={maskPhone}
            maxLength={20}
            inputMode="tel"
            error={
              faults.phone !== undefined && (tried || person.phone.length >= 10) ? text.phoneShape : undefined
            }
            onType={(phone) => typePerson({ phone })}
            onKeyDown={next}
          />
        </div>
      </div>
      <PersonNotes today={today} />
    </Section>
  );
}

/** Enter steps through the fields of the part, then on to triage. */
function focusAfter(root: HTMLElement | null, from: Element | null): void {
  const fields = [...(root?.querySelectorAll<HTMLElement>('input, select') ?? [])];
  const place = fields.findIndex((field) => field === from);
  const after = fields[place + 1] ?? document.querySelector<HTMLElement>('[data-section="2"] input:checked');
  after?.focus();
}
