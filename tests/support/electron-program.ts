// Runs the built program for Electron, `out/main/main.mjs`, under plain Node with the fake in Electron's place. Whoever started it
// plays the officer over the channel of Node: what the counter's page calls, a driver that holds the windows, a thread that dies.
import { registerHooks, syncBuiltinESMExports } from 'node:module';
import { pathToFileURL } from 'node:url';
import workerThreads from 'node:worker_threads';
import { DESK_CALL } from '#shared/contract/channels.ts';
import { app, fake } from './fake-electron.ts';
import { holdThread } from './fake-devices.ts';

export type Played =
  | { turn: number; play: 'call'; method: string; body: string; key?: string }
  | { turn: number; play: 'hold'; ms: number }
  | { turn: number; play: 'kill-thread' }
  | { turn: number; play: 'address' }
  | { turn: number; play: 'quit' };

const [, , main = ''] = process.argv;
const electron = new URL('fake-electron.ts', import.meta.url).href;
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron'
      ? { url: electron, format: 'module-typescript', shortCircuit: true }
      : next(name, context),
});

/** The thread of the desks or of the level, as the program starts it. */
let thread: workerThreads.Worker | undefined;
workerThreads.Worker = new Proxy(workerThreads.Worker, {
  construct(target, given: ConstructorParameters<typeof workerThreads.Worker>) {
    const worker = new target(...given);
    if (given[1]?.name === 'desk' || given[1]?.name === 'level') thread = worker;
    return worker;
  },
});
syncBuiltinESMExports();

app.once('fake-exit', () => process.exit(0));
await import(pathToFileURL(main).href);
while (fake.windows.length === 0) await new Promise<void>((done) => setImmediate(done));
process.on(
  'message',
  (said: Played) => void play(said).then((value) => process.send?.({ turn: said.turn, value })),
);
process.on('disconnect', () => process.exit(1));
process.send?.({ turn: 0 });

async function play(said: Played): Promise<unknown> {
  switch (said.play) {
    case 'call': {
      const contents = fake.windows[0]?.webContents;
      if (contents === undefined) throw new Error('no window is open');
      const { method, body, key } = said;
      return fake.invoke(contents, contents.mainFrame, DESK_CALL, { method, body, key });
    }
    case 'hold':
      return holdThread(said.ms);
    case 'kill-thread':
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin; the rule means windows
      return thread?.postMessage('no message at all');
    case 'address':
      return fake.windows[0]?.webContents.getURL();
    case 'quit':
      return fake.windows[0]?.close();
  }
}
