// Stands in for the package 'electron' in the unit tests. It does what the shell relies on and no more, and is as unkind as the
// real one: values are copied between processes, a channel has one handler, a page is ready later or never, showing a window
// takes the keyboard, screens come and go, nothing may be copied that was not allowed, and a driver holds the thread that prints.
import { EventEmitter, once } from 'node:events';
import { existsSync } from 'node:fs';
import type * as Electron from 'electron';
import { pageHandlers, session } from './fake-session.ts';
import { devices, holdThread, screen, screenOf, workingDrivers, type PrintCallback } from './fake-devices.ts';

export { dialog, Menu, nativeTheme, powerSaveBlocker, safeStorage, screen, shell } from './fake-devices.ts';
export { utilityProcess } from './fake-programs.ts';
export { session } from './fake-session.ts';

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown;

/** What a page does after its address was given: Wayland never says that it was drawn, and a broken disk never loads it. */
type Loading = 'drawn' | 'never-drawn' | 'never-loaded';
const kindly = (): Loading => 'drawn';

/** What tests look at and turn. `reset` before each. */
export const fake = Object.assign(devices, {
  windows: [] as BrowserWindow[],
  schemes: [] as Electron.CustomScheme[],
  pageHandlers,
  handlers: new Map<string, Handler>(),
  calls: [] as string[],
  isFirstInstance: true,
  drivers: workingDrivers(),
  loading: kindly(),
  packaged: false,
  /** How far the pages of an origin are zoomed, as Chromium keeps it. */
  zoomOf: new Map<string, number>(),
  switches: [] as string[],
  /** The window that has the keyboard. */
  focused: undefined as BrowserWindow | undefined,
  /** A second screen is plugged in, or the TV is switched on. */
  secondScreen(): void {
    const plugged = screenOf(2, 1366);
    fake.screens.push(plugged);
    screen.emit('display-added', {}, plugged);
  },
  /** It is gone; the system puts its windows on the first screen, full screen or not. */
  unplugSecondScreen(): void {
    const gone = fake.screens.pop();
    for (const window of fake.windows) window.wasMoved(screenOf(1, 0).bounds);
    screen.emit('display-removed', {}, gone);
  },
  /** What `navigator.clipboard.writeText` does on a page. */
  copy(contents: WebContents): Promise<void> {
    const { request, check } = session.defaultSession.handlers;
    const asked = contents as unknown as Electron.WebContents;
    const at = { requestingUrl: contents.getURL(), isMainFrame: true };
    const permission = 'clipboard-sanitized-write';
    if (check?.(asked, permission, originOf(contents.getURL()), at) === false)
      return Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'));
    return new Promise((done, failed) => {
      const answer = (granted: boolean): void =>
        granted ? done() : failed(new DOMException('Write permission denied.', 'NotAllowedError'));
      if (request) request(asked, permission, answer, at);
      else answer(true);
    });
  },
  /** Calls a channel as a frame of a window would; the answer is a copy. */
  async invoke(
    contents: WebContents,
    frame: FakeFrame | null,
    channel: string,
    ...args: unknown[]
  ): Promise<unknown> {
    const handler = fake.handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const event = { sender: contents, senderFrame: frame } as unknown as Electron.IpcMainInvokeEvent;
    return structuredClone(await handler(event, ...structuredClone(args)));
  },
  reset(): void {
    for (const window of fake.windows) if (!window.isDestroyed()) window.destroy();
    fake.resetDevices();
    fake.windows = [];
    fake.schemes = [];
    fake.calls = [];
    fake.pageHandlers.clear();
    fake.handlers.clear();
    fake.isFirstInstance = true;
    fake.drivers = workingDrivers();
    fake.loading = kindly();
    fake.packaged = false;
    fake.zoomOf.clear();
    fake.switches = [];
    fake.focused = undefined;
    app.removeAllListeners();
    session.defaultSession.forget();
  },
});

export type FakeFrame = { url: string; parent: FakeFrame | null; isDestroyed(): boolean };

const originOf = (address: string): string => address.split('/').slice(0, 3).join('/');

let lastContents = 0;

