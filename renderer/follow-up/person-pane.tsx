import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { PersonData } from '#renderer/person/person-data.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead, SectionHead } from '#renderer/ui/heads.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { maskIdNumber, maskPhone } from '#shared/domain/identity/id-number.ts';
import { formatDay, formatInstant } from '#shared/text/format.ts';
import { useState } from 'react';
import { CallResult } from './call-result.tsx';
import styles from './follow-up.module.css';
import { PersonFields } from './person-fields.tsx';
import { useFollowUpMoves, type Followed } from './use-follow-up.ts';

type PersonPaneProps = {
  readonly requestId: string | null;
  readonly on: string;
  readonly toList: () => void;
};

/** One person: how to reach them, what came of it, and every contact before. */
export function PersonPane({ requestId, on, toList }: PersonPaneProps) {
  const text = useText();
  const words = text.followUp;
  const answer = useDeskQuery(
    'follow-up.show',
    { requestId: requestId ?? '00000000-0000-4000-8000-000000000000' },
    { enabled: requestId !== null },
  );
  const person = answer.value;
  return (
    <section className={styles['pane']} aria-label={words.chosen}>
      <ColumnHead title={words.chosen} />
      {requestId === null ? <p className={styles['empty']}>{words.nobody}</p> : null}
      <ProblemNote problem={answer.problem} className={styles['trouble']} />
      {person === undefined ? null : <Person person={person} on={on} toList={toList} />}
    </section>
  );
}

function Person({
  person,
  on,
  toList,
}: {
  readonly person: Followed;
  readonly on: string;
  readonly toList: () => void;
}) {
  const text = useText();
  const language = useLanguage();
  const moves = useFollowUpMoves();
  return (
    <div
      className={styles['scroll']}
      role="group"
      aria-label={person.fullName ?? text.common.noName}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <Head person={person} />
      <ProblemNote problem={moves.problem} className={styles['trouble']} />
      <CallResult person={person} on={on} moves={moves} toList={toList} />
      <PersonFields person={person} on={on} moves={moves} toList={toList} />
      {person.personId === null ? null : (
        <div className={styles['asked']}>
          <PersonData
            person={{ id: person.personId, fullName: person.fullName ?? text.common.noName }}
            onErased={toList}
          />
        </div>
      )}
      <SectionHead title={text.followUp.history} count={person.history.length} />
      {person.history.length === 0 ? (
        <p className={styles['empty']}>{text.followUp.noHistory}</p>
      ) : (
        <ol className={styles['history']}>
          {person.history.map((contact, index) => (
            <li key={`${contact.at} ${index}`}>
              <NumberText>{formatInstant(contact.at, language)}</NumberText>
              <span>
                {text.account.contact[contact.result]}
                {contact.note === null ? null : <em>{contact.note}</em>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Head({ person }: { readonly person: Followed }) {
  const text = useText();
  const words = text.followUp;
  const language = useLanguage();
  const [isPhoneShown, setPhoneShown] = useState(false);
  const day = (date: string | null) => (date === null ? '–' : formatDay(date, language));
  return (
    <div className={styles['head']}>
      <p className={styles['name']}>{person.fullName ?? text.common.noName}</p>
      <p className={styles['facts']}>
        <NumberText>{person.number ?? text.dashboard.behindLate}</NumberText> ·{' '}
        {text.common.procedure[person.procedure]} · {words.takenOn(day(person.businessDay))}
      </p>
      <dl className={styles['pairs']}>
        <dt>{words.telephone}</dt>
        <dd>
          <NumberText className={styles['phoneLarge']}>
            {person.phone === null ? words.noPhone : isPhoneShown ? person.phone : maskPhone(person.phone)}
          </NumberText>
          {person.phone === null ? null : (
            <Button size="small" variant="quiet" onClick={() => setPhoneShown((shown) => !shown)}>
              {isPhoneShown ? words.hidePhone : words.showPhone}
            </Button>
          )}
        </dd>
        <dt>{words.idNumber}</dt>
        <dd>
          <NumberText>{person.idNumber === null ? '–' : maskIdNumber(person.idNumber)}</NumberText>
        </dd>
        <dt>{words.dueDay}</dt>
        <dd>{person.dueProvisional ? words.provisional(day(person.dueOn)) : day(person.dueOn)}</dd>
        <dt>{words.lastDay}</dt>
        <dd>{day(person.activateBy)}</dd>
      </dl>
    </div>
  );
}
