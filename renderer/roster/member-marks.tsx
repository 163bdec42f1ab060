import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SectionHead } from '#renderer/ui/heads.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import type { Member } from '#shared/contract/roster.ts';
import { EXEMPT_REASONS } from '#shared/domain/roster/member.ts';
import { formatDay } from '#shared/text/format.ts';
import { nextStep } from '#shared/text/roster-step.ts';
import { useState } from 'react';
import styles from './roster.module.css';

/** What is known of the chosen person, and what an officer may say of them. */
export function MemberMarks({ member }: { readonly member: Member | undefined }) {
  const text = useText();
  const words = text.roster;
  const language = useLanguage();
  const mark = useDeskCommand('roster.mark');
  const match = useDeskCommand('roster.match');
  // Off the roster means without a name: that cannot be undone.
  const [isSure, setSure] = useState(false);
  if (member === undefined)
    return (
      <>
        <SectionHead title={words.person} />
        <p className={styles['quietBlock']}>{words.choosePerson}</p>
      </>
    );
  const { memberId, fullName, state, known, exempt, cameOn, maybe, doubt } = member;
  const sources = { extract: words.byExtract, shown: words.byShown, desk: words.byDesk } as const;
  const problem = mark.problem ?? match.problem;
  const isOpen = state !== 'activated' && state !== 'not-needed';
  return (
    <>
      <SectionHead title={fullName === '' ? words.nameless : fullName} hint={words.state[state]} />
      <div className={styles['marks']}>
        <p>
          {nextStep(member, words, language)}
          {cameOn === null ? '' : `. ${words.cameOn(formatDay(cameOn, language))}`}
        </p>
        {known === null ? null : <p>{sources[known]}</p>}
        {doubt === null ? null : <Note tone="warn">{words.doubt[doubt]}</Note>}
        {maybe === null ? null : (
          <Note title={words.maybe(maybe.fullName)}>
            <p>{words.maybeHint}</p>
            <div className={styles['answers']}>
              {([true, false] as const).map((isThem) => (
                <Button
                  key={String(isThem)}
                  size="small"
                  isPending={match.isPending}
                  onClick={() => void match.run({ memberId, personId: maybe.personId, isThem })}
                >
                  {isThem ? words.isThem : words.notThem}
                </Button>
              ))}
            </div>
          </Note>
        )}
        {isOpen && (
          <>
            <Button
              isPending={mark.isPending}
              onClick={() => void mark.run({ memberId, mark: { known: 'activated' } })}
            >
              {words.markActivated}
            </Button>
            <SelectField
              label={words.markExempt}
              placeholder={words.choose}
              options={EXEMPT_REASONS.map((value) => ({ value, label: words.exempt[value] }))}
              value={exempt}
              onChange={(reason) => void mark.run({ memberId, mark: { exempt: reason } })}
            />
          </>
        )}
        {exempt !== null || known === 'shown' ? (
          <Button isPending={mark.isPending} onClick={() => void mark.run({ memberId, mark: null })}>
            {words.unmark}
          </Button>
        ) : null}
        <Button
          variant="quiet"
          isPending={mark.isPending}
          onClick={() => (isSure ? void mark.run({ memberId, mark: { left: true } }) : setSure(true))}
        >
          {isSure ? words.takeOffSure : words.takeOff}
        </Button>
        <ProblemNote problem={problem} />
      </div>
    </>
  );
}
