import type { OfficerDetail } from '#shared/contract/officer.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useSaving } from '#renderer/desk/use-saving.ts';
import { Refused, SavedWord, Switch, Toggles } from '#renderer/settings/row.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import own from './officers.module.css';
import { PinDialog } from './pin-dialog.tsx';
import { useOfficerRoles, useSigningText } from './signing-place.ts';

type OfficerLineProps = { readonly officer: OfficerDetail; readonly place: number };

/** One officer: name, roles, PIN, at work or not. */
export function OfficerLine({ officer, place }: OfficerLineProps) {
  const text = useText();
  const { officers: words, signIn } = useSigningText();
  const { options } = useOfficerRoles();
  const naming = useSaving('officer.save');
  const changing = useSaving('officer.save');
  const unlocking = useSaving('officer.unlock');
  const [isEmpty, setEmpty] = useState(false);
  const [isPinOpen, setPinOpen] = useState(false);
  const { id, roles, active, hasPin, wrong, locked } = officer;
  const name = officer.name || signIn.unnamed;
  const rename = (typed: string) => {
    const next = typed.trim();
    setEmpty(next === '');
    if (next !== '' && next !== officer.name) void naming.run({ id, name: next });
  };
  const error = isEmpty
    ? text.settings.needed
    : naming.problem === undefined
      ? undefined
      : problemText(naming.problem, text);
  return (
    <li className={own['line']}>
      <NumberText aria-hidden="true">{place}</NumberText>
      <TextField
        label={words.nameOf(place)}
        showLabel={false}
        value={officer.name}
        placeholder={signIn.unnamed}
        maxLength={80}
        error={error}
        onCommit={rename}
      />
      <Toggles
        label={words.rolesOf(name)}
        options={options}
        chosen={roles}
        onChange={(chosen) => {
          if (chosen.length > 0) void changing.run({ id, roles: [...chosen] });
        }}
      />
      <Switch
        label={active ? words.on : words.off}
        name={words.active(name)}
        on={active}
        onChange={(on) => void changing.run({ id, active: on })}
      />
      <div className={own['pin']}>
        <Button
          size="small"
          aria-label={`${hasPin ? words.changePin : words.setPin}: ${name}`}
          onClick={() => setPinOpen(true)}
        >
          {hasPin ? words.changePin : words.setPin}
        </Button>
        {!hasPin && <span className={own['says']}>{words.noPin}</span>}
        {locked ? (
          <>
            <Chip tone="bad">{words.locked}</Chip>
            <Button size="small" onClick={() => void unlocking.run({ officerId: id })}>
              {words.unlock}
            </Button>
          </>
        ) : (
          wrong > 0 && <span className={own['says']}>{words.wrong(wrong)}</span>
        )}
        <SavedWord saving={naming.state === 'still' ? changing : naming} />
      </div>
      <div className={own['full']}>
        <Refused saving={changing} />
        <Refused saving={unlocking} />
      </div>
      {isPinOpen && <PinDialog officerId={id} name={name} onClose={() => setPinOpen(false)} />}
    </li>
  );
}
