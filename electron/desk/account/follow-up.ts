import { addContact, setInactive, setNotice } from '../store/rows/account-row.ts';
import { setRequestActivated } from '../store/rows/request-row.ts';
import { newId } from '../new-id.ts';
import type { DeskEventName, EventData } from '#shared/contract/event.ts';
import type { FollowUpCase, FollowUpRow } from '#shared/contract/follow-up.ts';
import type { ContactResult } from '#shared/domain/account/follow-up.ts';
import { localDay, yearOf } from '#shared/domain/calendar/business-date.ts';
import { warningsForYears, type OfficeCalendar } from '#shared/domain/calendar/office-calendar.ts';
import { lastActivationDay } from '#shared/domain/slip/activation-window.ts';
import type { CommandCall, QueryCall, Services } from '../desk-call.ts';
import type { NewEvent } from '../store/rows/event-row.ts';
import { Refusal } from '../refusal.ts';
import { dayRow, findOpenDay, openDay } from '../store/rows/day-row.ts';
import { countLists, listFollowed } from './follow-up-list.ts';
import { recordActivation, removeActivation } from './follow-up-record.ts';
import { asCase, asFollowUp, followedRow, type FollowedRow } from '../store/rows/follow-up-row.ts';
import { officeId, readSettings } from '../store/rows/office-row.ts';
import { calendarOf } from '../law/calendar.ts';
import { packOf } from '../law/rule-packs.ts';

type FollowUpEvent = Extract<DeskEventName, `follow-up.${string}`>;

/** Refuses a date on which it cannot have happened: before the request was taken, or after today. */
function checkDate(call: QueryCall, date: string, takenOn: string): void {
  if (date < takenOn) throw new Refusal({ code: 'date-refused', date, reason: 'before-request' });
  if (date > localDay(call.at)) throw new Refusal({ code: 'date-refused', date, reason: 'in-future' });
}

function stillOpen(row: FollowedRow): FollowedRow {
  if (row.activated_on !== null) throw new Refusal({ code: 'already-activated', countedOn: row.counted_on });
  return row;
}

function tell<N extends FollowUpEvent>(
  call: CommandCall,
  name: N,
  row: FollowedRow,
  businessDay: string | null,
  data: EventData<N>,
): void {
  const told = { name, businessDay, ticketId: row.ticket_id, requestId: row.request_id, data };
  call.append(told as unknown as NewEvent);
}

function answer(call: QueryCall, requestId: string): FollowUpCase {
  return asCase(followedRow(call.store, requestId));
}

/** A note speaks of a person and goes with them: where nobody is known there is nothing it could go with. */
function checkNote(row: FollowedRow, note: string | undefined): string | null {
  if (note === undefined || note === '') return null;
  if (row.person_id === null) throw new Refusal({ code: 'unknown-person' });
  return note;
}

/** A follow-up with its person, and whether its date waits for a calendar. */
function shownOf(calendar: OfficeCalendar, row: FollowedRow): FollowUpRow {
  const years = row.due_on === null ? [] : [yearOf(row.due_on)];
  return { ...asFollowUp(row), dueProvisional: warningsForYears(years, calendar).length > 0 };
}

export const followUpServices = {
  'follow-up.list'(call, input) {
    const { store } = call;
    const office = officeId(store);
    const calendar = calendarOf(store, office);
    const on = localDay(call.at);
    const { list, search = '', order = 'pressing', limit = 100, offset = 0 } = input;
    return {
      on,
      counts: countLists(store, office, on),
      rows: listFollowed(store, office, { list, today: on, search, order, limit, offset }).map((row) =>
        shownOf(calendar, row),
      ),
    };
  },
  'follow-up.show'(call, input) {
    const row = followedRow(call.store, input.requestId);
    const history = call.store
      .prepare<[string], { at: string; result: ContactResult; note: string | null }>(
        'SELECT at, result, note FROM follow_up_contact WHERE request_id = ? ORDER BY at, id',
      )
      .all(row.request_id);
    const shown = shownOf(calendarOf(call.store, officeId(call.store)), row);
    return { ...shown, personId: row.person_id, history };
  },
  'follow-up.set-notice'(call, input) {
    const { store } = call;
    const office = officeId(store);
    const row = stillOpen(followedRow(store, input.requestId));
    const { noticedOn } = input;
    let activateBy: string | null = null;
    if (noticedOn !== null) {
      checkDate(call, noticedOn, row.business_day);
      const days = packOf(store, office, row.business_day).activation.window.value.value;
      activateBy = lastActivationDay(noticedOn, days, readSettings(store, office).noticeDayCounts);
    }
    setNotice(store, row.request_id, noticedOn, activateBy);
    tell(call, 'follow-up.noticed', row, findOpenDay(store, office)?.day ?? null, { noticedOn });
    return answer(call, row.request_id);
  },
  'follow-up.activate'(call, input) {
    const { store } = call;
    const office = officeId(store);
    const { day } = openDay(store, office);
    const row = stillOpen(followedRow(store, input.requestId));
    checkDate(call, input.activatedOn, row.business_day);
    const { activatedOn, source } = input;
    if (!recordActivation(store, office, row, { activatedOn, source, countedOn: day }))
      throw new Refusal({ code: 'already-activated', countedOn: null });
    const inVisit = source === 'desk' && row.business_day === day;
    // Of this day's requests it counts as one activated at the desk, like one finished so.
    if (inVisit) setRequestActivated(store, row.request_id, true);
    tell(call, 'follow-up.activated', row, day, { requests: [row.request_id], source, activatedOn });
    return answer(call, row.request_id);
  },
  'follow-up.withdraw'(call, input) {
    const { store } = call;
    const office = officeId(store);
    const row = followedRow(store, input.requestId);
    if (row.activated_on === null) throw new Refusal({ code: 'not-activated' });
    if (row.counted_on === null) throw new Refusal({ code: 'already-activated', countedOn: null });
    if (dayRow(store, office, row.counted_on)?.closed_at !== null) {
      throw new Refusal({ code: 'day-already-closed', businessDay: row.counted_on });
    }
    removeActivation(store, row.request_id);
    if (row.business_day === row.counted_on) setRequestActivated(store, row.request_id, false);
    tell(call, 'follow-up.withdrawn', row, row.counted_on, {});
    return answer(call, row.request_id);
  },
  'follow-up.set-reason'(call, input) {
    const { store } = call;
    const office = officeId(store);
    const { day } = openDay(store, office);
    const row = stillOpen(followedRow(store, input.requestId));
    const { reason } = input;
    const note = input.note === undefined ? row.note : checkNote(row, input.note);
    setInactive(store, office, day, row.request_id, { reason, note });
    tell(call, 'follow-up.reason-set', row, day, { reason });
    return answer(call, row.request_id);
  },
  'follow-up.record-contact'(call, input) {
    const { store } = call;
    const row = followedRow(store, input.requestId);
    addContact(store, row.request_id, {
      id: newId(),
      at: call.at,
      result: input.result,
      note: checkNote(row, input.note),
    });
    const day = findOpenDay(store, officeId(store))?.day ?? null;
    tell(call, 'follow-up.contacted', row, day, { result: input.result });
    return answer(call, row.request_id);
  },
} satisfies Partial<Services>;
