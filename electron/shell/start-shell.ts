import { app, dialog, Menu, session, utilityProcess } from 'electron';
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { StartChild } from '#electron/desk/child-program.ts';
import { systemClock } from '#electron/desk/clock.ts';
import { defaultDataFolder } from '#electron/host/data-folder.ts';
import { startHeart } from '#electron/host/heart.ts';
import { incidentLog } from '#electron/host/incident-log.ts';
import { servePages } from '#electron/host/page-files.ts';
import { preloadFile, programVersion, rendererFolder } from '#electron/host/program-files.ts';
import { desksInThread, type StartThread } from '#electron/thread/desk-thread.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { offerDesk } from './desk-ipc.ts';
import { fileWork } from './file-work.ts';
import { lockDownContents, lockDownSession, type Refused } from './lock-down.ts';
import { offerPc } from './pc-asks.ts';
import { registerPageScheme, servePageScheme } from './page-protocol.ts';
import { shellDrivers } from './printing.ts';
import { shellReportPrinter } from './report-printer.ts';
import { shellSystemKeys } from './system-keys.ts';
import { ownWindows } from './window.ts';

/** A desk that does not end in this time ends with the program: what it has acknowledged is on the disk. */
const mostClosingMs = 8_000;

const DEBUG_SWITCHES = ['remote-debugging-port', 'remote-debugging-pipe'];

/** The program in Electron: one instance per data folder, its windows, and the desk they talk to. */
export async function startShell(argv: readonly string[] = process.argv, start?: StartThread): Promise<void> {
  const dataFolder = dataFolderOf(argv);
  const shellFolder = join(dataFolder, 'shell');
  keepOwnFilesIn(shellFolder); // before the lock: the lock belongs to the folder
  app.setAppUserModelId('vn.quaytiepdan.desk');
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  // Whoever may attach a debugger reads what every window shows.
  if (app.isPackaged && DEBUG_SWITCHES.some((name) => app.commandLine.hasSwitch(name))) {
    dialog.showErrorBox('Quầy Tiếp Dân', catalogue('vi').shell.noDebugging);
    app.exit(1);
    return;
  }
  app.enableSandbox();
  registerPageScheme();

  const log = incidentLog(dataFolder);
  const tell = (refused: Refused, where: string): void => log('refused', `${refused} ${where}`, undefined);
  const work = fileWork((progress) => windows.showProgress(progress));
  const windows = ownWindows({
    preloadFile,
    stateFile: join(shellFolder, 'windows.json'),
    monotonic: systemClock.monotonic,
    log: (what) => log('page', what, undefined),
    shown: tellStarter,
    work,
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    log('child', `${type} ${reason} ${exitCode}`, undefined),
  );
  lockDownContents({ tell, openWindow: (kind, rest) => void windows.open(kind, rest) });
  app.on('second-instance', () => void windows.open('counter'));
  app.on('window-all-closed', () => app.quit());

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
    log: (error) => log(randomUUID(), 'desk-thread', error),
    ...(start === undefined ? {} : { start }),
  });
  const heart = startHeart(systemClock.now);
  let isClosing = false;
  app.on('will-quit', (event) => {
    event.preventDefault(); // until the desks have let go of their files
    if (isClosing) return;
    isClosing = true;
    heart.stop();
    // As a power cut: a thread that is ended in order would close the database without its last word.
    const late = setTimeout(() => process.kill(process.pid, 'SIGKILL'), mostClosingMs);
    void Promise.all([desks.office.close(), desks.training.close()]).finally(() => {
      clearTimeout(late);
      app.exit(0);
    });
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

/** `npm start` gives up on an Electron that shows no window; it is told by a file that it names. */
function tellStarter(): void {
  const file = process.env.QTD_SHOWN_FILE;
  delete process.env.QTD_SHOWN_FILE;
  if (file === undefined) return;
  try {
    writeFileSync(file, '');
  } catch {
    // Whoever started the program is gone.
  }
}

/** Where the browser inside puts its files. A folder that cannot be made is told by the desk on its own screen. */
function keepOwnFilesIn(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    app.setPath('userData', folder);
  } catch {
    // They then lie where Electron puts them by itself.
  }
}

/** `--data <folder>` among arguments that may also be Electron's own. */
export function dataFolderOf(argv: readonly string[]): string {
  const { values } = parseArgs({
    args: argv.slice(1),
    options: { data: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  return typeof values.data === 'string' && values.data !== '' ? resolve(values.data) : defaultDataFolder();
}
