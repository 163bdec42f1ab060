import { useState } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useSaving } from '#renderer/desk/use-saving.ts';
import { Group } from '#renderer/settings/page.tsx';
import { Refused, SavedWord } from '#renderer/settings/row.tsx';
import settings from '#renderer/settings/settings.module.css';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { readDay } from '#renderer/ui/typed-date.ts';
import { ACCOUNT_LEVELS } from '#shared/domain/account/follow-up.ts';
import { unitText } from '#shared/text/unit-text.ts';
import { dayFault, readCount } from './campaign-draft.ts';
import styles from './campaign.module.css';

const EMPTY = {
  day: '',
  'level-1 issued': '',
  'level-1 activated': '',
  'level-2 issued': '',
  'level-2 activated': '',
};
type Field = keyof typeof EMPTY;

/** What the latest list of the level above states of the whole unit: issued and activated, by level, on its day. */
export function UnitTotals() {
  const text = useText();
  const words = text.campaign;
  const language = useLanguage();
  const last = useDeskQuery('unit.totals', {}).value ?? null;
  const rules = useDeskQuery('rules.show', {}).value?.values;
  const rounding = rules?.find(({ path }) => path === 'reporting.rounding')?.value;
  const { run, ...saving } = useSaving('unit.set-totals');
  const [draft, setDraft] = useState(EMPTY);
  const [isTried, setTried] = useState(false);
  const faultOf = (field: Field): string | undefined => {
    if (!isTried) return undefined;
    if (field === 'day') return dayFault(draft.day, words);
    return draft[field] === '' || readCount(draft[field]) === null ? words.notNumber : undefined;
  };
  const save = async () => {
    setTried(true);
    const day = readDay(draft.day);
    const rows = ACCOUNT_LEVELS.map((level) => ({
      level,
      issued: draft[`${level} issued`] === '' ? null : readCount(draft[`${level} issued`]),
      activated: draft[`${level} activated`] === '' ? null : readCount(draft[`${level} activated`]),
    }));
    const whole = rows.flatMap(({ level, issued, activated }) =>
      issued === null || activated === null ? [] : { level, issued, activated },
    );
    if (day === null || whole.length < rows.length) return;
    const reply = await run({ day, rows: whole });
    if (!reply.ok) return;
    setDraft(EMPTY);
    setTried(false);
  };
  const field = (name: Field, label: string) => (
    <TextField
      label={label}
      value={draft[name]}
      error={faultOf(name)}
      figures
      onType={(typed) => setDraft((former) => ({ ...former, [name]: typed }))}
    />
  );
  return (
    <>
      <div className={settings['groupLine']}>
        <Group>{text.report.title.unit}</Group>
        <SavedWord saving={saving} />
      </div>
      <p className={settings['says']}>
        {words.unitHint}{' '}
        {last === null
          ? null
          : unitText(last, rounding === 'truncate' ? rounding : 'half-up', text, language)}
      </p>
      <div className={styles['form']}>
        {field('day', words.unitDay)}
        {ACCOUNT_LEVELS.map((level) => (
          <div key={level} className={styles['pair']}>
            {field(`${level} issued`, `${text.account.level[level]}, ${words.unitIssued}`)}
            {field(`${level} activated`, `${text.account.level[level]}, ${words.unitActivated}`)}
          </div>
        ))}
        <Refused saving={saving} />
        <div className={styles['actions']}>
          <Button isPending={saving.state === 'saving'} onClick={() => void save()}>
            {text.common.save}
          </Button>
        </div>
      </div>
    </>
  );
}
