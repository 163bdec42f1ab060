import { localDay } from '#shared/domain/calendar/business-date.ts';
import { dueDate } from '#shared/domain/calendar/due-date.ts';
import { withExpiry } from '#shared/domain/identity/card-expiry.ts';
import { readCard } from '#shared/domain/identity/read-card.ts';
import { triage } from '#shared/domain/procedure/triage.ts';
import type { Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import { calendarOf } from './calendar.ts';
import { findOpenDay } from '../store/rows/day-row.ts';
import { officeId, readOffice } from '../store/rows/office-row.ts';
import { packOf } from './rule-packs.ts';
import { directoryOf } from './verdict.ts';

export const rulesServices = {
  'identity.read-card'(call, input) {
    const reading = readCard(input.text);
    if (!reading.ok) throw new Refusal({ code: 'card-unreadable', reason: reading.reason });
    const office = readOffice(call.store)?.id;
    const day = office === undefined ? undefined : findOpenDay(call.store, office)?.day;
    return withExpiry(reading.card, input.on ?? day ?? localDay(call.at));
  },
  'procedure.triage'(call, input) {
    const { store } = call;
    const answer = triage(input, packOf(store, officeId(store), input.on), directoryOf(store));
    return {
      ...answer,
      papers: answer.papers.map((paper) => ({ ...paper })),
      where: answer.where.map((place) => ({ ...place })),
      refused: answer.refused.map((place) => ({ ...place })),
      reasons: answer.reasons.map((reason) => ({ ...reason })),
      notes: [...answer.notes],
      tell: answer.tell.map((rule) => ({ ...rule })),
    };
  },
  'calendar.due-date'(call, input) {
    const calendar = calendarOf(call.store, officeId(call.store));
    const due = dueDate({ receivedOn: input.receivedOn, limit: input.limit, calendar });
    return {
      dueOn: due.dueOn,
      counted: [...due.counted],
      days: due.days.map((day) => ({
        date: day.date,
        kind: day.kind,
        index: day.index ?? null,
        why: day.why?.name ?? day.why?.code ?? null,
      })),
      warnings: due.warnings.map((warning) => ({ ...warning })),
    };
  },
} satisfies Partial<Services>;
