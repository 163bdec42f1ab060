import type { DeskProblem } from '#shared/contract/problem.ts';
import type { WorkerTaskName } from './worker-tasks.ts';

export type ToWorker = { readonly task: WorkerTaskName; readonly input: unknown };

export type FromWorker =
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'refused'; readonly problem: DeskProblem }
  | { readonly kind: 'failed'; readonly error: unknown };
