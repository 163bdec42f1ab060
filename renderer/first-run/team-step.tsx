import { problemText } from '#shared/text/problem-text.ts';
import { IconCar } from '@tabler/icons-react';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { showRecoveryKey } from '#renderer/safety/recovery-key.ts';
import { PassphraseField } from '#renderer/safety/secret-entry.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { useFileChoice } from '#renderer/ui/file-choice.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useKeys } from '#renderer/ui/use-keys.ts';
import { useGuide } from './draft-store.ts';
import styles from './first-run.module.css';
import { OtherUseFoot } from './other-use-foot.tsx';
import own from './join-step.module.css';

/** This PC becomes the laptop of a mobile team, by the starter file that its office made. */
export function TeamStep({ onBack }: { readonly onBack: () => void }) {
  const text = useText();
  const words = text.firstRun.team;
  const part = useRef<HTMLFormElement>(null);
  const { isEncrypted, clear } = useGuide();
  const start = useDeskCommand('team.start');
  const encrypt = useDeskCommand('data.encrypt');
  const [starter, setStarter] = useState<{ readonly fileName: string; readonly base64: string } | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [isWished, setWished] = useState(true);
  const [isTried, setTried] = useState(false);
  useKeys({ Escape: onBack });
  useEffect(() => part.current?.querySelector('button')?.focus(), []);
  const { tooLarge, emptyFile, notStarter } = text.team.file;
  const file = useFileChoice(
    words.file,
    { tooLarge, emptyFile, wrongKind: notStarter },
    (fileName, base64) => {
      start.reset();
      setStarter({ fileName, base64 });
      requestAnimationFrame(() =>
        part.current?.querySelector<HTMLElement>('input:not([type="file"])')?.focus(),
      );
      return Promise.resolve(null);
    },
    ['.mo-may-qtd'],
  );
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (start.isPending) return;
    setTried(true);
    if (starter === null || passphrase === '') return;
    const reply = await start.run({ ...starter, passphrase });
    if (!reply.ok) return;
    clear();
    sayInBar(words.done(reply.value.name, reply.value.series));
    if (isEncrypted || !isWished) return;
    const made = await encrypt.run({ passphrase });
    if (made.ok) showRecoveryKey(made.value.recoveryKey);
    else sayInBar(problemText(made.problem, text), true);
  };
  const { problem } = start;
  const told = problem === undefined ? undefined : problemText(problem, text);
  const isWrong = problem?.code === 'team-file-refused' && problem.reason === 'wrong-passphrase';
  const fileFault = file.fault ?? (isTried && starter === null ? words.fileFault : null);
  return (
    <main className={own['join']}>
      <form ref={part} className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
        <div className={styles['body']}>
          <h1>{words.title}</h1>
          <p className={own['lead']}>{words.what}</p>
          <div className={styles['fields']}>
            <div className={own['file']}>
              {file.input}
              <Button isPending={file.isReading} onClick={file.choose}>
                {words.choose}
              </Button>
              <span role="status">{starter?.fileName}</span>
            </div>
            {fileFault === null ? null : (
              <Note tone="bad" announce>
                {fileFault}
              </Note>
            )}
            <PassphraseField
              label={words.passphrase}
              value={passphrase}
              error={isTried && passphrase === '' ? words.passphraseFault : isWrong ? told : undefined}
              onType={(typed) => {
                start.reset();
                setPassphrase(typed);
              }}
            />
            {isEncrypted ? null : (
              <CheckField
                label={words.encrypt}
                hint={words.encryptHint}
                checked={isWished}
                onChange={setWished}
              />
            )}
          </div>
          {told === undefined || isWrong ? null : (
            <Note tone="bad" announce className={styles['problem']}>
              {told}
            </Note>
          )}
        </div>
        <OtherUseFoot
          back={words.back}
          go={start.isPending ? words.going : words.go}
          icon={IconCar}
          isPending={start.isPending}
          onBack={onBack}
        />
      </form>
    </main>
  );
}
