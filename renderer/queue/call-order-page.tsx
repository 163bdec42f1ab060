import type { Office } from '#shared/contract/office.ts';
import { useText } from '#renderer/desk/language.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { usePrintForm } from '#renderer/paper/use-print-form.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { IconPrinter } from '@tabler/icons-react';
import { CallRulePreview } from '#renderer/paper/handout/call-rule-sheet.tsx';
import { Group, Page } from '#renderer/settings/page.tsx';
import { Row } from '#renderer/settings/row.tsx';
import { TextList } from '#renderer/settings/text-list.tsx';
import { useOfficeSetting, type OfficeSetting } from '#renderer/desk/use-saving.ts';

const counts = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const RUNS = counts(1, 9);
const CALLS = counts(1, 20);
const RETURNS = counts(0, 9);
const MOST_CLASSES = 12;
const TARGETS = [10, 15, 20, 30, 40, 45, 60, 90, 120];
const NO_TARGET = 'none';

/** The order of calling, as the desk follows it and as it hangs on the wall. */
export function CallOrderPage({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.settings.queue;
  const run = useOfficeSetting(office, 'priorityRun');
  const returnsAfter = useOfficeSetting(office, 'notHereReturnsAfter');
  const maxReturns = useOfficeSetting(office, 'notHereMaxReturns');
  const targets = useOfficeSetting(office, 'waitingTargets');
  const classes = useOfficeSetting(office, 'priorityClasses');
  const printForm = usePrintForm();
  const print = () => printForm({ form: 'call-rule.vi', sheet: 'list', format: 'a4' });
  useScreenKeys([{ key: 'F8', label: words.print, run: print }]);
  return (
    <Page
      id="queue"
      what={words.what}
      aside={{
        title: words.sheet,
        end: (
          <Button size="small" icon={<IconPrinter aria-hidden="true" />} keyHint="F8" onClick={print}>
            {words.print}
          </Button>
        ),
        body: <CallRulePreview office={office} />,
      }}
    >
      <Group>{words.order}</Group>
      <NumberRow
        title={words.run}
        setting={run}
        choices={RUNS}
        say={words.runs}
        hint={words.runHint(run.value)}
      />
      <Group>{words.absent}</Group>
      <NumberRow
        title={words.maxReturns}
        setting={maxReturns}
        choices={RETURNS}
        say={words.times}
        hint={words.maxReturnsHint}
      />
      {maxReturns.value > 0 && (
        <NumberRow title={words.returnsAfter} setting={returnsAfter} choices={CALLS} say={words.afterCalls} />
      )}
      <Group>{words.targets}</Group>
      {office.series.map(({ letter, name }) => (
        <Row
          key={letter}
          title={words.targetOf(letter, name)}
          saving={targets.saving}
          hint={words.targetHint}
        >
          <SelectField
            label={`${words.targets}, ${words.targetOf(letter, name)}`}
            showLabel={false}
            options={[
              { value: NO_TARGET, label: words.noTarget },
              ...TARGETS.map((minutes) => ({ value: String(minutes), label: words.targetMinutes(minutes) })),
            ]}
            value={String(targets.value[letter] ?? NO_TARGET)}
            onChange={(chosen) => {
              const { [letter]: _former, ...others } = targets.value;
              targets.save(chosen === NO_TARGET ? others : { ...others, [letter]: Number(chosen) });
            }}
          />
        </Row>
      ))}
      <TextList
        title={words.classes}
        hint={words.classesHint}
        saving={classes.saving}
        lines={classes.value}
        most={MOST_CLASSES}
        maxLength={60}
        nameOf={words.className}
        addLabel={words.newClass}
        empty={words.noClasses}
        onSave={(lines) => classes.save([...lines])}
      />
    </Page>
  );
}

type NumberRowProps = {
  readonly title: string;
  readonly setting: OfficeSetting<number>;
  readonly choices: readonly number[];
  readonly say: (value: number) => string;
  readonly hint?: string;
};

function NumberRow({ title, setting, choices, say, hint }: NumberRowProps) {
  return (
    <Row title={title} saving={setting.saving} {...(hint === undefined ? {} : { hint })}>
      <SelectField
        label={title}
        showLabel={false}
        options={choices.map((value) => ({ value: String(value), label: say(value) }))}
        value={String(setting.value)}
        onChange={(value) => setting.save(Number(value))}
      />
    </Row>
  );
}
