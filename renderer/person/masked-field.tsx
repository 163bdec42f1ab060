import { useState } from 'react';
import { TextField, type TextFieldProps } from '#renderer/ui/text-field.tsx';

type MaskedFieldProps = Omit<TextFieldProps, 'onCommit' | 'onType'> & {
  readonly mask: (value: string) => string;
  readonly onType: (value: string) => void;
};

/** A number of a person: its digits show only while it has the focus. */
export function MaskedField({ mask, value, onType, onFocus, onBlur, ...rest }: MaskedFieldProps) {
  const [focused, setFocused] = useState(false);
  return (
    <TextField
      {...rest}
      value={focused ? value : mask(value)}
      onType={onType}
      onFocus={(event) => {
        setFocused(true);
        onFocus?.(event);
      }}
      onBlur={(event) => {
        setFocused(false);
        onBlur?.(event);
      }}
    />
  );
}
