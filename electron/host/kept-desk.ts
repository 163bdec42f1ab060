import type { Caller } from '#electron/desk/desk-call.ts';
import type { Desk } from '#electron/desk/open-desk.ts';
import { refused, type DeskProblem, type DeskReply } from '#shared/contract/problem.ts';

type Opening = { ok: true; desk: Desk } | { ok: false; problem: DeskProblem };

/** A desk that may not be open: until it is, every call is answered with the reason. */
export type KeptDesk = {
  dispatch(method: string, payload: unknown, caller: Caller, key?: string): DeskReply<unknown>;
  /** The open desk, or why there is none. The first time that anybody asks, the desk is opened. */
  state(): Opening;
  close(): void;
};

/** How often a blocked desk may be tried again. */
const retryEveryMs = 1000;

/**
 * Keeps the desk that `open` opens. A desk that could not be opened is tried again when somebody asks for
 * `system.health`, at most once a second: what the officer repaired works without a restart.
 */
export function keepDesk(open: () => Opening, monotonic: () => number): KeptDesk {
  let opening: Opening | undefined;
  let triedAt = 0;

  function attempt(): Opening {
    triedAt = monotonic();
    try {
      return open();
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return { ok: false, problem: { code: 'desk-not-open', reason: 'unknown', file: '', detail } };
    }
  }

  function state(): Opening {
    opening ??= attempt();
    return opening;
  }

  return {
    state,
    dispatch(method, payload, caller, key) {
      let now = state();
      const mayRetry = method === 'system.health' && monotonic() - triedAt >= retryEveryMs;
      if (!now.ok && now.problem.code === 'desk-not-open' && mayRetry) now = opening = attempt();
      return now.ok ? now.desk.dispatch(method, payload, caller, key) : refused(now.problem);
    },
    close() {
      if (opening?.ok) opening.desk.close();
      opening = { ok: false, problem: { code: 'desk-closing' } };
    },
  };
}
