import { app, Menu, session } from 'electron';
import { randomUUID } from 'node:crypto';
import { rendererFolder } from '#electron/host/program-files.ts';
import { levelInThread, type StartLevelThread } from '#electron/thread/level-thread.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { endWith, startAgain, type ShellStart } from './ending.ts';
import { lockDownContents, lockDownSession } from './lock-down.ts';
import { levelPages } from './page-address.ts';
import { offerPc } from './pc-asks.ts';
import { shellPagePrinter } from './report-printer.ts';
import { ownWindows } from './window.ts';

/**
 * The program as the receiving level that this PC was made: one window on the pages that the level serves from its own thread, to this
 * PC as to any browser. Rejects with the sentence why there is none.
 */
export async function startLevelShell(
  { dataFolder, log, tell, windowOptions }: ShellStart,
  start?: StartLevelThread,
): Promise<void> {
  let served = '';
  const pages = levelPages(() => served);
  const windows = ownWindows({
    ...windowOptions,
    main: 'level',
    title: catalogue('vi').shell.levelTitle,
    addressOf: () => level.windowAddress(),
  });
  const level = levelInThread({
    order: { dataFolder, rendererFolder },
    draw: shellPagePrinter(windows.openHidden, (page: string) => page),
    startAgain,
    log: (error) => log(randomUUID(), 'level-thread', error),
    start,
  });
  lockDownContents({ tell, pages });
  app.on('second-instance', () => void windows.open('level'));
  endWith(() => level.close());

  served = await level.opened;
  await app.whenReady();
  Menu.setApplicationMenu(null);
  lockDownSession(session.defaultSession, { tell, pages });
  offerPc(windows.kindOf, pages);
  windows.restore();
}