export class WebContents extends EventEmitter {
  readonly id = (lastContents += 1);
  readonly mainFrame: FakeFrame = { url: 'about:blank', parent: null, isDestroyed: () => false };
  windowOpenHandler: ((details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse) | undefined;
  /** Where `send` arrives: the listeners of the window's own preload script. */
  readonly arrivals = new EventEmitter();
  reloads = 0;
  crashes = 0;
  zoomMode: string = 'default';
  /** Of this page alone; that of an origin is shared by all its pages that are not isolated. */
  #ownZoom = 0;
  #destroyed = false;

  getURL(): string {
    return this.mainFrame.url;
  }
  send(channel: string, ...args: unknown[]): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
    const copies: unknown[] = structuredClone(args);
    queueMicrotask(() => this.arrivals.emit(channel, {}, ...copies));
  }
  setWindowOpenHandler(handler: NonNullable<WebContents['windowOpenHandler']>): void {
    this.windowOpenHandler = handler;
  }
  async getPrintersAsync(): Promise<Electron.PrinterInfo[]> {
    const printers = await fake.drivers.listPrinters();
    return printers.map((printer) => ({ ...printer, description: '', options: {} as Electron.Options }));
  }
  print(options: Electron.WebContentsPrintOptions = {}, callback: PrintCallback = () => {}): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
    const { pageSize } = options;
    if (typeof pageSize === 'object' && (pageSize.width < 353 || pageSize.height < 353))
      throw new Error('height and width properties must be minimum 352 microns.');
    void this.#print(structuredClone(options), callback);
  }
  /** The name is looked up beside the thread; from then on the driver holds it. */
  async #print(options: Electron.WebContentsPrintOptions, callback: PrintCallback): Promise<void> {
    const known = await fake.drivers.listPrinters();
    const { deviceName = '' } = options;
    if (known.length === 0) return callback(false, 'No printers available on the network');
    if (deviceName !== '' && !known.some(({ name }) => name === deviceName))
      return callback(false, 'Invalid deviceName provided');
    holdThread(fake.drivers.blocksMs);
    fake.drivers.printed.push({ url: this.getURL(), options });
    fake.drivers.answer(options, callback);
  }
  printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    fake.drivers.asPdf.push({ url: this.getURL(), options: structuredClone(options) });
    return fake.drivers.makePdf();
  }
  async executeJavaScript(code: string): Promise<unknown> {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
    return structuredClone(await fake.drivers.run(code, this.getURL()));
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  reload(): void {
    this.reloads += 1;
    this.emit('did-navigate');
  }
  /** The page is gone, and whoever listens is told. */
  die(reason: Electron.RenderProcessGoneDetails['reason']): void {
    this.emit('render-process-gone', {}, { reason, exitCode: 1 });
  }
  forcefullyCrashRenderer(): void {
    this.crashes += 1;
    this.die('killed');
  }
  get zoomLevel(): number {
    return this.zoomMode === 'isolated' ? this.#ownZoom : (fake.zoomOf.get(originOf(this.getURL())) ?? 0);
  }
  getZoomLevel(): number {
    return this.zoomLevel;
  }
  setZoomLevel(level: number): void {
    if (this.zoomMode === 'isolated') this.#ownZoom = level;
    else fake.zoomOf.set(originOf(this.getURL()), level);
  }
  /** A key that the page would get; true when the shell took it. */
  press(key: string, held: { control?: boolean; isAutoRepeat?: boolean } = {}): boolean {
    let taken = false;
    const input = { type: 'keyDown', key, control: false, shift: false, alt: false, meta: false, ...held };
    this.emit('before-input-event', { preventDefault: () => (taken = true) }, input);
    return taken;
  }
  destroy(): void {
    this.#destroyed = true;
    this.emit('destroyed');
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly options: Electron.BrowserWindowConstructorOptions;
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return fake.windows.find((window) => window.webContents === contents) ?? null;
  }
  isShown = false;
  progress = -1;
  backgroundColor: string | undefined;
  #bounds: Electron.Rectangle;
  #maximized = false;
  #minimized = false;
  #fullScreen: boolean;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    this.options = structuredClone(options);
    this.webContents.zoomMode = options.webPreferences?.zoomMode ?? 'default';
    const { x = 10, y = 20, width = 800, height = 600, fullscreen = false } = options;
    this.#bounds = { x, y, width, height };
    this.#fullScreen = fullscreen;
    fake.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    if (this.isDestroyed()) throw new TypeError('Object has been destroyed');
    this.webContents.mainFrame.url = url;
    if (fake.loading === 'never-loaded') return new Promise(() => {});
    await Promise.resolve();
    if (this.isDestroyed()) return;
    this.webContents.emit('did-finish-load');
    // A window that is not shown draws nothing, so that it is ready is only ever told by an unusually kind system.
    if (fake.loading === 'drawn') this.emit('ready-to-show');
  }
  show(): void {
    this.isShown = true;
    this.focus();
  }
  showInactive(): void {
    this.isShown = true;
  }
  hide(): void {
    this.isShown = false;
    if (fake.focused === this) fake.focused = undefined;
  }
  isVisible(): boolean {
    return this.isShown;
  }
  focus(): void {
    if (this.isShown) fake.focused = this;
  }
  isFocused(): boolean {
    return fake.focused === this;
  }
  moveTop(): void {}
  maximize(): void {
    this.#maximized = true;
    // As documented: a window that is not shown is shown by it.
    this.show();
  }
  minimize(): void {
    this.#minimized = true;
  }
  restore(): void {
    this.#minimized = false;
  }
  isMaximized(): boolean {
    return this.#maximized;
  }
  isMinimized(): boolean {
    return this.#minimized;
  }
  isFullScreen(): boolean {
    return this.#fullScreen;
  }
  setFullScreen(on: boolean): void {
    this.#fullScreen = on;
    if (on) this.focus();
  }
  isDestroyed(): boolean {
    return this.webContents.isDestroyed();
  }
  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }
  getNormalBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
  }
  /** The system moved it there. */
  wasMoved({ x, y }: Electron.Rectangle): void {
    this.#bounds = { ...this.#bounds, x, y };
  }
  setBackgroundColor(color: string): void {
    if (this.isDestroyed()) throw new TypeError('Object has been destroyed');
    this.backgroundColor = color;
  }
  setProgressBar(progress: number): void {
    if (this.isDestroyed()) throw new TypeError('Object has been destroyed');
    this.progress = progress;
  }
  close(): void {
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (!prevented) this.destroy();
  }
  destroy(): void {
    if (this.isDestroyed()) return;
    if (fake.focused === this) fake.focused = undefined;
    this.webContents.destroy();
    this.emit('closed');
  }
}

