import { deskAccess } from './access/access.ts';
import { officerPins } from '#electron/access/pins.ts';
import { copyKeeper } from './backup/copy-keeper.ts';
import { endRestore } from './backup/restored.ts';
import { forkChild } from './backup/run-in-child.ts';
import type { StartChild } from './child-program.ts';
import { newId } from './new-id.ts';
import { gatherCommands } from './one-commit.ts';
import { countReads } from './count-reads.ts';
import type { DeskEvent } from '#shared/contract/event.ts';
import { refused, type DeskProblem } from '#shared/contract/problem.ts';
import { systemClock, watchClock, type Clock } from './clock.ts';
import { PROGRAM, type DeskAnswer, type DeskCall } from './desk-call.ts';
import type { Desk, DeskListener, Opening } from './desk.ts';
import { dispatcher, type Dispatch, type IncidentLog } from './dispatch.ts';
import { exportJobs, type JobSetting } from './delivery/export-jobs.ts';
import type { Exporting, ReportPrinter } from './delivery/exporting.ts';
import { KEY_FILE, signingKey } from './delivery/signing-key.ts';
import { appendEvent, chainHead, eventsSince, type NewEvent } from './store/rows/event-row.ts';
import { eraseAgain } from './person/erase.ts';
import { purging as purgingOf } from './person/purge.ts';
import type { DriverPort } from './paper/port/driver-port.ts';
import { usualPatience, type NetworkPatience } from './paper/port/network-printer.ts';
import type { Printing } from './paper/port/printing.ts';
import { lanRoom, revokeAgain } from './lan/lan.ts';
import type { LanPort } from './lan/port/lan-port.ts';
import { Refusal } from './refusal.ts';
import { deskKeys, type DeskKeys } from './seal/desk-keys.ts';
import type { StretchCost } from './seal/stretch.ts';
import { selfCheck } from './self-check.ts';
import { roomSpeakers } from './office/speakers.ts';
import { deskServices } from './services.ts';
import { ownActor, type Actor } from './store/rows/officer-row.ts';
import { openStore } from './store/open-store.ts';
import { detailOf, startUpReason } from './store/store-fault.ts';
import { storeProblem } from './store/store-problem.ts';
import { programUpdates, type Updates } from './update/port/updates.ts';
import { tellArrived } from './update/update.ts';
import type { Store } from './store/store.ts';

/** The desk in the thread of its database: one writer, each command one transaction. Others are offered a `Desk`. */
export type DeskCore = {
  readonly id: string;
  /** Serves one call; never throws or rejects. Only exports and prints answer with a promise. */
  readonly dispatch: Dispatch;
  /** Serves commands in one commit, each as if it stood alone: what one is refused for leaves the others as they are. */
  together(calls: readonly DeskCall[]): readonly DeskAnswer[];
  eventsSince(since: number, limit?: number): DeskEvent[];
  lastEvent(): number;
  subscribe(listener: DeskListener): () => void;
  close(): void;
};

export type OpenDeskOptions = {
  /** Folder that holds (or will hold) the database. */
  readonly folder: string;
  readonly clock?: Clock;
  readonly training?: boolean;
  readonly version?: string;
  readonly electron?: boolean;
  readonly log?: IncidentLog;
  /** The printers of this PC; absent in host mode. */
  readonly drivers?: DriverPort;
  readonly networkPatience?: NetworkPatience;
  /** The sockets towards other PCs; absent where none may come in. */
  readonly lan?: LanPort;
  /** What draws a report as a PDF; absent where there is neither a window nor a browser. */
  readonly reportPrinter?: ReportPrinter;
  /** Starts programs beside this one; Node's own where it is not given. */
  readonly startChild?: StartChild;
  /** The keys of the folder; without them an enciphered database stays sealed. */
  readonly keys?: DeskKeys;
  /** Where it is not given no installer can be started. */
  readonly updates?: Updates;
  /** Copies are made by themselves: in their rhythm, and when a day is closed. */
  readonly copiesByItself?: boolean;
  /** How dear one PIN is to compare; tests make it cheap. */
  readonly pinCost?: StretchCost;
  /** How exports wait and rename, so that tests can make a folder fail. */
  readonly exportMoves?: Pick<JobSetting, 'pause' | 'rename'>;
};

