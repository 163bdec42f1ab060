import { Refusal } from '../refusal.ts';
import { runInWorker, WorkerStopped } from './run-in-worker.ts';
import type { TaskInput, TaskOutput } from './worker-tasks.ts';
import { MOST_BYTES } from '../table/file-kind.ts';

const readingTimeMs = 45_000;
/** A file within the limit is no longer than this in base64. */
const mostText = Math.ceil(MOST_BYTES / 3) * 4;
/** Reading no more than this leaves little behind; the thread may stay for the next file. */
const smallText = 1_000_000;

/** Reads a table that came as a file beside the desk's work; refuses with `extract-refused`. */
export async function readTableFile<N extends 'read-extract' | 'read-roster' | 'read-table'>(
  task: N,
  file: TaskInput<N>,
): Promise<TaskOutput<N>> {
  if (file.base64.length > mostText)
    throw new Refusal({ code: 'extract-refused', reason: 'too-large', detail: '' });
  try {
    return await runInWorker(task, file, {
      timeoutMs: readingTimeMs,
      letGo: file.base64.length > smallText,
    });
  } catch (error) {
    if (!(error instanceof WorkerStopped)) throw error;
    // It took too long, or more memory than the thread has: either way a smaller file is what helps.
    throw new Refusal({ code: 'extract-refused', reason: 'too-slow', detail: '' });
  }
}
