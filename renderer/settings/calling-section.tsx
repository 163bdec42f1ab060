import { useDesk } from '#renderer/desk/desk-context.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { ScaledPaper } from '#renderer/entries/print/scaled-paper.tsx';
import { printAlone } from '#renderer/frame/print-alone.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import type { Office, OfficeSettings } from '#shared/contract/office.ts';
import { IconPrinter } from '@tabler/icons-react';
import { ListEditor } from './list-editor.tsx';
import { RuleSheet } from './rule-sheet.tsx';
import { Group, Section } from './section.tsx';
import styles from './settings.module.css';
import { useOfficeChange } from './use-office-change.ts';

const upTo = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

export function CallingSection({ office }: { readonly office: Office }) {
  const text = useText().settings;
  const { saying, change } = useOfficeChange();
  const { settings } = office;
  return (
    <div className={styles['beside']}>
      <Section title={text.calling} hint={text.callingHint} saying={saying}>
        <div className={styles['fields']}>
          <Choice field="priorityRun" label={text.priorityRun} values={upTo(1, 9)} words={text.priorityRunValue} settings={settings} change={change} />
          <Choice
            field="notHereReturnsAfter"
            label={text.notHereReturnsAfter}
            values={upTo(1, 20)}
            words={text.notHereReturnsAfterValue}
            settings={settings}
            change={change}
          />
          <Choice
            field="notHereMaxReturns"
            label={text.notHereMaxReturns}
            values={upTo(0, 9)}
            words={text.notHereMaxReturnsValue}
            settings={settings}
            change={change}
          />
        </div>
        <Group title={text.priorityClasses}>
          <ListEditor
            items={settings.priorityClasses}
            most={12}
            labelOf={text.priorityClass}
            newLabel={text.newPriorityClass}
            addLabel={text.addPriorityClass}
            removeLabel={text.removeClass}
            onChange={(priorityClasses) => change({ priorityClasses }, text.priorityClasses)}
          />
        </Group>
      </Section>
      <RulePreview office={office} />
    </div>
  );
}

type ChoiceProps = {
  readonly field: 'priorityRun' | 'notHereReturnsAfter' | 'notHereMaxReturns';
  readonly label: string;
  readonly values: readonly number[];
  readonly words: (value: number) => string;
  readonly settings: OfficeSettings;
  readonly change: (part: Partial<OfficeSettings>, what: string) => Promise<boolean>;
};

function Choice({ field, label, values, words, settings, change }: ChoiceProps) {
  return (
    <SelectField
      label={label}
      value={String(settings[field])}
      options={values.map((value) => ({ value: String(value), label: words(value) }))}
      onChange={(value) => void change({ [field]: Number(value) }, label)}
    />
  );
}

/** The sheet for the wall of the waiting room, as it will be printed. */
function RulePreview({ office }: { readonly office: Office }) {
  const text = useText().settings;
  const language = useLanguage();
  const desk = useDesk();
  const print = async () => {
    const health = await desk.call('system.health', {});
    const { drawRuleSheet } = await import('./draw-rule-sheet.tsx');
    await printAlone((place) => drawRuleSheet(place, office, language, health.ok ? health.value.businessDay : null));
  };
  return (
    <aside className={styles['preview']} aria-label={text.rulePreview}>
      <ScaledPaper label={text.rulePreview}>
        <RuleSheet office={office} language={language} day={null} />
      </ScaledPaper>
      <Button icon={<IconPrinter size={16} aria-hidden="true" />} onClick={() => void print()}>
        {text.printRule}
      </Button>
    </aside>
  );
}
