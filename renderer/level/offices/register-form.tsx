import { useText } from '#renderer/desk/language.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { FileButton } from '#renderer/ui/file-button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { LevelOffice } from '#shared/contract/level-shapes.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState, type FormEvent, type Ref } from 'react';
import { useLevelCommand } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';
import { Fingerprint } from '../frame/fingerprint.tsx';
import styles from './offices.module.css';
import { useFingerprint } from '../frame/use-fingerprint.ts';
import { WeekdayChoice, USUAL_DAYS } from '../frame/weekday-choice.tsx';

const EMPTY = { code: '', name: '', group: '', telephone: '', publicKey: '' };

type RegisterFormProps = { readonly ref: Ref<HTMLFormElement>; readonly offices: readonly LevelOffice[] };

/** One office: what its PC shows under "Tệp và khóa", and whom to call. The group stays for the next one. */
export function RegisterForm({ ref, offices }: RegisterFormProps) {
  const text = useText();
  const words = useLevelWords().levelOffices.register;
  const { run, isPending, problem, reset } = useLevelCommand('office.register');
  const [draft, setDraft] = useState(EMPTY);
  const [weekdays, setWeekdays] = useState<readonly number[]>(USUAL_DAYS);
  const [isTried, setTried] = useState(false);
  const keyId = useFingerprint(draft.publicKey);
  const known = offices.find(({ code }) => code === draft.code.trim());
  const change = (part: Partial<typeof EMPTY>) => {
    reset();
    setDraft((before) => ({ ...before, ...part }));
  };
  const faults = {
    code: draft.code.trim() === '' ? words.codeNeeded : undefined,
    name: draft.name.trim() === '' ? words.nameNeeded : undefined,
    key: typeof keyId === 'string' ? undefined : words.notAKey,
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    if (faults.code ?? faults.name ?? faults.key) return;
    const reply = await run({ ...draft, weekdays: [...weekdays] });
    if (!reply.ok) return;
    sayInBar(words.done(reply.value.name));
    setDraft({ ...EMPTY, group: draft.group });
    setTried(false);
    form.querySelector('input')?.focus();
  };
  return (
    <form ref={ref} className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <p className={styles['hint']}>{words.hint}</p>
      <div className={styles['pair']}>
        <TextField
          label={words.code}
          mark={text.common.required}
          value={draft.code}
          maxLength={40}
          hint={words.codeHint}
          error={
            known !== undefined
              ? words.codeKnown(known.name)
              : isTried && faults.code
                ? faults.code
                : undefined
          }
          onType={(code) => change({ code })}
        />
        <TextField
          label={words.group}
          value={draft.group}
          maxLength={80}
          hint={words.groupHint}
          onType={(group) => change({ group })}
        />
      </div>
      <TextField
        label={words.name}
        mark={text.common.required}
        value={draft.name}
        maxLength={200}
        error={isTried ? faults.name : undefined}
        onType={(name) => change({ name })}
      />
      <TextField
        label={words.telephone}
        value={draft.telephone}
        maxLength={40}
        figures
        onType={(telephone) => change({ telephone })}
      />
      <TextArea
        label={words.key}
        value={draft.publicKey}
        rows={3}
        maxLength={4000}
        hint={words.keyHint}
        error={keyId === undefined || (isTried && faults.key) ? faults.key : undefined}
        onType={(publicKey) => change({ publicKey })}
      />
      <div className={styles['keyRow']}>
        <FileButton
          label={words.keyFile}
          accept=".pem,.txt,.key,.pub"
          onFile={(file) =>
            void file.text().then((publicKey) => change({ publicKey: publicKey.trim().slice(0, 4000) }))
          }
        />
        {typeof keyId === 'string' ? <Fingerprint keyId={keyId} label={words.fingerprint} /> : null}
      </div>
      <WeekdayChoice value={weekdays} onChange={setWeekdays} />
      {problem === undefined ? null : (
        <Note tone="bad" announce>
          {problemText(problem, text)}
        </Note>
      )}
      <Button type="submit" variant="primary" size="big" isPending={isPending}>
        {words.save}
      </Button>
    </form>
  );
}
