import { useDesk } from '#renderer/desk/desk-context.ts';
import { DeskRefusal } from '#renderer/desk/use-desk-query.ts';
import type { DeskClient, Input, Output, QueryName } from '#shared/contract/desk-contract.ts';
import type { TicketDetail } from '#shared/contract/ticket.ts';
import type { Procedure, Wish } from '#shared/domain/procedure/vocabulary.ts';
import { queryOptions, useQueries } from '@tanstack/react-query';
import type { RequestDetail } from './outcome-drafts.ts';

export type Triage = Output<'procedure.triage'>;
export type DueDate = Output<'calendar.due-date'>;
export type RequestRules = { readonly triage: Triage | undefined; readonly due: DueDate | undefined };

/** What a person wished for who now has a request of this procedure. */
const wishOf: Readonly<Record<Procedure, Wish>> = {
  'level-1': 'level-1',
  'level-2': 'level-2',
  'level-2-with-card': 'level-2',
  activate: 'activate',
  lock: 'lock',
  unlock: 'unlock',
  guidance: 'guidance',
  organisation: 'level-2',
};

/** What the rules say of each request of a ticket, in the order of the requests: whether it may be done, and by when. */
export function useRequestRules(ticket: TicketDetail | null): readonly RequestRules[] {
  const desk = useDesk();
  const requests = ticket?.requests ?? [];
  const on = ticket?.businessDay ?? '';
  const triages = useQueries({
    queries: requests.map((request) => asked(desk, 'procedure.triage', question(request, on))),
  });
  const limits = triages.map(({ data }) => (data?.eligible === true ? data.limit : undefined));
  const dues = useQueries({
    queries: limits.map((limit) => ({
      ...asked(desk, 'calendar.due-date', {
        receivedOn: on,
        limit: limit ?? { value: 0, unit: 'working-day' },
      }),
      enabled: limit !== undefined,
    })),
  });
  return requests.map((_, index) => ({
    triage: triages[index]?.data,
    due: limits[index] === undefined ? undefined : dues[index]?.data,
  }));
}

function question(request: RequestDetail, on: string): Input<'procedure.triage'> {
  const birthDate = request.person?.birthDate;
  const { subject, card, procedure } = request;
  return { on, subject, card, wish: wishOf[procedure], ...(birthDate == null ? {} : { birthDate }) };
}

function asked<M extends QueryName>(desk: DeskClient, method: M, input: Input<M>) {
  return queryOptions({
    queryKey: [method, input],
    queryFn: async (): Promise<Output<M>> => {
      const reply = await desk.call(method, input);
      if (!reply.ok) throw new DeskRefusal(reply.problem);
      return reply.value;
    },
  });
}
