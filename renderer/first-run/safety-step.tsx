import { useEffect } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { EncryptChoice } from '#renderer/safety/encrypt-choice.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { DraftFault } from './draft.ts';
import { isWithoutPassphrase, useGuide } from './draft-store.ts';
import styles from './first-run.module.css';

type SafetyStepProps = {
  readonly faults: readonly DraftFault[];
  readonly isTried: boolean;
};

/** Learns what this PC can do, before the step that asks for it is reached. */
export function useKnownPc(): void {
  const { draft, change, know } = useGuide();
  const health = useDeskQuery('system.health', {}).value;
  useEffect(() => {
    if (health === undefined) return;
    know({ opensItself: health.keepsKeys, isEncrypted: health.encrypted });
    // Where nothing has to be typed in the morning, protection is what an office gets that does not ask.
    if ((health.keepsKeys || health.encrypted) && draft.encrypt === null) change({ encrypt: true });
  }, [health, draft.encrypt, change, know]);
}

/** What happens when the PC or a stick is stolen, and when the disk breaks. */
export function SafetyStep({ faults, isTried }: SafetyStepProps) {
  const text = useText();
  const words = text.safety.choice;
  const { draft, change, isEncrypted } = useGuide();
  return (
    <>
      <h1>{words.title}</h1>
      {isEncrypted ? (
        <Note tone="good">{words.already}</Note>
      ) : (
        <Question faults={faults} isTried={isTried} />
      )}
      <h2>{words.copies}</h2>
      <TextField
        label={text.settings.copies.second}
        hint={text.settings.copies.secondHint}
        value={draft.copyPlace}
        maxLength={400}
        onCommit={(copyPlace) => change({ copyPlace: copyPlace.trim() })}
      />
    </>
  );
}

/** Whether to encrypt, and with which passphrase. */
function Question({ faults, isTried }: SafetyStepProps) {
  const words = useText().safety.choice;
  const guide = useGuide();
  const { draft, change } = guide;
  const isAsked = faults.some(({ field }) => field === 'encrypt');
  return (
    <>
      <h2>{words.ask}</h2>
      <Segmented
        label={words.ask}
        options={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
        value={draft.encrypt === null ? null : draft.encrypt ? 'yes' : 'no'}
        onChange={(answer) => change({ encrypt: answer === 'yes' })}
      />
      {isAsked && (
        <p role="alert" className={styles['fault']}>
          {words.choose}
        </p>
      )}
      <div className={styles['problem']}>
        {draft.encrypt === true ? (
          <EncryptChoice
            opensItself={guide.opensItself}
            typed={guide.passphrase}
            onChange={guide.choose}
            isTried={isTried && !isWithoutPassphrase(guide)}
          />
        ) : (
          <>
            <Note>{words.protects}</Note>
            {draft.encrypt === false && <Note tone="warn">{words.without}</Note>}
          </>
        )}
      </div>
    </>
  );
}
