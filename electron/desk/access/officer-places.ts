import type { Output } from '#shared/contract/desk-contract.ts';
import type { OfficerPlace } from '#shared/contract/officer.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import type { QueryCall } from '../desk-call.ts';
import { openPauses } from '../store/rows/counter-pause-row.ts';
import { findOpenDay } from '../store/rows/day-row.ts';
import { deviceRows } from '../store/rows/device-row.ts';
import { officeId, readCounters } from '../store/rows/office-row.ts';
import { ticketsInHand } from '../store/rows/ticket-period.ts';
import type { Sessions } from '#electron/access/sessions.ts';

/** Where each officer is: with the number they called or began last, else where they worked last; in the order in which they were made. */
export function officerPlaces({ store, caller }: QueryCall, sessions: Sessions): Output<'officer.places'> {
  const office = officeId(store);
  const day = findOpenDay(store, office);
  const counters = new Map(readCounters(store, office).map(({ id, name }) => [id, name]));
  const pauses = new Map(openPauses(store).map((pause) => [pause.counter_id, pause.returns_at]));
  const devices = new Map(deviceRows(store).map((device) => [device.id, device]));
  const counterHere = devices.get(caller.device)?.counterId ?? null;
  const places = new Map<string, OfficerPlace>();
  for (const { officer, device } of sessions.all()) {
    const at = devices.get(device);
    const counter = counters.get(at?.counterId ?? '');
    const until = pauses.get(at?.counterId ?? '');
    places.set(officer, {
      officerId: officer,
      number: null,
      place: counter ?? (at?.name || null),
      here: device === caller.device,
      rests: until === undefined ? null : { until },
    });
  }
  for (const { officer, letter, number, counter_id } of day === undefined
    ? []
    : ticketsInHand(store, office, day.day))
    places.set(officer, {
      officerId: officer,
      number: ticketNumber(letter, number),
      place: counters.get(counter_id) ?? null,
      here: counter_id === counterHere,
      rests: null,
    });
  const inOrder = [...places.values()].toSorted((a, b) => (a.officerId < b.officerId ? -1 : 1));
  return { counter: counters.get(counterHere ?? '') ?? null, places: inOrder };
}
