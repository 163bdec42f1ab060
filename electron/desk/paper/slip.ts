import type { Slip, SheetKind } from '#shared/domain/slip/slip.ts';
import type { OfficeSettings } from '#shared/domain/office/settings.ts';
import type { SheetPaper } from '#shared/domain/printing/paper.ts';
import type { TicketDetail } from '#shared/contract/ticket.ts';
import { ageOn } from '#shared/domain/calendar/business-date.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import { maskIdNumber, maskPhone } from '#shared/domain/identity/id-number.ts';
import type { Procedure } from '#shared/domain/procedure/vocabulary.ts';
import type { RulePack } from '#shared/rules/pack-schema.ts';
import type { QueryCall } from '../desk-call.ts';
import type { ReadableStore } from '../store/store.ts';
import { readOffice, readSettings } from '../store/rows/office-row.ts';
import { waitRange } from '../queue/queue.ts';
import { requestDue } from '../law/request-due.ts';
import { packOf } from '../law/rule-packs.ts';
import { designOf, slipChoice } from './slip-design.ts';
import { readDetail } from '../queue/ticket-detail.ts';
import { ticketRow } from '../store/rows/ticket-row.ts';

type DetailedRequest = TicketDetail['requests'][number];

/** Everything a sheet shows, from the ticket as it stands now. Identity and telephone numbers are masked here. */
export function composeSlip(
  call: QueryCall,
  officeKey: string,
  ticketId: string,
  sheet: SheetKind,
  paper: SheetPaper,
  copy: number,
): Slip {
  const { store } = call;
  const office = readOffice(store);
  const detail = readDetail(store, ticketId);
  const pack = packOf(store, officeKey, detail.businessDay);
  const person = detail.requests[0]?.person ?? null;
  const ahead = sheet === 'number' && detail.state === 'waiting' ? ticketsAhead(store, ticketId) : null;
  const settings = readSettings(store, officeKey);
  const chosen = slipChoice(store, ticketId);
  return {
    sheet,
    paper,
    language: chosen.language ?? usualLanguage(settings, detail),
    large: chosen.large ?? wantsLargePrint(settings, detail),
    design: designOf(store, officeKey, ticketId, sheet),
    office: {
      superior: settings.superior,
      name: office?.name ?? '',
      address: settings.address,
      openingHours: settings.openingHours,
      hotline: settings.hotline === '' ? pack.hotline.value : settings.hotline,
    },
    training: call.training,
    number: detail.number,
    businessDay: detail.businessDay,
    counter: office?.counters.find((counter) => counter.id === detail.counterId)?.name ?? null,
    issuedAt: detail.issuedAt,
    printedAt: call.at,
    copy,
    priority: detail.priority,
    person:
      person === null
        ? null
        : {
            fullName: person.fullName,
            idNumberMasked: person.idNumber === null ? null : maskIdNumber(person.idNumber),
            phoneMasked: person.phone === null ? null : maskPhone(person.phone),
          },
    ahead,
    estimate: ahead === null ? null : waitRange(call, officeKey, detail.businessDay, ahead),
    requests: detail.requests.map((request) => {
      const message =
        sheet === 'guidance' && request.outcome === null ? messageOf(pack, request, settings.smsMarks) : null;
      return {
        ...slipRequest(store, officeKey, detail.businessDay, person?.fullName, request),
        ...(message === null ? {} : { messageIfTaken: message }),
      };
    }),
    activationDays: pack.activation.window.value.value,
    noticeDayCounts: settings.noticeDayCounts,
    activationWays: settings.activationWays ?? [...pack.activation.channels.value],
    stores: settings.storeAddresses,
    message: expectedMessage(pack, detail, settings.smsMarks),
    rulePack: { id: pack.id, title: pack.title.vi },
  };
}

/** A foreigner gets both languages where the office's slips are Vietnamese. */
function usualLanguage(settings: OfficeSettings, detail: TicketDetail): Slip['language'] {
  const foreigner = detail.requests.some((request) => request.subject === 'foreigner');
  return foreigner && settings.slipLanguage === 'vi' ? 'both' : settings.slipLanguage;
}

/** Whether somebody on the ticket is old enough that the office prints large for them. */
function wantsLargePrint(settings: OfficeSettings, detail: TicketDetail): boolean {
  const from = settings.largePrintFrom;
  if (from === null) return false;
  if (from === 0) return true;
  return detail.requests.some(
    ({ person }) => person?.birthDate != null && ageOn(person.birthDate, detail.businessDay).least >= from,
  );
}

function slipRequest(
  store: ReadableStore,
  office: string,
  day: string,
  firstName: string | undefined,
  request: DetailedRequest,
): Slip['requests'][number] {
  const due =
    request.outcome === 'taken' && !request.activated ? requestDue(store, office, day, request) : undefined;
  const forWhom = request.person?.fullName ?? null;
  return {
    procedure: request.procedure,
    forWhom: forWhom === firstName ? null : forWhom,
    outcome: request.outcome,
    activated: request.activated,
    papers: request.papers.map(({ paper, required, state, note }) => ({ paper, required, state, note })),
    ...(request.outcome === 'referred' || request.outcome === null
      ? { places: placesFor(store, office, request.procedure) }
      : {}),
    due:
      due === undefined
        ? null
        : {
            dueOn: due.due.dueOn,
            limit: { ...due.limit },
            days: due.due.days.map((one) => ({ date: one.date, kind: one.kind, index: one.index ?? null })),
          },
  };
}

/** The open places of the office's directory that do a procedure. */
function placesFor(
  store: ReadableStore,
  office: string,
  procedure: Procedure,
): Slip['requests'][number]['places'] {
  return readSettings(store, office)
    .directory.filter((place) => place.open && place.procedures.includes(procedure))
    .map((place) => ({ name: place.name, address: place.address ?? '', hours: place.hours ?? '' }));
}

/** Tickets called before this one by place alone; priority tickets that come later are not foreseen. */
function ticketsAhead(store: ReadableStore, ticketId: string): number {
  const ticket = ticketRow(store, ticketId);
  const row = store
    .prepare<[string, number, number], { ahead: number }>(
      `SELECT count(*) AS ahead FROM ticket
       WHERE office_id = (SELECT id FROM office LIMIT 1) AND business_day = ? AND state = 'waiting'
         AND place < ? AND (priority = 1 OR ? = 0)`,
    )
    .get(ticket.business_day, ticket.place, ticket.priority);
  return row?.ahead ?? 0;
}

/** The message of the first taken request that leads to one. */
function expectedMessage(pack: RulePack, detail: TicketDetail, marks: boolean): string | null {
  const messages = detail.requests
    .filter((request) => request.outcome === 'taken' && !request.activated)
    .map((request) => messageOf(pack, request, marks));
  return messages.find((message) => message !== null) ?? null;
}

/** The message a request leads to once it is taken, with the name as it arrives: capitals without diacritics. */
function messageOf(pack: RulePack, request: DetailedRequest, marks: boolean): string | null {
  const plain = pack.sms[`approved-${request.procedure}`];
  const text =
    plain !== undefined && marks ? (pack.sms[`approved-${request.procedure}-marked`] ?? plain) : plain;
  const name = foldName(request.person?.fullName ?? '').toUpperCase();
  return text === undefined
    ? null
    : text.value.replace(/\*{3,}|\{name\}/, () => (name === '' ? '****' : name));
}
