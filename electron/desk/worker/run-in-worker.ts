import { Worker } from 'node:worker_threads';
import { entryFile } from '../entry-file.ts';
import { Refusal } from '../refusal.ts';
import type { FromWorker, ToWorker } from './worker-message.ts';
import type { ProgressTeller, TaskInput, TaskOutput, WorkerTaskName } from './worker-tasks.ts';

const workerFile = entryFile(import.meta.filename, 'worker-entry.ts', 'worker.cjs');

/** More than any file needs; a task that asks for more ends alone, and the desk goes on. */
const mostMemoryMb = 256;
const usualTimeMs = 60_000;
const idleMs = 30_000;

export type WorkerOptions = {
  readonly onProgress?: ProgressTeller;
  /** Ends the task wherever it stands. */
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  /** The thread goes with the task, and with it all memory the task took. */
  readonly letGo?: boolean;
};

export class WorkerStopped extends Error {
  readonly why: 'cancelled' | 'too-slow' | 'died';

  constructor(why: 'cancelled' | 'too-slow' | 'died', cause?: unknown) {
    super(`the worker's task was stopped: ${why}`, { cause });
    this.why = why;
  }
}

/** A thread and its tasks, one after another. */
type Lane = { thread: Worker | undefined; idle: NodeJS.Timeout | undefined; last: Promise<unknown> };
const lane = (): Lane => ({ thread: undefined, idle: undefined, last: Promise.resolve() });
/** Whoever signs in waits for no list that is being read. */
const lanes = { signingIn: lane(), files: lane() };

/**
 * Runs a task beside the desk's own work, in its lane one after another. Rejects with the Refusal or error that the task threw, or with
 * `WorkerStopped`: a stopped task takes its thread with it, and the next one gets a new thread.
 */
export function runInWorker<N extends WorkerTaskName>(
  task: N,
  input: TaskInput<N>,
  options: WorkerOptions = {},
): Promise<TaskOutput<N>> {
  const own = task === 'stretch' ? lanes.signingIn : lanes.files;
  const turn = own.last.then(() => runNow(own, { task, input }, options));
  own.last = turn.catch(() => undefined);
  return turn as Promise<TaskOutput<N>>;
}

function runNow(own: Lane, order: ToWorker, options: WorkerOptions): Promise<unknown> {
  const { signal, onProgress } = options;
  if (signal?.aborted === true) return Promise.reject(new WorkerStopped('cancelled'));
  const worker = borrowThread(own);
  return new Promise((done, failed) => {
    const stop = (why: WorkerStopped['why'], cause?: unknown): void => {
      drop(own, worker);
      end(() => failed(new WorkerStopped(why, cause)));
    };
    const tooSlow = setTimeout(() => stop('too-slow'), options.timeoutMs ?? usualTimeMs);
    const cancel = (): void => stop('cancelled');
    const died = (cause: unknown): void => stop('died', cause);
    const hear = (message: FromWorker): void => {
      switch (message.kind) {
        case 'progress':
          return onProgress?.(message.percent);
        case 'done':
          return end(() => done(message.output));
        case 'refused':
          return end(() => failed(new Refusal(message.problem)));
        case 'failed':
          return end(() => failed(asError(message.error)));
      }
    };
    const end = (settle: () => void): void => {
      clearTimeout(tooSlow);
      signal?.removeEventListener('abort', cancel);
      worker.off('message', hear).off('error', died).off('exit', died);
      if (options.letGo === true) drop(own, worker);
      else if (worker === own.thread) rest(own, worker);
      settle();
    };
    signal?.addEventListener('abort', cancel, { once: true });
    worker.on('message', hear).on('error', died).on('exit', died);
    try {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin; the rule means windows
      worker.postMessage(order);
    } catch (error) {
      end(() => failed(asError(error)));
    }
  });
}

function borrowThread(own: Lane): Worker {
  clearTimeout(own.idle);
  if (own.thread === undefined) {
    const fresh = new Worker(workerFile, {
      execArgv: [],
      name: 'desk-worker',
      resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
    });
    fresh.on('exit', () => drop(own, fresh));
    own.thread = fresh;
  }
  own.thread.ref();
  return own.thread;
}

/** A thread without work holds no program open, and is let go after a while. */
function rest(own: Lane, worker: Worker): void {
  worker.unref();
  own.idle = setTimeout(() => drop(own, worker), idleMs);
  own.idle.unref();
}

function drop(own: Lane, worker: Worker): void {
  if (worker === own.thread) own.thread = undefined;
  void worker.terminate();
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
