import type { DayStatus } from '#shared/contract/day.ts';
import type { Office } from '#shared/contract/office.ts';
import type { PrintJob } from '#shared/contract/print.ts';
import type { QueueRow } from '#shared/contract/ticket.ts';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useLive } from '#renderer/desk/live.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { sayInBar, useBarMessage, useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { readBirthDate } from '#renderer/ui/typed-date.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import { isUntouched, useReception } from './draft-store.ts';
import { DuplicateNote } from './duplicate-note.tsx';
import { expectedNumber, letterFor } from './expected-number.ts';
import { expectedSlip } from './expected-slip.ts';
import { matchKnown, type KnownPerson, type Match } from './known-person.ts';
import { NumberColumn } from './number-column.tsx';
import { asked, PapersSection } from './papers-section.tsx';
import { PersonSection } from './person-section.tsx';
import { PrioritySection } from './priority-section.tsx';
import { QueueColumn } from './queue-column.tsx';
import { newRequest, personFaults, procedureOf, triageQuestion, wardFaults } from './reception-draft.ts';
import { focusSection } from './section.tsx';
import { TriageSection } from './triage-section.tsx';
import { takesBack } from './taken-back.ts';
import { UnfinishedNote } from './unfinished-note.tsx';
import { useCardScan } from './use-card-scan.ts';
import { useSaveTicket } from './use-save-ticket.ts';
import styles from './reception.module.css';

const NO_TICKETS: readonly QueueRow[] = [];
const NO_JOBS: readonly PrintJob[] = [];

/** The desk where people arrive: who, what for, with which papers, and their number. */
export function ReceptionScreen() {
  const office = useDeskQuery('office.show', {}).value;
  const day = useDeskQuery('day.status', {}).value?.open;
  if (office === undefined || office === null || day === undefined || day === null) return null;
  return <Reception office={office} day={day} />;
}

