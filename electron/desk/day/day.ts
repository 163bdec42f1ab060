import { resetPriorityRuns } from '../store/rows/counter-row.ts';
import { removeDayPauses } from '../store/rows/counter-pause-row.ts';
import { removeDayNotes } from '../store/rows/day-layer-row.ts';
import {
  addDay,
  closeDayRow,
  dayColumns,
  dayRow,
  findOpenDay,
  lastDay,
  knownDay,
  latestDay,
  removeDay,
  takeUpDay,
  voidDayRow,
  type DayRow,
} from '../store/rows/day-row.ts';
import type { BusinessDay } from '#shared/contract/day.ts';
import { daysBetween, localDay } from '#shared/domain/calendar/business-date.ts';
import { reportingOf } from '../law/rule-packs.ts';
import { reportedDay } from '#shared/domain/report/report-day.ts';
import type { QueryCall, Services } from '../desk-call.ts';
import { forgetOldKeys } from '../store/rows/idempotency-row.ts';
import { Refusal } from '../refusal.ts';
import type { ReadableStore } from '../store/store.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import { officeId } from '../store/rows/office-row.ts';
import { openingDoubt } from './day-opening.ts';
import { reportVersion } from '../store/rows/report-row.ts';
import { freezeReport } from './report.ts';
import { endPauses } from '../queue/pause-end.ts';
import { settleTicket } from '../queue/ticket-move.ts';
import { ticketColumns, type TicketRow } from '../store/rows/ticket-row.ts';

function asDay(call: QueryCall, office: string, row: DayRow): BusinessDay {
  return {
    businessDay: row.day,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    version: row.closed_at === null ? null : reportVersion(call.store, office, row.day),
    ...(row.voided_at === null ? {} : { voidedAt: row.voided_at }),
  };
}

function openTickets(call: QueryCall, office: string, day: string): TicketRow[] {
  return call.store
    .prepare<[string, string], TicketRow>(
      `SELECT ${ticketColumns} FROM ticket
       WHERE office_id = ? AND business_day = ? AND state IN ('waiting', 'called', 'serving', 'on-hold', 'not-here') ORDER BY place`,
    )
    .all(office, day);
}

/** The day named, which must be the open one; the refusal says which of the other cases it is. */
function dayToClose(call: QueryCall, office: string, day: string): DayRow {
  const row = knownDay(call.store, office, day);
  if (row.closed_at !== null) throw new Refusal({ code: 'day-already-closed', businessDay: day });
  return row;
}

/** Whether a day counts an account, a reason or a note, which would be lost with it. */
function isRecorded(store: ReadableStore, office: string, day: string): boolean {
  const row = store
    .prepare<{ office: string; day: string }, { recorded: number }>(
      `SELECT EXISTS (SELECT 1 FROM activation WHERE office_id = :office AND counted_on = :day)
         OR EXISTS (SELECT 1 FROM inactive WHERE office_id = :office AND day = :day)
         OR EXISTS (SELECT 1 FROM day_note WHERE office_id = :office AND day = :day AND difficulties || proposals <> '') AS recorded`,
    )
    .get({ office, day });
  return row?.recorded === 1;
}

/** Whether somebody was served on a day. */
function isServed(store: ReadableStore, office: string, day: string): boolean {
  return (
    store
      .prepare<[string, string], { found: number }>(
        `SELECT 1 AS found FROM ticket WHERE office_id = ? AND business_day = ? AND state = 'done' LIMIT 1`,
      )
      .get(office, day) !== undefined
  );
}

/** Stands as the reason of the next version where a voided day that had one is opened and closed again. */
const TAKEN_UP = 'Ngày đã hủy được mở lại đúng ngày';

/** A date further ahead of the clock than this is a slip of the finger, not a business day. */
const furthestDays = 366;

