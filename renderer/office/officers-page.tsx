import type { Office } from '#shared/contract/office.ts';
import type { OfficerDetail } from '#shared/contract/officer.ts';
import { LOCK_MINUTES } from '#shared/domain/access/officer-rules.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useOfficeSetting, useSaving } from '#renderer/desk/use-saving.ts';
import { Group, Page } from '#renderer/settings/page.tsx';
import { Row, SavedWord, SwitchRow } from '#renderer/settings/row.tsx';
import styles from '#renderer/settings/settings.module.css';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { OfficerLine } from './officer-line.tsx';
import own from './officers.module.css';
import { PinDialog } from './pin-dialog.tsx';
import { useSwitchPins } from './use-switch-pins.ts';

/** Who works here and how they sign in; what only a leader may see or change. */
export function OfficersPage({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.settings.officers;
  const counting = useOfficeSetting(office, 'countsOfficers');
  const officers = useDeskQuery('officer.list', {}).value ?? [];
  const policy = useDeskQuery('access.policy', {}).value;
  const details = officers.filter((officer): officer is OfficerDetail => 'roles' in officer);
  const atWork = details.filter(({ active }) => active);
  if (policy === undefined || officers.length === 0) return null;
  return (
    <Page id="officers" what={words.what}>
      {details.length === 0 ? (
        <>
          {policy.pins === 'on' && <OwnPin />}
          <Note className={styles['note']}>
            {problemText({ code: 'not-allowed', role: 'counter' }, text)}
          </Note>
        </>
      ) : (
        <>
          {atWork.length > 1 && policy.pins === 'off' && (
            <Note tone="warn" title={words.propose} className={styles['note']}>
              {words.proposeSays}
            </Note>
          )}
          <Group>{words.list}</Group>
          <ul aria-label={words.list}>
            {details.map((officer, place) => (
              <OfficerLine key={officer.id} officer={officer} place={place + 1} />
            ))}
          </ul>
          <AddOfficer />
          <SignInRule officers={details} pins={policy.pins === 'on'} lockMinutes={policy.lockMinutes} />
          <SwitchRow
            label={words.counts}
            hint={words.countsHint}
            on={counting.value}
            onChange={counting.save}
            saving={counting.saving}
          />
        </>
      )}
    </Page>
  );
}

/** Who is no leader changes the own PIN here; a leader does at the own name. */
function OwnPin() {
  const text = useText();
  const words = text.settings.officers;
  const who = useDeskQuery('session.show', {}).value?.officer;
  const [isOpen, setOpen] = useState(false);
  if (who === undefined) return null;
  const name = who.name || text.signIn.unnamed;
  return (
    <Row title={words.pinOf(name)} hint={words.ownPinHint}>
      <Button onClick={() => setOpen(true)}>{words.changePin}</Button>
      {isOpen && <PinDialog officerId={null} name={name} onClose={() => setOpen(false)} />}
    </Row>
  );
}

function AddOfficer() {
  const text = useText();
  const words = text.settings.officers;
  const adding = useSaving('officer.save');
  const [typed, setTyped] = useState('');
  const add = () => {
    const name = typed.trim();
    if (name === '') return;
    void adding.run({ name, roles: ['reception', 'counter'] }).then((reply) => {
      if (reply.ok) setTyped('');
    });
  };
  return (
    <div className={own['addLine']}>
      <TextField
        label={words.newName}
        showLabel={false}
        placeholder={words.newName}
        value={typed}
        maxLength={80}
        error={adding.problem === undefined ? undefined : problemText(adding.problem, text)}
        onType={setTyped}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) add();
        }}
      />
      <Button icon={<IconPlus aria-hidden="true" />} isPending={adding.state === 'saving'} onClick={add}>
        {words.add}
      </Button>
      <SavedWord saving={adding} />
    </div>
  );
}

const MINUTES = [LOCK_MINUTES.least, 2, 3, LOCK_MINUTES.usual, 10, 15, 30, 60, LOCK_MINUTES.most];

type SignInRuleProps = {
  readonly officers: readonly OfficerDetail[];
  readonly pins: boolean;
  readonly lockMinutes: number;
};

function SignInRule({ officers, pins, lockMinutes }: SignInRuleProps) {
  const words = useText().settings.officers;
  const [setPins, switching] = useSwitchPins(officers);
  const timing = useSaving('access.set-policy');
  const choices = [...new Set([...MINUTES, lockMinutes])].toSorted((a, b) => a - b);
  return (
    <>
      <Group>{words.signIn}</Group>
      <SwitchRow label={words.pins} hint={words.pinsHint} on={pins} onChange={setPins} saving={switching} />
      {pins && (
        <Row title={words.lockAfter} saving={timing}>
          <SelectField
            label={words.lockAfter}
            showLabel={false}
            options={choices.map((minutes) => ({ value: String(minutes), label: words.minutes(minutes) }))}
            value={String(lockMinutes)}
            onChange={(value) => void timing.run({ lockMinutes: Number(value) })}
          />
        </Row>
      )}
    </>
  );
}
