import { useDesk } from '#renderer/desk/desk-context.ts';
import { usePlace } from '#renderer/frame/place.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import { useEffect } from 'react';
import { useReception } from './draft-store.ts';
import type { KnownPerson } from './known-person.ts';

/** Fills the form with the person whom a search found, or the first one of the ticket it found. */
export function useWantedPerson(): void {
  const desk = useDesk();
  const ticketId = usePlace((state) => state.ticketId);
  const person = usePlace((state) => state.person);
  const go = usePlace((state) => state.go);
  useEffect(() => {
    if (person === null && ticketId === null) return;
    go('reception');
    if (person !== null) putOnScreen(person);
    else if (ticketId !== null) void takeTicket(desk, ticketId);
  }, [desk, ticketId, person, go]);
}

/** A ticket without a person is shown as the number that was given. */
async function takeTicket(desk: DeskClient, ticketId: string): Promise<void> {
  const ticket = await desk.call('ticket.get', { ticketId });
  if (!ticket.ok) return;
  const first = ticket.value.requests.find((request) => request.person !== null)?.person ?? null;
  if (first === null) {
    useReception.getState().showTicket(ticket.value);
    return;
  }
  // A number finds few; a name can belong to more people than a list holds.
  const search = first.idNumber ?? first.fullName;
  const found = await desk.call('person.search', { search, limit: 50 });
  const known: KnownPerson | undefined = found.ok ? found.value.find(({ id }) => id === first.id) : undefined;
  if (known !== undefined) putOnScreen(known);
}

/** Whoever was being typed is laid aside, not overwritten. */
function putOnScreen(person: KnownPerson): void {
  const { startOver, choose } = useReception.getState();
  startOver();
  choose(person);
}
