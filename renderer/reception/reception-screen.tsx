import type { DayStatus } from '#shared/contract/day.ts';
import type { Office } from '#shared/contract/office.ts';
import type { PrintJob } from '#shared/contract/print.ts';
import type { QueueRow } from '#shared/contract/ticket.ts';
import { useText } from '#renderer/desk/language.ts';
import { writeRemark } from '#renderer/person/remark.ts';
import { isOpen } from '#shared/domain/queue/ticket-state.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { usePlace } from '#renderer/frame/place.ts';
import { lazyPart } from '#renderer/ui/lazy-part.ts';
import { Suspense, useCallback, useState } from 'react';
import { useReception } from './draft-store.ts';
import { DuplicateNote } from './duplicate-note.tsx';
import { NumberColumn } from './number-column.tsx';
import { PapersSection } from './papers-section.tsx';
import { PersonSection } from './person-section.tsx';
import { PrioritySection } from './priority-section.tsx';
import { QueueColumn } from './queue-column.tsx';
import { birthDateOf, newRequest, triageQuestion } from '../person/reception-draft.ts';
import { SectionsBelow } from './sections-below.tsx';
import { ServedNote } from './served-note.tsx';
import { TriageSection } from './triage-section.tsx';
import { UnfinishedNote } from './unfinished-note.tsx';
import { useExpectedSlip } from './use-expected-slip.ts';
import { useKnownPeople } from './use-known-people.ts';
import { useReceptionActions } from './use-reception-actions.ts';
import { useReceptionKeys } from './use-reception-keys.ts';
import { useWantedPerson } from './use-wanted-person.ts';
import styles from './reception.module.css';

const HomeVisitDialog = lazyPart(() =>
  import('#renderer/person/home-visit-dialog.tsx').then((m) => m.HomeVisitDialog),
);

// One list for all renders before the first answer, so that nothing is drawn anew for it.
const NO_TICKETS: readonly QueueRow[] = [];
const NO_JOBS: readonly PrintJob[] = [];

/** The desk where people arrive: who, what for, with which papers, and their number. */
export function ReceptionScreen() {
  const office = useDeskQuery('office.show', {}).value;
  const day = useDeskQuery('day.status', {}).value?.open;
  if (office === undefined || office === null || day === undefined || day === null) return null;
  return <Reception office={office} day={day} />;
}

type ReceptionProps = { readonly office: Office; readonly day: NonNullable<DayStatus['open']> };

function Reception({ office, day }: ReceptionProps) {
  const words = useText().reception;
  const today = day.businessDay;
  const board = useDeskQuery('queue.board', {}).value;
  const tickets = useDeskQuery('ticket.list', { businessDay: today }).value ?? NO_TICKETS;
  const jobs = useDeskQuery('print.list', {}).value ?? NO_JOBS;
  const { person, requests, active, issued } = useReception();
  const question = triageQuestion(requests[active] ?? newRequest(0), person, today);
  const triage = useDeskQuery('procedure.triage', question, { keepFormer: true });
  // The answer of a ward says nothing of the person at the desk.
  const asksPriority =
    triage.value?.maybeElderly === true && birthDateOf(person, today) === question.birthDate;
  const { people, match } = useKnownPeople(today);
  const actions = useReceptionActions(today, match, triage.value?.childBelow);
  const expected = useExpectedSlip(today);
  const prints = office.settings.printing !== 'none';
  const go = usePlace((state) => state.go);
  const openTicket = useCallback((ticketId: string) => go('reception', { ticketId }), [go]);
  const row = tickets.find(({ id }) => id === issued?.ticket.id);
  const remark = row !== undefined && isOpen(row.state) ? () => writeRemark(row) : undefined;
  const [isAskingHome, setAskingHome] = useState(false);
  useReceptionKeys(actions, office, remark, () => setAskingHome(true));
  useWantedPerson();

  return (
    <div className={styles['screen']}>
      <QueueColumn
        board={board}
        tickets={tickets}
        jobs={jobs}
        onOpen={openTicket}
        onReprint={prints ? actions.reprint : undefined}
      />
      <div className={styles['work']} role="region" aria-label={words.newNumber}>
        <PersonSection
          today={today}
          asksPriority={asksPriority}
          people={people}
          tried={actions.tried}
          nameField={actions.nameField}
          onBringBack={actions.bringBack}
        />
        {actions.live !== null && match !== null && (
          <DuplicateNote
            match={match}
            onReprint={prints ? actions.reprintLive : undefined}
            onAddRequest={actions.addToLive}
            onIssue={() => actions.issue(prints, true)}
          />
        )}
        {actions.served !== null && match !== null && (
          <ServedNote served={actions.served} sure={match.sure} onIssue={() => actions.issue(prints, true)} />
        )}
        {actions.earlier !== null && match !== null && <UnfinishedNote match={match} onGoOn={actions.goOn} />}
        <TriageSection
          today={today}
          triage={triage}
          tried={actions.tried}
          onAddRequest={actions.addRequest}
        />
        <PapersSection answer={triage.value} />
        <PrioritySection classes={office.settings.priorityClasses} residences={office.settings.residences} />
        <SectionsBelow />
      </div>
      <NumberColumn
        office={office}
        expected={expected}
        blocked={actions.blocked}
        isPending={actions.isPending}
        problem={actions.problem}
        onSave={actions.issue}
        onRemark={remark}
      />
      <Suspense fallback={null}>
        {isAskingHome && (
          <HomeVisitDialog
            office={office}
            relative={{ contact: person.fullName, phone: person.phone }}
            onClose={() => setAskingHome(false)}
          />
        )}
      </Suspense>
    </div>
  );
}
