import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { deskContract, isMethod, type MethodName } from '#shared/contract/desk-contract.ts';
import type { DeskEvent } from '#shared/contract/event.ts';
import type { DeskMethod } from '#shared/contract/method.ts';
import { answered, refused, type DeskProblem, type DeskReply } from '#shared/contract/problem.ts';
import type { Caller, DeskCall, DeskSetting, Services } from './desk-call.ts';
import { appendEvent, eventAt } from './event-log.ts';
import { bodyHash, firstReply, keepReply } from './idempotency.ts';
import { isTooDeep } from './payload-depth.ts';
import { Refusal } from './refusal.ts';
import { faultKind } from './store/store-fault.ts';

/** A reply, or the promise of one where files are written or rendered. */
export type DeskAnswer = DeskReply<unknown> | Promise<DeskReply<unknown>>;

/** Where an incident's details go; the caller only learns its number. */
export type IncidentLog = (incident: string, method: string, error: unknown) => void;

type Announce = (events: readonly DeskEvent[]) => void;

const keyPattern = /^[\w-]{8,80}$/;

/**
 * Parses, authorises and runs one call. Never throws: every failure is a problem of the closed union, and what was not
 * foreseen carries an incident number whose details are in the log only. Events are announced after the commit.
 */
export function dispatchCall(
  desk: DeskSetting,
  services: Services,
  announce: Announce,
  log: IncidentLog,
  method: string,
  payload: unknown,
  caller: Caller,
  key: string | undefined,
): DeskAnswer {
  try {
    if (!isMethod(method)) return refused({ code: 'unknown-method' });
    const rule: DeskMethod = deskContract[method];
    if (!rule.roles.includes(caller.role)) return refused({ code: 'not-allowed', role: caller.role });
    if (rule.kind === 'command' && (key === undefined || !keyPattern.test(key))) {
      return refused({ code: 'idempotency-key-missing' });
    }
    if (isTooDeep(payload)) return refused({ code: 'invalid-input', path: '', reason: 'too-deep' });
    const parsed = rule.input.safeParse(payload ?? {});
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return refused({
        code: 'invalid-input',
        path: issue?.path.join('.') ?? '',
        reason: (issue?.message ?? '').slice(0, 200),
      });
    }
    const events: DeskEvent[] = [];
    const serveIt = () => serve(desk, services, caller, events, rule, method, parsed.data);
    const reply =
      rule.kind === 'query'
        ? asReply(serveIt())
        : runCommand(desk, rule, method, bodyHash(parsed.data), key ?? '', serveIt);
    if (reply instanceof Promise) {
      return reply
        .catch((error: unknown) => refused(asProblem(desk, log, method, error)))
        .finally(() => announceStored(desk, events, announce));
    }
    if (events.length > 0) announce(events);
    return reply;
  } catch (error) {
    return refused(asProblem(desk, log, method, error));
  }
}

/** A slow command has transactions of its own, and one of them may have been rolled back: only what the log holds is told. */
function announceStored(desk: DeskSetting, events: readonly DeskEvent[], announce: Announce): void {
  const stored = events.filter((event) => isDeepStrictEqual(eventAt(desk.store, event.number), event));
  if (stored.length > 0) announce(stored);
}

function serve(
  desk: DeskSetting,
  services: Services,
  caller: Caller,
  events: DeskEvent[],
  rule: DeskMethod,
  method: MethodName,
  input: unknown,
): unknown {
  const at = desk.clock.now();
  const call: DeskCall = {
    ...desk,
    caller,
    at,
    mono: desk.clock.monotonic(),
    append(event) {
      // Others have written to the journal while a slow command was under way: its events happen now.
      const appended = appendEvent(desk.store, rule.slow === true ? desk.clock.now() : at, event);
      events.push(appended);
      return appended;
    },
  };
  const service = services[method] as (call: DeskCall, input: unknown) => unknown;
  return service(call, input);
}

function asReply(value: unknown): DeskAnswer {
  return value instanceof Promise ? value.then(answered) : answered(value);
}

/** The first reply for this key, or a new one kept with what it changed in one transaction. */
function runCommand(
  desk: DeskSetting,
  rule: DeskMethod,
  method: MethodName,
  hash: string,
  key: string,
  serveIt: () => unknown,
): DeskAnswer {
  const { store, clock } = desk;
  if (rule.slow === true) return joinSlowCommand(desk, method, hash, key, serveIt);
  return store.write(() => {
    const first = firstReply(store, key, method, hash);
    if (first !== undefined) return first;
    const reply = answered(serveIt());
    keepReply(store, key, method, hash, reply, clock.now());
    return reply;
  });
}

type Running = {
  readonly method: MethodName;
  readonly hash: string;
  readonly reply: Promise<DeskReply<unknown>>;
};

const running = new WeakMap<DeskSetting, Map<string, Running>>();

/** A slow command is not repeated while it runs: the same key and body waits for its reply, another body is refused. */
function joinSlowCommand(
  desk: DeskSetting,
  method: MethodName,
  hash: string,
  key: string,
  serveIt: () => unknown,
): Promise<DeskReply<unknown>> {
  const here = running.get(desk) ?? new Map<string, Running>();
  running.set(desk, here);
  const first = here.get(key);
  if (first !== undefined) {
    if (first.method !== method || first.hash !== hash) throw new Refusal({ code: 'idempotency-key-reused' });
    return first.reply;
  }
  const reply = runSlowCommand(desk, method, hash, key, serveIt).finally(() => here.delete(key));
  here.set(key, { method, hash, reply });
  return reply;
}

/**
 * What it did lies outside of the store and cannot be rolled back, so the key is kept after the work. A crash in between
 * leaves the service to refuse the repetition, or to do the same again where that does no harm.
 */
async function runSlowCommand(
  desk: DeskSetting,
  method: MethodName,
  hash: string,
  key: string,
  serveIt: () => unknown,
): Promise<DeskReply<unknown>> {
  const { store, clock } = desk;
  const first = firstReply(store, key, method, hash);
  if (first !== undefined) return first;
  const reply = answered(await serveIt());
  return store.write(() => {
    const meanwhile = firstReply(store, key, method, hash);
    if (meanwhile !== undefined) return meanwhile;
    keepReply(store, key, method, hash, reply, clock.now());
    return reply;
  });
}

function asProblem(desk: DeskSetting, log: IncidentLog, method: string, error: unknown): DeskProblem {
  if (error instanceof Refusal) return error.problem;
  const file = desk.store.file;
  switch (faultKind(error)) {
    case 'full':
      return { code: 'store-full', file };
    case 'readonly':
      return { code: 'store-readonly', file };
    case 'busy':
      return { code: 'store-busy' };
    case 'corrupted':
      log('store-corrupted', method, error);
      return { code: 'store-corrupted' };
    default: {
      const incident = randomUUID();
      log(incident, method, error);
      return { code: 'unexpected', incident };
    }
  }
}
