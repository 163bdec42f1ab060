import { parentPort, workerData } from 'node:worker_threads';
import { serveThread, type ThreadOrder } from './serve-thread.ts';

if (parentPort !== null) {
  const close = serveThread(parentPort, workerData as ThreadOrder);
  // A thread that falls over a fault of its own closes its desks like any other: Node would close the database alone, and the next
  // start would miss the log that the last word speaks of.
  process.once('exit', () => void close());
}
