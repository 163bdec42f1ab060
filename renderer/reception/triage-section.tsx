import type { TriageAnswer } from '#shared/contract/procedure.ts';
import { ageOn } from '#shared/domain/calendar/business-date.ts';
import { SUBJECTS, WISHES, type CardState } from '#shared/domain/procedure/vocabulary.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { useText } from '#renderer/desk/language.ts';
import type { DeskAnswer } from '#renderer/desk/use-desk-query.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { useReception } from './draft-store.ts';
import { birthDateFor, hasOther, type RequestDraft } from '../person/reception-draft.ts';
import { OrganisationFields } from './organisation-fields.tsx';
import { RequestTabs } from './request-tabs.tsx';
import { Section } from './section.tsx';
import { TriageVerdict } from './triage-verdict.tsx';
import { WardFields } from './ward-fields.tsx';
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
  const words = useText().reception;
  const { person, requests, active, changeRequest } = useReception();
  const request = requests[active];
  if (request === undefined) return null;
  const asksResidence =
    request.residesHere !== null || triage.value?.where.some((place) => place.askResidence) === true;
  const childBelow = triage.value?.childBelow;
  const change = (part: Partial<RequestDraft>) =>
    changeRequest({ ...part, byHand: null, decision: '', continues: null });
  return (
    <Section number={2} title={words.section.triage} end={<RequestTabs onAdd={onAddRequest} />}>
      <div className={styles['ask']} key={request.key}>
        <span aria-hidden="true">{words.whom}</span>
        <Segmented
          label={words.whom}
          options={SUBJECTS.map((subject) => ({
            value: subject,
            label:
              subject === 'citizen'
                ? selfLabel(birthDateFor(request, person, today), today, words)
                : subject === 'child' && childBelow !== undefined
                  ? words.childBelow(childBelow)
                  : words.subject[subject],
          }))}
          value={request.subject}
          onChange={(subject) => change({ subject })}
        />
        {hasOther(request.subject) && <WardFields request={request} today={today} tried={tried} />}
        {request.subject === 'organisation' && <OrganisationFields request={request} />}
        <span aria-hidden="true">{words.wish}</span>
        <Segmented
          label={words.wish}
          options={WISHES.map((wish) => ({ value: wish, label: words.wishes[wish] }))}
          value={request.wish}
          onChange={(wish) => change({ wish })}
        />
        <span aria-hidden="true">{words.card}</span>
        <Segmented
          label={words.card}
          options={CARDS.map((card) => ({ value: card, label: words.cards[card] }))}
          value={request.card}
          onChange={(card) => change({ card })}
        />
        {asksResidence && (
          <>
            <span aria-hidden="true">{words.residence}</span>
            <Segmented
              label={words.residence}
              options={(['unknown', 'yes', 'no'] as const).map((value) => ({
                value,
                label: words.residesHere[value],
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

function selfLabel(birthDate: string | undefined, today: string, words: Catalogue['reception']): string {
  if (birthDate === undefined) return words.subject.citizen;
  const { least, most } = ageOn(birthDate, today);
  if (least < 0) return words.subject.citizen;
  return words.selfAged(least === most ? words.age(least) : words.ageRange(least, most));
}
