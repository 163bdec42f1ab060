import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Team } from '#shared/contract/team.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState, type SubmitEvent } from 'react';
import styles from './road.module.css';

type TeamDialogProps = {
  /** Without one a new team. */
  readonly team?: Team;
  readonly onClose: (teamId?: string) => void;
};

/** A new team with its letter, or another name of one. */
export function TeamDialog({ team, onClose }: TeamDialogProps) {
  const text = useText();
  const words = text.team.dialog;
  const save = useDeskCommand('team.save');
  const [name, setName] = useState(team?.name ?? '');
  const [letter, setLetter] = useState('');
  const [isTried, setTried] = useState(false);
  const isLetter = team !== undefined || /^[A-Z]$/.test(letter);
  const keep = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || !isLetter || save.isPending) return;
    const which = team === undefined ? { series: letter } : { teamId: team.teamId };
    const reply = await save.run({ name: name.trim(), ...which });
    if (!reply.ok) return;
    sayInBar(text.team.saved);
    onClose(reply.value.teamId);
  };
  const { problem } = save;
  const told = problem === undefined ? undefined : problemText(problem, text);
  const ofName = problem?.code === 'name-taken' ? told : undefined;
  const ofLetter = problem?.code === 'letter-taken' ? told : undefined;
  return (
    <Dialog
      opened
      onClose={() => onClose()}
      title={team === undefined ? words.titleNew : words.titleEdit}
      closeLabel={text.common.close}
    >
      <form className={styles['form']} onSubmit={(event) => void keep(event)} noValidate>
        <TextField
          label={words.name}
          value={name}
          maxLength={40}
          data-autofocus
          hint={words.nameHint}
          error={isTried && name.trim() === '' ? words.nameMissing : ofName}
          onType={setName}
        />
        {team !== undefined ? null : (
          <TextField
            label={words.letter}
            value={letter}
            maxLength={1}
            figures
            hint={words.letterHint}
            error={isTried && !isLetter ? words.letterMissing : ofLetter}
            onType={(typed) => setLetter(typed.toUpperCase())}
          />
        )}
        {told === undefined || told === ofName || told === ofLetter ? null : (
          <Note tone="bad" announce>
            {told}
          </Note>
        )}
        <Button
          type="submit"
          variant="primary"
          keyHint="Enter"
          className={styles['end']}
          isPending={save.isPending}
        >
          {words.save}
        </Button>
      </form>
    </Dialog>
  );
}
