import { deskContract, isMethod } from '#shared/contract/desk-contract.ts';
import type { DeskAnswer, DeskCall } from './desk-call.ts';
import type { Desk } from './desk.ts';

/** A call that waits to be served with others. */
type Waiting = { readonly call: DeskCall; answer(reply: DeskAnswer): void };

/** So many commands stay well below the time that a commit may hold the desk. */
const MOST = 32;

/**
 * Gathers the commands that several counters give at once: `together` serves them in one commit, so that one wait for the disk
 * answers them all. Each is answered after that commit. Queries and what waits for a disk
 * or a device of its own are served at once.
 */
export function gatherCommands(
  serve: (...call: DeskCall) => DeskAnswer,
  together: (calls: readonly DeskCall[]) => readonly DeskAnswer[],
): { readonly dispatch: Desk['dispatch']; flush(): void } {
  let waiting: Waiting[] = [];

  /**
   * Ends at the first turn of the event loop that brings no command: a loop accepts one new connection a turn, so that eight counters
   * are heard in eight. `heard`: how many waited when the turn began.
   */
  function gather(heard: number): void {
    setImmediate(() => {
      if (waiting.length > heard && waiting.length < MOST) gather(waiting.length);
      else if (waiting.length > 0) next();
    });
  }

  function next(): void {
    const group = waiting.slice(0, MOST);
    waiting = waiting.slice(MOST);
    if (waiting.length > 0) gather(waiting.length);
    const replies = together(group.map(({ call }) => call));
    for (const [index, reply] of replies.entries()) group[index]?.answer(reply);
  }

  return {
    async dispatch(...call) {
      const [method] = call;
      const rule = isMethod(method) ? deskContract[method] : undefined;
      if (rule?.kind !== 'command' || ('slow' in rule && rule.slow)) return serve(...call);
      return new Promise((answer) => {
        waiting.push({ call, answer });
        if (waiting.length === 1) gather(0);
      });
    },
    flush() {
      while (waiting.length > 0) next();
    },
  };
}
