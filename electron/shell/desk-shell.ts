import { app, Menu, session, utilityProcess } from 'electron';
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import type { StartChild } from '#electron/desk/child-program.ts';
import { systemClock } from '#electron/desk/clock.ts';
import { startHeart } from '#electron/host/heart.ts';
import { servePages } from '#electron/host/page-files.ts';
import { programVersion, rendererFolder } from '#electron/host/program-files.ts';
import { desksInThread, type StartThread } from '#electron/thread/desk-thread.ts';
import { offerDesk } from './desk-ipc.ts';
import { endWith, startAgain, type ShellStart } from './ending.ts';
import { fileWork } from './file-work.ts';
import { lockDownContents, lockDownSession } from './lock-down.ts';
import { offerPc } from './pc-asks.ts';
import { registerPageScheme, servePageScheme } from './page-protocol.ts';
import { shellDrivers } from './printing.ts';
import { shellReportPrinter } from './report-printer.ts';
import { shellSystemKeys } from './system-keys.ts';
import { ownWindows } from './window.ts';

/** The program as a desk: its windows, and the desk in a thread of its own that they talk to. */
export async function startDeskShell(
  { dataFolder, log, tell, windowOptions }: ShellStart,
  start?: StartThread,
): Promise<void> {
  registerPageScheme();
  const work = fileWork((progress) => windows.showProgress(progress));
  const windows = ownWindows({ ...windowOptions, work });
  lockDownContents({ tell, openWindow: (kind, rest) => void windows.open(kind, rest) });
  app.on('second-instance', () => void windows.open('counter'));

  const desks = desksInThread({
    order: {
      dataFolder,
      version: programVersion(),
      ...(app.isPackaged ? { installedIn: dirname(process.execPath) } : {}),
    },
    ports: {
      drivers: shellDrivers(windows.openHidden),
      reportPrinter: shellReportPrinter(windows.openHidden),
      startChild: utilityChild,
      system: shellSystemKeys,
    },
    startAgain,
    log: (error) => log(randomUUID(), 'desk-thread', error),
    ...(start === undefined ? {} : { start }),
  });
  const heart = startHeart(systemClock.now);
  endWith(() => {
    heart.stop();
    return Promise.all([desks.office.close(), desks.training.close()]);
  });

  await app.whenReady();
  Menu.setApplicationMenu(null);
  lockDownSession(session.defaultSession, { tell });
  servePageScheme(session.defaultSession, servePages(rendererFolder));
  offerDesk({ desks, heart, now: systemClock.now, kindOf: windows.kindOf, log, work });
  offerPc(windows.kindOf);
  windows.restore();
}

/** A program beside this one, in Electron: plain Node is switched off in the packed program. */
const utilityChild: StartChild = (file) => {
  const child = utilityProcess.fork(file, [], { stdio: 'ignore' });
  return {
    // A message before the start is kept for it.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a program has no origin; the rule means windows
    send: (order) => child.postMessage(order),
    onMessage: (hear) => void child.on('message', hear),
    onEnd: (hear) => void child.once('exit', hear),
    stop: () => void child.kill(),
  };
};
