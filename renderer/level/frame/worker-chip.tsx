import { useText } from '#renderer/desk/language.ts';
import bar from '#renderer/frame/top-bar.module.css';
import { OfficerChip } from '#renderer/sign-in/officer-chip.tsx';
import { useSigningRule } from '#renderer/sign-in/use-change-officer.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { join } from '#renderer/ui/join.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { useLevelWords } from '../client/words.ts';
import { useWorker } from '../client/worker-name.ts';

/** Who works at this window: signed in, or chosen from the list; where there is none, by a name that is said. */
export function WorkerChip() {
  const { isAsked } = useSigningRule();
  return isAsked ? <OfficerChip /> : <SaidName />;
}

function SaidName() {
  const text = useText();
  const words = useLevelWords().level.frame;
  const { name, say } = useWorker();
  const [isAsking, setAsking] = useState(false);
  const [typed, setTyped] = useState(name);
  const keep = (value: string) => {
    say(value);
    setAsking(false);
  };
  return (
    <>
      <button
        type="button"
        className={join(bar['part'], bar['truth'], bar['press'], bar['officer'], bar['plain'])}
        title={name === '' ? words.nameHint : name}
        onClick={() => {
          setTyped(name);
          setAsking(true);
        }}
      >
        <span className={bar['icon']}>
          <IconUser size={16} stroke={1.75} aria-hidden="true" />
        </span>
        <span className={bar['word']}>{name === '' ? words.nameless : name}</span>
      </button>
      <Dialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={words.yourName}
        closeLabel={text.common.close}
        footer={
          <Button variant="primary" size="big" onClick={() => keep(typed)}>
            {text.common.save}
          </Button>
        }
      >
        <TextField
          label={words.yourName}
          value={typed}
          maxLength={80}
          hint={words.nameHint}
          data-autofocus
          onType={setTyped}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep(event.currentTarget.value);
          }}
        />
      </Dialog>
    </>
  );
}
