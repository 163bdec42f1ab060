import { useText } from '#renderer/desk/language.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { readDay } from '#renderer/ui/typed-date.ts';
import { ACCOUNT_LEVELS, type AccountLevel } from '#shared/domain/account/follow-up.ts';
import styles from './roster.module.css';

/** An agency as somebody types it. */
export type AgencyDraft = {
  readonly name: string;
  readonly contact: string;
  readonly phone: string;
  readonly due: string;
  readonly level: AccountLevel;
};

/** The due date as it is meant; undefined where it is no day. */
export function dueOf({ due }: AgencyDraft): string | null | undefined {
  return due.trim() === '' ? null : (readDay(due.trim()) ?? undefined);
}

type AgencyFieldsProps = {
  readonly draft: AgencyDraft;
  readonly onChange: (draft: AgencyDraft) => void;
  readonly isTried: boolean;
};

/** Who the agency is, until when, and what is asked of its people. */
export function AgencyFields({ draft, onChange, isTried }: AgencyFieldsProps) {
  const words = useText().roster.agency;
  const put = (part: Partial<AgencyDraft>) => onChange({ ...draft, ...part });
  return (
    <div className={styles['fields']}>
      <TextField
        className={styles['whole']}
        label={words.name}
        value={draft.name}
        maxLength={120}
        data-autofocus
        error={isTried && draft.name.trim() === '' ? words.nameMissing : undefined}
        onType={(name) => put({ name })}
      />
      <TextField
        label={words.contact}
        value={draft.contact}
        maxLength={120}
        onType={(contact) => put({ contact })}
      />
      <TextField
        label={words.phone}
        value={draft.phone}
        maxLength={20}
        figures
        onType={(phone) => put({ phone })}
      />
      <TextField
        label={words.dueOn}
        value={draft.due}
        figures
        hint={words.dayHint}
        error={isTried && dueOf(draft) === undefined ? words.badDay : undefined}
        onType={(due) => put({ due })}
      />
      <SelectField
        label={words.level}
        options={ACCOUNT_LEVELS.map((value) => ({ value, label: words.levels[value] }))}
        value={draft.level}
        onChange={(level) => put({ level })}
      />
    </div>
  );
}
