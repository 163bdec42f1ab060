import { v7 as uuid } from 'uuid';
import { planRoad } from './road-work.ts';
import { openDesk } from '#electron/desk/open-desk.ts';
import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { playDay, type PlayerCall } from '#electron/desk/training/play-day.ts';
import { sampleDay } from '#shared/domain/sample-day/sample-day.ts';

const DAY_MS = 86_400_000;
const caller = { role: 'leader' } as const;

/** The long ones are as long as names get. */
export const LONG_NAMES = [
  'Nguyễn Phương Hoàng Thượng Khuê Nguyệt Quỳnh Hương Diễm Uyển',
  'Công Tằng Tôn Nữ Thị Ngọc Huyền Trân Bảo Khánh Thụy Phương Ẳ',
  'Lê Ngô',
  'Trương Hoàng Quốc Khánh',
];

type Play = {
  /** People of the whole day, and the minutes of it that have passed when the host starts. */
  readonly citizens: number;
  readonly minutes: number;
  /** The counters that work; without any, everybody waits. */
  readonly atWork?: readonly number[];
  /** Days before today that were worked and closed. */
  readonly daysBefore?: number;
  /** A school, a team, visits and people to be visited at home as well. */
  readonly road?: boolean;
  /** Names that are given in turn, in place of the invented ones. */
  readonly names?: readonly string[];
};

/** Fills a data folder with an office whose morning has already begun, in a time that passes as it would have. */
export function playedMorning(play: Play): (dataFolder: string) => Promise<void> {
  return async (folder) => {
    const days = Array.from(
      { length: (play.daysBefore ?? 0) + 1 },
      (_, index) => (play.daysBefore ?? 0) - index,
    );
    // Soon after midnight the morning that has passed is shorter, and everything in it quicker: it is all of one day.
    const minuteMs = Math.min(60_000, sinceMidnight() / (play.minutes + 1));
    for (const [place, before] of days.entries()) {
      const start = Date.now() - before * DAY_MS - play.minutes * minuteMs;
      let passed = 0;
      const opened = openDesk({
        folder,
        clock: { now: () => new Date(start + passed).toISOString(), monotonic: () => passed },
      });
      if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
      const call = (async (method: MethodName, input: unknown) =>
        opened.desk.dispatch(method, input, caller, uuid())) as PlayerCall;
      const businessDay = localDay(new Date(start).toISOString());
      const office =
        place === 0 ? await demand(call, 'office.set-up', OFFICE) : await demand(call, 'office.show', {});
      const counters = office?.counters ?? [];
      await demand(call, 'day.open', { businessDay });
      const planned = sampleDay({
        seed: 7 + before,
        citizens: play.citizens,
        businessDay,
        minutes: play.minutes + 10,
      });
      const { names } = play;
      const visitors =
        names === undefined
          ? planned
          : planned.map((visitor, index) => ({
              ...visitor,
              requests: visitor.requests.map((request) => ({
                ...request,
                person: { ...request.person, fullName: names[index % names.length] ?? '' },
              })),
            }));
      await playDay({
        visitors,
        counterIds: (play.atWork ?? [0, 1]).flatMap((at) => counters[at]?.id ?? []),
        call,
        untilMinute: play.minutes,
        at: (minute) => (passed = Math.round(minute * minuteMs)),
      });
      if (before > 0) await demand(call, 'day.close', { businessDay, leftovers: 'left' });
      else if (play.road === true)
        await planRoad((method, input) => demand(call, method, input), businessDay);
      await opened.desk.close();
    }
  };
}

/** Milliseconds of the office's day that have passed. */
function sinceMidnight(): number {
  return Date.now() - Date.parse(`${localDay(new Date().toISOString())}T00:00:00+07:00`);
}

const OFFICE: Input<'office.set-up'> = {
  name: 'Công an phường Bình Minh',
  code: 'BM-01',
  receivingLevel: 'Phòng tổng hợp, Công an tỉnh Lam Giang',
  counters: ['Quầy 1', 'Quầy 2', 'Quầy 3'],
  settings: {
    superior: 'Công an tỉnh Lam Giang',
    address: 'Số 12 đường Hoa Gạo, phường Bình Minh',
    openingHours: '07:30–11:30, 13:00–17:00',
  },
};

async function demand<M extends MethodName>(
  call: PlayerCall,
  method: M,
  input: Input<M>,
): Promise<Output<M>> {
  const reply: DeskReply<Output<M>> = await call(method, input);
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.problem)}`);
  return reply.value;
}
