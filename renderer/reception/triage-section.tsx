import type { TriageAnswer } from '#shared/contract/procedure.ts';
import { ageOn } from '#shared/domain/calendar/business-date.ts';
import { SUBJECTS, WISHES, type CardState } from '#shared/domain/procedure/vocabulary.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { useText } from '#renderer/desk/language.ts';
import type { DeskAnswer } from '#renderer/desk/use-desk-query.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { readBirthDate, typedForm } from '#renderer/ui/typed-date.ts';
import { useReception } from './draft-store.ts';
import { birthDateFor, wardFaults, type RequestDraft } from '../person/reception-draft.ts';
import { RequestTabs } from './request-tabs.tsx';
import { Section } from './section.tsx';
import { TriageVerdict } from './triage-verdict.tsx';
import styles from './reception.module.css';

/** As officers ask it: what is usual first, what is rare last. */
const CARDS: readonly CardState[] = ['valid', 'expired', 'none', 'lost', 'damaged', 'wants-change'];

type TriageSectionProps = {
  readonly today: string;
  readonly triage: DeskAnswer<TriageAnswer>;
  readonly tried: boolean;
  readonly onAddRequest: () => void;
};

/** Part 2: for whom, what, with which card; the answer fills in while it is asked. */
export function TriageSection({ today, triage, tried, onAddRequest }: TriageSectionProps) {
  const text = useText().reception;
  const { person, requests, active, changeRequest } = useReception();
  const request = requests[active];
  if (request === undefined) return null;
  const asksResidence =
    request.residesHere !== null || triage.value?.where.some((place) => place.askResidence) === true;
  const change = (part: Partial<RequestDraft>) => changeRequest({ ...part, byHand: null, continues: null });
  return (
    <Section number={2} title={text.section.triage} end={<RequestTabs onAdd={onAddRequest} />}>
      <div className={styles['ask']} key={request.key}>
        <span aria-hidden="true">{text.whom}</span>
        <Segmented
          label={text.whom}
          options={SUBJECTS.map((subject) => ({
            value: subject,
            label:
              subject === 'citizen'
                ? selfLabel(birthDateFor(request, person, today), today, text)
                : text.subject[subject],
          }))}
          value={request.subject}
          onChange={(subject) => change({ subject })}
        />
        {request.subject === 'guarded' && <Ward request={request} today={today} tried={tried} />}
        <span aria-hidden="true">{text.wish}</span>
        <Segmented
          label={text.wish}
          options={WISHES.map((wish) => ({ value: wish, label: text.wishes[wish] }))}
          value={request.wish}
          onChange={(wish) => change({ wish })}
        />
        <span aria-hidden="true">{text.card}</span>
        <Segmented
          label={text.card}
          options={CARDS.map((card) => ({ value: card, label: text.cards[card] }))}
          value={request.card}
          onChange={(card) => change({ card })}
        />
        {asksResidence && (
          <>
            <span aria-hidden="true">{text.residence}</span>
            <Segmented
              label={text.residence}
              options={(['unknown', 'yes', 'no'] as const).map((value) => ({
                value,
                label: text.residesHere[value],
              }))}
              value={request.residesHere === null ? 'unknown' : request.residesHere ? 'yes' : 'no'}
              onChange={(value) => change({ residesHere: value === 'unknown' ? null : value === 'yes' })}
            />
          </>
        )}
        <TriageVerdict request={request} triage={triage} />
      </div>
    </Section>
  );
}

function selfLabel(birthDate: string | undefined, today: string, text: Catalogue['reception']): string {
  if (birthDate === undefined) return text.subject.citizen;
  const { least, most } = ageOn(birthDate, today);
  if (least < 0) return text.subject.citizen;
  return text.selfAged(least === most ? text.age(least) : text.ageRange(least, most));
}

/** A ward who is not the person at the desk: a name and a birth date are enough to find the way. */
function Ward({
  request,
  today,
  tried,
}: {
  readonly request: RequestDraft;
  readonly today: string;
  readonly tried: boolean;
}) {
  const text = useText().reception;
  const changeRequest = useReception((draft) => draft.changeRequest);
  const { ward } = request;
  const faults = wardFaults(request, today);
  const set = (part: Partial<RequestDraft['ward']>) => changeRequest({ ward: { ...ward, ...part } });
  return (
    <>
      <span aria-hidden="true" />
      <div className={styles['ward']}>
        <TextField
          label={text.otherName.guarded}
          value={ward.fullName}
          maxLength={400}
          hint={text.otherHint}
          error={
            faults.fullName !== undefined && (tried || ward.fullName !== '')
              ? text.nameOf[faults.fullName]
              : undefined
          }
          onType={(fullName) => set({ fullName })}
        />
        <TextField
          label={text.otherBirthDate}
          value={ward.birthDate}
          placeholder={text.birthDateHint}
          maxLength={12}
          inputMode="numeric"
          error={
            faults.birthDate === undefined || !(tried || ward.birthDate.length >= 8)
              ? undefined
              : faults.birthDate === 'future'
                ? text.birthDateFuture
                : text.birthDateWrong
          }
          onType={(birthDate) => set({ birthDate })}
          onCommit={(typed) => {
            const read = readBirthDate(typed, today);
            if (read.ok && read.value !== null) set({ birthDate: typedForm(read.value) });
          }}
        />
      </div>
    </>
  );
}
