import { onTestFinished, vi } from 'vitest';
import { startShell } from '#electron/shell/start-shell.ts';
import { app, type BrowserWindow, fake } from './fake-electron.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { threadHere } from './thread-here.ts';

/** The real shell over the fake, with a desk in a folder of its own; quit when the test ends. */
export async function startedShell({ isFirst = true, screens = 1 } = {}) {
  fake.reset();
  fake.isFirstInstance = isFirst;
  if (screens === 2) fake.secondScreen();
  const folder = temporaryFolder('shell');
  // What the shell refuses goes to stderr and to its log; the tests read the log.
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(async () => {
    await app.ended();
    said.mockRestore();
    fake.reset();
  });
  await startShell(['electron', '.', '--data', folder], { desk: threadHere });
  return {
    folder,
    window(page: string): BrowserWindow {
      const found = fake.windows.find(
        (window) => !window.isDestroyed() && window.webContents.getURL().includes(`/${page}.html`),
      );
      if (!found) throw new Error(`no window shows ${page}.html`);
      return found;
    },
  };
}
