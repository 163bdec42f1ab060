import { problemText } from '#shared/text/problem-text.ts';
import { IconArrowLeft, IconArrowRight, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { flushSync } from 'react-dom';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { showRecoveryKey } from '#renderer/safety/recovery-key.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useKeys } from '#renderer/ui/use-keys.ts';
import { CitizenView } from './citizen-view.tsx';
import { CountersStep } from './counters-step.tsx';
import { faultsOf, SAFETY_STEP, setUpInput, STEPS } from './draft.ts';
import { firstFaultOf, isWithoutPassphrase, useGuide } from './draft-store.ts';
import { JoinStep } from './join-step.tsx';
import { LevelStep } from './level-step.tsx';
import { OfficeStep } from './office-step.tsx';
import type { OtherUse } from './other-uses.tsx';
import { PrintingStep } from './printing-step.tsx';
import { RestoreStep } from './restore-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { SafetyStep, useKnownPc } from './safety-step.tsx';
import { StepRail } from './step-rail.tsx';
import { TeamStep } from './team-step.tsx';
import styles from './first-run.module.css';

const REVIEW = STEPS - 1;

/** The guide that sets up an office: five steps, every one reachable by keyboard, nothing lost on the way back. */
export function FirstRunScreen() {
  const text = useText();
  const words = text.firstRun;
  const { step, draft, go, clear } = useGuide();
  useKnownPc();
  const setUp = useDeskCommand('office.set-up');
  const encrypt = useDeskCommand('data.encrypt');
  const renew = useDeskCommand('data.renew-recovery');
  const saveCopies = useDeskCommand('backup.set-settings');
  /** Faults are shown once the officer has tried to go on, not while the first letters are typed. */
  const [tried, setTried] = useState<ReadonlySet<number>>(new Set());
  /** What is done in the place of setting an office up. */
  const [instead, setInstead] = useState<'restore' | OtherUse | null>(null);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    focusFirst(form.current, step === REVIEW ? 'button[type="submit"]' : 'input:not([type="hidden"])');
  }, [step, instead]);

  const stay = (at: number) => {
    flushSync(() => setTried((before) => new Set(before).add(at)));
    focusFirst(form.current, '[aria-invalid="true"]');
  };
  const leaveFor = (target: number) => {
    // The field that Enter was pressed in has only just handed over what was typed.
    const faulty = firstFaultOf(useGuide.getState());
    setUp.reset();
    setInstead(null);
    if (target <= step || target <= faulty) go(target);
    else {
      if (faulty !== step) go(faulty);
      stay(faulty);
    }
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (step < REVIEW) {
      leaveFor(step + 1);
      return;
    }
    if (setUp.isPending) return;
    const guide = useGuide.getState();
    const typed = guide.draft;
    const faulty = firstFaultOf(guide);
    if (faulty < REVIEW) {
      go(faulty);
      stay(faulty);
      return;
    }
    // First, because the guide is gone once the office is there.
    if (typed.copyPlace !== '' && !(await saveCopies.run({ places: [typed.copyPlace] })).ok) return;
    const reply = await setUp.run(setUpInput(typed));
    if (!reply.ok) return;
    clear();
    if (typed.encrypt !== true) return;
    const secret = isWithoutPassphrase(guide) ? {} : { passphrase: guide.passphrase.first };
    // Data that was encrypted at its start has a key that nobody has seen: a new one is told.
    const made = await (guide.isEncrypted ? renew.run({}) : encrypt.run(secret));
    if (made.ok) showRecoveryKey(made.value.recoveryKey);
    else sayInBar(problemText(made.problem, text), true);
  };

  useKeys({
    'Alt+K': () => setInstead('restore'),
    'Alt+N': () => setInstead('join'),
    'Alt+L': () => setInstead('team'),
    'Alt+C': () => setInstead('level'),
    'Alt+1': () => leaveFor(0),
    'Alt+2': () => leaveFor(1),
    'Alt+3': () => leaveFor(2),
    'Alt+4': () => leaveFor(3),
    'Alt+5': () => leaveFor(4),
  });

  const problem = setUp.problem ?? saveCopies.problem;
  const faults = tried.has(step) ? faultsOf(draft, step) : [];
  const nextStep = words.steps[step + 1];
  return (
    <div className={styles['guide']}>
      <StepRail
        step={step}
        onStep={leaveFor}
        onRestore={() => setInstead('restore')}
        chosen={instead === 'restore' ? null : instead}
        onChoose={setInstead}
      />
      {instead === 'restore' && <RestoreStep onBack={() => setInstead(null)} />}
      {instead === 'join' && <JoinStep onBack={() => setInstead(null)} />}
      {instead === 'team' && <TeamStep onBack={() => setInstead(null)} />}
      {instead === 'level' && <LevelStep onBack={() => setInstead(null)} />}
      {instead === null && (
        <>
          <main className={styles['step']}>
            <form ref={form} className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
              <div className={styles['body']}>
                <p className={styles['where']}>{words.stepOf(step + 1, words.left[step] ?? '')}</p>
                {step === 0 && <OfficeStep faults={faults} />}
                {step === 1 && <CountersStep faults={faults} />}
                {step === 2 && <PrintingStep />}
                {step === SAFETY_STEP && <SafetyStep faults={faults} isTried={tried.has(step)} />}
                {step === REVIEW && <ReviewStep onStep={leaveFor} />}
                {problem !== undefined && (
                  <Note tone="bad" announce className={styles['problem']}>
                    {problemText(problem, text)}
                  </Note>
                )}
              </div>
              <div className={styles['nav']}>
                {step > 0 && (
                  <Button
                    size="big"
                    icon={<IconArrowLeft aria-hidden="true" />}
                    keyHint={`Alt+${step}`}
                    onClick={() => leaveFor(step - 1)}
                  >
                    {words.back}
                  </Button>
                )}
                <span className={styles['kept']}>{step > 0 ? words.keptDraft : ''}</span>
                <Button
                  type="submit"
                  variant="primary"
                  size="big"
                  keyHint="Enter"
                  icon={
                    step === REVIEW ? <IconCheck aria-hidden="true" /> : <IconArrowRight aria-hidden="true" />
                  }
                  isPending={setUp.isPending}
                >
                  {setUp.isPending
                    ? words.finishing
                    : nextStep === undefined
                      ? words.finish
                      : words.next(nextStep)}
                </Button>
              </div>
            </form>
          </main>
          <CitizenView />
        </>
      )}
    </div>
  );
}

function focusFirst(root: HTMLElement | null, selector: string): void {
  root?.querySelector<HTMLElement>(selector)?.focus();
}
