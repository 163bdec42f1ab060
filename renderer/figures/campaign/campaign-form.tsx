import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import type { Campaign } from '#shared/domain/report/campaign.ts';
import { useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { targetName } from '#shared/text/report-words.ts';
import {
  campaignFaults,
  campaignInput,
  draftOf,
  type CampaignDraft,
  type CampaignFaults,
  type LevelDraft,
} from './campaign-draft.ts';
import styles from './campaign.module.css';

type CampaignFormProps = {
  readonly campaign: Campaign | null;
  /** Offered as the unit of a new campaign. */
  readonly unit: string;
  /** Hamlets that may have a target of their own. */
  readonly residences: readonly string[];
  readonly onClose: (campaignId?: string) => void;
};

/** One campaign with its levels; impossible days are refused where they were typed, with the reason. */
export function CampaignForm({ campaign, unit, residences, onClose }: CampaignFormProps) {
  const text = useText();
  const words = text.campaign;
  const save = useDeskCommand('campaign.save');
  const remove = useDeskCommand('campaign.remove');
  const [draft, setDraft] = useState(() => draftOf(campaign, unit));
  const [isTried, setTried] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const put = (part: Partial<CampaignDraft>) => setDraft((former) => ({ ...former, ...part }));
  const faults = campaignFaults(draft, words);
  const shown = (field: keyof CampaignFaults, typed: string) =>
    isTried || typed !== '' ? faults[field] : undefined;

  const run = async () => {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    const reply = await save.run(campaignInput(draft));
    if (!reply.ok) return;
    sayInBar(words.saved(reply.value.name));
    onClose(reply.value.campaignId);
  };
  const takeOut = async () => {
    if (campaign === null) return;
    if (!isAsked) return setAsked(true);
    const reply = await remove.run({ campaignId: campaign.campaignId });
    if (reply.ok) onClose();
  };
  const problem = save.problem ?? remove.problem;
  const further = residences
    .map((residence) => `level-2:residence:${residence}`)
    .filter((key) => draft.levels[key] === undefined);
  const field = (
    name: 'name' | 'unit' | 'from' | 'dueOn' | 'statedTotal' | 'reportBefore',
    more: object = {},
  ) => (
    <TextField
      label={words[name]}
      value={draft[name]}
      error={shown(name, draft[name])}
      onType={(typed) => put({ [name]: typed })}
      {...more}
    />
  );
  return (
    <form
      className={styles['form']}
      aria-label={campaign?.name ?? words.add}
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      {field('name', { maxLength: 120, placeholder: words.nameExample, autoFocus: true })}
      {field('unit', { maxLength: 120 })}
      <div className={styles['pair']}>
        {field('from', { figures: true, hint: words.dayHint })}
        {field('dueOn', { figures: true, hint: words.dayHint })}
      </div>
      {Object.entries(draft.levels).map(([level, row]) => (
        <LevelRow
          key={level}
          level={level}
          draft={row}
          faults={isTried ? faults : {}}
          onChange={(part) => put({ levels: { ...draft.levels, [level]: { ...row, ...part } } })}
        />
      ))}
      {further.length === 0 ? null : (
        <SelectField
          label={words.addResidence}
          value=""
          options={[
            { value: '', label: '' },
            ...further.map((value) => ({ value, label: targetName(value, text) })),
          ]}
          onChange={(key) => {
            if (key !== '')
              put({ levels: { ...draft.levels, [key]: { isSet: true, target: '', before: '' } } });
          }}
        />
      )}
      {isTried && faults.rows !== undefined ? <Note tone="bad">{faults.rows}</Note> : null}
      {field('statedTotal', { figures: true, hint: words.statedTotalHint })}
      {field('reportBefore', { figures: true, hint: words.reportBeforeHint })}
      <TextArea
        label={text.report.column.difficulties}
        value={draft.difficulties}
        maxLength={2_000}
        onCommit={(difficulties) => put({ difficulties })}
      />
      <TextArea
        label={text.report.column.proposals}
        value={draft.proposals}
        maxLength={2_000}
        onCommit={(proposals) => put({ proposals })}
      />
      <ProblemNote problem={problem} />
      {isAsked && campaign !== null ? <Note tone="warn">{words.removeSure(campaign.name)}</Note> : null}
      <div className={styles['actions']}>
        <Button variant="primary" type="submit" isPending={save.isPending}>
          {text.common.save}
        </Button>
        <Button onClick={() => onClose()}>{text.common.cancel}</Button>
        {campaign === null ? null : (
          <Button variant="quiet" isPending={remove.isPending} onClick={() => void takeOut()}>
            {words.remove}
          </Button>
        )}
      </div>
    </form>
  );
}

type LevelRowProps = {
  readonly level: string;
  readonly draft: LevelDraft;
  readonly faults: CampaignFaults;
  readonly onChange: (part: Partial<LevelDraft>) => void;
};

function LevelRow({ level, draft, faults, onChange }: LevelRowProps) {
  const text = useText();
  const words = text.campaign;
  const name = targetName(level, text);
  return (
    <fieldset className={styles['level']}>
      <legend className={styles['hiddenWord']}>{name}</legend>
      <CheckField label={name} checked={draft.isSet} onChange={(isSet) => onChange({ isSet })} />
      {draft.isSet ? (
        <div className={styles['pair']}>
          <TextField
            label={`${text.report.column.target}, ${name.toLocaleLowerCase('vi')}`}
            value={draft.target}
            error={faults[`${level}.target`]}
            figures
            inputMode="numeric"
            onType={(target) => onChange({ target })}
          />
          <TextField
            label={`${words.before}, ${name.toLocaleLowerCase('vi')}`}
            value={draft.before}
            hint={words.beforeHint}
            error={faults[`${level}.before`]}
            figures
            inputMode="numeric"
            onType={(before) => onChange({ before })}
          />
        </div>
      ) : null}
    </fieldset>
  );
}
