import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useDesk } from '#renderer/desk/desk-context.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useFileChoice } from '#renderer/ui/file-choice.tsx';
import { Note } from '#renderer/ui/note.tsx';
import shared from '#renderer/ui/shared.module.css';
import type { Output } from '#shared/contract/desk-contract.ts';
import type { TeamReview } from '#shared/contract/team.ts';
import { formatNumber } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import type { MadeFile } from './made-file.tsx';
import { PackReview } from './pack-review.tsx';
import { Receipt } from './receipt.tsx';

/** A pack comes home: chosen, looked at, and only then written; at last the receipt for the laptop. */
export function MergeDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const words = text.team.merge;
  const language = useLanguage();
  const desk = useDesk();
  const merge = useDeskCommand('team.merge');
  const [seen, setSeen] = useState<{ readonly file: MadeFile; readonly review: TeamReview } | null>(null);
  const [done, setDone] = useState<Output<'team.merge'> | null>(null);
  const { tooLarge, emptyFile, notPack } = text.team.file;
  const file = useFileChoice(
    words.choose,
    { tooLarge, emptyFile, wrongKind: notPack },
    async (fileName, base64) => {
      setSeen(null);
      merge.reset();
      const reply = await desk.call('team.review', { fileName, base64 });
      if (!reply.ok) return problemText(reply.problem, text);
      setSeen({ file: { fileName, base64 }, review: reply.value });
      return null;
    },
    ['.goi-qtd'],
  );
  const write = async () => {
    if (seen === null || merge.isPending) return;
    const reply = await merge.run(seen.file);
    if (reply.ok) setDone(reply.value);
  };
  if (done !== null && seen !== null)
    return (
      <Dialog opened onClose={onClose} title={words.title} width={560} closeLabel={text.common.close}>
        <Receipt review={seen.review} done={done} onClose={onClose} />
      </Dialog>
    );
  const fresh = seen?.review.days.reduce((sum, day) => sum + day.fresh, 0) ?? 0;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.title}
      width={seen === null ? 560 : 860}
      closeLabel={text.common.close}
      footer={
        <>
          <Button
            onClick={file.choose}
            isPending={file.isReading}
            {...(seen === null ? { variant: 'primary' as const, 'data-autofocus': true } : {})}
          >
            {seen === null ? words.choose : words.other}
          </Button>
          {seen === null || seen.review.status === 'older' ? null : (
            <Button
              variant="primary"
              keyHint="Enter"
              isPending={merge.isPending}
              onClick={() => void write()}
              autoFocus
            >
              {seen.review.status === 'already' ? words.again : words.run(formatNumber(fresh, language))}
            </Button>
          )}
        </>
      }
    >
      <div className={shared['tableReview']}>
        {file.input}
        {seen === null ? <p>{words.what}</p> : <PackReview review={seen.review} />}
        {file.isReading ? <p role="status">{words.reading}</p> : null}
        {file.fault === null ? null : (
          <Note tone="bad" announce>
            {file.fault}
          </Note>
        )}
        <ProblemNote problem={merge.problem} />
      </div>
    </Dialog>
  );
}
