import { useText } from '#renderer/desk/language.ts';
import { TextField, type TextFieldProps } from '#renderer/ui/text-field.tsx';
import { readBirthDate, typedForm } from '#renderer/ui/typed-date.ts';
import type { PersonFaults } from './reception-draft.ts';

type BirthDateFieldProps = Pick<TextFieldProps, 'value' | 'hint' | 'className' | 'onBlur' | 'onKeyDown'> & {
  /** What is wrong with it, once that is to be said. */
  readonly fault: PersonFaults['birthDate'];
  readonly today: string;
  readonly onType: (birthDate: string) => void;
};

/** A birth date as people type it, put into its usual form when the field is left. */
export function BirthDateField({ fault, today, onType, ...field }: BirthDateFieldProps) {
  const words = useText().reception;
  const said = fault === 'future' ? words.birthDateFuture : words.birthDateWrong;
  return (
    <TextField
      {...field}
      label={words.birthDate}
      placeholder={words.birthDateHint}
      maxLength={12}
      inputMode="numeric"
      error={fault === undefined ? undefined : said}
      onType={onType}
      onCommit={(typed) => {
        const read = readBirthDate(typed, today);
        if (read.ok && read.value !== null) onType(typedForm(read.value));
      }}
    />
  );
}
