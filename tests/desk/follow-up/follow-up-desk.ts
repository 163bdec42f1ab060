import type { Ticket } from '#shared/contract/ticket.ts';
import type { TestDesk } from '#tests/support/test-desk.ts';

export const FRIDAY = '2026-11-20';
export const MONDAY = '2026-11-23';

type Procedure = Ticket['requests'][number]['procedure'];

/** A ticket for somebody known, finished as taken; answers its request. */
export function taken(
  desk: TestDesk,
  who: { procedure?: Procedure; person?: string; idNumber?: string; activated?: boolean } = {},
): string {
  const { procedure = 'level-2', person = 'Trần Thị Mẫu', idNumber = '001190000017', activated } = who;
  const { id } = desk.call('ticket.issue', {
    requests: [
      { procedure, subject: 'citizen', person: { fullName: person, idNumber, phone: '0912000111' } },
    ],
  });
  const ticket = serve(desk, id);
  const requestId = ticket.requests[0]?.id ?? '';
  desk.call('ticket.finish', {
    ticketId: id,
    outcomes: [{ requestId, outcome: 'taken', ...(activated === undefined ? {} : { activated }) }],
  });
  return requestId;
}

export function serve(desk: TestDesk, ticketId: string): Ticket {
  const counterId = desk.counters[0] ?? '';
  desk.call('ticket.call', { ticketId, counterId });
  return desk.call('ticket.start', { ticketId, counterId });
}

export function ticketOf(desk: TestDesk, requestId: string): string {
  return desk.call('follow-up.show', { requestId }).ticketId ?? '';
}

/** Closes the open day and opens the next; the clock stands at 07:30 of that day. */
export function nextDay(desk: TestDesk, from: string, to: string): void {
  desk.call('day.close', { businessDay: from, leftovers: 'left' });
  desk.clock.pass((Date.parse(`${to}T00:30:00.000Z`) - Date.parse(desk.clock.now())) / 1000);
  desk.call('day.open', { businessDay: to, confirmed: true });
}
