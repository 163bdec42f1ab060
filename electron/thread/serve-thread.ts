import { randomUUID } from 'node:crypto';
import { keepServedPair } from '#electron/host/desk-pair.ts';
import { incidentLog } from '#electron/host/incident-log.ts';
import { installerFor } from '#electron/host/installer.ts';
import { writeThisPc } from '#electron/host/this-pc.ts';
import { offerDesks, type DeskCalls, type NewsCalls } from './thread-desks.ts';
import { threadLine, type Port } from './thread-line.ts';
import { windowsPorts, type ChildCalls, type WindowsCalls, type WindowsPatience } from './windows-ports.ts';

/** What a thread of desks is started with. */
export type ThreadOrder = {
  readonly dataFolder: string;
  readonly version: string;
  /** Where an installer put this program; absent where it runs from its sources. */
  readonly installedIn?: string;
  readonly patience?: WindowsPatience;
};

/** What the thread of the windows asks here. */
export type ThreadCalls = DeskCalls & ChildCalls & { close(): Promise<void> };

/**
 * Keeps the desks of a folder for the thread at the other end of `port`, with the door to other PCs and every timer of theirs. Returns
 * what closes them; their files are let go before it first waits.
 */
export function serveThread(
  port: Port,
  { dataFolder, version, installedIn, patience }: ThreadOrder,
): () => Promise<void> {
  const log = incidentLog(dataFolder);
  const near: Partial<ThreadCalls> = {};
  const line = threadLine<WindowsCalls & NewsCalls & { startAgain(): void }>(port, near, (error) =>
    log(randomUUID(), 'desk-thread', error),
  );
  const { childCalls, ...ports } = windowsPorts(line, patience);
  const installer = installedIn === undefined ? undefined : installerFor(installedIn, 'electron');
  const desks = keepServedPair(dataFolder, {
    version,
    electron: true,
    log,
    installer,
    ...ports,
    async becomeLevel() {
      writeThisPc(dataFolder, 'level');
      line.tell('startAgain');
      return null;
    },
  });
  const offered = offerDesks(desks, {
    news: (reader, events) => line.tell('news', reader, events),
    ended: (reader) => line.tell('ended', reader),
  });
  const close = async (): Promise<void> => {
    await Promise.all([desks.office.close(), desks.training.close()]);
  };
  Object.assign(near, offered, childCalls, { close });
  return close;
}
