import type { DeskProblem, DeskReply } from '#shared/contract/problem.ts';

/**
 * What the wall is told: refusals without the places and words of this PC, such as the path of the data folder. Values need nothing of
 * it: no method that a display may call answers with any.
 */
export function forDisplayReply<T>(reply: DeskReply<T>): DeskReply<T> {
  return reply.ok ? reply : { ok: false, problem: withoutPlaces(reply.problem) };
}

function withoutPlaces(problem: DeskProblem): DeskProblem {
  const kept = Object.entries(problem)
    .filter(([name]) => name !== 'lost')
    .map(([name, value]) => [name, PLACES.includes(name) ? '' : value]);
  return Object.fromEntries(kept) as DeskProblem;
}

const PLACES: readonly string[] = ['file', 'folder', 'detail', 'copy', 'address'];