class FakeApp extends EventEmitter {
  private isHeld = false;
  #again = false;
  get isPackaged(): boolean {
    return fake.packaged;
  }
  readonly commandLine = { hasSwitch: (name: string): boolean => fake.switches.includes(name) };
  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path}`);
    fake.calls.push(`setPath ${name} ${path}`);
  }
  setAppUserModelId(): void {}
  enableSandbox(): void {
    fake.calls.push('enableSandbox');
  }
  requestSingleInstanceLock(): boolean {
    fake.calls.push('requestSingleInstanceLock');
    return fake.isFirstInstance;
  }
  whenReady(): Promise<void> {
    fake.calls.push('whenReady');
    return Promise.resolve();
  }
  /** As the real one: it goes on when something that quits prevents it, and ends when that is over. */
  quit(): void {
    fake.calls.push('quit');
    this.emit('before-quit', {});
    this.isHeld = false;
    this.emit('will-quit', { preventDefault: () => (this.isHeld = true) });
  }
  /** As the real one: nothing happens before the program has ended. */
  relaunch(): void {
    if (!fake.isFirstInstance) throw new Error('not the program that runs');
    this.#again = true;
  }
  exit(code = 0): void {
    fake.calls.push(`exit ${code}`);
    if (this.#again) fake.calls.push('started again');
    this.#again = false;
    this.emit('fake-exit');
  }
  /** Quits and waits until nothing holds the program. */
  async ended(): Promise<void> {
    const exit = once(this, 'fake-exit');
    if (fake.calls.some((call) => call.startsWith('exit'))) return;
    this.quit();
    if (this.isHeld) await exit;
  }
}

export const app = new FakeApp();
void (app satisfies Pick<
  Electron.App,
  | 'isPackaged'
  | 'setAppUserModelId'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'relaunch'
>);

export const ipcMain = {
  handle(channel: string, handler: Handler): void {
    if (fake.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    fake.handlers.set(channel, handler);
  },
} satisfies Pick<Electron.IpcMain, 'handle'>;

export const protocol = {
  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    fake.calls.push('registerSchemesAsPrivileged');
    fake.schemes.push(...schemes);
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>;
