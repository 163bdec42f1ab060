import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { NewPassphraseFields, NO_PASSPHRASE, passphraseFault } from '#renderer/safety/secret-entry.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { Team } from '#shared/contract/team.ts';
import { passphraseStrength } from '#shared/domain/access/pin.ts';
import { formatNumber } from '#shared/text/format.ts';
import { useState, type SubmitEvent } from 'react';
import { saveMade, SaveAgain, type MadeFile } from './made-file.tsx';
import styles from './road.module.css';

const LEAST_SIGNS = 10;

/** The file that makes a laptop the desk of a team: its passphrase, and the rosters that go along. */
export function StarterDialog({ team, onClose }: { readonly team: Team; readonly onClose: () => void }) {
  const text = useText();
  const words = text.team.starter;
  const make = useDeskCommand('team.starter');
  const [typed, setTyped] = useState(NO_PASSPHRASE);
  const [rosterIds, setRosterIds] = useState<ReadonlySet<string>>(new Set());
  const [isTried, setTried] = useState(false);
  const [made, setMade] = useState<MadeFile | null>(null);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (make.isPending || passphraseFault(typed, LEAST_SIGNS) !== null) return;
    const reply = await make.run({
      teamId: team.teamId,
      passphrase: typed.first,
      rosterIds: [...rosterIds],
    });
    if (!reply.ok) return;
    setMade(reply.value);
    saveMade(reply.value);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.title(team.name)}
      width={560}
      closeLabel={text.common.close}
    >
      {made === null ? (
        <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
          <p className={styles['lead']}>{words.what}</p>
          <NewPassphraseFields
            typed={typed}
            onChange={setTyped}
            label={words.passphrase}
            hint={typed.first === '' ? words.hint : words.strength[passphraseStrength(typed.first)]}
            isTried={isTried}
            least={LEAST_SIGNS}
            autoFocus
          />
          <Rosters chosen={rosterIds} onChange={setRosterIds} />
          <ProblemNote problem={make.problem} />
          <Button
            type="submit"
            variant="primary"
            keyHint="Enter"
            className={styles['end']}
            isPending={make.isPending}
          >
            {words.make}
          </Button>
        </form>
      ) : (
        <div className={styles['form']}>
          <Note
            tone="good"
            announce
            title={words.done(made.fileName)}
            action={<SaveAgain file={made} />}
            className={styles['file']}
          >
            {words.doneSays}
          </Note>
          <Button variant="primary" className={styles['end']} onClick={onClose} autoFocus>
            {text.common.close}
          </Button>
        </div>
      )}
    </Dialog>
  );
}

type RostersProps = {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
};

function Rosters({ chosen, onChange }: RostersProps) {
  const words = useText().team.starter;
  const language = useLanguage();
  const rosters = useDeskQuery('roster.list', {}).value;
  const toggle = (rosterId: string) => {
    const next = new Set(chosen);
    if (!next.delete(rosterId)) next.add(rosterId);
    onChange(next);
  };
  if (rosters === undefined) return null;
  return (
    <fieldset className={styles['rosters']}>
      <legend>{words.rosters}</legend>
      <p className={styles['says']}>{rosters.length === 0 ? words.noRosters : words.rostersHint}</p>
      {rosters.length === 0 ? null : (
        <div className={styles['choices']}>
          {rosters.map(({ rosterId, name, figures }) => (
            <CheckField
              key={rosterId}
              label={`${name}, ${words.people(formatNumber(figures.people, language))}`}
              checked={chosen.has(rosterId)}
              onChange={() => toggle(rosterId)}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}
