import type { CommandCall } from '../desk-call.ts';
import { endPauseRow, openPauses, type PauseRow } from '../store/rows/counter-pause-row.ts';
import { elapsed } from './elapsed.ts';

/** Ends the pause of a counter, if it has one: somebody is called to it, it is switched off, or the day ends. */
export function endPause(call: CommandCall, counterId: string): void {
  for (const pause of openPauses(call.store)) if (pause.counter_id === counterId) end(call, pause);
}

/** Ends the pauses of all counters: the day is over. */
export function endPauses(call: CommandCall): void {
  for (const pause of openPauses(call.store)) end(call, pause);
}

function end(call: CommandCall, pause: PauseRow): void {
  const durationMs = elapsed(call, pause);
  endPauseRow(call.store, pause.id, call.at, durationMs);
  call.append({
    name: 'counter.resumed',
    businessDay: pause.business_day,
    counterId: pause.counter_id,
    data: { durationMs },
  });
}
