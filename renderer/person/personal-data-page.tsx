import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import type { Office } from '#shared/contract/office.ts';
import { KEEP_DAYS } from '#shared/domain/person/keeping.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import { IconEraser } from '@tabler/icons-react';
import { useState } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useOfficeSetting } from '#renderer/desk/use-saving.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { Fact, Facts } from '#renderer/settings/facts.tsx';
import { Group, Page } from '#renderer/settings/page.tsx';
import { Row } from '#renderer/settings/row.tsx';
import styles from '#renderer/settings/settings.module.css';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';

/** Days to choose from; one that was set otherwise stands among them. */
const CHOICES: readonly number[] = [KEEP_DAYS.least, 60, KEEP_DAYS.usual, 120, 180, KEEP_DAYS.most];

/** What is kept about people, for how long, and the purge of what has been kept long enough. */
export function PersonalDataPage({ office }: { readonly office: Office }) {
  const words = useText().settings.personal;
  const language = useLanguage();
  const keep = useOfficeSetting(office, 'keepDays');
  const status = useDeskQuery('data.status', {}).value;
  const [isAsking, setAsking] = useState(false);
  const choices = [...new Set([...CHOICES, keep.value])].toSorted((a, b) => a - b);
  return (
    <Page id="personal" what={words.what}>
      <Facts>
        <Fact name={words.people}>
          {status === undefined ? '' : words.count(formatNumber(status.people, language))}
        </Fact>
        <Fact name={words.oldest}>
          {status === undefined
            ? ''
            : status.oldestPerson === null
              ? words.nobody
              : formatDay(status.oldestPerson, language)}
        </Fact>
        <Fact name={words.due}>
          {status === undefined ? '' : words.dueCount(formatNumber(status.purgeDue, language))}
        </Fact>
      </Facts>
      <Group>{words.howLong}</Group>
      <Row title={words.keepDays} saving={keep.saving} hint={words.keepDaysHint(KEEP_DAYS.source)}>
        <SelectField
          label={words.keepDays}
          showLabel={false}
          options={choices.map((value) => ({ value: String(value), label: words.days(value) }))}
          value={String(keep.value)}
          onChange={(value) => keep.save(Number(value))}
        />
      </Row>
      <Group>{words.purge}</Group>
      <p className={styles['says']}>{words.purgeHint}</p>
      <div className={styles['actions']}>
        <Button
          icon={<IconEraser aria-hidden="true" />}
          disabledReason={status?.purgeDue === 0 ? words.nothingDue : undefined}
          onClick={() => setAsking(true)}
        >
          {words.purgeNow}
        </Button>
      </div>
      <Group>{words.kept}</Group>
      <Facts>
        {words.keeps.map(([what, until]) => (
          <Fact key={what} name={what}>
            {until}
          </Fact>
        ))}
      </Facts>
      {isAsking && (
        <PurgeNow
          due={formatNumber(status?.purgeDue ?? 0, language)}
          days={office.settings.keepDays}
          onClose={() => setAsking(false)}
        />
      )}
    </Page>
  );
}

type PurgeNowProps = { readonly due: string; readonly days: number; readonly onClose: () => void };

/** What went cannot be brought back: it is asked for once more. */
function PurgeNow({ due, days, onClose }: PurgeNowProps) {
  const text = useText();
  const words = text.settings.personal;
  const language = useLanguage();
  const purge = useDeskCommand('data.purge');
  const run = async () => {
    const reply = await purge.run({});
    if (!reply.ok) return;
    sayInBar(words.purged(formatNumber(reply.value.people, language)));
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.purgeNow}
      width={520}
      closeLabel={text.common.close}
      footer={
        <Button variant="primary" size="big" isPending={purge.isPending} onClick={() => void run()}>
          {words.purgeYes}
        </Button>
      }
    >
      <Note tone="warn">{words.purgeSays(due, days)}</Note>
      <ProblemNote problem={purge.problem} />
    </Dialog>
  );
}