/** The one composition root. A store that cannot be used gives `desk-not-open` with its reason; nothing is changed on disk then. `moved`: an officer's word that the folder was moved here. */
export function openDesk(options: OpenDeskOptions, moved = false): Opening {
  const clock = options.clock ?? systemClock;
  const { keys } = options;
  const opened = openStore({
    folder: options.folder,
    create: true,
    now: clock.now(),
    moved,
    key: keys?.known() ?? null,
    born: keys?.born() ?? null,
  });
  if (!opened.ok) {
    if (opened.reason === 'key-missing') keys?.refute();
    return {
      ok: false,
      problem: {
        code: 'desk-not-open',
        reason: opened.reason === 'sealed' && keys?.hasFile() === false ? 'key-missing' : opened.reason,
        file: opened.file,
        detail: opened.detail,
        ...(opened.lost === undefined ? {} : { lost: opened.lost }),
      },
    };
  }
  if (opened.store.key !== null) keys?.use(opened.store.key);
  try {
    return { ok: true, desk: asDesk(deskOver(opened.store, { ...options, clock })) };
  } catch (error) {
    // What a restore still owes could not be written: the file must not stay locked by a desk that nobody has.
    const { file } = opened.store;
    opened.store.close();
    return {
      ok: false,
      problem: { code: 'desk-not-open', reason: startUpReason(error), file, detail: detailOf(error) },
    };
  }
}

/** The core as the rest of the program sees it. */
export function asDesk(core: DeskCore): Desk {
  const gathered = gatherCommands(core.dispatch, core.together);
  let isClosed = false;
  return {
    id: core.id,
    // Whoever found the desk a moment before it was closed.
    dispatch: async (...call) => (isClosed ? refused({ code: 'desk-closing' }) : gathered.dispatch(...call)),
    eventsSince: async (since, limit) => core.eventsSince(since, limit),
    lastEvent: async () => core.lastEvent(),
    subscribe: (listener) => core.subscribe(listener),
    async close() {
      gathered.flush();
      isClosed = true;
      core.close();
    },
  };
}

