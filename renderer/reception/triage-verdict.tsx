import { inLanguage } from '#shared/domain/language.ts';
import type { TriageAnswer } from '#shared/contract/procedure.ts';
import { PROCEDURES, TRIAGE_NOTES } from '#shared/domain/procedure/vocabulary.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import type { DeskAnswer } from '#renderer/desk/use-desk-query.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Note, type Tone } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { useReception } from './draft-store.ts';
import { NO_PERSON, procedureOf, type RequestDraft } from '../person/reception-draft.ts';
import styles from './reception.module.css';

/** What triage says, in one line, with the reasons and where each stands written; and the officer's own choice. */
export function TriageVerdict({
  request,
  triage,
}: {
  readonly request: RequestDraft;
  readonly triage: DeskAnswer<TriageAnswer>;
}) {
  const text = useText();
  const words = text.reception;
  const changeRequest = useReception((draft) => draft.changeRequest);
  const [opened, setOpened] = useState(false);
  const answer = triage.value;
  useScreenKeys([
    {
      key: 'F1',
      label: words.grounds,
      run: () => setOpened((before) => !before),
      disabledReason: answer === undefined ? words.triaging : undefined,
    },
  ]);
  useClosing(setOpened);
  const procedure = procedureOf(request, answer);
  const name = text.common.procedure[procedure];
  const byHand = request.byHand !== null;

  const tone: Tone = byHand
    ? 'plain'
    : answer === undefined
      ? triage.problem === undefined
        ? 'plain'
        : 'warn'
      : answer.eligible && answer.here
        ? 'good'
        : 'warn';
  const title = (() => {
    if (request.continues !== null) return words.verdict.continued(name);
    if (byHand) return words.verdict.byHand(name);
    if (answer === undefined)
      return triage.problem === undefined ? words.triaging : words.verdict.unavailable;
    if (!answer.eligible) return `${words.verdict.not} ${words.verdict.instead(name)}`;
    return answer.here ? words.verdict.here(name) : words.verdict.elsewhere(name);
  })();
  const limit =
    !byHand && answer?.limit !== undefined ? ` ${words.limit(answer.limit.value, answer.limit.unit)}` : '';
  return (
    <div className={styles['verdict']}>
      <Note tone={tone} title={`${title}${limit}`} announce>
        {triage.problem !== undefined && !byHand && (
          <p className={styles['second']}>{problemText(triage.problem, text)}</p>
        )}
        {answer !== undefined && !byHand && <Grounds answer={answer} opened={opened} />}
        <div className={styles['verdictFoot']}>
          {answer !== undefined && !byHand && answer.reasons.length + answer.tell.length > 1 && (
            <Button
              variant="quiet"
              size="small"
              keyHint="F1"
              aria-expanded={opened}
              aria-controls={opened ? GROUNDS : undefined}
              icon={opened ? <IconChevronUp aria-hidden="true" /> : <IconChevronDown aria-hidden="true" />}
              onClick={() => setOpened(!opened)}
            >
              {words.groundsCount(answer.reasons.length + answer.tell.length)}
            </Button>
          )}
          <SelectField
            className={styles['byHand']}
            label={words.procedureByHand}
            showLabel={false}
            size="small"
            value={request.byHand ?? 'triage'}
            options={[
              { value: 'triage', label: byHand ? words.fromTriage : words.chooseProcedure },
              ...PROCEDURES.map((value) => ({ value, label: text.common.procedure[value] })),
            ]}
            onChange={(value) =>
              changeRequest({
                byHand: value === 'triage' ? null : value,
                continues: null,
                decision: '',
              })
            }
          />
        </div>
        {(byHand || answer?.here === false) && request.continues === null && (
          <TextField
            className={styles['decision']}
            size="small"
            label={words.decision}
            placeholder={text.counter.reasonHint}
            value={request.decision}
            maxLength={200}
            onType={(decision) => changeRequest({ decision })}
          />
        )}
      </Note>
    </div>
  );
}

/** Escape closes what F1 opened, from inside a field too; with the next person it is closed as well. */
function useClosing(setOpened: (opened: boolean) => void): void {
  const isFresh = useReception((draft) => draft.person === NO_PERSON);
  useEffect(() => {
    if (isFresh) setOpened(false);
  }, [isFresh, setOpened]);
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.key === 'F2' || (event.key === 'Escape' && !event.isComposing)) setOpened(false);
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [setOpened]);
}

/** The decisive reason and whatever is open; everything else with its source behind one key. */
function Grounds({ answer, opened }: { readonly answer: TriageAnswer; readonly opened: boolean }) {
  const words = useText().reception;
  const language = useLanguage();
  const elsewhere = answer.here ? [] : answer.where.filter((place) => !place.here);
  const [first] = answer.reasons;
  const open = answer.tell.filter((rule) => isOpen(rule.code));
  const told = answer.tell.filter((rule) => !isOpen(rule.code));
  return (
    <>
      {first !== undefined && <ShortRule rule={first} />}
      {open.map((rule) => (
        <p key={rule.code} className={styles['strong']}>
          {inLanguage(rule.text, language)}
        </p>
      ))}
      {elsewhere.map((place) => (
        <p key={place.officeId} className={styles['second']}>
          <b>
            {words.where}: {place.name}
          </b>
          {[place.address, place.hours, place.note].filter(Boolean).map((fact) => ` · ${fact}`)}
        </p>
      ))}
      {opened && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        <ul id={GROUNDS} className={styles['grounds']} tabIndex={0} aria-label={words.grounds}>
          {[...answer.reasons, ...told].map((rule) => (
            <li key={rule.code}>
              <Rule rule={rule} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Something only this desk can settle: a date or a residence not asked, an office closed, no place known. */
function isOpen(code: string): boolean {
  return (TRIAGE_NOTES as readonly string[]).includes(code);
}

const GROUNDS = 'grounds';

type ToldRule = TriageAnswer['reasons'][number];

/** One line: the words give way, the source stays. */
function ShortRule({ rule }: { readonly rule: ToldRule }) {
  const language = useLanguage();
  return (
    <p className={styles['short']}>
      <span title={inLanguage(rule.text, language)}>{inLanguage(rule.text, language)}</span>{' '}
      <cite className={styles['source']}>{rule.source}</cite>
    </p>
  );
}

function Rule({ rule }: { readonly rule: ToldRule }) {
  const words = useText().reception;
  const language = useLanguage();
  return (
    <p className={styles['second']}>
      {inLanguage(rule.text, language)} <cite className={styles['source']}>{rule.source}</cite>
      {rule.certainty === 'unconfirmed' && <em className={styles['unsure']}> {words.unsure}</em>}
    </p>
  );
}
