import type { DeskProblem } from '#shared/contract/problem.ts';
import type { Catalogue } from './vi.ts';

/** The sentence for a refusal of the desk; every code has one in every language. */
export function problemText(problem: DeskProblem, text: Catalogue): string {
  // One code, one sentence: the pair is right by the type of the catalogue, which a lookup cannot express.
  const say = text.problem[problem.code] as (problem: DeskProblem) => string;
  return say(problem);
}
