import { useDeskQueries } from '#renderer/desk/use-desk-query.ts';
import type { Output } from '#shared/contract/desk-contract.ts';
import type { TicketDetail } from '#shared/contract/ticket.ts';
import { limitFor, questionOf } from '#shared/domain/procedure/request-rules.ts';
import type { Limit } from '#shared/domain/procedure/vocabulary.ts';

export type Triage = Output<'procedure.triage'>;
export type DueDate = Output<'calendar.due-date'>;
export type RequestRules = {
  readonly triage: Triage | undefined;
  readonly limit: Limit | undefined;
  readonly due: DueDate | undefined;
};

/** What the rules say of each request of a ticket, in the order of the requests: whether it may be done, and by when. */
export function useRequestRules(ticket: TicketDetail | null): readonly RequestRules[] {
  const requests = ticket?.requests ?? [];
  const on = ticket?.businessDay ?? '';
  const triages = useDeskQueries(
    'procedure.triage',
    requests.map(({ person, ...request }) => questionOf({ ...request, birthDate: person?.birthDate }, on)),
  ).map(({ value }) => value);
  const limits = requests.map(({ procedure }, index) => {
    const triage = triages[index];
    return triage === undefined ? undefined : limitFor(triage, procedure);
  });
  const dues = useDeskQueries(
    'calendar.due-date',
    limits.map((limit) => (limit === undefined ? undefined : { receivedOn: on, limit })),
  );
  return requests.map((_, index) => ({
    triage: triages[index],
    limit: limits[index],
    due: dues[index]?.value,
  }));
}
