import type { Clock } from '#electron/desk/clock.ts';
import type { Desk, DeskListener, Opening } from '#electron/desk/desk.ts';
import type { Asker } from '#electron/desk/desk-call.ts';
import { BEAT_NAME, type StreamHello } from '#shared/contract/channels.ts';
import { deskContract, isMethod } from '#shared/contract/desk-contract.ts';
import type { DeskEvent } from '#shared/contract/event.ts';
import { LINE } from '#shared/contract/lan-line.ts';
import { answered, refused, type DeskProblem, type DeskReply } from '#shared/contract/problem.ts';
import type { Health } from '#shared/contract/system.ts';
import type { SentMessage } from '#shared/contract/sent-messages.ts';
import type { Printers } from '#electron/desk/paper/port/printer-work.ts';
import { LineFault, type HostAddress, type PinnedLine, type StreamEnd } from './pinned-line.ts';
import { printHere } from './print-here.ts';

/** A desk on another PC as the host of this one serves it: there while the line is, else the reason why not. */
export type JoinedDesk = {
  state(): Promise<Opening>;
  dispatch: Desk['dispatch'];
  close(): Promise<void>;
};

export type JoinedDeskOptions = {
  readonly line: PinnedLine;
  readonly at: HostAddress;
  readonly clock: Clock;
  /** Looks for the desk where it is no longer found at its address. */
  readonly find?: () => Promise<HostAddress | undefined>;
  /** It was found there. */
  readonly moved?: (at: HostAddress) => void;
  /** What this PC prints with; where it is not told, the desk's own PC prints. */
  readonly printers?: Printers;
  /** What is told of this PC where the desk would tell of its own. */
  readonly own?: Pick<Health, 'dataFolder' | 'electron' | 'keepsKeys' | 'joinedAs'>;
};

type Call = { method: string; payload: unknown; asker: Asker; key: string | undefined };
const PAUSE_MS = 200;
/** Who was refused for what only people mend asks seldom: the desk meets so many beginnings a second, of all devices together. */
const REFUSED_MS = 3_000;
const FOR_PEOPLE: readonly DeskProblem['code'][] = ['device-revoked', 'device-doubled', 'version-differs'];
/** So long a command whose answer was lost waits for the line before it is answered as unknown. */
const BACK_MS = 3_000;
const FIND_EVERY_MS = 3_000;
const MOST_ATTEMPTS = 4;
const MOST_IN_DOUBT = 500;

/**
 * The third maker of a desk: everything is asked of the desk that was joined, and its events are handed on. While the line is cut
 * nothing is queued and nothing answered from memory. A command that may have arrived is asked again with its key, and until that
 * is answered its key is never refused as if nothing had been sent.
 */
