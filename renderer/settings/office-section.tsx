import { useText } from '#renderer/desk/language.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Office } from '#shared/contract/office.ts';
import { OFFICE_KINDS } from '#shared/domain/procedure/vocabulary.ts';
import { ProcedureChoice } from './procedure-choice.tsx';
import { Group, Section } from './section.tsx';
import styles from './settings.module.css';
import { useOfficeChange } from './use-office-change.ts';

export function OfficeSection({ office }: { readonly office: Office }) {
  const text = useText().settings;
  const { saying, update, change, refuse } = useOfficeChange();
  const { settings } = office;
  const lines = [
    ['superior', text.superior, text.superiorHint],
    ['address', text.address, undefined],
    ['openingHours', text.openingHours, text.openingHoursHint],
    ['hotline', text.hotline, text.hotlineHint],
  ] as const;
  const own = [
    ['name', text.name, undefined],
    ['code', text.code, text.codeHint],
    ['receivingLevel', text.receivingLevel, undefined],
  ] as const;
  return (
    <Section title={text.office} hint={text.officeHint} saying={saying}>
      <div className={styles['fields']}>
        {own.map(([field, label, hint]) => (
          <TextField
            key={field}
            label={label}
            value={office[field]}
            {...(hint === undefined ? {} : { hint })}
            onCommit={(value) => void update({ [field]: value }, label)}
          />
        ))}
        {lines.map(([field, label, hint]) => (
          <TextField
            key={field}
            label={label}
            value={settings[field]}
            {...(hint === undefined ? {} : { hint })}
            onCommit={(value) => void change({ [field]: value }, label)}
          />
        ))}
        <SelectField
          label={text.kind}
          value={settings.kind}
          options={OFFICE_KINDS.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
          onChange={(kind) => void change({ kind }, text.kind)}
        />
      </div>
      <Group title={text.procedures} hint={text.proceduresHint}>
        <ProcedureChoice
          label={text.procedures}
          chosen={settings.procedures}
          onChange={(procedures) => (procedures.length === 0 ? refuse(text.oneProcedure) : void change({ procedures }, text.procedures))}
        />
      </Group>
    </Section>
  );
}
