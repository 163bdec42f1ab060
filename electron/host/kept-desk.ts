import type { Desk, Opening } from '#electron/desk/desk.ts';
import type { ClosedWork } from '#electron/desk/encrypting.ts';
import type { Rescue } from '#electron/desk/rescue.ts';
import { refused } from '#shared/contract/problem.ts';

/** `moved`: an officer's word that the folder was moved here. */
type Open = (moved: boolean) => Opening | Promise<Opening>;

/** A desk that may not be open, or be another one tomorrow: until one is open, every call is answered with the reason. */
export type ServedDesk = Pick<Desk, 'dispatch' | 'close'> & {
  /** The open desk, or why there is none. The first time that anybody asks, the desk is opened. */
  state(): Promise<Opening>;
};

/** One that this program keeps, and can close for another one. */
export type KeptDesk = ServedDesk & {
  /**
   * Closes the desk and keeps the one that `open` gives. What is asked meanwhile waits for the new one; the streams of
   * events of the former end, and their readers come back.
   */
  replace(open: Open): Promise<Opening>;
};

/** How often a blocked desk may be tried again. */
const retryEveryMs = 1000;

const isClosing: Opening = { ok: false, problem: { code: 'desk-closing' } };

/**
 * Keeps the desk that `open` opens. A desk that could not be opened is tried again when somebody asks for
 * `system.health`, at most once a second: what the officer repaired works without a restart. One whose folder may be a copy is
 * opened by the leader's `system.move-in`.
 */
export function keepDesk(open: Open, monotonic: () => number, rescue?: Rescue): KeptDesk {
  let openNext = open;
  let opening: Promise<Opening> | undefined;
  let current: Desk | undefined;
  let failedAt: number | undefined;
  let isOver = false;
  /** While no desk is open on purpose: what everybody is told. */
  let working: ClosedWork | undefined;
  const ending = new AbortController();

  /** Opens the next desk once `former` is gone: two never hold one folder. */
  function begin(former?: Promise<Opening>, moved = false, work?: ClosedWork): Promise<Opening> {
    failedAt = undefined;
    opening = (async () => {
      await former;
      await letGo();
      if (isOver) return isClosing;
      await during(work);
      if (isOver) return isClosing;
      const triedAt = monotonic();
      const now = await tryTo(() => openNext(moved));
      if (isOver && now.ok) await now.desk.close();
      if (isOver) return isClosing;
      if (now.ok) current = now.desk;
      else failedAt = triedAt;
      return now;
    })();
    return opening;
  }

  async function letGo(): Promise<void> {
    const former = current;
    current = undefined;
    await former?.close();
  }

  function state(): Promise<Opening> {
    if (working !== undefined) return Promise.resolve({ ok: false, problem: working.problem() });
    return opening ?? begin();
  }

  async function during(work: ClosedWork | undefined): Promise<void> {
    working = work;
    try {
      await work?.run(ending.signal);
    } finally {
      working = undefined;
    }
  }

  return {
    state,
    async dispatch(method, payload, asker, key) {
      const mayRetry = failedAt !== undefined && !isOver && monotonic() - failedAt >= retryEveryMs;
      const found = await (mayRetry && method === 'system.health' ? begin() : state());
      // Without a desk nobody knows a joined PC, nor who sits there: what helps a closed one is done at its own PC.
      if (!found.ok && asker.device !== undefined) return refused(found.problem);
      const rescued = rescue?.({ method, payload, asker, key }, found, (work) => begin(opening, false, work));
      if (rescued != null) return rescued;
      const isMoving = method === 'system.move-in' && asker.role === 'leader' && isCopied(found);
      const now = isMoving ? await begin(undefined, true) : found;
      return now.ok ? now.desk.dispatch(method, payload, asker, key) : refused(now.problem);
    },
    replace(next) {
      openNext = next;
      return begin(opening);
    },
    close() {
      isOver = true;
      ending.abort();
      opening = Promise.resolve(isClosing);
      return letGo();
    },
  };
}

function isCopied(opening: Opening): boolean {
  return !opening.ok && opening.problem.code === 'desk-not-open' && opening.problem.reason === 'copied';
}

async function tryTo(open: () => ReturnType<Open>): Promise<Opening> {
  try {
    return await open();
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: { code: 'desk-not-open', reason: 'unknown', file: '', detail } };
  }
}
