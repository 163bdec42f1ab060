import { createHash } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { newId } from '../new-id.ts';
import type { ExportJob, ExportSubject } from '#shared/contract/export.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { Refusal } from '../refusal.ts';
import type { ExportFile } from '../../books/export-material.ts';
import type { Actor } from '../store/rows/officer-row.ts';
import { saveWhole, type FileMoves, type SavedFile } from '../whole-file.ts';

type ExportOrder = {
  readonly subject: ExportSubject;
  readonly format: ExportJob['format'];
  readonly folders: readonly string[];
  readonly startedAt: string;
  /** Makes the file; rejects with a Refusal, or with anything when `signal` is aborted. */
  make(signal: AbortSignal, tell: (percent: number) => void): Promise<ExportFile>;
  /** Told of each folder that holds the file now, read back and equal. */
  saved(file: SavedFile, folder: string): void;
  /** Told that an officer has sent the file by hand. */
  sent(sha256: string, by: Actor): void;
};

export type ExportJobs = {
  /** Begins and answers at once. Refuses with `too-many-exports`. */
  start(order: ExportOrder): ExportJob;
  /** Newest first. */
  list(): ExportJob[];
  cancel(exportId: string): ExportJob;
  /** Tries the folders that failed once more, or makes the file again where that failed. */
  retry(exportId: string): ExportJob;
  /** The finished file. */
  file(exportId: string): ExportFile;
  /** An officer says that the finished file was sent by hand. */
  sent(exportId: string, by: Actor): ExportJob;
};

export type JobSetting = {
  readonly closing: AbortSignal;
  /** What went wrong, for a state; an incident is logged by this. */
  problemOf(error: unknown): DeskProblem;
  /** Waits, or rejects when the signal is aborted. */
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
  readonly rename?: FileMoves['rename'];
  readonly patienceMs?: number;
};

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Target = Writable<ExportJob['targets'][number]>;
type Job = Writable<Omit<ExportJob, 'targets'>> & {
  readonly order: ExportOrder;
  readonly targets: Target[];
  file: ExportFile | undefined;
  stop: AbortController;
};

const MOST_RUNNING = 8;
const MOST_KEPT = 20;
/** Finished files kept in memory for `export.fetch`, all together. */
const MOST_BYTES = 48 * 2 ** 20;
/** Waits between tries at a file that somebody has open; saving itself tries for some seconds each time. */
const HELD_PAUSES_MS = [5_000, 15_000, 60_000] as const;

const waitFor = (milliseconds: number, signal: AbortSignal): Promise<unknown> =>
  wait(milliseconds, undefined, { signal, ref: false });

