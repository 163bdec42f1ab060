import {
  app,
  BrowserWindow,
  nativeTheme,
  screen,
  type BrowserWindowConstructorOptions,
  type WebContents,
} from 'electron';
import { askBeforeClosing } from './closing.ts';
import type { FileWork } from './file-work.ts';
import { keepAlive, showSoon } from './keep-alive.ts';
import { pageAddress, type MainKind, type WindowKind } from './page-address.ts';
import { keepOnWall, ORDINARY_SIZE, secondScreen } from './wall-screen.ts';
import { offerKeys, offerTextMenu } from './window-keys.ts';
import { isReachable, readWindowState, writeWindowState } from './window-state.ts';

type Windows = {
  /** Opens the window, or brings it to the front: there is one main window and one display, which never takes the keyboard. */
  open(kind: WindowKind, rest?: string): BrowserWindow;
  /** A window for sheets on their way to a printer. Nobody sees it, and it has no page yet. */
  openHidden(): BrowserWindow;
  /** On the main window's place in the taskbar, from 0 to 1; below: nothing, above: nobody knows how much. */
  showProgress(progress: number): void;
  kindOf(contents: WebContents): WindowKind | undefined;
  /** Opens what was open when the program was last closed. */
  restore(): void;
};

const usualShowAfterMs = 3_000;

export type WindowOptions = {
  preloadFile: string;
  stateFile: string;
  monotonic: () => number;
  /** Told of pages that died or hang. */
  log?: (what: string) => void;
  /** Told when the main window is shown. */
  shown?: () => void;
  /** What the program is not ended over. */
  work?: Pick<FileWork, 'isBusy' | 'settled'>;
  /** A window whose page says neither that it is drawn nor that it is loaded is shown after this time all the same. */
  showAfterMs?: number;
  /** The window that the program lives and ends with: the counter's where nothing else is said. */
  main?: MainKind;
  title?: string;
  /** The page of a window; of a level it lets in once. */
  addressOf?: (kind: WindowKind, rest: string) => string | Promise<string>;
};

