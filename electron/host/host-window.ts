// The program of the host edition: the desk of this user, or the level that this PC was made, and a window of an installed browser on it. It ends when the last window is
// closed. One runs for a data folder: a second start asks it for another window. `--data <folder>`; `--quit` ends the running one and
// returns when it is gone, for installers.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isProfileOpen, windowArguments, windowProfile } from './browser-window.ts';
import { defaultDataFolder, levelFolder } from './data-folder.ts';
import { keepServedPair } from './desk-pair.ts';
import { incidentLog, type IncidentLog } from './incident-log.ts';
import { hostInstaller } from './installer.ts';
import { browserPlaces, findBrowser } from './installed-browser.ts';
import { answerAtDoor, askRunning, programDoor, type Wish } from './one-program.ts';
import { servePc, type BecomeOther } from './pc-host.ts';
import { programVersion, rendererFolder, testBrowserFile } from './program-files.ts';
import { hostReportPrinter } from './report-printer.ts';
import { serveFolder } from './serve-folder.ts';
import type { RunningHost } from './start-host.ts';

/** Shown by the Windows launcher, which has no other way to hear why the program ended. */
const faultFile = join(tmpdir(), 'quay-tiep-dan-fault.txt');

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, quit: { type: 'boolean' } } });
  const named = values.data === undefined ? defaultDataFolder() : resolve(values.data);
  // One folder has one door, by whatever path it was named.
  const data = existsSync(named) ? realpathSync.native(named) : named;
  const door = programDoor(data);
  if ((await askRunning(door, values.quit ? 'quit' : 'window')) || values.quit) return process.exit();

  // Heard from the first moment: who starts it twice in a hurry gets one program.
  const program = Promise.withResolvers<Program>();
  await answerAtDoor(door, (wish) => void program.promise.then((its) => its[wish]()));
  const its = await startProgram(data);
  program.resolve(its);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, its.quit);
  its.window();
}

type Program = Readonly<Record<Wish, () => void>>;

async function startProgram(data: string): Promise<Program> {
  const log = incidentLog(data);
  const pc = await servePc(
    data,
    {
      desk: (become) => serveDesk(data, log, become),
      async level(becomeDesk) {
        // A desk does not wait for what a level is made of.
        const { serveLevel } = await import('#electron/level-host/serve-level.ts');
        return serveLevel({ folder: levelFolder(data), port: undefined, rendererFolder, log, becomeDesk });
      },
    },
    () => {},
  );
  let closing: Promise<void> | undefined;
  const quit = (): void => void (closing ??= pc.close().then(() => process.exit()));
  return { quit, window: () => void openWindow(pc.now().windowAddress(), data, quit) };
}

async function serveDesk(data: string, log: IncidentLog, becomeLevel: BecomeOther) {
  const here: { host?: RunningHost } = {};
  const reportPrinter = hostReportPrinter({ host: () => here.host });
  const version = programVersion();
  const desks = keepServedPair(data, {
    version,
    electron: false,
    log,
    reportPrinter,
    rendererFolder,
    installer: hostInstaller(),
    becomeLevel,
  });
  const { host } = await serveFolder({ desks, data, port: undefined, rendererFolder, version, log });
  here.host = host;
  return {
    windowAddress: host.windowAddress,
    async close() {
      await host.close();
      await reportPrinter.settled();
    },
  };
}

/** Opens one window; `closed` is called when the last window of the profile is gone. */
async function openWindow(address: string, data: string, closed: () => void): Promise<void> {
  const browser = await findBrowser(browserPlaces().filter((place) => place !== testBrowserFile));
  const hasDisplay =
    process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
  if (browser === undefined || !hasDisplay) return openByHand(address, hasDisplay);
  const profile = windowProfile(browser, data);
  const child = spawn(browser, windowArguments(address, profile, process.getuid?.() === 0), {
    stdio: 'ignore',
  });
  child.once('error', () => openByHand(address, hasDisplay));
  child.once('exit', (code) => {
    if (code !== 0 && !isProfileOpen(profile)) return openByHand(address, hasDisplay);
    const watch = setInterval(() => {
      if (isProfileOpen(profile)) return;
      clearInterval(watch);
      closed();
    }, 1000);
  });
}

/** By whatever browser the user has; it tells nobody when it is closed, so that the program then runs until `--quit` or log-off. */
function openByHand(address: string, hasDisplay: boolean): void {
  process.stdout.write(`Địa chỉ (mở được một cửa sổ, trong 2 phút) / Address: ${address}\n`);
  if (!hasDisplay) return;
  const [command, ...words] =
    process.platform === 'win32'
      ? (['rundll32.exe', 'url.dll,FileProtocolHandler', address] as const)
      : (['xdg-open', address] as const);
  spawn(command, words, { stdio: 'ignore' }).on('error', () => undefined);
}

run().catch((error: unknown) => {
  const detail = error instanceof Error ? error.message : String(error);
  const sentence = `Chương trình không khởi động được. Hãy chụp lại dòng này và báo người hỗ trợ:\n${detail}\n`;
  process.stderr.write(sentence);
  writeFileSync(faultFile, `\uFEFF${sentence}`, 'utf16le');
  process.exit(1);
});