/** The exports of one run of the program. They live in memory: what lies in a folder is told by the journal. */
export function exportJobs(setting: JobSetting): ExportJobs {
  const jobs: Job[] = [];
  const pause = setting.pause ?? waitFor;
  const moveFile = setting.rename ?? rename;
  setting.closing.addEventListener('abort', () => jobs.forEach((job) => job.stop.abort()), { once: true });

  function found(exportId: string): Job {
    const job = jobs.find((one) => one.exportId === exportId);
    if (job === undefined) throw new Refusal({ code: 'unknown-export' });
    return job;
  }

  function begin(job: Job): void {
    if (jobs.filter(({ state }) => state === 'running').length >= MOST_RUNNING)
      throw new Refusal({ code: 'too-many-exports', limit: MOST_RUNNING });
    job.stop = new AbortController();
    if (setting.closing.aborted) job.stop.abort();
    Object.assign(job, { state: 'running', problem: null });
    // Not before the call that ordered it is committed and answered.
    setImmediate(() => void run(job, job.stop.signal));
  }

  async function run(job: Job, signal: AbortSignal): Promise<void> {
    try {
      signal.throwIfAborted();
      job.file ??= await made(job, signal);
      const pending = job.targets.filter(({ state }) => state !== 'verified');
      await Promise.all(pending.map((target) => deliver(job, target, signal)));
      if (signal.aborted) return;
      job.state = job.targets.some(({ state }) => state === 'failed') ? 'failed' : 'done';
    } catch (error) {
      if (signal.aborted) job.state = 'cancelled';
      else Object.assign(job, { state: 'failed', problem: setting.problemOf(error) });
    } finally {
      forgetOldest();
    }
  }

  async function made(job: Job, signal: AbortSignal): Promise<ExportFile> {
    job.progress = 0;
    const file = await job.order.make(
      signal,
      (percent) => (job.progress = Math.min(99, Math.round(percent))),
    );
    signal.throwIfAborted();
    job.progress = 100;
    job.fileName = file.fileName;
    job.bytes = file.bytes.byteLength;
    job.sha256 = createHash('sha256').update(file.bytes).digest('hex');
    return file;
  }

  async function deliver(job: Job, target: Target, signal: AbortSignal): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      if (signal.aborted) return void (target.state = 'waiting');
      const problem = await write(job, target);
      if (problem === null) return;
      Object.assign(target, { state: 'failed', problem });
      const left = HELD_PAUSES_MS[attempt];
      if (problem !== 'file-in-use' || left === undefined) return;
      target.state = 'waiting';
      await pause(left, signal).catch(() => undefined);
    }
  }

  /** Null when the folder holds the file, else the code of what is in the way. */
  async function write(job: Job, target: Target): Promise<string | null> {
    const { file, order } = job;
    if (file === undefined) return 'unknown-export';
    target.state = 'writing';
    target.tries += 1;
    const attempt = target.tries;
    try {
      const saved = await saveWhole(target.folder, file.fileName, file.bytes, {
        pause: (milliseconds) => pause(milliseconds, job.stop.signal),
        async rename(from, to) {
          await moveFile(from, to);
          // A folder that was given up may answer after all.
          if (target.state === 'writing' && target.tries === attempt) target.state = 'written';
        },
        ...(setting.patienceMs === undefined ? {} : { patienceMs: setting.patienceMs }),
      });
      if (!setting.closing.aborted) order.saved(saved, target.folder);
      Object.assign(target, { state: 'verified', file: saved.path, problem: null });
      return null;
    } catch (error) {
      return setting.problemOf(error).code;
    }
  }

  function forgetOldest(): void {
    const held = jobs.filter(({ state }) => state !== 'running');
    for (const old of held.slice(MOST_KEPT)) jobs.splice(jobs.indexOf(old), 1);
    let bytes = 0;
    for (const job of jobs) {
      bytes += job.file?.bytes.byteLength ?? 0;
      if (bytes > MOST_BYTES && job.state !== 'running') job.file = undefined;
    }
  }

  return {
    start(order) {
      const job: Job = {
        exportId: newId(),
        subject: order.subject,
        format: order.format,
        state: 'running',
        progress: 0,
        problem: null,
        fileName: null,
        bytes: null,
        sha256: null,
        sent: false,
        startedAt: order.startedAt,
        targets: [...new Set(order.folders)].map((folder) => ({
          folder,
          state: 'waiting',
          file: null,
          tries: 0,
          problem: null,
        })),
        order,
        file: undefined,
        stop: new AbortController(),
      };
      begin(job);
      jobs.unshift(job);
      return shown(job);
    },
    list: () => jobs.map(shown),
    cancel(exportId) {
      const job = found(exportId);
      if (job.state !== 'running') throw new Refusal({ code: 'export-state', state: job.state });
      job.stop.abort();
      job.state = 'cancelled';
      return shown(job);
    },
    retry(exportId) {
      const job = found(exportId);
      if (job.state !== 'failed') throw new Refusal({ code: 'export-state', state: job.state });
      begin(job);
      return shown(job);
    },
    sent(exportId, by) {
      const job = found(exportId);
      if (job.state === 'running' || job.sha256 === null)
        throw new Refusal({ code: 'export-state', state: job.state });
      if (!job.sent) job.order.sent(job.sha256, by);
      job.sent = true;
      return shown(job);
    },
    file(exportId) {
      const job = found(exportId);
      if (job.state === 'running' || job.state === 'cancelled')
        throw new Refusal({ code: 'export-state', state: job.state });
      if (job.file === undefined) throw new Refusal({ code: 'unknown-export' });
      return job.file;
    },
  };
}

function shown({ order: _order, file: _file, stop: _stop, targets, ...job }: Job): ExportJob {
  return { ...job, targets: targets.map((target) => ({ ...target })) };
}
