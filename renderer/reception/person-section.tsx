import { formatTime } from '#shared/text/format.ts';
import { IconHistory, IconPencil, IconScan } from '@tabler/icons-react';
import { useRef, type KeyboardEvent, type Ref } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { correctPerson } from '#renderer/person/correction.ts';
import { PersonFacts } from '#renderer/person/person-facts.tsx';
import { normaliseName } from '#shared/domain/identity/name.ts';
import { isUntouched, useReception } from './draft-store.ts';
import type { KnownPerson } from './known-person.ts';
import { NameField } from './name-field.tsx';
import { PersonNotes } from './person-notes.tsx';
import { RosterNote } from './roster-note.tsx';
import { SharedPhoneNote } from './shared-phone-note.tsx';
import { personWarnings, WARNED_FIELD } from '../person/person-warnings.ts';
import { personFaults } from '../person/reception-draft.ts';
import { Section } from './section.tsx';
import styles from './reception.module.css';

type PersonSectionProps = {
  readonly today: string;
  /** The birth date asks for a look at priority. */
  readonly asksPriority: boolean;
  readonly people: readonly KnownPerson[];
  /** Faults are named once somebody tried to save, or left the field. */
  readonly tried: boolean;
  readonly nameField: Ref<HTMLInputElement>;
  readonly onBringBack: () => void;
};

/** Part 1: who stands at the desk. */
export function PersonSection({
  today,
  asksPriority,
  people,
  tried,
  nameField,
  onBringBack,
}: PersonSectionProps) {
  const text = useText();
  const words = text.reception;
  const draft = useReception();
  const { person, known, scan, seen, dropped, isAsBrought, typePerson, choose, corrected } = draft;
  const grid = useRef<HTMLDivElement>(null);
  const faults = personFaults(person, today);
  const warned = new Set(personWarnings(person, scan, seen, today).map(({ code }) => WARNED_FIELD[code]));

  const next = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    focusAfter(grid.current, event.currentTarget);
  };
  return (
    <Section
      number={1}
      title={words.section.person}
      end={
        dropped !== null && (isUntouched(draft) || isAsBrought) ? (
          <Button
            variant="quiet"
            size="small"
            keyHint="Ctrl+Z"
            title={dropped.person.fullName}
            onClick={onBringBack}
          >
            {words.key.bringBack}
          </Button>
        ) : known !== null ? (
          <Button
            variant="quiet"
            size="small"
            icon={<IconPencil aria-hidden="true" />}
            onClick={() => correctPerson({ person: known, onSaved: corrected })}
          >
            {text.person.correct}
          </Button>
        ) : (
          <span className={styles['scanner']}>
            <IconScan size={16} stroke={1.75} aria-hidden="true" />
            {words.scannerReady}
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
                ? words.nameOf[faults.fullName]
                : undefined
            }
            isWarned={warned.has('fullName')}
            after={
              known !== null && (
                <Chip tone="good" icon={<IconHistory size={14} stroke={1.75} aria-hidden="true" />}>
                  {words.known}
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
        <PersonFacts
          person={person}
          today={today}
          tried={tried}
          warned={warned}
          birthHint={asksPriority ? words.elderHint : undefined}
          afterIdNumber={
            scan?.ok === true && (
              <Chip tone="good" icon={<IconScan size={14} stroke={1.75} aria-hidden="true" />}>
                {words.reading.scannedAt(words.reading.scanned[scan.kind], formatTime(scan.at))}
              </Chip>
            )
          }
          onType={typePerson}
          onKeyDown={next}
        />
      </div>
      <PersonNotes today={today} />
      <SharedPhoneNote today={today} />
      <RosterNote today={today} />
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
