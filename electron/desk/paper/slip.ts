import type { Parsed } from '#shared/contract/desk-contract.ts';
import type { TicketDetail } from '#shared/contract/ticket.ts';
import type { SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import { peopleAhead, type QueuedTicket } from '#shared/domain/queue/people-ahead.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import { composeSlip, slipRules, type SlipFacts } from '#shared/domain/slip/compose-slip.ts';
import type { SheetKind, Slip } from '#shared/domain/slip/slip.ts';
import type { QueryCall } from '../desk-call.ts';
import { packOf } from '../law/rule-packs.ts';
import { dueOf, tellVerdict } from '../law/verdict.ts';
import { waitRange } from '../queue/queue.ts';
import { detailedRequests } from '../queue/ticket-detail.ts';
import { finishedRequests } from '../queue/ticket-move.ts';
import { planTicket, requestOf } from '../queue/ticket-plan.ts';
import { callingCounters, officeId, officeRow, readSettings } from '../store/rows/office-row.ts';
import { speakingDevices } from '../store/rows/device-row.ts';
import { officerRows } from '../store/rows/officer-row.ts';
import { officersOf } from '../store/rows/ticket-period.ts';
import { ticketRow, waitingTickets, type TicketRow } from '../store/rows/ticket-row.ts';
import type { ReadableStore } from '../store/store.ts';
import { usualFormat } from './print-job.ts';
import { slipChoice } from '../store/rows/slip-row.ts';
import { currentDesign, designOf } from './slip-design.ts';

type Gathered = Pick<SlipFacts, 'sheet' | 'format' | 'copy' | 'design' | 'choice' | 'ticket'> & {
  /** Where it stands among those that wait; null for a sheet that does not say. */
  readonly queue: { readonly ticket: QueuedTicket; readonly waiting: readonly QueuedTicket[] } | null;
};

function slipOf(call: QueryCall, { queue, ...gathered }: Gathered): Slip {
  const { store, training, at: printedAt } = call;
  const office = officeId(store);
  const settings = readSettings(store, office);
  const { businessDay } = gathered.ticket;
  const ahead =
    queue === null
      ? null
      : peopleAhead(queue.ticket, queue.waiting, callingCounters(store, office), settings);
  return composeSlip(
    {
      ...gathered,
      training,
      printedAt,
      ahead,
      estimate: ahead === null ? null : waitRange(call, office, businessDay, ahead),
      office: { name: officeRow(store)?.name ?? '', settings, spoken: speakingDevices(store).length > 0 },
      rules: slipRules(packOf(store, office, businessDay)),
    },
    ({ verdict: { limit } }) => {
      const due = dueOf(store, office, businessDay, { limit });
      if (due === null || limit === null) return null;
      return {
        dueOn: due.dueOn,
        limit,
        provisional: due.warnings.length > 0,
        days: due.days.map(({ date, kind, index = null }) => ({ date, kind, index })),
      };
    },
  );
}

function counterName(store: ReadableStore, id: string | null): string | null {
  return (
    store.prepare<[string | null], { name: string }>('SELECT name FROM counter WHERE id = ?').get(id)?.name ??
    null
  );
}

/** Whose name a sheet bears: who issued the number or ended the visit, else whoever is at it. */
function officerName({ store, caller }: QueryCall, ticketId: string | null, sheet: SheetKind): string {
  const known = ticketId === null ? undefined : officersOf(store, ticketId);
  const name = sheet === 'number' ? known?.issued : known?.ended;
  return name ?? officerRows(store).find(({ id }) => id === caller.officer)?.name ?? '';
}

/** A sheet of a stored ticket, with what its requests are taken to have become. */
function ticketSlip(
  call: QueryCall,
  ticket: TicketRow,
  sheet: { sheet: SheetKind; format: SheetFormat; copy: number },
  requests: TicketDetail['requests'],
): Slip {
  const { store } = call;
  const office = officeId(store);
  const waiting =
    sheet.sheet === 'number' && ticket.state === 'waiting'
      ? [...waitingTickets(store, office, ticket.business_day)]
      : [];
  const queued = waiting.find(({ id }) => id === ticket.id);
  const design = designOf(store, office, ticket.id, sheet.sheet);
  return slipOf(call, {
    ...sheet,
    design,
    choice: slipChoice(store, ticket.id),
    ticket: {
      number: ticketNumber(ticket.letter, ticket.number),
      businessDay: ticket.business_day,
      issuedAt: ticket.issued_at,
      counter: counterName(store, ticket.counter_id),
      officer: design.officer === true ? officerName(call, ticket.id, sheet.sheet) : '',
      priority: ticket.priority === 1,
      requests,
    },
    queue: queued === undefined ? null : { ticket: queued, waiting },
  });
}

/** A sheet of a stored ticket as it stands now. */
export function showSlip(
  call: QueryCall,
  ticketId: string,
  sheet: { sheet: SheetKind; format: SheetFormat; copy: number },
): Slip {
  const ticket = ticketRow(call.store, ticketId);
  return ticketSlip(call, ticket, sheet, detailedRequests(call.store, ticket));
}

function draftSlip(
  call: QueryCall,
  draft: NonNullable<Parsed<'slip.preview'>['ticketDraft']>,
  sheet: SheetKind,
): Slip {
  const { store } = call;
  const { office, day, series, number, priority, requests } = planTicket(store, draft, call.at);
  const design = currentDesign(store, office);
  const newcomer = { queue: series.letter, targetCounterId: null, priority };
  return slipOf(call, {
    sheet,
    format: usualFormat(call, sheet),
    copy: 0,
    design,
    choice: { language: null, large: null },
    ticket: {
      number: ticketNumber(series.letter, number),
      businessDay: day,
      issuedAt: call.at,
      counter: null,
      officer: design.officer === true ? officerName(call, null, sheet) : '',
      priority,
      requests: requests.map((request) => ({
        ...requestOf(request),
        verdict: tellVerdict(store, office, day, request.verdict),
      })),
    },
    queue:
      sheet === 'number'
        ? { ticket: newcomer, waiting: [...waitingTickets(store, office, day), newcomer] }
        : null,
  });
}

/** The sheet as it would come out of the printer once what is still on screen is stored. */
export function previewSlip(call: QueryCall, input: Parsed<'slip.preview'>): Slip {
  const { store } = call;
  const { ticketDraft, ticketId = '', outcomes } = input;
  const sheet = input.sheet ?? (outcomes === undefined ? 'number' : 'guidance');
  if (ticketDraft !== undefined) return draftSlip(call, ticketDraft, sheet);
  const format = usualFormat(call, sheet);
  if (outcomes === undefined) return showSlip(call, ticketId, { sheet, format, copy: 0 });
  const ticket = ticketRow(store, ticketId);
  return ticketSlip(call, ticket, { sheet, format, copy: 0 }, finishedRequests(store, ticket, outcomes));
}
