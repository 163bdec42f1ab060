import { Worker } from 'node:worker_threads';
import { entryFile } from '#electron/desk/entry-file.ts';
import { bringLogBack, forgetLog, keepLog } from '#electron/desk/kept-log.ts';
import { trainingFolder } from '#electron/host/data-folder.ts';
import type { ServedPair } from '#electron/host/desk-pair.ts';
import type { ServedDesk } from '#electron/host/kept-desk.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { revival } from './revival.ts';
import type { ThreadCalls, ThreadOrder } from './serve-thread.ts';
import { deskOfThread, newsReaders } from './thread-desks.ts';
import { threadLine, type Port, type ThreadLine } from './thread-line.ts';
import { serveWindows, type WindowsPorts } from './windows-ports.ts';

/** A thread that was started; `terminate` ends it wherever it stands. */
export type RunThread = Port & {
  on(event: 'exit', hear: () => void): unknown;
  terminate(): Promise<unknown>;
};

export type StartThread = (order: ThreadOrder, died: (error: unknown) => void) => RunThread;

const threadFile = entryFile(import.meta.filename, 'thread-entry.ts', 'desk-thread.cjs');

/** A thread of this program. */
const workerThread: StartThread = (order, died) => {
  const worker = new Worker(threadFile, { workerData: order, execArgv: [], name: 'desk' });
  worker.on('error', died);
  return worker;
};

type ThreadOptions = {
  readonly order: ThreadOrder;
  readonly ports: WindowsPorts;
  /** This PC was made a receiving level. */
  readonly startAgain: () => void;
  readonly log: (error: unknown) => void;
  readonly start?: StartThread;
  readonly restMs?: number;
};

type Running = { readonly thread: RunThread; readonly line: ThreadLine<ThreadCalls> };

/**
 * The desks of a folder in a thread of their own: what holds this one, a driver or a busy window, holds no number, no other PC and
 * no timer. A thread that dies is started again by itself, and opens the desks that were open; what was under way meanwhile is
 * answered with `desk-stopped` and may be asked again with its key.
 */
export function desksInThread({
  order,
  ports,
  startAgain,
  log,
  start = workerThread,
  restMs,
}: ThreadOptions): ServedPair {
  const now = (): number => performance.now();
  const readers = newsReaders();
  const rule = revival(now, restMs);
  const wanted = new Set<keyof ServedPair>();
  const folders = { office: order.dataFolder, training: trainingFolder(order.dataFolder) };
  /** The desk whose log has its second name, by its id. */
  const keptOf = new Map<keyof ServedPair, string>();
  let running: Running | undefined;
  /** The one that came after a death, until its desks are open again. */
  let returning: Running | undefined;
  let againAt = 0;
  let again: NodeJS.Timeout | undefined;
  let closing: Promise<void> | undefined;

  function begin(): Running {
    const thread = start(order, log);
    const windows = serveWindows(ports, {
      childSaid: (number, message) => line.tell('childSaid', number, message),
      childEnded: (number) => line.tell('childEnded', number),
    });
    const line = threadLine<ThreadCalls>(thread, { ...windows.calls, ...readers.calls, startAgain }, log);
    const fresh = { thread, line };
    thread.on('exit', () => {
      line.end();
      windows.stopAll();
      keptOf.clear();
      for (const folder of Object.values(folders)) bringLogBack(folder);
      if (running !== fresh) return;
      running = undefined;
      readers.endAll();
      if (closing === undefined) restart();
    });
    running = fresh;
    return fresh;
  }

  function restart(): void {
    const wait = rule.waitMs();
    againAt = now() + wait;
    again = setTimeout(() => {
      rule.revived();
      const fresh = begin();
      returning = fresh;
      const open = [...wanted].map((which) =>
        fresh.line
          .ask('state', which)
          .then((found) => found.ok && keep(which, found.id))
          .catch(() => undefined),
      );
      void Promise.all(open).then(() => {
        if (returning === fresh) returning = undefined;
      });
    }, wait);
  }

  /** Of each desk once: whichever is open now. */
  function keep(which: keyof ServedPair, id: string): void {
    if (keptOf.get(which) === id) return;
    keptOf.set(which, id);
    keepLog(folders[which]);
  }

  function current(which: keyof ServedPair): ThreadLine<ThreadCalls> | DeskProblem {
    wanted.add(which);
    return running !== undefined && running !== returning && closing === undefined ? running.line : whyGone();
  }

  function whyGone(): DeskProblem {
    if (closing !== undefined) return { code: 'desk-closing' };
    return { code: 'desk-stopped', seconds: Math.ceil(Math.max(0, againAt - now()) / 1000) };
  }

  async function end(): Promise<void> {
    clearTimeout(again);
    await running?.line.ask('close').catch(log);
    readers.endAll();
    running?.line.end();
    await running?.thread.terminate();
  }

  const kept = (which: keyof ServedPair): ServedDesk => {
    const desk = deskOfThread(which, { line: () => current(which), whyGone }, readers);
    return {
      ...desk,
      async state() {
        const found = await desk.state();
        if (found.ok) keep(which, found.desk.id);
        return found;
      },
      close: () => (closing ??= end()),
    };
  };
  // Of a program that was ended with its thread: who knows what became of the folder since.
  for (const folder of Object.values(folders)) forgetLog(folder);
  begin(); // it loads while the windows open
  return { office: kept('office'), training: kept('training') };
}
