import { v7 as uuid } from 'uuid';
import type { Procedure } from '#shared/domain/procedure/vocabulary.ts';
import { LAST_NUMBER, ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import { isOpen } from '#shared/domain/queue/ticket-state.ts';
import type { CommandCall, QueryCall, Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import { openDay } from '../store/rows/day-row.ts';
import { officeId, readSeries } from '../store/rows/office-row.ts';
import { addRequest, tellCarriedPapers } from './request-add.ts';
import { beginPeriod } from '../store/rows/ticket-period.ts';
import { asTicket, readTicket, requestRows, ticketRow } from '../store/rows/ticket-row.ts';

/** The series that gives the number: the named one, the one that names the procedure, or the one for all others. */
export function seriesFor(
  call: QueryCall,
  office: string,
  letter: string | undefined,
  procedure: Procedure,
): { id: string; letter: string } {
  const all = readSeries(call.store, office);
  if (letter !== undefined) {
    const named = all.find((series) => series.letter === letter || series.id === letter);
    if (named === undefined) throw new Refusal({ code: 'unknown-series', series: letter });
    return named;
  }
  const fitting =
    all.find((series) => series.procedures.includes(procedure)) ??
    all.find((series) => series.procedures.length === 0) ??
    all[0];
  if (fitting === undefined) throw new Refusal({ code: 'unknown-series', series: procedure });
  return fitting;
}

function takeNumber(
  call: CommandCall,
  office: string,
  day: string,
  series: { id: string; letter: string },
): number {
  const taken = call.store
    .prepare<[string, string, string], { last_number: number }>(
      `INSERT INTO series_day (office_id, day, series_id, last_number) VALUES (?, ?, ?, 1)
       ON CONFLICT DO UPDATE SET last_number = last_number + 1 RETURNING last_number`,
    )
    .get(office, day, series.id);
  if (taken === undefined || taken.last_number > LAST_NUMBER) {
    throw new Refusal({ code: 'series-exhausted', series: series.letter });
  }
  return taken.last_number;
}

function takePlace(call: CommandCall, office: string, day: string): number {
  const row = call.store
    .prepare<[string, string], { issued: number }>(
      'UPDATE business_day SET issued = issued + 1 WHERE office_id = ? AND day = ? RETURNING issued',
    )
    .get(office, day);
  return row?.issued ?? 0;
}

export const issueServices = {
  'ticket.issue'(call, input) {
    const { store } = call;
    const office = officeId(store);
    const { day } = openDay(store, office);
    const first = input.requests[0];
    if (first === undefined) throw new Refusal({ code: 'invalid-input', path: 'requests', reason: 'empty' });
    const series = seriesFor(call, office, input.series, first.procedure);
    const number = takeNumber(call, office, day, series);
    const place = takePlace(call, office, day);
    const ticketId = uuid();
    const priority = input.priority === true ? 1 : 0;
    store
      .prepare<(string | number)[]>(
        `INSERT INTO ticket (id, office_id, business_day, series_id, queue_id, letter, number, place, priority, state, issued_at, since)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?)`,
      )
      .run(
        ticketId,
        office,
        day,
        series.id,
        series.id,
        series.letter,
        number,
        place,
        priority,
        call.at,
        call.at,
      );
    const added = input.requests.map((request, index) =>
      addRequest(call, office, ticketId, day, index, request),
    );
    const event = call.append({
      name: 'ticket.issued',
      businessDay: day,
      ticketId,
      data: {
        number: ticketNumber(series.letter, number),
        priority: priority === 1,
        requests: added.map(({ told }) => told),
      },
    });
    const ticket = ticketRow(store, ticketId);
    beginPeriod(call, ticket, event.number, { state: 'waiting' });
    for (const request of added) tellCarriedPapers(call, day, ticketId, request);
    return asTicket(ticket, requestRows(store, ticketId));
  },
  'ticket.add-request'(call, input) {
    const { store } = call;
    const ticket = ticketRow(store, input.ticketId);
    if (!isOpen(ticket.state)) {
      throw new Refusal({
        code: 'ticket-state',
        state: ticket.state,
        number: ticketNumber(ticket.letter, ticket.number),
      });
    }
    const position = requestRows(store, ticket.id).length;
    const added = addRequest(call, officeId(store), ticket.id, ticket.business_day, position, input.request);
    call.append({
      name: 'ticket.request-added',
      businessDay: ticket.business_day,
      ticketId: ticket.id,
      requestId: added.told.requestId,
      data: { requests: [added.told] },
    });
    tellCarriedPapers(call, ticket.business_day, ticket.id, added);
    return readTicket(store, ticket.id);
  },
} satisfies Partial<Services>;