export const dayServices = {
  'day.open'(call, input) {
    const { store } = call;
    const office = officeId(store);
    const open = findOpenDay(store, office);
    if (open !== undefined) {
      throw new Refusal(
        open.day === input.businessDay
          ? { code: 'day-already-open', businessDay: open.day }
          : { code: 'day-still-open', businessDay: open.day },
      );
    }
    const last = lastDay(store, office);
    if (last !== undefined && last.day === input.businessDay) {
      throw new Refusal({ code: 'day-already-closed', businessDay: last.day });
    }
    if (last !== undefined && last.day > input.businessDay)
      throw new Refusal({ code: 'day-goes-back', lastDay: last.day });
    if (daysBetween(localDay(call.at), input.businessDay) > furthestDays) {
      throw new Refusal({ code: 'day-too-far', businessDay: input.businessDay });
    }
    const doubt = openingDoubt(call, office, input.businessDay, last);
    if (doubt !== null && input.confirmed !== true) throw new Refusal(doubt);
    if (doubt !== null && call.caller.role !== 'leader')
      throw new Refusal({ code: 'not-allowed', role: call.caller.role });
    const isVoided = dayRow(store, office, input.businessDay) !== undefined;
    (isVoided ? takeUpDay : addDay)(store, office, input.businessDay, call.at);
    resetPriorityRuns(store, office);
    forgetOldKeys(store, call.at);
    call.append({
      name: 'day.opened',
      businessDay: input.businessDay,
      data: doubt === null ? {} : { confirmed: true },
    });
    return { businessDay: input.businessDay, openedAt: call.at, closedAt: null, version: null };
  },
  'day.withdraw'(call, input) {
    const { store } = call;
    const office = officeId(store);
    const day = dayToClose(call, office, input.businessDay);
    if (day.issued > 0 || isRecorded(store, office, day.day))
      throw new Refusal({ code: 'day-in-use', businessDay: day.day, issued: day.issued });
    // What is left of a note is an emptied one.
    removeDayNotes(store, office, day.day);
    removeDayPauses(store, office, day.day);
    removeDay(store, office, day.day);
    call.append({ name: 'day.withdrawn', businessDay: day.day });
    return { businessDay: day.day };
  },
  'day.void'(call, input) {
    const { store } = call;
    const office = officeId(store);
    const day = knownDay(store, office, input.businessDay);
    const last = lastDay(store, office);
    if (day.voided_at !== null) throw new Refusal({ code: 'day-voided', businessDay: day.day });
    const isAhead = day.day > localDay(call.at);
    if (
      last?.day !== day.day ||
      (!isAhead && (isServed(store, office, day.day) || isRecorded(store, office, day.day)))
    )
      throw new Refusal({ code: 'day-in-use', businessDay: day.day, issued: day.issued });
    for (const ticket of openTickets(call, office, day.day)) settleTicket(call, ticket, 'cancelled');
    endPauses(call);
    voidDayRow(store, office, day.day, call.at);
    call.append({ name: 'day.voided', businessDay: day.day, data: { reason: input.reason } });
    return asDay(call, office, knownDay(store, office, day.day));
  },
  'day.close'(call, input) {
    const { store } = call;
    const office = officeId(store);
    const day = dayToClose(call, office, input.businessDay);
    const open = openTickets(call, office, day.day);
    if (open.length > 0) {
      if (input.leftovers === undefined) {
        throw new Refusal({
          code: 'leftovers-remain',
          tickets: open.length,
          numbers: open.slice(0, 20).map((ticket) => ticketNumber(ticket.letter, ticket.number)),
        });
      }
      for (const ticket of open) settleTicket(call, ticket, input.leftovers);
    }
    endPauses(call);
    const isTakenUp = reportVersion(store, office, day.day) !== null;
    const report = freezeReport(call, office, day.day, isTakenUp ? TAKEN_UP : null);
    closeDayRow(store, office, day.day, call.at);
    call.append({
      name: 'day.closed',
      businessDay: day.day,
      data: { version: report.version, chainHead: report.chainHead },
    });
    return report;
  },
  'day.status'(call) {
    const { store } = call;
    const office = officeId(store);
    const today = localDay(call.at);
    const open = findOpenDay(store, office);
    const last = lastDay(store, office);
    const reportBefore = reportingOf(store, office, today).dailyBefore.value;
    return {
      today,
      open: open === undefined ? null : asDay(call, office, open),
      last: last === undefined ? null : asDay(call, office, last),
      leftovers: open === undefined ? 0 : openTickets(call, office, open.day).length,
      reportBefore,
      reportOf: reportedDay(call.at, reportBefore, (upTo) => latestDay(store, office, upTo)),
      forgotten: open !== undefined && open.day < today,
      clockJumpMinutes: call.clockJumpMinutes(),
    };
  },
  'day.list'(call, input) {
    const office = officeId(call.store);
    return call.store
      .prepare<[string, number], DayRow>(
        `SELECT ${dayColumns} FROM business_day WHERE office_id = ? ORDER BY day DESC LIMIT ?`,
      )
      .all(office, input.limit ?? 60)
      .map((row) => asDay(call, office, row));
  },
} satisfies Partial<Services>;
