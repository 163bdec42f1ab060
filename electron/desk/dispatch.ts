import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { deskContract, isMethod, type MethodName } from '#shared/contract/desk-contract.ts';
import type { DeskEvent } from '#shared/contract/event.ts';
import type { DeskMethod } from '#shared/contract/method.ts';
import { answered, refused, type DeskProblem, type DeskReply } from '#shared/contract/problem.ts';
import { isCommandKey, parseInput } from './call-input.ts';
import type { Clock } from './clock.ts';
import type { CountReads } from './count-reads.ts';
import type {
  Asker,
  Caller,
  CommandCall,
  DeskAnswer,
  DeskCall,
  DeskFacts,
  QueryCall,
  Services,
} from './desk-call.ts';
import { appendEvent, eventAt } from './store/rows/event-row.ts';
import { bodyHash, firstReply, keepReply } from './store/rows/idempotency-row.ts';
import { Refusal } from './refusal.ts';
import { storeProblem } from './store/store-problem.ts';
import type { WritableStore } from './store/store.ts';

/** Where an incident's details go; the caller only learns its number. */
export type IncidentLog = (incident: string, method: string, error: unknown) => void;

/** What calls are served with. */
type Dispatching = {
  readonly store: WritableStore;
  readonly clock: Clock;
  /** Identity of this run of the program. */
  readonly run: string;
  /** In whose name an asker acts, and in which role. */
  readonly callerOf: CallerOf;
  readonly facts: DeskFacts;
  readonly services: Services;
  /** Told of every call that was answered. */
  readonly reads: Pick<CountReads, 'served'>;
  /** Told of the events of a call after its commit. */
  readonly announce: (events: readonly DeskEvent[]) => void;
  readonly log: IncidentLog;
};

export type Dispatch = (...call: DeskCall) => DeskAnswer;

/** A call that was let in, with what was parsed of it. */
type Admitted = {
  readonly method: MethodName;
  readonly rule: DeskMethod;
  readonly input: unknown;
  readonly caller: Caller;
  readonly key: string;
  readonly events: DeskEvent[];
};

type CallerOf = (rule: DeskMethod, asker: Asker) => DeskReply<Caller>;

type Running = {
  readonly method: MethodName;
  readonly hash: string;
  readonly reply: Promise<DeskReply<unknown>>;
};

/** Stands for the hash of a body that must leave nothing of itself. */
const SECRET = 'secret';

/**
 * Parses, authorises and runs calls. Never throws: every failure is a problem of the closed union, and what was not
 * foreseen carries an incident number whose details are in the log only. Events are announced after the commit.
 */
