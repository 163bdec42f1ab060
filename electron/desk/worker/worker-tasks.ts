import { makeFile } from '../../books/make-file.ts';
import { stretch } from '../seal/stretch.ts';
import { readExtract } from '../account/extract/read-extract.ts';
import { readRoster } from '../roster/read-roster.ts';
import { readShortTable } from '../table/read-table.ts';

/**
 * What the worker thread can be asked. A task gets plain values, tells its progress in percent, and answers with plain values;
 * a Refusal that it throws arrives as one. Nothing here may touch the store: the thread has no connection of its own.
 */
export const workerTasks = {
  'make-file': makeFile,
  'read-extract': readExtract,
  'read-roster': readRoster,
  'read-table': readShortTable,
  stretch,
} as const;

type WorkerTasks = typeof workerTasks;
export type WorkerTaskName = keyof WorkerTasks;
export type TaskInput<N extends WorkerTaskName> = Parameters<WorkerTasks[N]>[0];
export type TaskOutput<N extends WorkerTaskName> = Awaited<ReturnType<WorkerTasks[N]>>;

export type ProgressTeller = (percent: number) => void;
