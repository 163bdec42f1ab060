import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useText } from '#renderer/desk/language.ts';
import { Note } from '#renderer/ui/note.tsx';
import { readBirthDate } from '#renderer/ui/typed-date.ts';
import { checkPhoneNumber } from '#shared/domain/identity/phone-number.ts';
import { otherHolder } from '#shared/domain/identity/shared-phone.ts';
import { useReception } from './draft-store.ts';
import styles from './reception.module.css';

/** Another grown person gave the same telephone: whose it is decides, and the other one is told where to go. */
export function SharedPhoneNote({ today }: { readonly today: string }) {
  const words = useText().reception.sharedPhone;
  const { person } = useReception();
  const phone = checkPhoneNumber(person.phone);
  const search = phone.ok ? phone.value : '';
  const known = useDeskQuery('person.search', { search, limit: 20 }, { enabled: phone.ok }).value ?? [];
  const birth = readBirthDate(person.birthDate, today);
  const id = person.idNumber.replace(/[\s.-]/g, '');
  const typed = {
    ...person,
    idNumber: id === '' ? null : id,
    birthDate: birth.ok ? birth.value : null,
  };
  const other = phone.ok ? otherHolder(typed, known, today) : undefined;
  if (other === undefined || person.fullName.trim() === '') return null;
  return (
    <Note tone="warn" announce className={styles['note']} title={words.title(other.fullName)}>
      {words.what}
    </Note>
  );
}
