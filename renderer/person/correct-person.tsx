import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { adviceText, personWarnings, WARNED_FIELD, warningText } from '#renderer/person/person-warnings.ts';
import { personFaults, type TypedPerson } from '#renderer/person/reception-draft.ts';
import { offerUndo } from '#renderer/frame/undo.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import type { Person } from '#shared/contract/ticket.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import styles from './correct-person.module.css';
import { correctPerson, useCorrection, type CorrectionWish } from './correction.ts';
import { changeOf, isSamePerson, peopleOf, typedPerson } from './person-change.ts';
import { PersonData } from './person-data.tsx';
import { PersonFacts } from './person-facts.tsx';

/** Corrects who somebody is, whatever has become of the ticket since; what shows the person follows by itself. */
export function CorrectPerson({ onClose }: { readonly onClose: () => void }) {
  const wish = useCorrection((state) => state.wish);
  if (wish === null) return null;
  return 'person' in wish ? (
    <Correction people={[wish.person]} wish={wish} onClose={onClose} />
  ) : (
    <OfTicket wish={wish} onClose={onClose} />
  );
}

type OfTicketProps = {
  readonly wish: Extract<CorrectionWish, { ticketId: string }>;
  readonly onClose: () => void;
};

function OfTicket({ wish, onClose }: OfTicketProps) {
  const text = useText();
  const ticket = useDeskQuery('ticket.get', { ticketId: wish.ticketId });
  const people = ticket.value === undefined ? [] : peopleOf(ticket.value);
  if (people.length > 0) return <Correction people={people} wish={wish} onClose={onClose} />;
  const isAsking = ticket.value === undefined && ticket.problem === undefined;
  // Open at once, empty: what is typed meanwhile must not land in the field behind it.
  return (
    <Dialog opened onClose={onClose} closeLabel={text.common.close} title={text.person.title(wish.number)}>
      {!isAsking && (
        <Note tone="warn">
          {ticket.problem === undefined ? text.person.nobody : problemText(ticket.problem, text)}
        </Note>
      )}
    </Dialog>
  );
}

type CorrectionProps = {
  readonly people: readonly Person[];
  readonly wish: CorrectionWish;
  readonly onClose: () => void;
};

function Correction({ people, wish, onClose }: CorrectionProps) {
  const text = useText();
  const [known, setKnown] = useState(people);
  const [drafts, setDrafts] = useState(wish.typed ?? {});
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      people.findIndex(({ id }) => drafts[id] !== undefined),
    ),
  );
  const person = known[at];
  const title = 'person' in wish ? text.person.correct : text.person.title(wish.number);
  if (person === undefined) return null;
  return (
    <PersonForm
      key={person.id}
      person={person}
      typed={drafts[person.id] ?? typedPerson(person)}
      onType={(typed) => setDrafts((before) => ({ ...before, [person.id]: typed }))}
      title={title}
      chooser={
        known.length === 1 ? null : (
          <SelectField
            label={text.person.whom}
            value={person.id}
            options={known.map(({ id, fullName }) => ({ value: id, label: fullName }))}
            onChange={(id) => setAt(known.findIndex((candidate) => candidate.id === id))}
          />
        )
      }
      onSaved={(saved) => {
        setKnown((before) => before.map((one) => (one.id === saved.id ? saved : one)));
        if ('person' in wish) wish.onSaved(saved);
        const { [saved.id]: _saved, ...left } = drafts;
        const next = known.findIndex(({ id }) => left[id] !== undefined);
        if (next === -1) return onClose();
        setDrafts(left);
        setAt(next);
      }}
      onErased={onClose}
      onClose={() => {
        onClose();
        const named = known.find(({ id }) => drafts[id] !== undefined);
        if (named !== undefined)
          offerUndo({
            text: text.person.dropped(named.fullName),
            takeBack: () => correctPerson({ ...wish, typed: drafts }),
          });
      }}
    />
  );
}

type PersonFormProps = {
  readonly person: Person;
  readonly typed: TypedPerson;
  readonly onType: (typed: TypedPerson) => void;
  readonly title: string;
  readonly chooser: React.ReactNode;
  readonly onSaved: (person: Person) => void;
  readonly onErased: () => void;
  readonly onClose: () => void;
};

function PersonForm({ person, typed, onType, title, chooser, onSaved, onErased, onClose }: PersonFormProps) {
  const text = useText();
  const words = text.reception;
  const today = localDay(new Date(useNow(60_000)).toISOString());
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const update = useDeskCommand('person.update');
  const faults = personFaults(typed, today);
  const warnings = personWarnings(typed, null, [], today);
  const type = (part: Partial<typeof typed>) => onType({ ...typed, ...part });

  const save = async () => {
    if (Object.keys(faults).length > 0) {
      flushSync(() => setTried(true));
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const change = changeOf(typed, today);
    if (isSamePerson(person, change)) {
      sayInBar(text.person.unchanged);
      onSaved(person);
      return;
    }
    const reply = await update.run({ personId: person.id, person: change });
    if (!reply.ok) return;
    sayInBar(text.person.done(change.fullName));
    onSaved({ ...person, ...change });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void save();
  };
  return (
    <Dialog
      opened
      width={560}
      onClose={onClose}
      closeLabel={text.common.close}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button variant="primary" keyHint="Enter" isPending={update.isPending} onClick={() => void save()}>
            {text.person.save}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        {chooser}
        <div ref={form} className={styles['grid']}>
          <div className={styles['whole']}>
            <TextField
              label={words.fullName}
              value={typed.fullName}
              maxLength={400}
              data-autofocus
              error={faults.fullName === undefined ? undefined : words.nameOf[faults.fullName]}
              onType={(fullName) => type({ fullName })}
              onKeyDown={onKeyDown}
            />
          </div>
          <PersonFacts
            person={typed}
            today={today}
            tried={tried}
            warned={new Set(warnings.map(({ code }) => WARNED_FIELD[code]))}
            onType={type}
            onKeyDown={onKeyDown}
          />
        </div>
        {warnings.map((warning) => (
          <Note key={warning.code} tone="warn" announce title={warningText(warning, words.reading)}>
            {adviceText(warning.code, words.reading)}
          </Note>
        ))}
        <p className={styles['help']}>{text.person.help}</p>
        <PersonData person={person} onErased={onErased} />
        <ProblemNote problem={update.problem} />
      </div>
    </Dialog>
  );
}
