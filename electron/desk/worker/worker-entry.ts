import { parentPort } from 'node:worker_threads';
import { Refusal } from '../refusal.ts';
import type { ToWorker, FromWorker } from './worker-message.ts';
import { workerTasks } from './worker-tasks.ts';

parentPort?.on('message', (order: ToWorker) => void serve(order));

async function serve({ task, input }: ToWorker): Promise<void> {
  const run = workerTasks[task] as (input: unknown, tell: (percent: number) => void) => unknown;
  try {
    const output = await run(input, (percent) => send({ kind: 'progress', percent }));
    send({ kind: 'done', output }, wholeBuffer(output));
  } catch (error) {
    if (error instanceof Refusal) send({ kind: 'refused', problem: error.problem });
    else send({ kind: 'failed', error });
  }
}

function send(message: FromWorker, moved: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, [...moved]);
}

/** The buffer of `bytes` when nothing else lies in it: it is handed over instead of being copied. */
function wholeBuffer(output: unknown): ArrayBuffer[] {
  if (typeof output !== 'object' || output === null || !('bytes' in output)) return [];
  const { bytes } = output;
  if (!(bytes instanceof Uint8Array) || !(bytes.buffer instanceof ArrayBuffer)) return [];
  return bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : [];
}
