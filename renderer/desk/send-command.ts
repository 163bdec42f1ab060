import type { CommandName, DeskClient, Input, Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { v4 } from 'uuid';
import { isUnanswered, useLive } from './live.ts';

/** One wish of an officer: the same key goes with every attempt to have it done. */
export type Intent = { readonly key: string; readonly body: string; readonly at: number };

/** A wish repeated within this time after a lost answer is the same wish. */
export const SAME_INTENT_MS = 30_000;

/** Keeps the key of a wish whose answer was lost, so that asking again cannot do it twice. */
export function intentFor(lost: Intent | null, input: unknown, newKey: () => string, nowMs: number): Intent {
  const body = JSON.stringify(input);
  if (lost !== null && lost.body === body && nowMs - lost.at < SAME_INTENT_MS) return lost;
  return { key: newKey(), body, at: nowMs };
}

/** Sends a command; an answer that was lost on the way is asked for again with the same key, after each pause. */
export async function sendCommand<M extends CommandName>(
  client: DeskClient,
  method: M,
  input: Input<M>,
  key: string,
  pausesMs: readonly number[],
): Promise<DeskReply<Output<M>>> {
  let reply = await client.call(method, input, key);
  for (const pause of pausesMs) {
    if (reply.ok || !isUnanswered(reply.problem)) return reply;
    await new Promise((done) => setTimeout(done, pause));
    reply = await client.call(method, input, key);
  }
  return reply;
}

const PAUSES_MS = [250, 750, 2000];
/** A command that waits longer says so. */
const SLOW_MS = 300;

function addSlow(more: 1 | -1): void {
  useLive.setState(({ slow }) => ({ slow: slow + more }));
}

type Given = {
  /** The latest wish of each command whose answer was lost. Another wish in between ends it: what is wished after that is new. */
  readonly lost: Map<string, Intent>;
  readonly awaited: Map<string, Set<Promise<DeskReply<unknown>>>>;
};
const given = new WeakMap<DeskClient, Given>();

function givenTo(client: DeskClient): Given {
  const known = given.get(client) ?? { lost: new Map(), awaited: new Map() };
  given.set(client, known);
  return known;
}

/**
 * The one way to tell the desk to do something, once per wish: a lost answer is asked for again with its key, and so is the same
 * wish given anew soon after. While the line is known to be cut one attempt is made and nothing waits.
 */
export async function giveCommand<M extends CommandName>(
  client: DeskClient,
  method: M,
  input: Input<M>,
  pausesMs: readonly number[] = useLive.getState().connection === 'lost' ? [] : PAUSES_MS,
): Promise<DeskReply<Output<M>>> {
  const { lost, awaited } = givenTo(client);
  const intent = intentFor(lost.get(method) ?? null, input, v4, performance.now());
  const answer = sendCommand(client, method, input, intent.key, pausesMs);
  const others = awaited.get(method) ?? new Set();
  awaited.set(method, others.add(answer));
  let isSlow = false;
  const timer = setTimeout(() => {
    isSlow = true;
    addSlow(1);
  }, SLOW_MS);
  const reply = await answer.finally(() => {
    others.delete(answer);
    clearTimeout(timer);
    if (isSlow) addSlow(-1);
  });
  if (!reply.ok && isUnanswered(reply.problem)) lost.set(method, intent);
  else lost.delete(method);
  return reply;
}

/** What becomes of the commands of one kind that the desk has not replied to yet; `refused` when one of them was not done. */
export async function outcomeOfAwaited(
  client: DeskClient,
  method: CommandName,
): Promise<'none' | 'done' | 'refused'> {
  const awaited = [...(givenTo(client).awaited.get(method) ?? [])];
  if (awaited.length === 0) return 'none';
  return (await Promise.all(awaited)).every(({ ok }) => ok) ? 'done' : 'refused';
}
