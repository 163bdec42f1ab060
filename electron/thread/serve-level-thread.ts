import { randomUUID } from 'node:crypto';
import { printOneByOne } from '#electron/desk/delivery/exporting.ts';
import { levelFolder } from '#electron/host/data-folder.ts';
import { incidentLog } from '#electron/host/incident-log.ts';
import { writeThisPc } from '#electron/host/this-pc.ts';
import { serveLevel } from '#electron/level-host/serve-level.ts';
import type { LevelPage } from '#shared/contract/level-page.ts';
import { drawThere, type DrawCalls } from './drawing.ts';
import { threadLine, type Port } from './thread-line.ts';

/** What a thread of a level is started with. */
export type LevelOrder = {
  /** The folder that the program was given; the level has one of its own below it. */
  readonly dataFolder: string;
  readonly rendererFolder: string;
  /** Where its pages were before it died; absent at first. */
  readonly port?: number;
};

/** What the thread of the windows asks here. */
export type LevelCalls = {
  /** The address of the served pages. Rejects with the sentence why there is none. */
  open(): Promise<string>;
  /** The address that lets in one window, within two minutes. */
  windowAddress(): Promise<string>;
  close(): Promise<void>;
};

/** What is asked there: a page is drawn by its address. */
type LevelWindowsCalls = DrawCalls<string> & { startAgain(): void };

/** Serves the level of this PC for the thread at the other end of `port`. */
export function serveLevelThread(port: Port, { dataFolder, rendererFolder, port: before }: LevelOrder): void {
  const log = incidentLog(dataFolder);
  const near: Partial<LevelCalls> = {};
  const line = threadLine<LevelWindowsCalls>(port, near, (error) => log(randomUUID(), 'level-thread', error));
  const draw = drawThere(line);
  const opening = serveLevel({
    folder: levelFolder(dataFolder),
    port: before,
    rendererFolder,
    log,
    printerOf: (addressOf) =>
      printOneByOne<LevelPage>(async (page, signal) => {
        const address = addressOf(page);
        return address === undefined ? { trouble: 'not-drawn' } : draw(address, signal);
      }),
    async becomeDesk() {
      writeThisPc(dataFolder, 'desk');
      line.tell('startAgain');
      return null;
    },
  });
  opening.catch(() => {}); // told to whoever asks
  const calls: LevelCalls = {
    open: async () => (await opening).url,
    windowAddress: async () => (await opening).windowAddress(),
    close: async () => (await opening.catch(() => undefined))?.close(),
  };
  Object.assign(near, calls);
}
