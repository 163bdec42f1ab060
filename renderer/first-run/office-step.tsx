import { useText } from '#renderer/desk/language.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { codeFromName, type DraftFault } from './draft.ts';
import { useGuide } from './draft-store.ts';
import styles from './first-run.module.css';

type TypedField = 'name' | 'superior' | 'code' | 'receivingLevel' | 'address' | 'openingHours';
type FieldWords = {
  readonly label: string;
  readonly hint: string;
  readonly max: number;
  readonly needed?: string;
};

export function OfficeStep({ faults }: { readonly faults: readonly DraftFault[] }) {
  const { firstRun, common } = useText();
  const { office: text, needed } = firstRun;
  const { draft, change } = useGuide();
  const field = (name: TypedField, words: FieldWords) => (
    <TextField
      label={words.label}
      value={draft[name]}
      maxLength={words.max}
      required={words.needed !== undefined}
      mark={words.needed === undefined ? undefined : common.required}
      hint={words.hint}
      error={faults.some((fault) => fault.field === name) ? words.needed : undefined}
      onType={(value) => change({ [name]: value })}
    />
  );
  return (
    <>
      <h1>{text.title}</h1>
      <div className={styles['fields']}>
        {field('name', { label: text.name, hint: text.nameHint, max: 120, needed: needed.name })}
        {field('receivingLevel', {
          label: text.receivingLevel,
          hint: text.receivingLevelHint,
          max: 120,
          needed: needed.receivingLevel,
        })}
        <div className={styles['pair']}>
          {field('superior', { label: text.superior, hint: text.superiorHint, max: 120 })}
          {field('code', { label: text.code, hint: text.codeHint(codeFromName(draft.name)), max: 40 })}
        </div>
        <div className={styles['pair']}>
          {field('address', { label: text.address, hint: text.addressHint, max: 200 })}
          {field('openingHours', { label: text.openingHours, hint: text.openingHoursHint, max: 120 })}
        </div>
      </div>
    </>
  );
}