export function ownWindows({
  preloadFile,
  stateFile,
  monotonic,
  log = () => {},
  shown = () => {},
  work,
  showAfterMs = usualShowAfterMs,
  main = 'counter',
  title = 'Quầy Tiếp Dân',
  addressOf = (kind, rest) => pageAddress(kind === 'level' ? 'counter' : kind, rest),
}: WindowOptions): Windows {
  const kinds = new Map<WebContents, WindowKind>();
  const single = new Map<WindowKind, BrowserWindow>();
  const state = readWindowState(stateFile);
  let showWall = (): void => {};
  let isQuitting = false;
  app.on('before-quit', () => (isQuitting = true));
  // The system draws the title bar in its theme; what stands behind a page until it is drawn goes with it.
  nativeTheme.on('updated', () => {
    for (const [kind, window] of single) window.setBackgroundColor(behindPage(kind));
  });

  function open(kind: WindowKind, rest = ''): BrowserWindow {
    const present = single.get(kind);
    // The wall of the office's desk and that of the training desk are one window; its page reads the address once.
    if (kind === 'display' && rest !== state.displayRest) present?.destroy();
    else if (present !== undefined) return bringBack(kind, present);
    const window = new BrowserWindow({
      ...placeOf(kind),
      title,
      show: false,
      autoHideMenuBar: true,
      backgroundColor: behindPage(kind),
      webPreferences: pagePreferences(kind, preloadFile),
    });
    const contents = window.webContents;
    kinds.set(contents, kind);
    if (kind !== 'print') single.set(kind, window);
    const load = (): void => {
      const address = addressOf(kind, rest);
      // A page that does not load is shown all the same, and says so by being empty.
      const loading =
        typeof address === 'string' ? window.loadURL(address) : address.then((at) => window.loadURL(at));
      void loading.catch(() => log(`${kind} not loaded`));
    };
    // The one that a level let in once is known to it no more after its own death.
    const again = kind === 'level' ? load : () => contents.reload();
    keepAlive(window, kind, { isMain: kind === main, again, monotonic, log });
    offerKeys(window);
    if (kind === main) offerTextMenu(window);
    if (kind === 'display') showWall = keepOnWall(window, () => single.get(main));
    window.on('page-title-updated', (event) => event.preventDefault()); // a title may end up in a task list or a log
    showSoon(window, showAfterMs, () => {
      if (kind === 'display') return showWall();
      if (kind === main && state.counter?.maximized !== false) window.maximize();
      window.show();
      if (kind === main) shown();
    });
    if (kind === main && work !== undefined) askBeforeClosing(window, work, () => (isQuitting = false));
    window.on('close', () => remember(kind, window));
    window.once('closed', () => {
      kinds.delete(contents);
      if (single.get(kind) === window) single.delete(kind);
      // The wall display must not keep a program alive that nobody can see.
      if (kind === main) app.quit();
    });
    if (kind === 'display') setDisplay({ displayOpen: true, displayRest: rest });
    load();
    return window;
  }

  function bringBack(kind: WindowKind, window: BrowserWindow): BrowserWindow {
    if (window.isMinimized()) window.restore();
    if (kind === 'display') showWall();
    else window.focus();
    return window;
  }

  function openHidden(): BrowserWindow {
    const window = new BrowserWindow({
      ...placeOf('print'),
      title,
      show: false,
      webPreferences: pagePreferences('print', preloadFile),
    });
    const contents = window.webContents;
    kinds.set(contents, 'print');
    window.once('closed', () => kinds.delete(contents));
    return window;
  }

  function placeOf(kind: WindowKind): BrowserWindowConstructorOptions {
    switch (kind) {
      case 'counter':
      case 'level': {
        const { width, height } = screen.getPrimaryDisplay().workArea;
        const size = {
          // A small screen at 125 % has less room than the pages were made for, and must not cut them.
          minWidth: Math.min(1024, width),
          minHeight: Math.min(576, height),
          width: Math.min(1366, width),
          height: Math.min(768, height),
        };
        const known = state.counter;
        const areas = screen.getAllDisplays().map((display) => display.workArea);
        if (known === undefined || !isReachable(known, areas)) return size;
        return { ...size, x: known.x, y: known.y, width: known.width, height: known.height };
      }
      case 'display':
        return secondScreen()?.bounds ?? ORDINARY_SIZE;
      case 'print':
        return { width: 720, height: 900 };
    }
  }

  function remember(kind: WindowKind, window: BrowserWindow): void {
    if (kind === main) {
      state.counter = { ...window.getNormalBounds(), maximized: window.isMaximized() };
      writeWindowState(stateFile, state);
    } else if (kind === 'display' && !isQuitting && single.has(main))
      setDisplay({ displayOpen: false, displayRest: '' });
  }

  function setDisplay(display: Pick<typeof state, 'displayOpen' | 'displayRest'>): void {
    Object.assign(state, display);
    writeWindowState(stateFile, state);
  }

  return {
    open,
    openHidden,
    showProgress(progress) {
      single.get(main)?.setProgressBar(progress);
    },
    kindOf: (contents) => kinds.get(contents),
    restore() {
      open(main);
      if (main === 'counter' && state.displayOpen) open('display', state.displayRest);
    },
  };
}

function isMain(kind: WindowKind): kind is MainKind {
  return kind === 'counter' || kind === 'level';
}

function behindPage(kind: WindowKind): string {
  return kind === 'display' || nativeTheme.shouldUseDarkColors ? '#101418' : '#f6f5f2';
}

/** Every switch that keeps a page away from this PC is named, also where it is Electron's default. */
function pagePreferences(
  kind: WindowKind,
  preload: string,
): NonNullable<BrowserWindowConstructorOptions['webPreferences']> {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    safeDialogs: true,
    devTools: !app.isPackaged,
    // All pages are of one origin, and Chromium zooms origins: neither the wall nor a sheet grows with the counter.
    zoomMode: isMain(kind) ? 'default' : 'isolated',
    // The wall display goes on counting seconds behind other windows, and sheets are drawn where nobody looks.
    backgroundThrottling: isMain(kind),
    // Calls are read aloud without anybody having touched the wall first.
    autoplayPolicy: 'no-user-gesture-required',
  };
}
