import { fork } from 'node:child_process';
import type { ChildProgram, StartChild } from '../child-program.ts';
import { entryFile } from '../entry-file.ts';
import type { FromChild } from './child-message.ts';
import type { ChildAnswer, ChildOrder } from './child-tasks.ts';
import { CopyFailed } from './copy-trouble.ts';

const childFile = entryFile(import.meta.filename, 'child-entry.ts', 'copy-child.cjs');

/** A child that moves nothing for so long is given up. */
const SILENT_MS = 90_000;

/** Under plain Node. */
export const forkChild: StartChild = (file): ChildProgram => {
  const child = fork(file, { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  return {
    send: (order) => child.send(order as object, () => {}),
    onMessage: (hear) => void child.on('message', hear),
    onEnd: (hear) => void child.once('exit', hear).once('error', hear),
    stop: () => void child.kill('SIGKILL'),
  };
};

/** Runs one task in a program of its own. Rejects with `CopyFailed`; after `signal` the program is gone. */
export function runInChild<T extends ChildOrder['task']>(
  start: StartChild,
  order: Extract<ChildOrder, { task: T }>,
  signal: AbortSignal,
  silentMs = SILENT_MS,
): Promise<ChildAnswer<T>> {
  return new Promise((done, failed) => {
    if (signal.aborted) return failed(new CopyFailed('failed', 'the desk closes'));
    const child = start(childFile);
    let silence: NodeJS.Timeout | undefined;
    const end = (settle: () => void): void => {
      clearTimeout(silence);
      signal.removeEventListener('abort', stop);
      child.stop();
      settle();
    };
    const stop = (): void => end(() => failed(new CopyFailed('failed', 'the desk closes')));
    const listen = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => end(() => failed(new CopyFailed('slow', 'nothing moves'))), silentMs);
    };
    signal.addEventListener('abort', stop, { once: true });
    child.onEnd(() => end(() => failed(new CopyFailed('failed', 'the copying program ended'))));
    child.onMessage((message) => {
      const told = message as FromChild;
      switch (told.kind) {
        case 'moved':
          return listen();
        case 'done':
          return end(() => done(told.value as ChildAnswer<T>));
        case 'failed':
          return end(() => failed(new CopyFailed(told.trouble, told.detail)));
      }
    });
    listen();
    child.send(order);
  });
}
