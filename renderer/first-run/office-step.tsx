import { useText } from '#renderer/desk/language.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { codeFromName, type DraftFault } from './draft.ts';
import { useGuide } from './draft-store.ts';
import styles from './first-run.module.css';

type TypedField =
  | 'name'
  | 'superior'
  | 'code'
  | 'receivingLevel'
  | 'address'
  | 'openingHours'
  | 'phone'
  | 'receiverPhone';
type FieldText = {
  readonly label: string;
  readonly hint: string;
  readonly max: number;
  readonly needed?: string;
};

export function OfficeStep({ faults }: { readonly faults: readonly DraftFault[] }) {
  const text = useText();
  const { office: words, needed } = text.firstRun;
  const { draft, change } = useGuide();
  const field = (name: TypedField, given: FieldText) => (
    <TextField
      label={given.label}
      value={draft[name]}
      maxLength={given.max}
      required={given.needed !== undefined}
      mark={given.needed === undefined ? undefined : text.common.required}
      hint={given.hint}
      error={faults.some((fault) => fault.field === name) ? given.needed : undefined}
      onType={(value) => change({ [name]: value })}
    />
  );
  return (
    <>
      <h1>{words.title}</h1>
      <div className={styles['fields']}>
        {field('name', { label: words.name, hint: words.nameHint, max: 120, needed: needed.name })}
        {field('receivingLevel', {
          label: words.receivingLevel,
          hint: words.receivingLevelHint,
          max: 120,
          needed: needed.receivingLevel,
        })}
        <div className={styles['pair']}>
          {field('superior', { label: words.superior, hint: words.superiorHint, max: 120 })}
          {field('code', { label: words.code, hint: words.codeHint(codeFromName(draft.name)), max: 40 })}
        </div>
        <div className={styles['pair']}>
          {field('address', { label: words.address, hint: words.addressHint, max: 200 })}
          {field('openingHours', { label: words.openingHours, hint: words.openingHoursHint, max: 120 })}
        </div>
        <div className={styles['pair']}>
          {field('phone', { label: words.phone, hint: words.phoneHint, max: 40 })}
          {field('receiverPhone', { label: words.receiverPhone, hint: words.receiverPhoneHint, max: 40 })}
        </div>
      </div>
    </>
  );
}
