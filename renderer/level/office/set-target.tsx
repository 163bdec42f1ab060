import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { readDay } from '#renderer/ui/typed-date.ts';
import type { LevelOffice } from '#shared/contract/level-shapes.ts';
import { ACCOUNT_LEVELS, type AccountLevel } from '#shared/domain/account/follow-up.ts';
import { formatDay } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { useLevelCommand } from '../client/level-client.ts';
import { readCount } from '../client/typed-count.ts';
import { useLevelWords } from '../client/words.ts';
import styles from './office.module.css';

type SetTargetProps = { readonly office: LevelOffice; readonly today: string; readonly onClose: () => void };

/** A number of accounts by a date. */
export function SetTarget({ office, today, onClose }: SetTargetProps) {
  const text = useText();
  const { levelOffice } = useLevelWords();
  const words = levelOffice.target;
  const language = useLanguage();
  const { run, isPending, problem } = useLevelCommand('target.set');
  const [level, setLevel] = useState<AccountLevel>('level-2');
  const year = today.slice(0, 4);
  const [draft, setDraft] = useState({
    from: formatDay(`${year}-01-01`, 'vi'),
    dueOn: formatDay(`${year}-12-31`, 'vi'),
    target: '',
    before: '0',
  });
  const [isTried, setTried] = useState(false);
  const from = readDay(draft.from);
  const dueOn = readDay(draft.dueOn);
  const target = readCount(draft.target);
  const before = readCount(draft.before);
  const isAskew = from !== null && dueOn !== null && dueOn < from;
  const faults = {
    from: from === null ? words.notADay : undefined,
    dueOn: dueOn === null ? words.notADay : isAskew ? words.order : undefined,
    target: target === null ? words.notANumber : undefined,
    before: before === null ? words.notANumber : undefined,
  };
  const save = async () => {
    setTried(true);
    if (from === null || dueOn === null || target === null || before === null || isAskew) return;
    const reply = await run({ officeCode: office.code, level, from, dueOn, target, before });
    if (reply.ok) onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.set}
      width={520}
      closeLabel={text.common.close}
      footer={
        <Button variant="primary" size="big" isPending={isPending} onClick={() => void save()}>
          {words.save}
        </Button>
      }
    >
      <div className={styles['dialog']} lang={language}>
        <Segmented
          label={words.level}
          showLabel
          options={ACCOUNT_LEVELS.map((value) => ({ value, label: text.account.level[value] }))}
          value={level}
          onChange={setLevel}
        />
        <div className={styles['pair']}>
          {(['from', 'dueOn', 'target', 'before'] as const).map((field) => (
            <TextField
              key={field}
              label={words[field]}
              value={draft[field]}
              maxLength={12}
              figures
              data-autofocus={field === 'target' ? true : undefined}
              error={isTried ? faults[field] : undefined}
              onType={(value) => setDraft((old) => ({ ...old, [field]: value }))}
            />
          ))}
        </div>
        {problem === undefined ? null : (
          <Note tone="bad" announce>
            {problem.code === 'not-allowed' ? levelOffice.only : problemText(problem, text)}
          </Note>
        )}
      </div>
    </Dialog>
  );
}