export function joinedDesk(options: JoinedDeskOptions): JoinedDesk {
  const { line, clock } = options;
  const listeners = new Set<DeskListener>();
  const waiting = new Set<() => void>();
  /** Keys of commands that may have been done. */
  const inDoubt = new Set<string>();
  let { at } = options;
  /** Where the desk itself was last. */
  let home = at;
  let problem: DeskProblem = { code: 'line-cut', since: clock.now() };
  let desk: Desk | undefined;
  let last = 0;
  let heardAt = clock.now();
  let failures = 0;
  /** Somebody is there who can say himself why there is no desk: it may be another one in a moment. */
  let isReachable = false;
  let soughtAt = -Infinity;
  let isOver = false;

  function hear({ event, data }: SentMessage): void {
    heardAt = clock.now();
    const said: unknown = JSON.parse(data);
    if (event === BEAT_NAME) {
      const { hello } = said as { hello?: StreamHello };
      if (hello !== undefined) up(hello);
      return;
    }
    const news = said as DeskEvent;
    last = Math.max(last, news.number);
    for (const listener of listeners) listener.news([news]);
  }

  function up(hello: StreamHello): void {
    failures = 0;
    isReachable = true;
    last = hello.since;
    desk = {
      id: hello.desk,
      dispatch,
      eventsSince,
      lastEvent: async () => last,
      subscribe,
      close: async () => {},
    };
    if (at !== home) keepAddress();
    for (const go of waiting) go();
  }

  function keepAddress(): void {
    home = at;
    try {
      options.moved?.(at);
    } catch {
      // A disk that takes no file now: after the next start the desk is looked for once more.
    }
  }

  function down(end: StreamEnd): void {
    if (desk !== undefined || problem.code !== 'line-cut') {
      const since = problem.code === 'line-cut' && desk === undefined ? problem.since : heardAt;
      problem = { code: 'line-cut', since };
    }
    if (end.kind === 'foreign') problem = { code: 'host-changed', address: `${at.address}:${at.port}` };
    if (end.kind === 'refused') problem = asJoined(end.problem);
    isReachable = end.kind === 'ended' || end.kind === 'refused';
    desk = undefined;
    // What waits for an answer waits on where only the stream is over: the desk may be about to answer.
    if (end.kind === 'silent' || end.kind === 'foreign') line.cut();
    const readers = [...listeners];
    listeners.clear();
    for (const { ended } of readers) ended();
  }

  async function keepUp(): Promise<void> {
    while (!isOver) {
      const end = await line.stream(at, '/events', hear);
      if (isOver) return;
      failures += 1;
      down(end);
      const isFirst = failures === 1 && end.kind === 'ended';
      const isSought = failures > 1 && end.kind !== 'refused';
      const isForPeople = end.kind === 'refused' && FOR_PEOPLE.includes(problem.code);
      const rest = isForPeople ? REFUSED_MS : PAUSE_MS;
      await Promise.all([isFirst ? undefined : pause(rest), isSought ? seek() : undefined]);
    }
  }

  /**
   * Where its address no longer answers, the desk may have another one: whoever says so is known by the certificate. After a wrong one
   * its own is tried again, so that false answers keep nobody away from it.
   */
  async function seek(): Promise<void> {
    if (at !== home) {
      at = home;
      return;
    }
    if (options.find === undefined || clock.monotonic() - soughtAt < FIND_EVERY_MS) return;
    soughtAt = clock.monotonic();
    const found = await options.find().catch(() => undefined);
    if (found !== undefined) at = found;
  }

  function pause(milliseconds: number): Promise<void> {
    return new Promise((done) => setTimeout(done, milliseconds));
  }

  /** Until the line is back, or for so long. */
  function back(): Promise<void> {
    return new Promise((done) => {
      const go = (): void => {
        clearTimeout(timer);
        waiting.delete(go);
        done();
      };
      const timer = setTimeout(go, BACK_MS);
      waiting.add(go);
    });
  }

  function doubt(key: string): void {
    inDoubt.add(key);
    const [oldest] = inDoubt;
    if (inDoubt.size > MOST_IN_DOUBT && oldest !== undefined) inDoubt.delete(oldest);
  }

  function send({ method, payload, asker, key }: Call): Promise<DeskReply<unknown>> {
    return line.ask(at, {
      method: 'POST',
      path: `/desk/${encodeURIComponent(method)}`,
      body: JSON.stringify(payload ?? {}),
      headers: {
        'x-desk-role': asker.role,
        ...(asker.session === undefined ? {} : { 'x-desk-session': asker.session }),
        // A key of letters that no header carries is none, and is refused as such.
        ...(key === undefined ? {} : { 'idempotency-key': encodeURIComponent(key) }),
      },
    });
  }

  async function ask(call: Call): Promise<DeskReply<unknown>> {
    const { method, key } = call;
    const isCommand = isMethod(method) && deskContract[method].kind === 'command';
    for (let attempt = 1; ; attempt += 1) {
      const isDoubted = key !== undefined && inDoubt.has(key);
      if (!isReachable && isDoubted) await back();
      if (!isReachable) return refused(isDoubted ? { code: 'unreachable' } : problem);
      try {
        const reply = await send(call);
        if (key !== undefined) inDoubt.delete(key);
        return reply.ok ? reply : refused(asJoined(reply.problem));
      } catch (fault) {
        if (isCommand && key !== undefined && fault instanceof LineFault && fault.sent) doubt(key);
        if (attempt >= MOST_ATTEMPTS) return refused({ code: 'unreachable' });
        await pause(PAUSE_MS);
      }
    }
  }

  const passOn: Desk['dispatch'] = (method, payload, asker, key) => ask({ method, payload, asker, key });
  const printed = options.printers && printHere(options.printers, passOn);
  const dispatch: Desk['dispatch'] = async (method, payload, from, key) => {
    const asker = printed?.inWhoseName(from) ?? from;
    const own = printed?.serve(method, payload, asker, key);
    if (own !== undefined) return own;
    const reply = await passOn(method, payload, asker, key);
    if (!reply.ok || method !== 'system.health') return reply;
    const health = reply.value as Health;
    // An answer may be here before the event it knows of.
    if (health.desk === desk?.id) last = Math.max(last, health.lastEvent);
    // A display is told nothing of this PC.
    return asker.role === 'display' ? reply : answered({ ...health, ...options.own });
  };

  async function eventsSince(since: number, limit = 1000): Promise<readonly DeskEvent[]> {
    if (since >= last) return [];
    const reply = await line.ask(at, { method: 'GET', path: `${LINE.page}?since=${since}` });
    if (!reply.ok) throw new Error(reply.problem.code);
    return (reply.value as DeskEvent[]).slice(0, limit);
  }

  function subscribe(listener: DeskListener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  void keepUp();
  return {
    state: async () => (desk === undefined ? { ok: false, problem } : answeredDesk(desk)),
    dispatch,
    async close() {
      isOver = true;
      down({ kind: 'refused', problem: { code: 'desk-closing' } });
      isReachable = false;
      line.cut();
      for (const go of waiting) go();
    },
  };
}

function answeredDesk(desk: Desk): Opening {
  return { ok: true, desk };
}

/** A token that opens nothing means at this PC that it was revoked. */
function asJoined(problem: DeskProblem): DeskProblem {
  return problem.code === 'sender-refused' ? { code: 'device-revoked' } : problem;
}
