import type { Office } from '#shared/contract/office.ts';
import type { OfficerDetail } from '#shared/contract/officer.ts';
import { LOCK_MINUTES } from '#shared/domain/access/officer-rules.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useOfficeSetting, useSaving } from '#renderer/desk/use-saving.ts';
import { AddLine } from '#renderer/settings/add-line.tsx';
import { Group, Page } from '#renderer/settings/page.tsx';
import { Row, SwitchRow } from '#renderer/settings/row.tsx';
import styles from '#renderer/settings/settings.module.css';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { OfficerLine } from './officer-line.tsx';
import { PinDialog } from './pin-dialog.tsx';
import { useSwitchPins } from './use-switch-pins.ts';

/** Who works here and how they sign in; what only a leader may see or change. */
export function OfficersPage({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.settings.officers;
  const adding = useSaving('officer.save');
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
          <AddLine
            label={words.newName}
            add={words.add}
            maxLength={80}
            saving={adding}
            onAdd={(name) => adding.run({ name, roles: ['reception', 'counter'] })}
          />
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
