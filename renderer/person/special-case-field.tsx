import { useText } from '#renderer/desk/language.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { SPECIAL_CASES, type SpecialCase } from '#shared/domain/procedure/vocabulary.ts';

type SpecialCaseFieldProps = {
  readonly value: SpecialCase | null;
  readonly onChange: (value: SpecialCase | null) => void;
};

/** What another office has to set right about a person: usually nothing. */
export function SpecialCaseField({ value, onChange }: SpecialCaseFieldProps) {
  const text = useText();
  return (
    <SelectField
      size="small"
      label={text.person.specialCase}
      showLabel={false}
      value={value ?? ''}
      options={[
        { value: '' as const, label: text.person.noSpecialCase },
        ...SPECIAL_CASES.map((one) => ({ value: one, label: text.common.specialCase[one] })),
      ]}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
    />
  );
}
