import { randomUUID } from 'node:crypto';
import { deskContract, isMethod, type MethodName } from '#shared/contract/desk-contract.ts';
import type { DeskEvent } from '#shared/contract/event.ts';
import type { DeskMethod } from '#shared/contract/method.ts';
import { answered, refused, type DeskProblem, type DeskReply } from '#shared/contract/problem.ts';
import type { Caller, DeskCall, DeskSetting, Services } from './desk-call.ts';
import { appendEvent } from './event-log.ts';
import { bodyHash, firstReply, keepReply } from './idempotency.ts';
import { Refusal } from './refusal.ts';
import { faultKind } from './store/store-fault.ts';

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
): DeskReply<unknown> {
  try {
    if (!isMethod(method)) return refused({ code: 'unknown-method' });
    const rule: DeskMethod = deskContract[method];
    if (!rule.roles.includes(caller.role)) return refused({ code: 'not-allowed', role: caller.role });
    if (rule.kind === 'command' && (key === undefined || !keyPattern.test(key))) {
      return refused({ code: 'idempotency-key-missing' });
    }
    const parsed = rule.input.safeParse(payload ?? {});
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return refused({ code: 'invalid-input', path: issue?.path.join('.') ?? '', reason: (issue?.message ?? '').slice(0, 200) });
    }
    const events: DeskEvent[] = [];
    const reply =
      rule.kind === 'query'
        ? answered(serve(desk, services, caller, events, method, parsed.data))
        : runCommand(desk, services, caller, events, method, parsed.data, key ?? '');
    if (events.length > 0) announce(events);
    return reply;
  } catch (error) {
    return refused(asProblem(desk, log, method, error));
  }
}

function serve(
  desk: DeskSetting,
  services: Services,
  caller: Caller,
  events: DeskEvent[],
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
      const appended = appendEvent(desk.store, at, event);
      events.push(appended);
      return appended;
    },
  };
  const service = services[method] as (call: DeskCall, input: unknown) => unknown;
  return service(call, input);
}

function runCommand(
  desk: DeskSetting,
  services: Services,
  caller: Caller,
  events: DeskEvent[],
  method: MethodName,
  input: unknown,
  key: string,
): DeskReply<unknown> {
  const hash = bodyHash(input);
  return desk.store.write(() => {
    const first = firstReply(desk.store, key, method, hash);
    if (first !== undefined) return first;
    const reply = answered(serve(desk, services, caller, events, method, input));
    keepReply(desk.store, key, method, hash, reply, desk.clock.now());
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
