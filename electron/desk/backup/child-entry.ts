import { copyFailed } from './copy-trouble.ts';
import type { FromChild, ToChild } from './child-message.ts';
import { childTasks } from './child-tasks.ts';

/** Electron hands a port to its own children; Node a channel. */
type Port = {
  on(name: 'message', hear: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
};
const { parentPort } = process as unknown as { parentPort?: Port };

function send(message: FromChild): void {
  if (parentPort === undefined) process.send?.(message);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a program has no origin; the rule means windows
  else parentPort.postMessage(message);
}

async function serve(order: ToChild): Promise<void> {
  const run = childTasks[order.task] as (order: ToChild, moved: () => void) => Promise<unknown>;
  try {
    send({ kind: 'done', value: await run(order, () => send({ kind: 'moved' })) });
  } catch (error) {
    const { trouble, message } = copyFailed(error);
    send({ kind: 'failed', trouble, detail: message });
  }
}

if (parentPort === undefined) {
  process.on('message', (order) => void serve(order as ToChild));
  // The desk is gone: what is copied from its files would not hold together.
  process.on('disconnect', () => process.exit(1));
} else {
  parentPort.on('message', ({ data }) => void serve(data as ToChild));
}
