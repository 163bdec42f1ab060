import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useScreenKeys, type ScreenKey } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { SectionHead } from '#renderer/ui/heads.tsx';
import { Keycap } from '#renderer/ui/keycap.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { readDay, typedForm } from '#renderer/ui/typed-date.ts';
import { INACTIVE_REASONS, type ContactResult } from '#shared/domain/account/follow-up.ts';
import { formatDay } from '#shared/text/format.ts';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import styles from './follow-up.module.css';
import type { Followed, FollowUpMoves } from './use-follow-up.ts';

/** Keys of the calls that reached nobody; the printed list has 0 alone. */
const CALLS = [
  ['0', 'no-answer'],
  ['9', 'call-back'],
  ['8', 'wrong-number'],
] as const satisfies readonly (readonly [string, ContactResult])[];

export type CallResultProps = {
  readonly person: Followed;
  readonly on: string;
  readonly moves: FollowUpMoves;
  readonly toList: () => void;
};

/** What came of a call, one key each: X activated, 1 to 5 the reason, 0 no answer. */
export function CallResult({ person, on, moves, toList }: CallResultProps) {
  const text = useText();
  const words = text.followUp;
  const language = useLanguage();
  const [source, setSource] = useState<'telephone' | 'desk'>('telephone');
  const [activatedOn, setActivatedOn] = useState(on);
  const [fault, setFault] = useState<string | undefined>(undefined);
  const isDone = person.state === 'activated';
  const then = (act: Promise<boolean>) => void act.then((done) => done && toList());
  const activate = () => then(moves.activate(person, activatedOn, source));
  const typeDay = (typed: string) => {
    const day = readDay(typed);
    setFault(day === null ? words.noSuchDay : day > on ? words.inFuture : undefined);
    if (day !== null && day <= on) setActivatedOn(day);
  };
  const off = isDone ? words.alreadyActivated : fault;
  const keys: ScreenKey[] = [
    { key: 'x', label: words.keyActivate, run: activate, disabledReason: off },
    ...INACTIVE_REASONS.map((reason, index) => ({
      key: String(index + 1),
      label: text.account.reason[reason],
      run: () => then(moves.setReason(person, reason)),
      disabledReason: isDone ? words.alreadyActivated : undefined,
    })),
    ...CALLS.map(([key, result]) => ({
      key,
      label: text.account.contact[result],
      run: () => then(moves.recordContact(person, result)),
    })),
    {
      key: 'Delete',
      label: words.takeBack,
      run: () => then(moves.withdraw(person)),
      disabledReason: isDone ? undefined : words.notActivated,
    },
  ];
  // With Caps Lock, or with Shift, it is the same key.
  useScreenKeys([
    ...keys,
    ...['X', 'Shift+X'].map((key) => ({
      key,
      label: words.keyActivate,
      run: activate,
      disabledReason: off,
      hidden: true,
    })),
  ]);
  return (
    <>
      <SectionHead title={words.result} />
      {isDone && person.activatedOn !== null ? (
        <Note
          tone="good"
          className={styles['trouble']}
          action={
            <Button
              size="small"
              keyHint="Delete"
              isPending={moves.isPending}
              onClick={() => then(moves.withdraw(person))}
            >
              {words.takeBack}
            </Button>
          }
        >
          {words.activatedOnDay(
            formatDay(person.activatedOn, language),
            person.source === null ? '' : text.account.source[person.source],
          )}{' '}
          {person.countedOn === null ? null : words.countedOn(formatDay(person.countedOn, language))}
        </Note>
      ) : (
        <div className={styles['result']}>
          <div className={styles['activate']}>
            <TextField
              label={words.activatedOn}
              value={typedForm(activatedOn)}
              figures
              error={fault}
              onCommit={typeDay}
            />
            <Segmented
              label={words.learned}
              showLabel
              value={source}
              options={[
                { value: 'telephone', label: text.account.source.telephone },
                { value: 'desk', label: text.account.source.desk },
              ]}
              onChange={setSource}
            />
          </div>
          <Button
            variant="primary"
            size="big"
            keyHint="X"
            icon={<IconCheck size={16} aria-hidden="true" />}
            isPending={moves.isPending}
            disabledReason={off}
            onClick={activate}
          >
            {words.activate}
          </Button>
          <Choices
            title={words.reasonTitle}
            choices={INACTIVE_REASONS.map((reason, index) => ({
              key: String(index + 1),
              label: text.account.reason[reason],
              isChosen: person.reason === reason,
              run: () => then(moves.setReason(person, person.reason === reason ? null : reason)),
            }))}
          />
          <Choices
            title={words.callAgain}
            choices={CALLS.map(([key, result]) => ({
              key,
              label: text.account.contact[result],
              isChosen: undefined,
              run: () => then(moves.recordContact(person, result)),
            }))}
          />
        </div>
      )}
    </>
  );
}

type Choice = {
  readonly key: string;
  readonly label: string;
  readonly isChosen: boolean | undefined;
  readonly run: () => void;
};

function Choices({ title, choices }: { readonly title: string; readonly choices: readonly Choice[] }) {
  return (
    <div className={styles['choices']} role="group" aria-label={title}>
      <p>{title}</p>
      {choices.map(({ key, label, isChosen, run }) => (
        <button
          key={key}
          type="button"
          className={styles['choice']}
          aria-pressed={isChosen}
          aria-keyshortcuts={key}
          onClick={run}
        >
          <Keycap>{key}</Keycap>
          <span>{label}</span>
          {isChosen === true ? <IconCheck size={16} aria-hidden="true" /> : null}
        </button>
      ))}
    </div>
  );
}
