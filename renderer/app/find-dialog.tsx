import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import { Chooser, type ChooserItem } from '#renderer/ui/chooser.tsx';
import type { QueueRow } from '#shared/contract/ticket.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatBirth, formatDay } from '#shared/text/format.ts';
import { maskIdNumber } from '#shared/domain/identity/id-number.ts';
import { problemText } from '#shared/text/problem-text.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { useDeferredValue, useState } from 'react';
import styles from './find-dialog.module.css';
import { takeTypedAhead } from '../frame/overlay.ts';
import { isCounter, usePlace, type FoundPerson } from '../frame/place.ts';

const SHORTEST = 2;
const MOST = 20;

/** Finds a ticket of today by number or name, and people the desk already knows. */
export function FindDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const language = useLanguage();
  const { place, go } = usePlace();
  const [query, setQuery] = useState(takeTypedAhead);
  const search = useDeferredValue(query.trim());
  const asked = search.length >= SHORTEST;
  // One digit is a whole ticket number.
  const asksTickets = asked || /^\d$/.test(search);
  const options = { enabled: asked, keepFormer: true };
  const tickets = useDeskQuery('ticket.list', { search }, { enabled: asksTickets, keepFormer: true });
  const people = useDeskQuery('person.search', { search, limit: MOST }, options);
  const foundTickets = asksTickets ? (tickets.value ?? []).slice(0, MOST) : [];
  const foundPeople = asked ? (people.value ?? []) : [];
  const problem = tickets.problem ?? people.problem;

  const choose = (id: string) => {
    onClose();
    const person = foundPeople.find((candidate) => candidate.id === id);
    const ticketId = person === undefined ? id : person.today?.ticketId;
    if (isCounter(place) && ticketId !== undefined) go(place, { ticketId });
    else go('reception', person === undefined ? { ticketId: id } : { person });
  };

  return (
    <Chooser
      label={text.frame.findTitle}
      placeholder={text.frame.findLabel}
      query={query}
      onQuery={setQuery}
      groups={[
        { label: text.frame.findTickets, items: foundTickets.map((row) => ticketItem(row, text)) },
        {
          label: text.frame.findPeople,
          items: foundPeople.map((person) => personItem(person, text, language)),
        },
      ]}
      onChoose={choose}
      onClose={onClose}
      empty={
        problem !== undefined
          ? problemText(problem, text)
          : asksTickets && !tickets.isPending
            ? text.frame.findNothing
            : text.frame.findHint
      }
    />
  );
}

function ticketItem(row: QueueRow, text: Catalogue): ChooserItem {
  return {
    id: row.id,
    start: <span className={styles['number']}>{row.number}</span>,
    label: row.name ?? text.common.noName,
    description: [
      ...row.requests.map((request) => text.common.procedureShort[request.procedure]),
      ...(row.remark === null ? [] : [`“${row.remark}”`]),
    ].join(' · '),
    end: <Chip>{text.common.ticketState[row.state]}</Chip>,
  };
}

function personItem(person: FoundPerson, text: Catalogue, language: Language): ChooserItem {
  const facts = [
    person.birthDate === null ? null : text.common.born(formatBirth(person.birthDate, language)),
    person.idNumber === null ? null : maskIdNumber(person.idNumber),
    person.lastDay === null ? text.frame.neverSeen : text.frame.lastSeen(formatDay(person.lastDay, language)),
  ];
  return {
    id: person.id,
    label: person.fullName,
    description: facts.filter((fact) => fact !== null).join(' · '),
    end:
      person.today === null ? undefined : (
        <Chip tone="good">
          {person.today.number} {text.common.ticketState[person.today.state]}
        </Chip>
      ),
  };
}
