import { IconLock } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { join } from '#renderer/ui/join.ts';
import { UnlockForm } from '#renderer/safety/unlock-form.tsx';
import type { DeskProblem } from '#shared/contract/problem.ts';
import styles from './start-up-screen.module.css';

export type StartUpProblem = Extract<DeskProblem, { code: 'desk-not-open' }>;

type CardProps = { readonly problem: StartUpProblem; readonly onRetry: () => void };

/** How often a desk that is being encrypted is asked how far it is. */
const ASK_MS = 1000;

/** Nothing is wrong: the data is locked, and wants its passphrase or the recovery key. */
export function SealedCard({ problem, onRetry }: CardProps) {
  const words = useText().startUp.reason.sealed;
  const [, ...help] = words.steps;
  return (
    <CalmCard title={words.title} what={words.what}>
      <div className={styles['unlock']}>
        <UnlockForm onOpen={onRetry} />
      </div>
      <ul className={styles['help']}>
        {help.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <p className={styles['path']}>{problem.file}</p>
    </CalmCard>
  );
}

/** The data is being encrypted: how far, and what to do meanwhile. The desk is asked until it is back. */
export function EncryptingCard({ problem, onRetry }: CardProps) {
  const { safety, startUp } = useText();
  const words = startUp.reason.encrypting;
  useEffect(() => {
    const timer = setTimeout(onRetry, ASK_MS);
    return () => clearTimeout(timer);
  }, [problem, onRetry]);
  const { done, total } = problem.progress ?? { done: 0, total: 1 };
  const percent = Math.floor((100 * done) / Math.max(total, 1));
  return (
    <CalmCard title={words.title} what={words.what}>
      <p className={styles['what']} role="status">
        {safety.progress(percent)}
      </p>
      <progress className={styles['bar']} max={100} value={percent} aria-label={safety.progress(percent)} />
      <ul className={styles['help']}>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </CalmCard>
  );
}

function CalmCard({
  title,
  what,
  children,
}: {
  readonly title: string;
  readonly what: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles['card']}>
      <div className={join(styles['heading'], styles['calm'])}>
        <IconLock size={28} stroke={1.75} aria-hidden="true" />
        <h1 id="start-up-title">{title}</h1>
      </div>
      <p className={styles['what']}>{what}</p>
      {children}
    </div>
  );
}
