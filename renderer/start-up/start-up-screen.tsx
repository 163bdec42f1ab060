import { LANGUAGE_CHOICES } from '#shared/text/catalogue.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { IconAlertTriangle, IconCopy, IconRefresh, IconShieldCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useChooseLanguage, useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { LeaveMain } from '#renderer/frame/leave-main.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { EncryptingCard, SealedCard, type StartUpProblem } from './sealed-card.tsx';
import styles from './start-up-screen.module.css';

export type StartUpScreenProps = {
  readonly problem: StartUpProblem;
  /** Asks the desk again; without it the page is loaded anew. */
  readonly onRetry?: () => void;
  /** The copies by which damaged data comes back. */
  readonly copies?: ReactNode;
  /** The way to the version that the data went on with. */
  readonly update?: ReactNode;
};

/** What a copy helps against; the others are no fault of the data. */
const RESTORABLE: readonly StartUpProblem['reason'][] = [
  'corrupted',
  'marker-missing',
  'foreign-file',
  'key-missing',
  'unknown',
];

/** Stands in place of everything else while the store cannot be opened, or is locked. */
export function StartUpScreen({ problem, onRetry, copies, update }: StartUpScreenProps) {
  const language = useLanguage();
  const choose = useChooseLanguage();
  const again = onRetry ?? reload;
  return (
    <main className={styles['page']} aria-labelledby="start-up-title">
      <header className={styles['top']}>
        <span className={styles['product']}>Quầy Tiếp Dân</span>
        <Segmented
          label="Ngôn ngữ · Language"
          options={LANGUAGE_CHOICES}
          value={language}
          onChange={choose}
        />
      </header>
      {problem.reason === 'sealed' ? (
        <SealedCard problem={problem} onRetry={again} />
      ) : problem.reason === 'encrypting' ? (
        <EncryptingCard problem={problem} onRetry={again} />
      ) : (
        <FaultCard problem={problem} onRetry={again} copies={copies} update={update} />
      )}
    </main>
  );
}

function reload(): void {
  location.reload();
}

type FaultCardProps = Required<Pick<StartUpScreenProps, 'problem' | 'onRetry'>> & {
  readonly copies: ReactNode;
  readonly update: ReactNode;
};

/** What happened, what to do, and the copies by which damaged data comes back. */
function FaultCard({ problem, onRetry, copies, update }: FaultCardProps) {
  const { startUp: words, settings } = useText();
  const copiesWord = settings.copies.list;
  const updateWord = settings.update.take;
  const text = startUpText(problem, words);
  const retry = useRef<HTMLButtonElement>(null);
  const [tried, setTried] = useState(false);

  useEffect(() => retry.current?.focus(), []);
  // A new answer, even the same refusal, ends the attempt.
  useEffect(() => setTried(false), [problem]);

  return (
    <div className={styles['card']}>
      <div className={styles['heading']}>
        <IconAlertTriangle size={32} stroke={1.75} aria-hidden="true" />
        <div>
          <p className={styles['kind']}>{words.heading}</p>
          <h1 id="start-up-title">{text.title}</h1>
        </div>
      </div>
      <p className={styles['what']} role="alert">
        {text.what}
      </p>
      <p className={styles['kept']}>
        <IconShieldCheck size={20} stroke={1.75} aria-hidden="true" />
        {words.kept}
      </p>
      <h2 className={styles['sub']}>{words.whatToDo}</h2>
      <ol className={styles['steps']}>
        {text.steps.map((step, place) => (
          <li key={step}>
            <span className={styles['place']} aria-hidden="true">
              {place + 1}
            </span>
            {step}
          </li>
        ))}
      </ol>
      <div className={styles['actions']}>
        <Button
          ref={retry}
          variant="primary"
          size="big"
          icon={<IconRefresh aria-hidden="true" />}
          keyHint="Enter"
          isPending={tried}
          onClick={() => {
            setTried(true);
            onRetry();
          }}
        >
          {tried ? words.retrying : words.retry}
        </Button>
        <p className={styles['meanwhile']}>{words.paperMeanwhile}</p>
      </div>
      {problem.reason === 'copied' && <MoveIn onDone={onRetry} />}
      {problem.reason === 'joined-file' && (
        <div className={styles['actions']}>
          <LeaveMain />
        </div>
      )}
      {copies !== undefined && RESTORABLE.includes(problem.reason) && (
        <section aria-labelledby="start-up-copies">
          <h2 id="start-up-copies" className={styles['sub']}>
            {copiesWord}
          </h2>
          {copies}
        </section>
      )}
      {update !== undefined && problem.reason === 'newer' && (
        <section aria-labelledby="start-up-update">
          <h2 id="start-up-update" className={styles['sub']}>
            {updateWord}
          </h2>
          {update}
        </section>
      )}
      <Details problem={problem} />
    </div>
  );
}

/** The leader's word that the former place is used no more. */
function MoveIn({ onDone }: { readonly onDone: () => void }) {
  const text = useText();
  const words = text.startUp;
  const moving = useDeskCommand('system.move-in');
  const [isSure, setSure] = useState(false);
  return (
    <div className={styles['actions']}>
      <CheckField label={words.movedSure} checked={isSure} onChange={setSure} />
      <Button
        isPending={moving.isPending}
        disabledReason={isSure ? undefined : words.movedFirst}
        onClick={() => void moving.run({}).then((reply) => reply.ok && onDone())}
      >
        {words.moved}
      </Button>
      {moving.problem === undefined ? null : (
        <p role="alert" className={styles['meanwhile']}>
          {problemText(moving.problem, text)}
        </p>
      )}
    </div>
  );
}

/** What the desk's own word tells of a loss says more than the reason alone. */
function startUpText({ reason, lost }: StartUpProblem, words: Catalogue['startUp']) {
  if (lost === undefined) return words.reason[reason];
  const text = words.lost[lost.kind];
  return { ...text, what: text.what(lost) };
}

function Details({ problem }: { readonly problem: StartUpProblem }) {
  const words = useText().startUp;
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () => {
    const details = [problem.reason, problem.file, problem.detail].filter((line) => line !== '').join('\n');
    navigator.clipboard.writeText(details).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <dl className={styles['details']}>
      <dt>{words.file}</dt>
      <dd className={styles['path']}>{problem.file}</dd>
      {problem.detail !== '' && (
        <>
          <dt>{words.detail}</dt>
          <dd className={styles['path']}>{problem.detail}</dd>
        </>
      )}
      <dt />
      <dd className={styles['copy']}>
        <Button variant="quiet" size="small" icon={<IconCopy aria-hidden="true" />} onClick={copy}>
          {words.copy}
        </Button>
        <span role="status">{copied === null ? '' : copied ? words.copied : words.copyFailed}</span>
      </dd>
    </dl>
  );
}
