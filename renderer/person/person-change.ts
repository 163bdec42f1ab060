import { typedForm } from '#renderer/ui/typed-date.ts';
import { personInput, type TypedPerson } from '#renderer/person/reception-draft.ts';
import type { Person, TicketDetail } from '#shared/contract/ticket.ts';

/** What is known of a person, as it stands in the fields of a form. */
export function typedPerson(person: Person): TypedPerson {
  return {
    fullName: person.fullName,
    idNumber: person.idNumber ?? '',
    birthDate: person.birthDate === null ? '' : typedForm(person.birthDate),
    sex: person.sex,
    phone: person.phone ?? '',
  };
}

type WholePerson = Omit<Person, 'id'>;

/** Everybody a ticket names, each once. */
export function peopleOf(ticket: TicketDetail): readonly Person[] {
  const people = new Map<string, Person>();
  for (const { person } of ticket.requests) if (person !== null) people.set(person.id, person);
  return [...people.values()];
}

/** The person as the form leaves it: an emptied field is cleared, not kept. Call it only without faults. */
export function changeOf(typed: TypedPerson, today: string): WholePerson {
  const { fullName, idNumber, birthDate, sex, phone } = personInput(typed, today);
  return {
    fullName,
    idNumber: idNumber ?? null,
    birthDate: birthDate ?? null,
    sex: sex ?? null,
    phone: phone ?? null,
  };
}

export function isSamePerson(person: Person, change: WholePerson): boolean {
  return (Object.keys(change) as (keyof WholePerson)[]).every((field) => person[field] === change[field]);
}
