import { newId } from '../new-id.ts';
import type { MethodName } from '#shared/contract/desk-contract.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { playDay, type PlayerCall } from '#electron/desk/training/play-day.ts';
import { sampleDay } from '#shared/domain/sample-day/sample-day.ts';
import { systemClock, type Clock } from '../clock.ts';
import { PROGRAM } from '../desk-call.ts';
import type { Desk, Opening } from '../desk.ts';
import { openDesk, type OpenDeskOptions } from '../open-desk.ts';

/** Invented people who come to the training desk before the trainee sits down. */
const visitors = 34;
const minutesPlayed = 95;

/**
 * The training desk: its own database in a folder of its own, marked as training, filled on its first opening with an
 * invented office and a morning that has already begun. Nothing of it ever meets real data, so a copy of it does no harm.
 */
export async function openTrainingDesk(options: Omit<OpenDeskOptions, 'training'>): Promise<Opening> {
  const clock = options.clock ?? systemClock;
  const moving = movingClock(clock, minutesPlayed);
  const first = openDesk({ ...options, training: true, clock: moving }, true);
  if (!first.ok) return first;
  try {
    const shown = await first.desk.dispatch('office.show', {}, PROGRAM);
    if (shown.ok && shown.value === null) await fill(first.desk, moving, localDay(clock.now()));
  } finally {
    await first.desk.close();
  }
  return openDesk({ ...options, training: true, clock }, true);
}

type MovingClock = Clock & { moveTo(minute: number): void };

/** A clock that starts `minutes` before now and is moved by hand, so that the played morning ends now. */
function movingClock(clock: Clock, minutes: number): MovingClock {
  const start = Date.parse(clock.now()) - minutes * 60_000;
  let passed = 0;
  return {
    now: () => new Date(start + passed).toISOString(),
    monotonic: () => passed,
    moveTo(minute) {
      passed = minute * 60_000;
    },
  };
}

async function fill(desk: Desk, clock: MovingClock, businessDay: string): Promise<void> {
  const call = ((method: MethodName, input: unknown) =>
    desk.dispatch(method, input, PROGRAM, newId())) as PlayerCall;
  const office = await call('office.set-up', {
    name: 'Công an phường Bình Minh (tập)',
    code: 'TAP-01',
    receivingLevel: 'Phòng PC06, Công an tỉnh (tập)',
    counters: ['Quầy 1', 'Quầy 2'],
    settings: { superior: 'CÔNG AN TỈNH LAM GIANG', address: 'Số 12 đường Hoa Gạo' },
  });
  await call('day.open', { businessDay });
  if (!office.ok) return;
  await playDay({
    visitors: sampleDay({ seed: 2026, citizens: visitors, businessDay, minutes: minutesPlayed + 10 }),
    counterIds: office.value.counters.map((counter) => counter.id),
    call,
    untilMinute: minutesPlayed,
    at: clock.moveTo,
  });
}
