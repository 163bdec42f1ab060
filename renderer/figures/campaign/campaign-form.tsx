import type { Campaign } from '#shared/domain/report/campaign.ts';
import { ACCOUNT_LEVELS, type AccountLevel } from '#shared/domain/account/follow-up.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
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
  readonly onClose: (campaignId?: string) => void;
};

/** One campaign with its levels; impossible days are refused where they were typed, with the reason. */
export function CampaignForm({ campaign, unit, onClose }: CampaignFormProps) {
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
  const field = (name: 'name' | 'unit' | 'from' | 'dueOn' | 'statedTotal', more: object = {}) => (
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
      {ACCOUNT_LEVELS.map((level) => (
        <LevelRow
          key={level}
          level={level}
          draft={draft.levels[level]}
          faults={isTried ? faults : {}}
          onChange={(part) =>
            put({ levels: { ...draft.levels, [level]: { ...draft.levels[level], ...part } } })
          }
        />
      ))}
      {isTried && faults.rows !== undefined ? <Note tone="bad">{faults.rows}</Note> : null}
      {field('statedTotal', { figures: true, hint: words.statedTotalHint })}
      {problem === undefined ? null : (
        <Note tone="bad" announce>
          {problemText(problem, text)}
        </Note>
      )}
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
  readonly level: AccountLevel;
  readonly draft: LevelDraft;
  readonly faults: CampaignFaults;
  readonly onChange: (part: Partial<LevelDraft>) => void;
};

function LevelRow({ level, draft, faults, onChange }: LevelRowProps) {
  const text = useText();
  const words = text.campaign;
  const name = text.account.level[level];
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
