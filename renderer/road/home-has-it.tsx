import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { FileButton } from '#renderer/ui/file-button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Output } from '#shared/contract/desk-contract.ts';
import { formatNumber } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState, type SubmitEvent } from 'react';
import styles from './road.module.css';

type HomeHasItProps = { readonly team: NonNullable<Output<'team.here'>> };

/** Home says by its receipt that it has the newest pack: the people in it go from this laptop, and not before. */
export function HomeHasIt({ team }: HomeHasItProps) {
  const text = useText();
  const words = text.team.laptop;
  const language = useLanguage();
  const confirm = useDeskCommand('team.confirm');
  const [receipt, setReceipt] = useState('');
  const [isOther, setOther] = useState(false);
  const [gone, setGone] = useState<number | null>(null);
  const take = async (file: File) => {
    confirm.reset();
    const [found] = (await file.text()).match(/^[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}\s*$/m) ?? [];
    setOther(found === undefined);
    if (found !== undefined) setReceipt(found.trim());
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (receipt.trim() === '' || team.pack === 0 || confirm.isPending) return;
    const reply = await confirm.run({ receipt });
    if (!reply.ok) return;
    setGone(reply.value.people);
    setReceipt('');
  };
  if (team.confirmed)
    return (
      <Note tone="good" announce={gone !== null} title={words.confirmed(formatNumber(team.pack, language))}>
        {gone === null ? undefined : words.gone(formatNumber(gone, language))}
      </Note>
    );
  const { problem } = confirm;
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <p>{words.confirmSays}</p>
      <TextField
        label={words.receipt}
        value={receipt}
        figures
        maxLength={40}
        hint={words.receiptHint}
        error={problem !== undefined ? problemText(problem, text) : isOther ? words.noReceipt : undefined}
        onType={(typed) => {
          confirm.reset();
          setOther(false);
          setReceipt(typed);
        }}
      />
      <div className={styles['acts']}>
        <Button
          type="submit"
          keyHint="Enter"
          isPending={confirm.isPending}
          disabledReason={team.pack === 0 ? words.packFirst : undefined}
        >
          {words.letGo}
        </Button>
        <FileButton
          label={words.chooseReceipt}
          size="normal"
          accept="text/plain,.txt"
          onFile={(file) => void take(file)}
        />
      </div>
    </form>
  );
}
