import type { Caller } from '#electron/desk/desk-call.ts';
import type { DeskAnswer } from '#electron/desk/dispatch.ts';
import type { Desk } from '#electron/desk/open-desk.ts';
import { refused, type DeskProblem } from '#shared/contract/problem.ts';

export type Opening = { ok: true; desk: Desk } | { ok: false; problem: DeskProblem };

/** A desk that may not be open: until it is, every call is answered with the reason. */
export type KeptDesk = {
  dispatch(method: string, payload: unknown, caller: Caller, key?: string): DeskAnswer;
  /** The open desk, or why there is none. The first time that anybody asks, the desk is opened. */
  state(): Opening | Promise<Opening>;
  close(): void;
};

/** How often a blocked desk may be tried again. */
const retryEveryMs = 1000;

function cannotOpen(error: unknown): Opening {
  const detail = error instanceof Error ? error.message : String(error);
  return { ok: false, problem: { code: 'desk-not-open', reason: 'unknown', file: '', detail } };
}

/**
 * Keeps the desk that `open` opens. A desk that could not be opened is tried again when somebody asks for
 * `system.health`, at most once a second: what the officer repaired works without a restart.
 */
export function keepDesk(open: () => Opening | Promise<Opening>, monotonic: () => number): KeptDesk {
  let opening: Opening | Promise<Opening> | undefined;
  let triedAt = 0;
  let closed = false;

  function attempt(): Opening | Promise<Opening> {
    triedAt = monotonic();
    try {
      const opened = open();
      if (!(opened instanceof Promise)) return opened;
      return opened.catch(cannotOpen).then((now) => {
        if (!closed) return (opening = now);
        if (now.ok) now.desk.close();
        return { ok: false, problem: { code: 'desk-closing' } };
      });
    } catch (error) {
      return cannotOpen(error);
    }
  }

  function state(): Opening | Promise<Opening> {
    opening ??= attempt();
    return opening;
  }

  function answer(
    now: Opening,
    method: string,
    payload: unknown,
    caller: Caller,
    key: string | undefined,
  ): DeskAnswer {
    return now.ok ? now.desk.dispatch(method, payload, caller, key) : refused(now.problem);
  }

  return {
    state,
    dispatch(method, payload, caller, key) {
      let now = state();
      const mayRetry = method === 'system.health' && monotonic() - triedAt >= retryEveryMs;
      if (!(now instanceof Promise) && !now.ok && now.problem.code === 'desk-not-open' && mayRetry)
        now = opening = attempt();
      return now instanceof Promise
        ? now.then((opened) => answer(opened, method, payload, caller, key))
        : answer(now, method, payload, caller, key);
    },
    close() {
      closed = true;
      if (opening !== undefined && !(opening instanceof Promise) && opening.ok) opening.desk.close();
      opening = { ok: false, problem: { code: 'desk-closing' } };
    },
  };
}
