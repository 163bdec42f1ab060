import { maskIdNumber } from '#shared/domain/identity/id-number.ts';
import { formatBirth, formatDay } from '#shared/text/format.ts';
import { IconHistory } from '@tabler/icons-react';
import { useEffect, useId, useState, type ReactNode, type Ref } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import { join } from '#renderer/ui/join.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { KnownPerson } from './known-person.ts';
import styles from './name-field.module.css';

type NameFieldProps = {
  readonly value: string;
  readonly people: readonly KnownPerson[];
  readonly error?: ReactNode;
  readonly isWarned?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
  readonly after?: ReactNode;
  readonly onType: (value: string) => void;
  readonly onCommit: (value: string) => void;
  readonly onChoose: (person: KnownPerson) => void;
  /** Enter, when it does not choose somebody. */
  readonly onEnter: () => void;
};

/**
 * The name with the people it may be. Nobody is chosen but with ↓ and Enter, or by a click: what is typed stays
 * what was typed.
 */
export function NameField({
  value,
  people,
  error,
  isWarned = false,
  ref,
  after,
  onType,
  onCommit,
  onChoose,
  onEnter,
}: NameFieldProps) {
  const words = useText().reception;
  const list = useId();
  /** The name the list was opened for: a name that a scan put in its place has not asked for a list. */
  const [openFor, setOpenFor] = useState<string | null>(null);
  const [at, setAt] = useState(-1);
  const shown = openFor === value && people.length > 0;
  const ids = people.map((person) => person.id).join();
  useEffect(() => setAt(-1), [ids]);

  const choose = (person: KnownPerson) => {
    onChoose(person);
    setOpenFor(null);
    setAt(-1);
  };
  return (
    <div className={styles['place']}>
      <TextField
        ref={ref}
        label={words.fullName}
        value={value}
        error={error}
        after={after}
        maxLength={400}
        className={join(styles['name'], isWarned && styles['warned'])}
        data-focus-home
        role="combobox"
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown && at >= 0 ? `${list}-${at}` : undefined}
        onType={(typed) => {
          onType(typed);
          setOpenFor(typed);
        }}
        onCommit={onCommit}
        onBlur={() => setOpenFor(null)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const chosen = people[at];
          if (event.key === 'ArrowDown' && people.length > 0) {
            event.preventDefault();
            setOpenFor(value);
            setAt((before) => (shown ? Math.min(before + 1, people.length - 1) : 0));
          } else if (event.key === 'ArrowUp' && shown) {
            event.preventDefault();
            setAt((before) => Math.max(before - 1, -1));
          } else if (event.key === 'Escape' && shown) {
            event.stopPropagation();
            setOpenFor(null);
            setAt(-1);
          } else if (event.key === 'Enter') {
            event.preventDefault();
            if (shown && chosen !== undefined) choose(chosen);
            else {
              setOpenFor(null);
              onEnter();
            }
          }
        }}
      />
      <div
        id={list}
        role="listbox"
        aria-label={words.suggestionList}
        className={join(styles['list'], !shown && styles['closed'])}
      >
        {shown &&
          people.map((person, place) => (
            <Suggestion
              key={person.id}
              id={`${list}-${place}`}
              person={person}
              active={place === at}
              onChoose={choose}
            />
          ))}
      </div>
      <span role="status" className={styles['unseen']}>
        {shown ? words.people(people.length) : ''}
      </span>
    </div>
  );
}

type SuggestionProps = {
  readonly id: string;
  readonly person: KnownPerson;
  readonly active: boolean;
  readonly onChoose: (person: KnownPerson) => void;
};

function Suggestion({ id, person, active, onChoose }: SuggestionProps) {
  const words = useText().reception;
  const language = useLanguage();
  const facts = [
    person.birthDate === null ? '' : words.bornIn(formatBirth(person.birthDate, language)),
    person.idNumber === null ? '' : maskIdNumber(person.idNumber),
    person.lastDay === null || person.today !== null
      ? ''
      : words.lastCame(formatDay(person.lastDay, language)),
  ].filter((fact) => fact !== '');
  return (
    // The focus stays in the field; a click must not take it away.
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={styles['option']}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(person)}
    >
      <IconHistory size={16} stroke={1.75} aria-hidden="true" />
      <span className={styles['who']}>{person.fullName}</span>
      <span className={styles['facts']}>{facts.join(' · ')}</span>
      {person.today === null && person.unfinished !== null && (
        <Chip size="small">{words.unfinished.chip}</Chip>
      )}
      {person.today !== null && (
        <Chip tone="warn" size="small">
          {words.todayTicket(person.today.number)}
        </Chip>
      )}
    </div>
  );
}
