import { app, BrowserWindow, screen, type BrowserWindowConstructorOptions, type WebContents } from 'electron';
import { pageAddress, type WindowKind } from './page-address.ts';
import { isReachable, readWindowState, writeWindowState } from './window-state.ts';

type Windows = {
  /** Opens the window, or brings it to the front: there is one counter window and one display. */
  open(kind: WindowKind, rest?: string): BrowserWindow;
  /** A window for sheets on their way to a printer. Nobody sees it, and it has no page yet. */
  openHidden(): BrowserWindow;
  kindOf(contents: WebContents): WindowKind | undefined;
  /** Opens what was open when the program was last closed. */
  restore(): void;
};

const title = 'Quầy Tiếp Dân';

/** A page that dies again within this time is left alone. */
const reviveEveryMs = 10_000;

export function ownWindows({
  preloadFile,
  stateFile,
  monotonic,
}: {
  preloadFile: string;
  stateFile: string;
  monotonic: () => number;
}): Windows {
  const kinds = new Map<WebContents, WindowKind>();
  const single = new Map<WindowKind, BrowserWindow>();
  const state = readWindowState(stateFile);
  let isQuitting = false;
  app.on('before-quit', () => (isQuitting = true));

  function open(kind: WindowKind, rest = ''): BrowserWindow {
    const present = single.get(kind);
    if (present !== undefined) {
      if (present.isMinimized()) present.restore();
      present.focus();
      return present;
    }
    const window = new BrowserWindow({
      ...placeOf(kind),
      title,
      show: false,
      autoHideMenuBar: true,
      backgroundColor: kind === 'display' ? '#101418' : '#f6f5f2',
      webPreferences: pagePreferences(kind, preloadFile),
    });
    const contents = window.webContents;
    kinds.set(contents, kind);
    if (kind !== 'print') single.set(kind, window);
    keepAlive(window, monotonic);
    window.on('page-title-updated', (event) => event.preventDefault()); // a title may end up in a task list or a log
    window.once('ready-to-show', () => {
      if (kind === 'counter' && state.counter?.maximized !== false) window.maximize();
      window.show();
    });
    window.on('close', () => remember(kind, window));
    window.once('closed', () => {
      kinds.delete(contents);
      if (single.get(kind) === window) single.delete(kind);
      // The wall display must not keep a program alive that nobody can see.
      if (kind === 'counter') app.quit();
    });
    if (kind === 'display') setDisplayOpen(true);
    void window.loadURL(pageAddress(kind, rest));
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
    const primary = screen.getPrimaryDisplay();
    switch (kind) {
      case 'counter': {
        const known = state.counter;
        const areas = screen.getAllDisplays().map((display) => display.workArea);
        const size = { minWidth: 1024, minHeight: 640, width: 1366, height: 768 };
        if (known === undefined || !isReachable(known, areas)) return size;
        return { ...size, x: known.x, y: known.y, width: known.width, height: known.height };
      }
      case 'display': {
        const second = screen.getAllDisplays().find((display) => display.id !== primary.id);
        return second === undefined ? { width: 1280, height: 720 } : { ...second.bounds, fullscreen: true };
      }
      case 'print':
        return { width: 720, height: 900 };
    }
  }

  function remember(kind: WindowKind, window: BrowserWindow): void {
    if (kind === 'counter') {
      state.counter = { ...window.getNormalBounds(), maximized: window.isMaximized() };
      writeWindowState(stateFile, state);
    } else if (kind === 'display' && !isQuitting && single.has('counter')) setDisplayOpen(false);
  }

  function setDisplayOpen(displayOpen: boolean): void {
    if (state.displayOpen === displayOpen) return;
    state.displayOpen = displayOpen;
    writeWindowState(stateFile, state);
  }

  return {
    open,
    openHidden,
    kindOf: (contents) => kinds.get(contents),
    restore() {
      open('counter');
      if (state.displayOpen) open('display');
    },
  };
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
    // The wall display goes on counting seconds behind other windows, and sheets are drawn where nobody looks.
    backgroundThrottling: kind === 'counter',
    // Calls are read aloud without anybody having touched the wall first.
    autoplayPolicy: 'no-user-gesture-required',
  };
}

function keepAlive(window: BrowserWindow, monotonic: () => number): void {
  let revivedAt = -Infinity;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || monotonic() - revivedAt < reviveEveryMs) return;
    revivedAt = monotonic();
    window.webContents.reload();
  });
}
