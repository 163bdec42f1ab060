import { readIdNumber } from '#shared/domain/identity/id-number.ts';
import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useReception } from './draft-store.ts';
import {
  adviceText,
  personWarnings,
  wantsReason,
  warningText,
  type PersonWarning,
} from '../person/person-warnings.ts';
import styles from './reception.module.css';

/** Under the person: what the scan or the number asks to be looked at. It never stands in the way of saving. */
export function PersonNotes({ today }: { readonly today: string }) {
  const words = useText().reception;
  const { person, scan, seen, see, forgetScan } = useReception();
  if (scan?.ok === false) {
    return (
      <Note
        tone="warn"
        announce
        className={styles['note']}
        title={`${words.reading.scanFailed}. ${words.reading.reason[scan.reason]}`}
        action={<Button onClick={forgetScan}>{words.reading.dismiss}</Button>}
      >
        {adviceText(scan.reason, words.reading)}
      </Note>
    );
  }
  const [first, ...others] = personWarnings(person, scan, seen, today);
  if (first === undefined) return null;
  return (
    <Note
      tone="warn"
      announce
      className={styles['note']}
      title={warningText(first, words.reading)}
      action={<Choices warning={first} />}
    >
      <p className={styles['second']}>
        {first.code === 'sex-mismatch' && <FourthDigit />} {adviceText(first.code, words.reading)}
      </p>
      {wantsReason(first.code) && <Reason key={first.code} warning={first} />}
      {others.map((warning) => (
        <p key={warning.code} className={styles['second']}>
          {warningText(warning, words.reading)}{' '}
          <button type="button" className={styles['link']} onClick={() => see(warning.code)}>
            {words.reading.dismiss}
          </button>
        </p>
      ))}
    </Note>
  );
}

/** Why the officer goes on; typed once, kept beside the card. */
function Reason({ warning }: { readonly warning: PersonWarning }) {
  const words = useText().reception;
  const reason = useReception((draft) => draft.reasons[warning.code] ?? '');
  const giveReason = useReception((draft) => draft.giveReason);
  return (
    <TextField
      label={words.reading.reasonFor}
      size="small"
      value={reason}
      onType={(typed) => giveReason(warning.code, typed)}
    />
  );
}

function Choices({ warning }: { readonly warning: PersonWarning }) {
  const words = useText().reception;
  const { person, see, typePerson } = useReception();
  if (warning.code === 'sex-mismatch' && person.sex !== null) {
    const other = person.sex === 'male' ? 'female' : 'male';
    return (
      <>
        <Button onClick={() => see(warning.code)}>{words.reading.keepSex(words[person.sex])}</Button>
        <Button onClick={() => typePerson({ sex: other })}>{words.reading.changeSex(words[other])}</Button>
      </>
    );
  }
  return <Button onClick={() => see(warning.code)}>{words.reading.dismiss}</Button>;
}

/** Why the number says another sex: its fourth digit, and what that digit stands for. */
function FourthDigit() {
  const words = useText().reception;
  const person = useReception((draft) => draft.person);
  const number = readIdNumber(person.idNumber);
  if (number === undefined || person.sex === null) return null;
  return (
    <>
      {words.reading.fourthDigit(
        number.value.charAt(3),
        words.reading.digitMeans(words[number.sex], number.century),
        words[person.sex],
      )}
    </>
  );
}
