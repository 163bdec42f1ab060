import { isPin } from '#shared/domain/access/pin.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState, type SubmitEvent } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import own from './officers.module.css';

type PinDialogProps = { readonly officerId: string; readonly name: string; readonly onClose: () => void };

/** A new PIN, typed twice. */
export function PinDialog({ officerId, name, onClose }: PinDialogProps) {
  const text = useText();
  const words = text.settings.officers;
  const save = useDeskCommand('officer.save');
  const [first, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const [isTried, setTried] = useState(false);
  const fault = !isPin(first) ? 'notAPin' : first !== again ? 'notSame' : null;
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (fault !== null || save.isPending) return;
    const reply = await save.run({ id: officerId, pin: first });
    if (reply.ok) onClose();
  };
  const field = { type: 'password', inputMode: 'numeric', maxLength: 20 } as const;
  return (
    <Dialog opened onClose={onClose} title={words.pinOf(name)} width={420} closeLabel={words.cancel}>
      <form className={own['form']} onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          {...field}
          label={words.pin}
          value={first}
          hint={words.pinHint}
          data-autofocus
          error={isTried && fault === 'notAPin' ? words.notAPin : undefined}
          onType={setFirst}
        />
        <TextField
          {...field}
          label={words.pinAgain}
          value={again}
          error={isTried && fault === 'notSame' ? words.notSame : undefined}
          onType={setAgain}
        />
        {save.problem !== undefined && (
          <Note tone="bad" announce>
            {problemText(save.problem, text)}
          </Note>
        )}
        <div className={own['actions']}>
          <Button variant="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" variant="primary" keyHint="Enter" isPending={save.isPending}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
