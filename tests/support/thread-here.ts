import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { ServedPair } from '#electron/host/desk-pair.ts';
import type { StartThread } from '#electron/thread/desk-thread.ts';
import type { StartLevelThread } from '#electron/thread/level-thread.ts';
import { serveLevelThread } from '#electron/thread/serve-level-thread.ts';
import { serveThread } from '#electron/thread/serve-thread.ts';
import {
  deskOfThread,
  newsReaders,
  offerDesks,
  type DeskCalls,
  type NewsCalls,
} from '#electron/thread/thread-desks.ts';
import { threadLine } from '#electron/thread/thread-line.ts';

/** The thread of the desks in this one: everything crosses a channel as it would, and nothing is loaded twice. */
export const threadHere: StartThread = (order) => hereOver((port) => serveThread(port, order));

/** The thread of the level, likewise. */
export const levelThreadHere: StartLevelThread = (order) => hereOver((port) => serveLevelThread(port, order));

function hereOver(serve: (port: MessagePort) => unknown) {
  const { port1, port2 } = new MessageChannel();
  serve(port2);
  return Object.assign(port1, {
    terminate(): Promise<void> {
      port1.close();
      return Promise.resolve();
    },
  });
}

/** Desks as another thread has them. */
export function acrossThread(desks: ServedPair): ServedPair & { end(): void } {
  const { port1, port2 } = new MessageChannel();
  const fail = (error: unknown): void => {
    throw error;
  };
  const readers = newsReaders();
  const near: Partial<DeskCalls> = {};
  const back = threadLine<NewsCalls>(port2, near, fail);
  Object.assign(
    near,
    offerDesks(desks, {
      news: (reader, events) => back.tell('news', reader, events),
      ended: (reader) => back.tell('ended', reader),
    }),
  );
  const line = threadLine<DeskCalls>(port1, readers.calls, fail);
  const over = (which: keyof ServedPair) => ({
    ...deskOfThread(which, { line: () => line, whyGone: () => ({ code: 'desk-closing' }) }, readers),
    close: () => desks[which].close(),
  });
  return {
    office: over('office'),
    training: over('training'),
    end() {
      line.end();
      port1.close();
    },
  };
}
