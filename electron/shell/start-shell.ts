import { app, dialog } from 'electron';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '#electron/desk/clock.ts';
import { defaultDataFolder } from '#electron/host/data-folder.ts';
import { incidentLog } from '#electron/host/incident-log.ts';
import { preloadFile } from '#electron/host/program-files.ts';
import { readThisPc } from '#electron/host/this-pc.ts';
import type { StartThread } from '#electron/thread/desk-thread.ts';
import type { StartLevelThread } from '#electron/thread/level-thread.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { startDeskShell } from './desk-shell.ts';
import type { ShellStart } from './ending.ts';
import { startLevelShell } from './level-shell.ts';

const DEBUG_SWITCHES = ['remote-debugging-port', 'remote-debugging-pipe'];

/**
 * The program in Electron: one instance per data folder, as what its PC is, a desk or a receiving level. Rejects with a sentence where
 * that cannot be told, and where the level cannot be opened; a desk tells its own faults on its screen.
 */
export async function startShell(
  argv: readonly string[] = process.argv,
  threads: { readonly desk?: StartThread; readonly level?: StartLevelThread } = {},
): Promise<void> {
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

  const log = incidentLog(dataFolder);
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    log('child', `${type} ${reason} ${exitCode}`, undefined),
  );
  app.on('window-all-closed', () => app.quit());
  const begun: ShellStart = {
    dataFolder,
    log,
    tell: (refused, where) => log('refused', `${refused} ${where}`, undefined),
    windowOptions: {
      preloadFile,
      stateFile: join(shellFolder, 'windows.json'),
      monotonic: systemClock.monotonic,
      log: (what) => log('page', what, undefined),
      shown: tellStarter,
    },
  };
  await (readThisPc(dataFolder) === 'level'
    ? startLevelShell(begun, threads.level)
    : startDeskShell(begun, threads.desk));
}

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
