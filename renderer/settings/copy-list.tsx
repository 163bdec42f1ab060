import type { Output } from '#shared/contract/desk-contract.ts';
import { formatDay, formatInstant, formatNumber } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState, type SubmitEvent } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './copy-list.module.css';

type Copy = Output<'backup.list'>[number];

/** The copies of this office, or those in a folder that is named, each with the way back to it. */
export function CopyList({ onRestored }: { readonly onRestored?: () => void }) {
  const text = useText();
  const words = text.settings.copies;
  const language = useLanguage();
  const [folder, setFolder] = useState('');
  const [chosen, setChosen] = useState<Copy | null>(null);
  const copies = useDeskQuery('backup.list', folder === '' ? {} : { folder }).value;
  return (
    <>
      <TextField
        label={words.lookIn}
        hint={words.lookInHint}
        value={folder}
        maxLength={400}
        onCommit={(typed) => setFolder(typed.trim())}
      />
      {copies?.length === 0 && <p>{words.listNone}</p>}
      {copies !== undefined && copies.length > 0 && (
        <table className={styles['list']}>
          <thead>
            <tr>
              {[words.at, words.day, words.tickets, words.after, words.check, words.restore].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {copies.map((copy) => (
              <tr key={copy.id} title={copy.places.join('\n')}>
                <th scope="row">{formatInstant(copy.at, language)}</th>
                <td>{copy.businessDay === null ? '' : formatDay(copy.businessDay, language)}</td>
                <td>{formatNumber(copy.tickets, language)}</td>
                <td>{copy.ticketsAfter === null ? '' : formatNumber(copy.ticketsAfter, language)}</td>
                <td>{copy.verified ? words.verified : words.notWhole}</td>
                <td>
                  {copy.verified && (
                    <Button
                      size="small"
                      aria-label={words.restoreOne(formatInstant(copy.at, language))}
                      onClick={() => setChosen(copy)}
                    >
                      {words.restore}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {chosen !== null && (
        <Restore
          key={chosen.id}
          copy={chosen}
          folder={folder}
          {...(onRestored === undefined ? {} : { onRestored })}
        />
      )}
    </>
  );
}

type RestoreProps = { readonly copy: Copy; readonly folder: string; readonly onRestored?: () => void };

/** Why, and, where nothing tells it, up to which number was handed out. */
function Restore({ copy, folder, onRestored }: RestoreProps) {
  const text = useText();
  const words = text.settings.copies;
  const language = useLanguage();
  const restore = useDeskCommand('backup.restore');
  const [reason, setReason] = useState('');
  const [numbers, setNumbers] = useState<string | null>(null);
  const [nameless, setNameless] = useState<number | null>(null);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reply = await restore.run({
      id: copy.id,
      reason,
      ...(folder === '' ? {} : { folder }),
      ...(numbers === null ? {} : { numbers: numbers.toUpperCase().match(/[A-Z]\d{1,4}/g) ?? [] }),
    });
    if (reply.ok) {
      setNameless(reply.value.nameless);
      onRestored?.();
    } else if (reply.problem.code === 'numbers-unknown') setNumbers(reply.problem.numbers.join(', '));
  };
  return (
    <form className={styles['restore']} onSubmit={(event) => void submit(event)}>
      <Note tone="warn" title={words.restoreOne(formatInstant(copy.at, language))}>
        {words.restoreWhat}
      </Note>
      <TextField autoFocus label={words.reason} value={reason} maxLength={200} onType={setReason} />
      {restore.problem !== undefined && (
        <Note tone="bad" announce>
          {problemText(restore.problem, text)}
        </Note>
      )}
      {numbers !== null && (
        <TextField label={words.highest} value={numbers} maxLength={120} onType={setNumbers} />
      )}
      <Button
        type="submit"
        variant="primary"
        isPending={restore.isPending}
        disabledReason={reason.trim() === '' ? words.reasonNeeded : undefined}
      >
        {restore.isPending ? words.restoring : words.restore}
      </Button>
      {nameless !== null && (
        <Note tone="good" announce>
          {words.restored(formatNumber(nameless, language))}
        </Note>
      )}
    </form>
  );
}
