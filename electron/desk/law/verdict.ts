import type { RequestVerdict } from '#shared/contract/procedure.ts';
import { dueDate, type DueDate } from '#shared/domain/calendar/due-date.ts';
import type { DirectoryOffice } from '#shared/domain/procedure/office-directory.ts';
import { limitOf } from '#shared/domain/procedure/pack-lookup.ts';
import { tellRules } from '#shared/domain/procedure/triage.ts';
import { decide, verdict, type AskedRequest, type Verdict } from '#shared/domain/procedure/verdict.ts';
import { Refusal } from '../refusal.ts';
import { personRow } from '../store/rows/person-row.ts';
import { setVerdict } from '../store/rows/request-row.ts';
import type { RequestRow } from '../store/rows/ticket-row.ts';
import { officeRow, readSettings } from '../store/rows/office-row.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { calendarOf } from './calendar.ts';
import { packOf } from './rule-packs.ts';

/** Every place triage may name: this office first, then its own directory. Refuses with `not-set-up`. */
export function directoryOf(store: ReadableStore): DirectoryOffice[] {
  const office = officeRow(store);
  if (office === undefined) throw new Refusal({ code: 'not-set-up' });
  const settings = readSettings(store, office.id);
  const here: DirectoryOffice = {
    officeId: office.id,
    name: office.name,
    kind: settings.kind,
    procedures: settings.procedures,
    open: true,
    here: true,
    anywhereCard: settings.anywhereCard,
    ...(settings.address === '' ? {} : { address: settings.address }),
    ...(settings.openingHours === '' ? {} : { hours: settings.openingHours }),
    ...(settings.phone === '' ? {} : { phone: settings.phone }),
  };
  return [here, ...(settings.directory as DirectoryOffice[])];
}

/** The verdict on a request by the rules of its business day and the places of this office. */
export function verdictOn(store: ReadableStore, office: string, asked: AskedRequest): Verdict {
  return decide(asked, packOf(store, office, asked.on), directoryOf(store));
}

/** The verdict kept with a request; one taken before verdicts were kept is judged now. */
export function verdictOf(store: ReadableStore, office: string, day: string, row: RequestRow): Verdict {
  if (row.verdict !== null) return verdict.parse(JSON.parse(row.verdict));
  return verdictOn(store, office, askedOf(store, day, row));
}

function askedOf(store: ReadableStore, day: string, row: RequestRow): AskedRequest {
  const { procedure, subject, card, person_id } = row;
  const birthDate = person_id === null ? null : personRow(store, person_id)?.birth_date;
  return { on: day, procedure, subject, card, birthDate };
}

/** Judges a request anew, as its person stands now and with an officer's decision where there is one; keeps the verdict. */
export function judgeAgain(
  store: WritableStore,
  office: string,
  day: string,
  row: RequestRow,
  decision: string | null,
): Verdict {
  const before = verdictOf(store, office, day, row);
  const { wish, residesHere } = before;
  // What an officer chose at reception without a word stays chosen.
  const silent = before.byOfficer && row.decision === null;
  const byOfficer = decision !== null || silent;
  const now = verdictOn(store, office, { ...askedOf(store, day, row), wish, residesHere, byOfficer });
  setVerdict(store, row.id, now, decision);
  return now;
}

/** When the result of a request taken on a day comes; null where its verdict sets no limit. */
export function dueOf(
  store: ReadableStore,
  office: string,
  day: string,
  { limit }: Pick<Verdict, 'limit'>,
): DueDate | null {
  return limit === null ? null : dueDate({ receivedOn: day, limit, calendar: calendarOf(store, office) });
}

/** A verdict with its places and its rules in words. */
export function tellVerdict(
  store: ReadableStore,
  office: string,
  day: string,
  given: Verdict,
): RequestVerdict {
  const pack = packOf(store, office, day);
  const rule = given.limitRule === null ? undefined : limitOf(pack, given.limitRule);
  const limit = rule === undefined || given.limit === null ? undefined : { ...rule, value: given.limit };
  const slots = { limit, procedure: given.instead ?? given.procedure };
  const places = directoryOf(store).filter(({ officeId }) => given.places.includes(officeId));
  return {
    ...given,
    places: places.map(({ officeId, name, here = false, address, hours, phone, note }) => ({
      officeId,
      name,
      here,
      address,
      hours,
      phone,
      note,
    })),
    reasons: [...tellRules(pack, pack.reasons, given.reasons, slots)],
    tell: [...tellRules(pack, pack.notes, given.notes, slots)],
  };
}
