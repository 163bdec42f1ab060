import { readRecoveryKey } from '#shared/domain/backup/recovery-key.ts';
import { useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { TextField, type TextFieldProps } from '#renderer/ui/text-field.tsx';
import styles from './safety.module.css';

/** Signs of a recovery key, check signs included. */
const TYPED_SIGNS = 28;
const LEAST_SIGNS = 8;

type FieldProps = Pick<TextFieldProps, 'label' | 'value' | 'hint' | 'error' | 'autoFocus'> & {
  readonly onType: (value: string) => void;
  readonly 'data-autofocus'?: boolean | undefined;
};

/** A passphrase being typed: covered, and it says what the keyboard does that nobody sees. */
export function PassphraseField({ hint, ...field }: FieldProps) {
  const words = useText().safety;
  const [isShown, setShown] = useState(false);
  const [hasCaps, setCaps] = useState(false);
  const warning = hasCaps
    ? words.capsLock
    : /[^\u0020-\u007e]/.test(field.value)
      ? words.withMarks
      : undefined;
  return (
    <TextField
      {...field}
      {...(hint === undefined ? {} : { hint })}
      warning={warning}
      type={isShown ? 'text' : 'password'}
      maxLength={200}
      onKeyUp={(event) => setCaps(event.getModifierState('CapsLock'))}
      onKeyDown={(event) => setCaps(event.getModifierState('CapsLock'))}
      after={
        <Button
          size="small"
          variant="quiet"
          className={styles['show']}
          aria-pressed={isShown}
          onClick={() => setShown((shown) => !shown)}
        >
          {isShown ? words.hide : words.show}
        </Button>
      }
    />
  );
}

/** A recovery key being typed or scanned, with how much of it is there. */
export function RecoveryKeyField({ hint, ...field }: FieldProps) {
  const words = useText().safety;
  const typed = field.value.replaceAll(/[^0-9A-Za-z]/g, '').length;
  const isMistyped = typed >= TYPED_SIGNS && readRecoveryKey(field.value) === null;
  return (
    <TextField
      {...field}
      hint={hint ?? words.recoveryHint}
      warning={isMistyped ? words.mistyped : undefined}
      figures
      maxLength={80}
      mark={words.signs(Math.min(typed, TYPED_SIGNS))}
    />
  );
}

export type Secret = { readonly kind: 'passphrase' | 'recoveryKey'; readonly typed: string };
export const NO_SECRET: Secret = { kind: 'passphrase', typed: '' };

/** A secret as the desk takes it. */
export function secretInput({ kind, typed }: Secret): { passphrase: string } | { recoveryKey: string } {
  return kind === 'passphrase' ? { passphrase: typed } : { recoveryKey: typed };
}

type SecretEntryProps = {
  readonly secret: Secret;
  readonly onChange: (secret: Secret) => void;
  readonly autoFocus?: boolean;
  readonly label?: string;
};

/** What opens encrypted data: its passphrase, or the key on the recovery sheet. */
export function SecretEntry({ secret, onChange, autoFocus = false, label }: SecretEntryProps) {
  const words = useText().safety;
  const field = {
    value: secret.typed,
    autoFocus,
    'data-autofocus': autoFocus || undefined,
    onType: (typed: string) => onChange({ ...secret, typed }),
  };
  return (
    <>
      <Segmented
        label={label ?? words.openWith}
        showLabel
        options={[
          { value: 'passphrase', label: words.passphrase },
          { value: 'recoveryKey', label: words.recoveryKey },
        ]}
        value={secret.kind}
        onChange={(kind) => onChange({ kind, typed: '' })}
      />
      {secret.kind === 'passphrase' ? (
        <PassphraseField key="passphrase" label={words.passphrase} {...field} />
      ) : (
        <RecoveryKeyField key="recoveryKey" label={words.recoveryKey} {...field} />
      )}
    </>
  );
}

export type NewPassphrase = { readonly first: string; readonly again: string };
export const NO_PASSPHRASE: NewPassphrase = { first: '', again: '' };

/** What is wrong with a passphrase that is being chosen; null: it may be taken. */
export function passphraseFault(
  { first, again }: NewPassphrase,
  least = LEAST_SIGNS,
): 'tooShort' | 'notSame' | null {
  if ([...first].length < least) return 'tooShort';
  return first.normalize('NFC') === again.normalize('NFC') ? null : 'notSame';
}

type NewPassphraseFieldsProps = {
  readonly typed: NewPassphrase;
  readonly onChange: (typed: NewPassphrase) => void;
  readonly label?: string;
  readonly hint?: string;
  /** Faults are told once somebody has tried to go on. */
  readonly isTried: boolean;
  readonly autoFocus?: boolean;
  /** The fewest signs it may have. */
  readonly least?: number;
};

/** A new passphrase, typed twice. */
export function NewPassphraseFields({
  typed,
  onChange,
  label,
  hint,
  isTried,
  autoFocus = false,
  least = LEAST_SIGNS,
}: NewPassphraseFieldsProps) {
  const words = useText().safety;
  const fault = isTried ? passphraseFault(typed, least) : null;
  return (
    <>
      <PassphraseField
        label={label ?? words.passphrase}
        hint={hint ?? words.passphraseHint}
        value={typed.first}
        data-autofocus={autoFocus || undefined}
        error={fault === 'tooShort' ? words.tooShort(least) : undefined}
        onType={(first) => onChange({ ...typed, first })}
      />
      <PassphraseField
        label={words.passphraseAgain}
        value={typed.again}
        error={fault === 'notSame' ? words.notSame : undefined}
        onType={(again) => onChange({ ...typed, again })}
      />
    </>
  );
}
