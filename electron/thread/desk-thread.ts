import { Worker } from 'node:worker_threads';
import { entryFile } from '#electron/desk/entry-file.ts';
import type { ServedPair } from '#electron/host/desk-pair.ts';
import type { ServedDesk } from '#electron/host/kept-desk.ts';
import type { ThreadCalls, ThreadOrder } from './serve-thread.ts';
import { deskOfThread, newsReaders } from './thread-desks.ts';
import { threadLine, type Port, type ThreadLine } from './thread-line.ts';
import { serveWindows, type WindowsPorts } from './windows-ports.ts';

/** A thread that was started; `terminate` ends it wherever it stands. */
type DeskThread = Port & {
  on(event: 'exit', hear: () => void): unknown;
  terminate(): Promise<unknown>;
};

export type StartThread = (order: ThreadOrder, died: (error: unknown) => void) => DeskThread;

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
  readonly log: (error: unknown) => void;
  readonly start?: StartThread;
};

/** One that died may be started again this long after its start. */
const againAfterMs = 1_000;

/**
 * The desks of a folder in a thread of their own: what holds this one, a driver or a busy window, holds no number, no other PC and
 * no timer. A thread that dies is started again when somebody asks.
 */
export function desksInThread({ order, ports, log, start = workerThread }: ThreadOptions): ServedPair {
  const readers = newsReaders();
  let thread: DeskThread | undefined;
  let line: ThreadLine<ThreadCalls> | undefined;
  let startedAt = -Infinity;
  let closing: Promise<void> | undefined;

  function begin(): void {
    startedAt = performance.now();
    const fresh = start(order, log);
    const windows = serveWindows(ports, {
      childSaid: (number, message) => over.tell('childSaid', number, message),
      childEnded: (number) => over.tell('childEnded', number),
    });
    const over = threadLine<ThreadCalls>(fresh, { ...windows, ...readers.calls }, log);
    fresh.on('exit', () => {
      over.end();
      if (thread !== fresh) return;
      thread = undefined;
      line = undefined;
      readers.endAll();
    });
    thread = fresh;
    line = over;
  }

  function current(): ThreadLine<ThreadCalls> | undefined {
    const mayBegin = closing === undefined && performance.now() - startedAt >= againAfterMs;
    if (line === undefined && mayBegin) begin();
    return line;
  }

  async function end(): Promise<void> {
    await line?.ask('close').catch(log);
    readers.endAll();
    line?.end();
    await thread?.terminate();
  }

  const kept = (which: keyof ServedPair): ServedDesk => ({
    ...deskOfThread(which, current, readers),
    close: () => (closing ??= end()),
  });
  begin(); // it loads while the windows open
  return { office: kept('office'), training: kept('training') };
}
