import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { mayActivate } from '#shared/domain/account/activation.ts';
import { SITES } from '#shared/domain/account/follow-up.ts';
import { OUTCOMES, PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { IconX } from '@tabler/icons-react';
import styles from './correct-dialog.module.css';
import type { LateDraft } from './correction-draft.ts';

type LateEntryProps = {
  readonly entry: LateDraft;
  readonly onChange: (part: Partial<LateDraft>) => void;
  readonly onRemove: () => void;
};

/** One request that was served and never entered; it gets no number. */
export function LateEntry({ entry, onChange, onRemove }: LateEntryProps) {
  const text = useText();
  const words = text.dayEnd;
  const residences = useDeskQuery('office.show', {}).value?.settings.residences ?? [];
  return (
    <div className={styles['late']} role="group" aria-label={words.lateOne}>
      <SelectField
        size="small"
        label={text.report.names.requests}
        value={entry.procedure}
        options={PROCEDURES.map((value) => ({ value, label: text.common.procedureShort[value] }))}
        onChange={(procedure) => onChange({ procedure })}
      />
      <SelectField
        size="small"
        label={text.counter.outcome}
        value={entry.outcome}
        options={OUTCOMES.map((value) => ({ value, label: text.common.outcome[value] }))}
        onChange={(outcome) => onChange({ outcome })}
      />
      <SelectField
        size="small"
        label={text.report.names.sites}
        value={entry.site}
        options={SITES.map((value) => ({ value, label: text.account.site[value] }))}
        onChange={(site) => onChange({ site })}
      />
      <TextField
        size="small"
        label={words.lateName}
        value={entry.fullName}
        maxLength={200}
        onType={(fullName) => onChange({ fullName })}
      />
      {residences.length === 0 ? null : (
        <SelectField
          size="small"
          label={text.report.names.residences}
          value={entry.residence}
          options={[
            { value: '', label: text.account.noResidence },
            ...residences.map((value) => ({ value, label: value })),
          ]}
          onChange={(residence) => onChange({ residence })}
        />
      )}
      <div className={styles['checks']}>
        <CheckField
          label={text.account.group.staff}
          checked={entry.staff}
          onChange={(staff) => onChange({ staff })}
        />
        {mayActivate(entry.procedure, entry.outcome) ? (
          <CheckField
            label={text.account.state.activated}
            checked={entry.activated}
            onChange={(activated) => onChange({ activated })}
          />
        ) : null}
        <Button size="small" variant="quiet" icon={<IconX size={16} aria-hidden="true" />} onClick={onRemove}>
          {text.common.remove}
        </Button>
      </div>
    </div>
  );
}
