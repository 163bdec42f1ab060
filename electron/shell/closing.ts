import { dialog, type BrowserWindow } from 'electron';
import { catalogue } from '#shared/text/catalogue.ts';
import type { FileWork } from './file-work.ts';

/** While files are being written a window closes when they are, or at once where the officer says so. `stayed`: it did not close. */
export function askBeforeClosing(
  window: BrowserWindow,
  work: Pick<FileWork, 'isBusy' | 'settled'>,
  stayed: () => void,
): void {
  const words = catalogue('vi').shell;
  let isAsking = false;
  window.on('close', (event) => {
    if (!work.isBusy()) return;
    event.preventDefault();
    stayed();
    if (!isAsking) void ask();
  });

  async function ask(): Promise<void> {
    isAsking = true;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: words.filesAtWork,
      detail: words.filesAtWorkSays,
      buttons: [words.closeWhenDone, words.closeNow, words.stayOpen],
      defaultId: 0,
      cancelId: 2,
      noLink: true,
    });
    if (response === 1 && !window.isDestroyed()) window.destroy();
    if (response === 0) await work.settled();
    isAsking = false;
    if (response === 0 && !window.isDestroyed()) window.close();
  }
}
