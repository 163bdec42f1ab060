import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { handOver } from '#renderer/ui/hand-over.ts';
import { Note } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { Output } from '#shared/contract/desk-contract.ts';
import type { TeamReview } from '#shared/contract/team.ts';
import { formatNumber } from '#shared/text/format.ts';
import { IconDownload } from '@tabler/icons-react';
import styles from './road.module.css';

type ReceiptProps = {
  readonly review: TeamReview;
  readonly done: Output<'team.merge'>;
  readonly onClose: () => void;
};

/** A pack is home: how much of it was new, and what the laptop has to be told. */
export function Receipt({ review, done, onClose }: ReceiptProps) {
  const text = useText();
  const words = text.team.merge;
  const language = useLanguage();
  const { name, letter } = review;
  const pack = formatNumber(review.pack, language);
  const { receipt } = done;
  const save = (code: string) =>
    handOver(
      new Blob([`${words.receiptFile(name, pack)}\r\n\r\n${code}\r\n`], { type: 'text/plain' }),
      `bien-nhan-${letter}-${review.pack}.txt`,
    );
  return (
    <div className={styles['form']}>
      <Note
        tone="good"
        announce
        title={
          done.status === 'new' ? words.done(formatNumber(done.tickets, language), name) : words.doneAlready
        }
      />
      {receipt === null ? null : (
        <>
          <dl className={styles['receipt']}>
            <dt>{words.receipt}</dt>
            <dd>
              <NumberText>{receipt}</NumberText>
            </dd>
          </dl>
          <p className={styles['lead']}>{words.receiptSays(name)}</p>
          <div className={styles['acts']}>
            <CopyButton value={receipt} label={words.copy} done={words.copied} />
            <Button
              size="small"
              icon={<IconDownload size={16} aria-hidden="true" />}
              onClick={() => save(receipt)}
            >
              {words.save}
            </Button>
          </div>
        </>
      )}
      <Button variant="primary" className={styles['end']} onClick={onClose} autoFocus>
        {text.common.close}
      </Button>
    </div>
  );
}