/** A desk over a store that is already open; `openDesk` and the tests share it. */
export function deskOver(
  store: Store,
  options: Omit<OpenDeskOptions, 'folder'> & { clock: Clock },
): DeskCore {
  const { clock, copiesByItself = false, version = '0.0.0' } = options;
  const keys = options.keys ?? deskKeys({ folder: store.folder, monotonic: clock.monotonic });
  const log: IncidentLog = options.log ?? (() => {});
  const listeners = new Set<DeskListener>();
  const id = newId();
  const watch = watchClock(clock);
  const closing = new AbortController();
  const own = ownActor(store);
  try {
    eraseAgain(store, clock.now(), own);
    revokeAgain(store, clock.now(), own);
  } catch (error) {
    log(newId(), 'gone-again', error);
  }
  /** What happened in a commit that is still to come. */
  let held: DeskEvent[] | null = null;
  const announce = (events: readonly DeskEvent[]): void => {
    if (held !== null) return void held.push(...events);
    for (const listener of listeners) {
      try {
        listener.news(events);
      } catch (error) {
        // What is committed stays committed, whatever a reader of the news makes of it.
        log('listener', 'announce', error);
      }
    }
  };
  const record = (event: NewEvent, by: Actor = own): void =>
    announce([store.write(() => appendEvent(store, clock.now(), by, event))]);
  const printing: Printing = {
    drivers: options.drivers,
    networkPatience: options.networkPatience ?? usualPatience,
    closing: closing.signal,
    sending: new Set(),
    begun: new Map(),
  };
  const exporting: Exporting = {
    printer: options.reportPrinter,
    jobs: exportJobs({
      closing: closing.signal,
      problemOf: (error) => failureOf(error, store.file, log),
      ...options.exportMoves,
    }),
    closing: closing.signal,
    signingKey: () => signingKey(store),
    record,
  };
  const checking = selfCheck({
    store: store.reader,
    clock,
    tell: (what) => log(newId(), 'self-check', new Error(what)),
  });
  const purging = purgingOf({ store, clock, announce });
  listeners.add({
    news(events) {
      if (events.some(({ name }) => name === 'person.erased')) setImmediate(() => store.scrub());
      const opened = events.find(({ name }) => name === 'day.opened');
      if (opened === undefined) return;
      purging.run(opened).catch((error: unknown) => {
        if (!(error instanceof Refusal)) log(newId(), 'purge', error);
      });
    },
    ended() {},
  });
  const keeper = copyKeeper({
    store,
    clock,
    version,
    startChild: options.startChild ?? forkChild,
    byItself: copiesByItself,
    beside: [KEY_FILE],
    record,
    tell: (error) => log(newId(), 'backup', error),
  });
  listeners.add({
    news(events) {
      if (copiesByItself && events.some(({ name }) => name === 'day.closed'))
        keeper.make('day-close').catch(() => {});
    },
    ended() {},
  });
  const reads = countReads(clock, (events) => {
    try {
      announce(store.write(() => events.map(({ by, event }) => appendEvent(store, clock.now(), by, event))));
      return true;
    } catch (error) {
      log(newId(), 'count-reads', error);
      return false;
    }
  });
  const { updates = programUpdates({ folder: store.folder, version, now: clock.now }) } = options;
  const updating = { store, own, updates, keeper, record };
  const access = deskAccess(store, own);
  const lan = lanRoom({
    store,
    clock,
    port: options.lan,
    version,
    releases: updates.shared,
    announce,
    log: (error) => log(newId(), 'lan', error),
  });
  listeners.add({ news: lan.heard, ended: lan.stop });
  const speakers = roomSpeakers(clock);
  listeners.add({ news: speakers.heard, ended() {} });
  const dispatch = dispatcher({
    store,
    clock,
    run: id,
    callerOf: access.callerOf,
    reads,
    facts: {
      desk: id,
      version,
      training: options.training ?? false,
      electron: options.electron ?? false,
      clockJumpMinutes: () => watch.jumpMinutes,
    },
    services: deskServices(
      printing,
      exporting,
      checking,
      purging,
      keeper,
      keys,
      access,
      officerPins(clock, options.pinCost),
      lan,
      speakers,
      updating,
      options.pinCost,
    ),
    announce,
    log,
  });
  const restored = (): void =>
    endRestore({
      store,
      by: own,
      now: clock.now,
      command: (method, input, key) => dispatch(method, input, PROGRAM, key),
    });
  const close = (): void => {
    reads.stop();
    const readers = [...listeners];
    listeners.clear();
    for (const { ended } of readers) ended();
    closing.abort();
    checking.stop();
    purging.stop();
    keeper.stop();
    store.close();
  };
  try {
    restored();
    tellArrived({ ...updating, log: (error) => log(newId(), 'update', error) });
  } catch (error) {
    close();
    throw error;
  }
  listeners.add({
    news(events) {
      if (events.some(({ name }) => name === 'day.opened')) restored();
    },
    ended() {},
  });
  const look = (): void => {
    const jump = watch.look();
    if (jump !== null) {
      const event = journalJump(store, clock.now(), own, jump);
      if (event !== null) announce([event]);
    }
    reads.look();
  };
  const alone: Dispatch = (...call) => {
    look();
    return dispatch(...call);
  };
  function together(calls: readonly DeskCall[]): readonly DeskAnswer[] {
    look();
    const events: DeskEvent[] = (held = []);
    const replies: DeskAnswer[] = [];
    try {
      store.write(() => {
        for (const call of calls) {
          replies.push(inTransaction(store, dispatch(...call)));
          // What a restore owes to the day comes before the first number that is given on it.
          if (events.some(({ name }) => name === 'day.opened')) break;
        }
      });
    } catch {
      // The disk did not take them together, and nothing of them is stored: each is told what stops it.
      held = null;
      access.changed();
      return calls.map((call) => alone(...call));
    }
    held = null;
    if (events.length > 0) announce(events);
    const rest = calls.slice(replies.length);
    return rest.length === 0 ? replies : [...replies, ...together(rest)];
  }
  lan.begin();
  return {
    id,
    dispatch: alone,
    together,
    eventsSince: (since, limit = 1000) => eventsSince(store, since, limit),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lastEvent: () => chainHead(store).number,
    close,
  };
}

/** A fault of the disk may have ended the transaction under a command: what comes after would be committed by itself. */
function inTransaction<T>(store: Store, value: T): T {
  if (!store.database.inTransaction) throw new Error('the transaction is over');
  return value;
}

/** What stopped an export; what nobody foresaw goes to the log. */
function failureOf(error: unknown, file: string, log: IncidentLog): DeskProblem {
  if (error instanceof Refusal) return error.problem;
  const problem = storeProblem(error, file);
  if (problem !== null) return problem;
  const incident = newId();
  log(incident, 'export', error);
  return { code: 'unexpected', incident };
}

/** The jump goes into the journal; a store that cannot take it is told by the call that follows. */
function journalJump(store: Store, at: string, by: Actor, minutes: number): DeskEvent | null {
  try {
    return store.write(() => appendEvent(store, at, by, { name: 'clock.jumped', data: { minutes } }));
  } catch {
    return null;
  }
}