export function dispatcher(desk: Dispatching): Dispatch {
  const { store, clock, announce } = desk;
  const running = new Map<string, Running>();

  function serve(call: Admitted): unknown {
    const { rule, events, caller } = call;
    const at = clock.now();
    const service = desk.services[call.method] as (call: QueryCall | CommandCall, input: unknown) => unknown;
    if (rule.kind === 'query') return service({ ...desk.facts, store: store.reader, caller, at }, call.input);
    const command: CommandCall = {
      ...desk.facts,
      store,
      caller,
      at,
      run: desk.run,
      mono: clock.monotonic(),
      append(event, by = caller) {
        // Others have written to the journal while a slow command was under way: its events happen now.
        const appended = appendEvent(store, rule.slow === true ? clock.now() : at, by, event);
        events.push(appended);
        return appended;
      },
    };
    return service(command, call.input);
  }

  /** The first reply for this key, or a new one kept with what it changed in one transaction. */
  function runCommand(call: Admitted): DeskAnswer {
    const hash = call.rule.secret === true ? SECRET : bodyHash(call.input);
    if (call.rule.slow === true) return joinSlowCommand(call, hash);
    return store.write(() => {
      const first = repeated(call, hash);
      if (first !== undefined) return first;
      const reply = answered(serve(call));
      keep(call, hash, reply);
      return reply;
    });
  }

  function repeated({ method, key, rule }: Admitted, hash: string): DeskReply<unknown> | undefined {
    const first = firstReply(store, key, method, hash);
    if (first !== undefined && rule.secret === true) throw new Refusal({ code: 'secret-not-repeated' });
    return first;
  }

  /** Of a secret only that there was one. */
  function keep({ method, key, rule }: Admitted, hash: string, reply: DeskReply<unknown>): void {
    keepReply(store, key, method, hash, rule.secret === true ? answered(null) : reply, clock.now());
  }

  /** A slow command is not repeated while it runs: the same key and body waits for its reply, another body is refused. */
  function joinSlowCommand(call: Admitted, hash: string): Promise<DeskReply<unknown>> {
    const { method, key } = call;
    const first = running.get(key);
    if (first !== undefined) {
      if (first.method !== method || first.hash !== hash)
        throw new Refusal({ code: 'idempotency-key-reused' });
      if (call.rule.secret === true) throw new Refusal({ code: 'secret-not-repeated' });
      return first.reply;
    }
    const reply = runSlowCommand(call, hash).finally(() => running.delete(key));
    running.set(key, { method, hash, reply });
    return reply;
  }

  /**
   * What it did lies outside of the store and cannot be rolled back, so the key is kept after the work. A crash in between
   * leaves the service to refuse the repetition, or to do the same again where that does no harm.
   */
  async function runSlowCommand(call: Admitted, hash: string): Promise<DeskReply<unknown>> {
    const first = repeated(call, hash);
    if (first !== undefined) return first;
    const reply = answered(await serve(call));
    return store.write(() => {
      const meanwhile = repeated(call, hash);
      if (meanwhile !== undefined) return meanwhile;
      keep(call, hash, reply);
      return reply;
    });
  }

  /** A slow command has transactions of its own, and one of them may have been rolled back: only what the log holds is told. */
  function announceStored(events: readonly DeskEvent[]): void {
    const stored = events.filter((event) => isDeepStrictEqual(eventAt(store, event.number), event));
    if (stored.length > 0) announce(stored);
  }

  function told({ rule, input, caller }: Admitted, reply: DeskReply<unknown>): DeskReply<unknown> {
    if (reply.ok) desk.reads.served(rule, input, caller);
    return reply;
  }

  function problemOf(method: string, error: unknown): DeskProblem {
    if (error instanceof Refusal) return error.problem;
    const problem = storeProblem(error, store.file);
    if (problem !== null && problem.code !== 'store-corrupted') return problem;
    const incident = problem === null ? randomUUID() : problem.code;
    desk.log(incident, method, error);
    return problem ?? { code: 'unexpected', incident };
  }

  return (method, payload, asker, key) => {
    try {
      const admitted = admit(method, payload, asker, key, desk.callerOf);
      if (!admitted.ok) return admitted;
      const { value: call } = admitted;
      const reply = call.rule.kind === 'query' ? asReply(serve(call)) : runCommand(call);
      if (reply instanceof Promise) {
        return reply
          .then((answer) => told(call, answer))
          .catch((error: unknown) => refused(problemOf(method, error)))
          .finally(() => announceStored(call.events));
      }
      if (call.events.length > 0) announce(call.events);
      return told(call, reply);
    } catch (error) {
      return refused(problemOf(method, error));
    }
  };
}

/** Whether there is such a method, its caller may call it, and what it was handed is what it takes. */
export function admit(
  method: string,
  payload: unknown,
  asker: Asker,
  key: string | undefined,
  callerOf: CallerOf,
): DeskReply<Admitted> {
  if (!isMethod(method)) return refused({ code: 'unknown-method' });
  const rule: DeskMethod = deskContract[method];
  const who = callerOf(rule, asker);
  if (!who.ok) return who;
  const caller = who.value;
  if (!rule.roles.includes(caller.role)) return refused({ code: 'not-allowed', role: caller.role });
  if (rule.kind === 'command' && !isCommandKey(key)) {
    return refused({ code: 'idempotency-key-missing' });
  }
  const parsed = parseInput(rule.input, payload);
  if (!parsed.ok) return parsed;
  return answered({ method, rule, input: parsed.value, caller, key: key ?? '', events: [] });
}

function asReply(value: unknown): DeskAnswer {
  return value instanceof Promise ? value.then(answered) : answered(value);
}
