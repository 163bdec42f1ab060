import { Worker } from 'node:worker_threads';
import { entryFile } from '#electron/desk/entry-file.ts';
import type { ReportPrinter } from '#electron/desk/delivery/exporting.ts';
import { serveDrawing } from './drawing.ts';
import type { RunThread } from './desk-thread.ts';
import { revival } from './revival.ts';
import type { LevelCalls, LevelOrder } from './serve-level-thread.ts';
import { threadLine } from './thread-line.ts';

export type StartLevelThread = (order: LevelOrder, died: (error: unknown) => void) => RunThread;

const threadFile = entryFile(import.meta.filename, 'level-thread-entry.ts', 'level-thread.cjs');

/** A thread of this program. */
const workerThread: StartLevelThread = (order, died) => {
  const worker = new Worker(threadFile, { workerData: order, execArgv: [], name: 'level' });
  worker.on('error', died);
  return worker;
};

type ThreadOptions = {
  readonly order: LevelOrder;
  /** Draws a page of the level by its address. */
  readonly draw: ReportPrinter<string>;
  /** The PC was made a desk again. */
  readonly startAgain: () => void;
  readonly log: (error: unknown) => void;
  readonly start?: StartLevelThread | undefined;
  readonly restMs?: number;
};

type LevelInThread = {
  /** The address of the level's pages, the same for as long as the program runs. Rejects with the sentence why there is none. */
  readonly opened: Promise<string>;
  /** The address that lets in one window, within two minutes. */
  windowAddress(): Promise<string>;
  close(): Promise<void>;
};

/**
 * The level of this PC in a thread of its own: thousands of files on their way in hold no window. A thread that dies is started again by
 * itself at the same address, and its pages come back; files that were under way then are sent again.
 */
export function levelInThread({
  order,
  draw,
  startAgain,
  log,
  start = workerThread,
  restMs,
}: ThreadOptions): LevelInThread {
  const rule = revival(() => performance.now(), restMs);
  let port: number | undefined;
  let again: NodeJS.Timeout | undefined;
  let closing: Promise<void> | undefined;
  let running = begin();

  function begin() {
    const thread = start(port === undefined ? order : { ...order, port }, log);
    const drawing = serveDrawing(draw);
    const line = threadLine<LevelCalls>(thread, { ...drawing.calls, startAgain }, log);
    const opened = line.ask('open');
    opened.then(
      (url) => (port = Number(new URL(url).port)),
      (error: unknown) => {
        // What does not come back is tried again; a program whose level never opened ends with the reason.
        if (port === undefined || closing !== undefined) return;
        log(error);
        void thread.terminate();
      },
    );
    thread.on('exit', () => {
      line.end();
      drawing.stopAll();
      if (closing !== undefined) return;
      again = setTimeout(() => {
        rule.revived();
        running = begin();
      }, rule.waitMs());
    });
    return { thread, line, opened };
  }

  async function end(): Promise<void> {
    clearTimeout(again);
    await running.line.ask('close').catch(log);
    running.line.end();
    await running.thread.terminate();
  }

  return {
    opened: running.opened,
    async windowAddress() {
      await running.opened;
      return running.line.ask('windowAddress');
    },
    close: () => (closing ??= end()),
  };
}
