import { v7 as uuid } from 'uuid';
import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { DeskProblem, DeskReply } from '#shared/contract/problem.ts';
import type { Role } from '#shared/contract/method.ts';
import type { Ticket } from '#shared/contract/ticket.ts';
import type { Clock } from '#electron/desk/clock.ts';
import { deskOver, type DeskCore, type OpenDeskOptions } from '#electron/desk/open-desk.ts';
import { openStore } from '#electron/desk/store/open-store.ts';
import { openMemoryStore } from '#tests/support/memory-store.ts';
import { bearDesk } from './born-folder.ts';
import { warmChild } from './warm-child.ts';
import type { Store } from '#electron/desk/store/store.ts';

/** A clock that only the test moves; wall clock and monotonic clock can be moved apart. */
export type TestClock = Clock & { pass(seconds: number): void; jump(minutes: number): void };

/** Its `set` sets both clocks, back too, for another desk that lives through the same. */
export type SetClock = TestClock & { set(to: string): void };

export function testClock(start = '2026-11-20T00:30:00.000Z'): SetClock {
  let wall = Date.parse(start);
  let mono = 0;
  return {
    now: () => new Date(wall).toISOString(),
    monotonic: () => mono,
    pass(seconds) {
      wall += seconds * 1000;
      mono += seconds * 1000;
    },
    jump(minutes) {
      wall += minutes * 60_000;
    },
    set(to) {
      mono += Date.parse(to) - wall;
      wall = Date.parse(to);
    },
  };
}

/** A guess costs nothing here. */
const CHEAP = { m: 8, t: 1 };

/** The core of a desk over the database of a folder, and its store. */
export function deskIn(
  folder: string,
  options: Partial<OpenDeskOptions> = {},
): { desk: DeskCore; store: Store } {
  const clock = options.clock ?? testClock();
  const key = options.keys?.known() ?? null;
  const born = options.keys?.born() ?? null;
  if (key === null && born === null) bearDesk(folder, clock.now());
  const opened = openStore({ folder, create: true, now: clock.now(), moved: true, key, born });
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  const desk = deskOver(opened.store, { startChild: warmChild, pinCost: CHEAP, ...options, clock });
  return { desk, store: opened.store };
}

export type TestDesk = {
  readonly desk: DeskCore;
  readonly store: Store;
  readonly clock: TestClock;
  readonly counters: readonly string[];
  readonly incidents: unknown[];
  reply<M extends MethodName>(method: M, input: Input<M>, role?: Role): DeskReply<Output<M>>;
  /** The value of a call that must not be refused. */
  call<M extends MethodName>(method: M, input: Input<M>): Output<M>;
  /** The problem of a call that must be refused. */
  refusal<M extends MethodName>(method: M, input: Input<M>, role?: Role): DeskProblem;
  issue(options?: {
    priority?: boolean;
    procedure?: Ticket['requests'][number]['procedure'];
    name?: string;
  }): Ticket;
  /** Calls the next ticket to a counter and starts it; the queue must not be empty. */
  serveNext(counter?: number): Ticket;
  finish(ticket: Ticket, outcome?: NonNullable<Ticket['requests'][number]['outcome']>): Ticket;
};

/** A real desk over a store in memory, set up with counters and an open day. */
export function openTestDesk(
  options: {
    counters?: number;
    day?: string | null;
    settings?: NonNullable<Input<'office.set-up'>['settings']>;
    series?: NonNullable<Input<'office.set-up'>['series']>;
    clock?: TestClock;
    printing?: Pick<OpenDeskOptions, 'drivers' | 'networkPatience'>;
  } = {},
): TestDesk {
  const desk = emptyDesk(options.clock ?? testClock(), options.printing);
  const office = desk.call('office.set-up', {
    name: 'Công an phường Bình Minh',
    code: 'BM-01',
    receivingLevel: 'Phòng PC06',
    counters: Array.from({ length: options.counters ?? 2 }, (_, index) => `Quầy ${index + 1}`),
    ...(options.settings === undefined ? {} : { settings: options.settings }),
    ...(options.series === undefined ? {} : { series: options.series }),
  });
  if (options.day !== null) desk.call('day.open', { businessDay: options.day ?? '2026-11-20' });
  desk.counters.push(...office.counters.map(({ id }) => id));
  return desk;
}

/** A desk over a store in memory that is of no office yet; whoever makes it one names its counters. */
export function emptyDesk(
  clock: TestClock,
  printing: Pick<OpenDeskOptions, 'drivers' | 'networkPatience'> = {},
): TestDesk & { readonly counters: string[] } {
  const incidents: unknown[] = [];
  const store = openMemoryStore();
  const desk = deskOver(store, {
    clock,
    version: 'test',
    ...printing,
    pinCost: CHEAP,
    log: (_incident, _method, error) => incidents.push(error),
  });
  const reply = <M extends MethodName>(method: M, input: Input<M>, role: Role = 'leader') =>
    desk.dispatch(method, input, { role }, uuid()) as DeskReply<Output<M>>;
  const call = <M extends MethodName>(method: M, input: Input<M>): Output<M> => {
    const answer = reply(method, input);
    if (!answer.ok)
      throw new Error(
        `${method} was refused: ${JSON.stringify(answer.problem)} ${JSON.stringify(incidents.at(-1) ?? null)}`,
      );
    return answer.value;
  };
  const counters: string[] = [];
  const counterAt = (index: number): string => {
    const id = counters[index];
    if (id === undefined) throw new Error(`the test desk has no counter ${index}`);
    return id;
  };
  return {
    desk,
    store,
    clock,
    counters,
    incidents,
    reply,
    call,
    refusal(method, input, role) {
      const answer = reply(method, input, role);
      if (answer.ok) throw new Error(`${method} was not refused`);
      return answer.problem;
    },
    issue: ({ priority = false, procedure = 'level-2', name } = {}) =>
      call('ticket.issue', {
        priority,
        requests: [
          { procedure, subject: 'citizen', ...(name === undefined ? {} : { person: { fullName: name } }) },
        ],
      }),
    serveNext(counter = 0) {
      const called = call('ticket.call-next', { counterId: counterAt(counter) });
      if (called === null) throw new Error('nobody is waiting');
      return call('ticket.start', { ticketId: called.id, counterId: counterAt(counter) });
    },
    finish: (ticket, outcome = 'taken') =>
      call('ticket.finish', {
        ticketId: ticket.id,
        outcomes: ticket.requests.map((request) => ({ requestId: request.id, outcome })),
      }),
  };
}