function Reception({
  office,
  day,
}: {
  readonly office: Office;
  readonly day: NonNullable<DayStatus['open']>;
}) {
  const text = useText().reception;
  const today = day.businessDay;
  const board = useDeskQuery('queue.board', {}).value;
  const tickets = useDeskQuery('ticket.list', { businessDay: today }).value ?? NO_TICKETS;
  const jobs = useDeskQuery('print.list', {}).value ?? NO_JOBS;
  const draft = useReception();
  const { person, requests, active, classes, issued } = draft;
  const request = requests[active] ?? newRequest(0);
  const triage = useDeskQuery('procedure.triage', triageQuestion(request, person, today), {
    keepFormer: true,
  });
  const { people, match } = useKnownPeople(today);
  const save = useSaveTicket(today);
  const nameField = useRef<HTMLInputElement>(null);
  const [tried, setTried] = useState(false);
  const now = useNow(60_000);

  const focusName = () => requestAnimationFrame(() => nameField.current?.focus());
  useEffect(() => nameField.current?.focus(), []);
  useRestoreOnUndo();
  useCardScan({
    onCard: (card) => {
      save.reset();
      setTried(false);
      draft.takeCard(card, new Date().toISOString());
    },
    onUnreadable: draft.refuseCard,
  });

  const faults =
    Object.keys(personFaults(person, today)).length +
    requests.reduce((sum, one) => sum + Object.keys(wardFaults(one, today)).length, 0);
  const blocked = person.fullName.trim() === '' ? text.key.saveBlocked : undefined;
  const sureDuplicate = match?.sure === true && match.person.today !== null;

  const issue = async (print: boolean, anyway = false) => {
    if (blocked !== undefined || faults > 0) {
      setTried(true);
      sayInBar(blocked ?? text.fixFirst(faults));
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    if (sureDuplicate && !anyway) {
      sayInBar(text.duplicate.choose);
      document.querySelector<HTMLElement>('[data-duplicate] button')?.focus();
      return;
    }
    const ticket = await save.issue(print);
    if (ticket === null) return;
    setTried(false);
    useBarMessage.setState({ message: null });
    focusName();
  };
  const live = match?.person.today ?? null;
  const reprintLive = () => {
    if (live === null) return;
    save.reprint(live.ticketId, live.number);
    draft.startOver();
    focusName();
  };
  const addToLive = async () => {
    if (live !== null && (await save.addTo(live.ticketId))) focusName();
  };

  const addRequest = () => {
    draft.addRequest();
    requestAnimationFrame(() => focusSection(2));
  };
  const bringBack = () => {
    draft.bringBack();
    focusName();
  };
  // Offered until it is taken up, and only where today's ticket is not the thing to settle first.
  const earlier =
    live === null && issued === null && request.continues === null
      ? (match?.person.unfinished ?? null)
      : null;
  const goOn = () => {
    if (match !== null) draft.goOnWith(match.person);
  };
  const prints = office.settings.printing !== 'none';
  useScreenKeys([
    {
      key: 'F2',
      label: text.key.again,
      run: () => {
        save.reset();
        setTried(false);
        useBarMessage.setState({ message: null });
        draft.startOver();
        focusName();
      },
    },
    {
      key: 'F8',
      label: prints ? text.key.save : text.saveAndShow,
      run: () => void issue(prints),
      disabledReason: blocked,
    },
    { key: 'Shift+F8', label: text.key.saveNoPrint, run: () => void issue(false), disabledReason: blocked },
    { key: 'Alt+Y', label: text.key.addRequest, run: addRequest },
    { key: 'Alt+Z', label: text.key.bringBack, run: bringBack, hidden: draft.dropped === null },
    ...[1, 2, 3, 4].map((part) => ({
      key: `Alt+${part}`,
      label: `${text.key.section} ${part}`,
      run: () => focusSection(part),
      hidden: true,
    })),
    ...(earlier === null ? [] : [{ key: 'Alt+T', label: text.unfinished.goOn, run: goOn }]),
    ...(live === null
      ? []
      : [
          ...(prints ? [{ key: 'Alt+I', label: text.duplicate.reprint(live.number), run: reprintLive }] : []),
          { key: 'Alt+A', label: text.duplicate.addRequest(live.number), run: () => void addToLive() },
          { key: 'Alt+N', label: text.duplicate.issueAnyway, run: () => void issue(prints, true) },
        ]),
  ]);

  const procedure = procedureOf(request, triage.value);
  const letter =
    letterFor(
      office.series,
      requests.length > 1 && active > 0 ? procedureOf(requests[0] ?? request, undefined) : procedure,
    ) ?? 'A';
  const priority = classes.length > 0;
  const papers = triage.value?.papers;
  const expected = useMemo(
    () =>
      expectedSlip({
        office,
        businessDay: today,
        now: new Date(now).toISOString(),
        number: expectedNumber(tickets, letter),
        priority,
        board,
        requests: requests.map((one, place) => ({
          procedure: place === active ? procedure : procedureOf(one, undefined),
          papers: place === active ? asked(papers ?? []) : [],
        })),
      }),
    [office, today, now, tickets, letter, priority, board, requests, active, procedure, papers],
  );

  return (
    <div className={styles['screen']}>
      <QueueColumn
        board={board}
        tickets={tickets}
        jobs={jobs}
        onReprint={prints ? save.reprint : undefined}
      />
      <div className={styles['work']} role="region" aria-label={text.newNumber}>
        <PersonSection
          today={today}
          people={people}
          tried={tried}
          nameField={nameField}
          onBringBack={bringBack}
        />
        {live !== null && match !== null && issued === null && (
          <DuplicateNote
            match={match}
            problem={undefined}
            onReprint={prints ? reprintLive : undefined}
            onAddRequest={() => void addToLive()}
            onIssue={() => void issue(prints, true)}
          />
        )}
        {earlier !== null && match !== null && <UnfinishedNote match={match} onGoOn={goOn} />}
        <TriageSection today={today} triage={triage} tried={tried} onAddRequest={addRequest} />
        <PapersSection answer={triage.value} />
        <PrioritySection classes={office.settings.priorityClasses} />
      </div>
      <NumberColumn
        office={office}
        expected={expected}
        blocked={blocked}
        isPending={save.isPending}
        problem={save.problem}
        onSave={(print) => void issue(print)}
      />
    </div>
  );
}

/** Asks while the name or the number is typed; the answer is only offered, never taken by itself. */
function useKnownPeople(today: string): {
  readonly people: readonly KnownPerson[];
  readonly match: Match | null;
} {
  const person = useReception((draft) => draft.person);
  const known = useReception((draft) => draft.known);
  const name = useDeferredValue(person.fullName.trim());
  const id = person.idNumber.replace(/[\s.-]/g, '');
  const byName = useDeskQuery(
    'person.search',
    { search: name, limit: 8 },
    { enabled: name.length >= 2, keepFormer: true },
  ).value;
  const byId = useDeskQuery(
    'person.search',
    { search: id, limit: 8 },
    { enabled: /^\d{12}$/.test(id) },
  ).value;
  const named = name.length >= 2 ? (byName ?? []) : [];
  const all = [...(byId ?? []), ...named];
  const birth = readBirthDate(person.birthDate, today);
  const chosen = known === null ? undefined : (all.find((candidate) => candidate.id === known.id) ?? known);
  const match =
    chosen === undefined
      ? matchKnown(all, person, birth.ok && birth.value !== null ? birth.value : undefined)
      : { person: chosen, sure: true };
  return { people: known === null ? named : [], match };
}

/** A number taken back at once leaves the person at the desk: what was typed comes back too. */
function useRestoreOnUndo(): void {
  useEffect(
    () =>
      useLive.subscribe(({ lastEvent }) => {
        const draft = useReception.getState();
        if (
          lastEvent !== null &&
          draft.issued !== null &&
          takesBack(lastEvent, draft.issued.ticket) &&
          isUntouched(draft)
        )
          draft.restore();
      }),
    [],
  );
}
