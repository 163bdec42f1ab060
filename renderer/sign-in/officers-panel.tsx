import type { OfficerDetail } from '#shared/contract/officer.ts';
import { LOCK_MINUTES } from '#shared/domain/access/officer-rules.ts';
import { useState, type ReactNode } from 'react';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useSaving } from '#renderer/desk/use-saving.ts';
import { AddLine } from '#renderer/settings/add-line.tsx';
import { Group } from '#renderer/settings/page.tsx';
import { Row, SwitchRow } from '#renderer/settings/row.tsx';
import styles from '#renderer/settings/settings.module.css';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { OfficerLine } from './officer-line.tsx';
import { PinDialog } from './pin-dialog.tsx';
import { useOfficerRoles, useSigningText } from './signing-place.ts';
import { useSwitchPins } from './use-switch-pins.ts';

type OfficersPanelProps = {
  /** Why who is no leader does not see the list. */
  readonly notAllowed: string;
  /** What else a leader decides here. */
  readonly children?: ReactNode;
};

/** Who works here and how they sign in; what only a leader may see or change. */
export function OfficersPanel({ notAllowed, children }: OfficersPanelProps) {
  const words = useSigningText().officers;
  const { fresh } = useOfficerRoles();
  const adding = useSaving('officer.save');
  const officers = useDeskQuery('officer.list', {}).value;
  const policy = useDeskQuery('access.policy', {}).value;
  const role = useDeskQuery('session.show', {}).value?.role;
  if (policy === undefined || officers === undefined || role === undefined) return null;
  const details = officers.filter((officer): officer is OfficerDetail => 'roles' in officer);
  if (role !== 'leader')
    return (
      <>
        {policy.pins === 'on' && <OwnPin />}
        <Note className={styles['note']}>{notAllowed}</Note>
      </>
    );
  return (
    <>
      {details.filter(({ active }) => active).length > 1 && policy.pins === 'off' && (
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
        onAdd={(name) => adding.run({ name, roles: [...fresh] })}
      />
      <SignInRule officers={details} pins={policy.pins === 'on'} lockMinutes={policy.lockMinutes} />
      {children}
    </>
  );
}

/** Who is no leader changes the own PIN here; a leader does at the own name. */
function OwnPin() {
  const { officers: words, signIn } = useSigningText();
  const who = useDeskQuery('session.show', {}).value?.officer;
  const [isOpen, setOpen] = useState(false);
  if (who === undefined) return null;
  const name = who.name || signIn.unnamed;
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
  const words = useSigningText().officers;
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
