import { useDeferredValue } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Note } from '#renderer/ui/note.tsx';
import { readBirthDate } from '#renderer/ui/typed-date.ts';
import { useReception } from './draft-store.ts';
import styles from './reception.module.css';

/** The person stands on the roster of an agency: which, and where they stand there. */
export function RosterNote({ today }: { readonly today: string }) {
  const words = useText().roster;
  const person = useReception((draft) => draft.person);
  const fullName = useDeferredValue(person.fullName.trim());
  const idNumber = person.idNumber.replace(/[\s.-]/g, '');
  const birth = readBirthDate(person.birthDate, today);
  const isNumber = /^(?:\d{9}|\d{12})$/.test(idNumber);
  const birthDate = birth.ok && birth.value !== null ? birth.value : undefined;
  const found = useDeskQuery(
    'roster.of-person',
    { fullName, ...(isNumber && { idNumber }), ...(birthDate !== undefined && { birthDate }) },
    // A name alone is shared by many: it says nothing.
    { enabled: fullName.includes(' ') && (isNumber || birthDate !== undefined) },
  ).value;
  if (found === undefined || found.length === 0) return null;
  return (
    <Note className={styles['note']}>
      {found.map(({ memberId, name, state, sure }) => (
        <p key={memberId}>
          {sure ? words.onRoster(name) : words.onRosterMaybe(name)}:{' '}
          {words.state[state].toLocaleLowerCase('vi')}.
        </p>
      ))}
    </Note>
  );
}
