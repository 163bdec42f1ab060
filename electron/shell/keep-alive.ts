import { dialog, type BrowserWindow } from 'electron';
import { revival } from '#electron/thread/revival.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import type { WindowKind } from './page-address.ts';

/** Shows a window when its page is drawn; where the system never says so, as on Wayland, when it is loaded, or after a while. */
export function showSoon(window: BrowserWindow, afterMs: number, show: () => void): void {
  let isShown = false;
  const now = (): void => {
    clearTimeout(timer);
    if (isShown || window.isDestroyed()) return;
    isShown = true;
    show();
  };
  const timer = setTimeout(now, afterMs);
  window.once('ready-to-show', now);
  window.webContents.once('did-finish-load', now);
  window.once('closed', () => clearTimeout(timer));
}

/**
 * Brings a page back that died or hangs. The first time at once; what dies again soon, or hangs, is asked of the officer at the
 * counter and waited for on a wall, where nobody stands.
 */
export function keepAlive(
  window: BrowserWindow,
  kind: WindowKind,
  {
    isMain,
    again,
    monotonic,
    log,
  }: {
    /** Somebody stands at it who can be asked. */
    isMain: boolean;
    /** Loads its page anew. */
    again: () => void;
    monotonic: () => number;
    log: (what: string) => void;
  },
): void {
  const contents = window.webContents;
  const words = catalogue('vi').shell;
  const rule = revival(monotonic);
  let isEnded = false;
  let waiting: NodeJS.Timeout | undefined;
  let hanging: AbortController | undefined;

  function revive(): void {
    if (window.isDestroyed()) return;
    rule.revived();
    again();
  }

  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    hanging?.abort();
    if (reason === 'clean-exit') return;
    log(`${kind} ${reason} ${exitCode}`);
    const wait = isEnded ? 0 : rule.waitMs();
    isEnded = false;
    if (wait === 0) return revive();
    if (!isMain) {
      clearTimeout(waiting);
      waiting = setTimeout(revive, wait);
      return;
    }
    void ask(words.pageDied, [words.openAgain, words.closeProgram]).then((answer) =>
      answer === 0 ? revive() : window.destroy(),
    );
  });

  contents.on('unresponsive', () => {
    log(`${kind} unresponsive`);
    if (!isMain) return endPage();
    hanging?.abort();
    hanging = new AbortController();
    const { signal } = hanging;
    void ask(words.pageHangs, [words.waitMore, words.openAgain], signal).then((answer) => {
      if (answer === 1 && !signal.aborted) endPage();
    });
  });
  contents.on('responsive', () => hanging?.abort());
  window.once('closed', () => {
    clearTimeout(waiting);
    hanging?.abort();
  });

  /** It is told as any page that died, and opened again at once. */
  function endPage(): void {
    if (window.isDestroyed()) return;
    isEnded = true;
    contents.forcefullyCrashRenderer();
  }

  async function ask(message: string, buttons: string[], signal?: AbortSignal): Promise<number> {
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      message,
      detail: words.dataIsSafe,
      buttons,
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      ...(signal === undefined ? {} : { signal }),
    });
    return response;
  }
}
