import type { DeskProblem } from '#shared/contract/problem.ts';

/** Thrown by a service to refuse: the transaction rolls back and the problem becomes the reply. */
export class Refusal extends Error {
  readonly problem: DeskProblem;

  constructor(problem: DeskProblem) {
    super(problem.code);
    this.problem = problem;
  }
}
