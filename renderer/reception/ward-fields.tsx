import { maskIdNumber } from '#shared/domain/identity/id-number.ts';
import { useText } from '#renderer/desk/language.ts';
import { BirthDateField } from '#renderer/person/birth-date-field.tsx';
import { MaskedField } from '#renderer/person/masked-field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { adviceText, personWarnings, warningText } from '../person/person-warnings.ts';
import { wardFaults, type RequestDraft } from '../person/reception-draft.ts';
import { useReception } from './draft-store.ts';
import styles from './reception.module.css';

type WardFieldsProps = {
  readonly request: RequestDraft;
  readonly today: string;
  readonly tried: boolean;
};

/** The child or ward of a request, typed or from their own card; nobody typed is the person at the desk. */
export function WardFields({ request, today, tried }: WardFieldsProps) {
  const words = useText().reception;
  const { seen, changeRequest } = useReception();
  const { ward } = request;
  const faults = wardFaults(request, today);
  const set = (part: Partial<RequestDraft['ward']>) => changeRequest({ ward: { ...ward, ...part } });
  return (
    <>
      <span aria-hidden="true" />
      <div className={styles['ward']}>
        <TextField
          label={request.subject === 'child' ? words.otherName.child : words.otherName.guarded}
          value={ward.fullName}
          maxLength={400}
          hint={words.otherHint}
          error={
            faults.fullName !== undefined && (tried || ward.fullName !== '')
              ? words.nameOf[faults.fullName]
              : undefined
          }
          onType={(fullName) => set({ fullName })}
        />
        <BirthDateField
          value={ward.birthDate}
          today={today}
          fault={tried || ward.birthDate.length >= 8 ? faults.birthDate : undefined}
          onType={(birthDate) => set({ birthDate })}
        />
        <MaskedField
          label={words.idNumber}
          value={ward.idNumber}
          mask={maskIdNumber}
          maxLength={20}
          inputMode="numeric"
          error={
            faults.idNumber !== undefined && (tried || ward.idNumber.length >= 12)
              ? words.idNumberShape
              : undefined
          }
          onType={(idNumber) => set({ idNumber })}
        />
      </div>
      {personWarnings(ward, request.wardScan, seen, today).map((warning) => (
        <div key={warning.code} className={styles['wardNote']}>
          <Note tone="warn" announce title={warningText(warning, words.reading)}>
            {adviceText(warning.code, words.reading)}
          </Note>
        </div>
      ))}
    </>
  );
}
