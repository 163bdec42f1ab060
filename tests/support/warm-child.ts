import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import type { StartChild } from '#electron/desk/child-program.ts';

/** Programs of ours that have done their task and wait for the next one, by file. */
const waiting = new Map<string, ChildProcess[]>();

/**
 * The program beside a desk as in the office, a process of its own; but one that has answered is asked again: hundreds of tests
 * would start it anew. One that is stopped before its answer is gone.
 */
export const warmChild: StartChild = (file) => {
  const child = waiting.get(file)?.pop() ?? start(file);
  child.ref();
  child.channel?.ref();
  let hasAnswered = false;
  const listeners: (() => void)[] = [];
  const listen = (name: 'message' | 'exit' | 'error', hear: (value: unknown) => void): void => {
    child.on(name, hear);
    listeners.push(() => child.off(name, hear));
  };
  listen('message', (message) => (hasAnswered = (message as { kind: string }).kind !== 'moved'));
  return {
    send: (order) => child.send(order as object, () => {}),
    onMessage: (hear) => listen('message', hear),
    onEnd(hear) {
      listen('exit', hear);
      listen('error', hear);
    },
    stop() {
      for (const off of listeners.splice(0)) off();
      if (!hasAnswered || !child.connected) return void child.kill('SIGKILL');
      child.unref();
      child.channel?.unref();
      const others = waiting.get(file) ?? [];
      waiting.set(file, [...others.filter((other) => other !== child), child]);
    },
  };
};

function start(file: string): ChildProcess {
  const child = fork(file, { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  child.once('exit', () => {
    const others = waiting.get(file) ?? [];
    waiting.set(
      file,
      others.filter((other) => other !== child),
    );
  });
  child.on('error', () => {});
  return child;
}
