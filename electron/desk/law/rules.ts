import { dueDate, type DueDate } from '#shared/domain/calendar/due-date.ts';
import { localDay, type IsoDate } from '#shared/domain/calendar/business-date.ts';
import type { Limit } from '#shared/domain/procedure/vocabulary.ts';
import { withExpiry } from '#shared/domain/identity/card-expiry.ts';
import { readCard } from '#shared/domain/identity/read-card.ts';
import type { DirectoryOffice } from '#shared/domain/procedure/office-directory.ts';
import { triage } from '#shared/domain/procedure/triage.ts';
import type { Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import type { ReadableStore } from '../store/store.ts';
import { calendarOf } from './calendar.ts';
import { findOpenDay } from '../store/rows/day-row.ts';
import { officeId, readOffice } from '../store/rows/office-row.ts';
import { packOf } from './rule-packs.ts';

/** The due day with every day explained; its warnings name the years nobody has announced. */
export function countDueDate(
  store: ReadableStore,
  office: string,
  receivedOn: IsoDate,
  limit: Limit,
): DueDate {
  return dueDate({ receivedOn, limit, calendar: calendarOf(store, office) });
}

/** Every place triage may name: this office first, then its own directory. */
function directoryOf(store: ReadableStore): DirectoryOffice[] {
  const office = readOffice(store);
  if (office === null) throw new Refusal({ code: 'not-set-up' });
  const { settings } = office;
  const here: DirectoryOffice = {
    officeId: office.id,
    name: office.name,
    kind: settings.kind,
    procedures: settings.procedures,
    open: true,
    here: true,
    ...(settings.address === '' ? {} : { address: settings.address }),
    ...(settings.openingHours === '' ? {} : { hours: settings.openingHours }),
  };
  return [here, ...(settings.directory as DirectoryOffice[])];
}

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
    const due = countDueDate(call.store, officeId(call.store), input.receivedOn, input.limit);
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
