import { useDeskQueries } from '#renderer/desk/use-desk-query.ts';
import type { Output } from '#shared/contract/desk-contract.ts';
import type { TicketDetail } from '#shared/contract/ticket.ts';

export type DueDate = Output<'calendar.due-date'>;

/** When the result of each request of a ticket would come, in the order of the requests; undefined where no limit is set. */
export function useDueDates(ticket: TicketDetail | null): readonly (DueDate | undefined)[] {
  const receivedOn = ticket?.businessDay ?? '';
  return useDeskQueries(
    'calendar.due-date',
    (ticket?.requests ?? []).map(({ verdict: { limit } }) =>
      limit === null ? undefined : { receivedOn, limit },
    ),
  ).map((answer) => answer.value);
}
