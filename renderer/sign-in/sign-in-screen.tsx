import { useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { signedIn, uncover, useSigning, type Cover } from '#renderer/desk/session.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { isTyping } from '#renderer/ui/key-chord.ts';
import type { Output } from '#shared/contract/desk-contract.ts';
import { formatTime } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconEyeOff } from '@tabler/icons-react';
import { Note } from '#renderer/ui/note.tsx';
import { OfficerKeys } from './officer-keys.tsx';
import { letterOf, nextByLetter } from './officer-letter.ts';
import { PinPanel } from './pin-panel.tsx';
import { useSigningPlace, useSigningText } from './signing-place.ts';
import { RecoverForm } from './recover-form.tsx';
import styles from './sign-in.module.css';

type SignInScreenProps = {
  readonly cover: Cover;
  readonly officers: Output<'officer.list'>;
  readonly pins: boolean;
};

/** Lies over the whole window, by keyboard alone: a number or a letter chooses, digits and Enter open. */
export function SignInScreen({ cover, officers, pins }: SignInScreenProps) {
  const text = useText();
  const words = useSigningText().signIn;
  const hasPlaces = useSigningPlace() === null;
  const queries = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const [chosenId, setChosenId] = useState(cover.officerId);
  const [isRecovering, setRecovering] = useState(false);
  const open = useDeskCommand('session.open');
  const chosen = officers.find(({ id }) => id === chosenId);
  const at = useDeskQuery('officer.places', {}, { enabled: hasPlaces }).value;

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  const enter = async (officerId: string, pin?: string) => {
    const reply = await open.run({ officerId, ...(pin === undefined ? {} : { pin }) });
    if (!reply.ok) return reply.problem;
    const isAnother = useSigning.getState().officerId !== officerId;
    signedIn(reply.value.session, officerId);
    // What one officer may see another may not.
    void queries.invalidateQueries(isAnother ? {} : { queryKey: ['session.show'] });
    return undefined;
  };
  const choose = (officerId: string | null) => {
    open.reset();
    setRecovering(false);
    setChosenId(officerId);
    if (officerId !== null && !pins) void enter(officerId);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const isInRecovery = isRecovering && isTyping(event.target);
    if (event.key === 'Escape') {
      event.preventDefault();
      if (isRecovering) setRecovering(false);
      else if (chosen !== undefined) choose(null);
      else if (!pins) uncover();
      return;
    }
    if (isInRecovery) return;
    const place = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const numbered = chosen === undefined || event.altKey ? officers[Number(place ?? 0) - 1] : undefined;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    const row = officers.findIndex(({ id }) => id === chosenId);
    const next =
      numbered ??
      (step !== 0
        ? officers[(row + step + officers.length) % officers.length]
        : nextByLetter(officers, letterOf(event.key), chosenId));
    if (next === undefined) return;
    event.preventDefault();
    choose(next.id);
  };

  const head =
    cover.why === 'nobody' ? words.nobody : pins ? words.lockedAt(formatTime(cover.at)) : words.change;
  return (
    <dialog
      ref={dialog}
      className={styles['cover']}
      // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- the keys of the window look for it
      role="dialog"
      // What is clicked or taken away leaves the focus here: keys and scans reach nothing below.
      tabIndex={-1}
      aria-modal="true"
      aria-label={words.who}
      data-scan-target
      onKeyDown={onKeyDown}
      onClose={() => dialog.current?.showModal()}
    >
      <div className={styles['box']}>
        <section className={styles['who']} aria-label={words.officers}>
          <p className={styles['quiet']}>{head}</p>
          <h1 className={styles['title']}>{at?.counter ? words.whoAt(at.counter) : words.who}</h1>
          <OfficerKeys officers={officers} places={at?.places ?? []} chosenId={chosenId} onChoose={choose} />
        </section>
        <section className={styles['secret']}>
          {chosen === undefined ? (
            <p className={styles['quiet']}>{words.chooseFirst}</p>
          ) : isRecovering ? (
            <RecoverForm officerId={chosen.id} onBack={() => setRecovering(false)} />
          ) : pins ? (
            <PinPanel
              key={chosen.id}
              name={chosen.name || words.unnamed}
              isPending={open.isPending}
              isLocked={cover.why !== 'nobody'}
              onEnter={(pin) => enter(chosen.id, pin)}
              onRecover={() => setRecovering(true)}
            />
          ) : (
            open.problem !== undefined && (
              <Note tone="bad" announce>
                {problemText(open.problem, text)}
              </Note>
            )
          )}
        </section>
        <footer className={styles['kept']}>
          <IconEyeOff size={20} stroke={1.75} aria-hidden="true" />
          <p>
            <strong>{words.kept}</strong> {words.keptSays}
          </p>
        </footer>
      </div>
    </dialog>
  );
}
