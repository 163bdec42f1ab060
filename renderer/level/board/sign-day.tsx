import { useLanguage, useText } from '#renderer/desk/language.ts';
import { sayInBar, useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { LevelDay } from '#shared/contract/level-shapes.ts';
import { formatDay, formatNumber, formatTime } from '#shared/text/format.ts';
import { useState } from 'react';
import { useLevelQuery } from '../client/level-client.ts';
import { useExport } from '../client/use-export.ts';
import { useLevelWords } from '../client/words.ts';
import styles from './board.module.css';

/** So many missing offices are named before the rest is counted. */
const NAMED = 12;

/** What goes up: whether the day was signed, what is missing in it, and F9. */
export function SignDay({ day }: { readonly day: LevelDay }) {
  const { board: words, sign } = useLevelWords().level;
  const language = useLanguage();
  const receiver = useLevelQuery('level.state', {}).value?.own?.receivingLevel ?? '';
  const { run, isPending } = useExport();
  const [isAsking, setAsking] = useState(false);
  const { businessDay, sum, missing, received } = day;
  const count = (value: number) => formatNumber(value, language);
  const isAgain = sum !== null && sum.behind;
  const wantsWord = isAgain || (sum === null && missing.length > 0);
  const signNow = async (reason?: string) => {
    setAsking(false);
    const wish = { from: businessDay, to: businessDay, format: 'day-file' as const };
    const file = await run(reason === undefined ? wish : { ...wish, reason });
    if (file !== undefined) sayInBar(sign.done(file.fileName, receiver));
  };
  const start = () => {
    if (wantsWord) setAsking(true);
    else void signNow();
  };
  const label = sum === null ? words.sign : isAgain ? words.signAgain : words.download;
  const disabledReason = received.length === 0 ? words.nothingToSign : undefined;
  useScreenKeys([{ key: 'F9', label: words.keySign, run: start, disabledReason }]);
  return (
    <div className={styles['sign']}>
      <p>
        {sum === null ? (
          <>
            {missing.length === 0 ? words.allIn : words.rest(count(missing.length))}{' '}
            {missing.length === 0 || received.length === 0
              ? null
              : words.signNow(count(received.length), count(received.length + missing.length))}
          </>
        ) : (
          <>
            {words.signed(String(sum.version), formatTime(sum.madeAt), count(sum.offices))}{' '}
            {sum.behind ? <b>{words.behind}</b> : words.current}
          </>
        )}
      </p>
      <Button
        variant={sum === null || isAgain ? 'primary' : 'plain'}
        size="big"
        keyHint="F9"
        isPending={isPending}
        disabledReason={disabledReason}
        onClick={start}
      >
        {label}
      </Button>
      {isAsking ? (
        <SignDialog
          day={day}
          isAgain={isAgain}
          title={sign.title(formatDay(businessDay, language))}
          onClose={() => setAsking(false)}
          onSign={(reason) => void signNow(reason)}
        />
      ) : null}
    </div>
  );
}

type SignDialogProps = {
  readonly day: LevelDay;
  readonly isAgain: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly onSign: (reason?: string) => void;
};

function SignDialog({ day, isAgain, title, onClose, onSign }: SignDialogProps) {
  const text = useText();
  const { sign, board } = useLevelWords().level;
  const language = useLanguage();
  const [reason, setReason] = useState('');
  const count = (value: number) => formatNumber(value, language);
  const isReady = !isAgain || reason.trim() !== '';
  const run = () => {
    if (isReady) onSign(isAgain ? reason.trim() : undefined);
  };
  const { missing, received } = day;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      width={560}
      closeLabel={text.common.close}
      footer={
        <Button
          variant="primary"
          size="big"
          data-autofocus={isAgain ? undefined : true}
          disabledReason={isReady ? undefined : sign.reasonNeeded}
          onClick={run}
        >
          {sign.run}
        </Button>
      }
    >
      <div className={styles['signBody']}>
        {missing.length === 0 ? (
          <p>{board.allIn}</p>
        ) : (
          <>
            <p>
              <b>{sign.missing(count(missing.length))}</b>{' '}
              {missing
                .slice(0, NAMED)
                .map(({ name }) => name)
                .join(', ')}
              {missing.length > NAMED ? ` +${count(missing.length - NAMED)}` : ''}.
            </p>
            <p>
              {sign.missingSaid}{' '}
              {board.signNow(count(received.length), count(received.length + missing.length))}
            </p>
          </>
        )}
        {isAgain ? (
          <TextField
            label={sign.reason}
            mark={text.common.required}
            value={reason}
            maxLength={300}
            hint={sign.reasonHint}
            data-autofocus
            onType={setReason}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) run();
            }}
          />
        ) : null}
      </div>
    </Dialog>
  );
}
