import { hash, randomUUID } from 'node:crypto';
import { levelContract, type LevelMethodName } from '#shared/contract/level.ts';
import type { LevelMethod } from '#shared/contract/level-method.ts';
import { answered, refused, type DeskProblem, type DeskReply } from '#shared/contract/problem.ts';
import { isCommandKey, parseInput } from '#electron/desk/call-input.ts';
import { Refusal } from '#electron/desk/refusal.ts';
import type { LevelAccess } from './access/access.ts';
import type { Level, LevelCaller } from './level.ts';
import type { LevelFacts, LevelServices, LevelSlow } from './level-call.ts';
import { firstReplies, keepReplies, type CommandKey } from './store/idempotency-row.ts';

/** Where an incident's details go; the caller only learns its number. */
export type LevelLog = (incident: string, method: string, error: unknown) => void;

type Dispatching = LevelFacts &
  Pick<LevelSlow, 'store' | 'receiver' | 'watch'> & {
    readonly now: () => string;
    /** In whose name an asker acts, and in which role. */
    readonly callerOf: LevelAccess['callerOf'];
    readonly services: Partial<LevelServices>;
    readonly log: LevelLog;
  };

type Admitted = {
  readonly method: LevelMethodName;
  readonly rule: LevelMethod;
  readonly input: unknown;
  readonly asker: LevelCaller;
  readonly key: string;
};

/** Any service, by a call that its row of the contract says it takes. */
type AnyService = (call: unknown, input: unknown) => Promise<unknown>;

/** Stands for the hash of a body that must leave nothing of itself. */
const SECRET = 'secret';

/** Parses, authorises and runs calls. Never rejects: every failure is a problem of the closed union. */
export function levelDispatcher(level: Dispatching): Level['dispatch'] {
  const { store, now, services, log } = level;
  const { folder, key: signing, calendar, printer } = level;
  const facts: LevelFacts = { folder, key: signing, calendar, printer };
  const running = new Map<string, { readonly command: CommandKey; readonly reply: Promise<unknown> }>();

  async function serve(call: Admitted): Promise<unknown> {
    const service = services[call.method] as AnyService | undefined;
    if (service === undefined) throw new Refusal({ code: 'unknown-method' });
    const { rule, asker, input } = call;
    if (rule.kind === 'query') {
      const query = { ...facts, asker, at: now() };
      if (rule.slow === true) return service({ ...query, store }, input);
      return store.read((trx) => service({ ...query, trx }, input));
    }
    const bodyHash = rule.secret === true ? SECRET : hash('sha256', JSON.stringify(input));
    return once({ key: call.key, method: call.method, bodyHash }, call, service);
  }

  /** A command whose key is still being served is joined. */
  function once(command: CommandKey, call: Admitted, service: AnyService): Promise<unknown> {
    const first = running.get(command.key);
    if (first === undefined) {
      const reply = runCommand(command, call, service).finally(() => running.delete(command.key));
      running.set(command.key, { command, reply });
      return reply;
    }
    if (first.command.method !== command.method || first.command.bodyHash !== command.bodyHash)
      throw new Refusal({ code: 'idempotency-key-reused' });
    if (call.rule.secret === true) throw new Refusal({ code: 'secret-not-repeated' });
    return first.reply;
  }

  async function runCommand(
    command: CommandKey,
    { rule, asker, input, method }: Admitted,
    service: AnyService,
  ): Promise<unknown> {
    const at = now();
    const slow: LevelSlow = {
      ...facts,
      store,
      receiver: level.receiver,
      watch: level.watch,
      asker,
      at,
      command,
    };
    // Its reply is kept with the file itself, among those of others.
    if (method === 'file.receive' || rule.repeatable === true) return service(slow, input);
    if (rule.slow === true) {
      const before = await store.read((trx) => firstReplies(trx, [command]));
      if (before.has(command.key)) return valueOf(before.get(command.key), rule);
      const value = await service(slow, input);
      await store.write(at, ({ trx }) => keepReplies(trx, [{ ...command, reply: keptOf(value, rule) }], at));
      return value;
    }
    return store.write(at, async (writing) => {
      const before = await firstReplies(writing.trx, [command]);
      if (before.has(command.key)) return valueOf(before.get(command.key), rule);
      const value = await service({ ...facts, ...writing, asker }, input);
      await keepReplies(writing.trx, [{ ...command, reply: keptOf(value, rule) }], at);
      return value;
    });
  }

  function problemOf(method: string, error: unknown): DeskProblem {
    if (error instanceof Refusal) return error.problem;
    const problem = store.problemOf(error);
    if (problem !== null && problem.code !== 'store-corrupted') return problem;
    const incident = problem === null ? randomUUID() : problem.code;
    log(incident, method, error);
    return problem ?? { code: 'unexpected', incident };
  }

  return async (method, payload, asker, key) => {
    try {
      if (!isLevelMethod(method)) return refused({ code: 'unknown-method' });
      const rule: LevelMethod = levelContract[method];
      const caller = await level.callerOf(rule, asker);
      if (!caller.ok) return caller;
      const admitted = admit(method, payload, caller.value, key);
      if (admitted.ok && rule.atItsPc === true && asker.remote === true)
        return refused({ code: 'level-pc-only' });
      return admitted.ok ? answered(await serve(admitted.value)) : admitted;
    } catch (error) {
      return refused(problemOf(method, error));
    }
  };
}

/** Of a secret only that there was one. */
function keptOf(value: unknown, rule: LevelMethod): DeskReply<unknown> {
  return answered(rule.secret === true ? null : value);
}

function valueOf(first: DeskReply<unknown> | undefined, rule: LevelMethod): unknown {
  if (first?.ok === false) throw new Refusal(first.problem);
  if (rule.secret === true) throw new Refusal({ code: 'secret-not-repeated' });
  return first?.value;
}

function admit(
  method: LevelMethodName,
  payload: unknown,
  asker: LevelCaller,
  key: string | undefined,
): DeskReply<Admitted> {
  const rule: LevelMethod = levelContract[method];
  if (!rule.roles.includes(asker.role)) return refused({ code: 'not-allowed', role: asker.role });
  if (rule.kind === 'command' && !isCommandKey(key)) return refused({ code: 'idempotency-key-missing' });
  const parsed = parseInput(rule.input, payload);
  if (!parsed.ok) return parsed;
  return answered({ method, rule, input: parsed.value, asker, key: key ?? '' });
}

function isLevelMethod(method: string): method is LevelMethodName {
  return Object.hasOwn(levelContract, method);
}
