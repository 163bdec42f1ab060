import type { CommandCall, Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import { beginPause, changePause, openPauses } from '../store/rows/counter-pause-row.ts';
import { openDay } from '../store/rows/day-row.ts';
import { officeId, readCounters } from '../store/rows/office-row.ts';
import { endPause } from './pause-end.ts';
import { counterFor, counterIsFree } from './ticket-call.ts';

export const pauseServices = {
  'counter.pause'(call, { counterId: named, reason, returnsAt = null }) {
    const { store } = call;
    const office = officeId(store);
    const { day } = openDay(store, office);
    const counter = counterFor(call, named);
    counterIsFree(store, counter.id);
    if (returnsAt !== null && returnsAt <= call.at)
      throw new Refusal({ code: 'invalid-input', path: 'returnsAt', reason: 'not-after-now' });
    const paused = openPauses(store).find((one) => one.counter_id === counter.id);
    if (paused !== undefined) changePause(store, paused.id, { reason, returns_at: returnsAt });
    else
      beginPause(store, office, call, {
        counter_id: counter.id,
        business_day: day,
        reason,
        returns_at: returnsAt,
      });
    call.append({
      name: 'counter.paused',
      businessDay: day,
      counterId: counter.id,
      data: { reason, returnsAt },
    });
    return counterOf(call, counter.id);
  },
  'counter.resume'(call, { counterId: named }) {
    const counter = counterFor(call, named);
    endPause(call, counter.id);
    return counterOf(call, counter.id);
  },
} satisfies Partial<Services>;

function counterOf({ store }: CommandCall, id: string) {
  const found = readCounters(store, officeId(store)).find((counter) => counter.id === id);
  if (found === undefined) throw new Refusal({ code: 'unknown-counter' });
  return found;
}
