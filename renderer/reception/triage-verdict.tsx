import type { TriageAnswer } from '#shared/contract/procedure.ts';
import { PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import type { DeskAnswer } from '#renderer/desk/use-desk-query.ts';
import { Note, type Tone } from '#renderer/ui/note.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { useReception } from './draft-store.ts';
import { procedureOf, type RequestDraft } from './reception-draft.ts';
import styles from './reception.module.css';

/** What triage says, in one line, with the reasons and where each stands written; and the officer's own choice. */
export function TriageVerdict({ request, triage }: { readonly request: RequestDraft; readonly triage: DeskAnswer<TriageAnswer> }) {
  const words = useText();
  const text = words.reception;
  const changeRequest = useReception((draft) => draft.changeRequest);
  const answer = triage.value;
  const procedure = procedureOf(request, answer);
  const name = words.common.procedure[procedure];
  const byHand = request.byHand !== null;

  const tone: Tone = byHand ? 'plain' : answer === undefined ? (triage.problem === undefined ? 'plain' : 'warn') : answer.eligible && answer.here ? 'good' : 'warn';
  const title = (() => {
    if (byHand) return text.verdict.byHand(name);
    if (answer === undefined) return triage.problem === undefined ? text.triaging : text.verdict.unavailable;
    if (!answer.eligible) return `${text.verdict.not} ${text.verdict.instead(name)}`;
    return answer.here ? text.verdict.here(name) : text.verdict.elsewhere(name);
  })();
  const limit = !byHand && answer?.limit !== undefined ? ` ${text.limit(answer.limit.value, answer.limit.unit)}` : '';
  return (
    <div className={styles['verdict']}>
      <Note tone={tone} title={`${title}${limit}`} announce>
        {triage.problem !== undefined && !byHand && <p className={styles['second']}>{problemText(triage.problem, words)}</p>}
        {answer !== undefined && !byHand && <Grounds answer={answer} />}
        <div className={styles['byHand']}>
          <SelectField
            label={text.procedureByHand}
            showLabel={false}
            size="small"
            value={request.byHand ?? 'triage'}
            options={[
              { value: 'triage', label: byHand ? text.fromTriage : text.chooseProcedure },
              ...PROCEDURES.map((value) => ({ value, label: words.common.procedure[value] })),
            ]}
            onChange={(value) => changeRequest({ byHand: value === 'triage' ? null : value })}
          />
        </div>
      </Note>
    </div>
  );
}

/** The reasons with their sources, what to tell the person, and where to send them when it is not done here. */
function Grounds({ answer }: { readonly answer: TriageAnswer }) {
  const text = useText().reception;
  const language = useLanguage();
  const elsewhere = answer.here ? [] : answer.where.filter((place) => !place.here);
  return (
    <>
      {answer.reasons.map((reason) => (
        <p key={reason.code} className={styles['second']}>
          {reason.text[language]} <cite className={styles['source']}>{reason.source}</cite>
        </p>
      ))}
      {answer.tell.map((rule) => (
        <p key={rule.code} className={styles['second']}>
          {rule.text[language]} <cite className={styles['source']}>{rule.source}</cite>
        </p>
      ))}
      {elsewhere.map((place) => (
        <p key={place.officeId} className={styles['second']}>
          <b>
            {text.where}: {place.name}
          </b>
          {[place.address, place.hours, place.note].filter(Boolean).map((fact) => ` · ${fact}`)}
        </p>
      ))}
    </>
  );
}
