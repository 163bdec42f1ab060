// Stands in for the package 'electron' in the unit tests. It does what the shell relies on and no more: values are
// copied between processes as Electron copies them, a channel has one handler, and what was asked is written down.
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type * as Electron from 'electron';

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown;
type PrintCallback = (success: boolean, failureReason: string) => void;
type ScreenDisplay = Pick<Electron.Display, 'id' | 'bounds' | 'workArea'>;

const screenOf = (id: number, x: number): ScreenDisplay => ({
  id,
  bounds: { x, y: 0, width: 1366, height: 768 },
  workArea: { x, y: 0, width: 1366, height: 728 },
});

/** The drivers of the PC: what they know, what they were given and what they answer. */
export type FakeDrivers = {
  printers: readonly Pick<Electron.PrinterInfo, 'name' | 'displayName'>[];
  /** Answers a print; one that never calls back hangs as drivers do. */
  answer(options: Electron.WebContentsPrintOptions, callback: PrintCallback): void;
  printed: { url: string; options: Electron.WebContentsPrintOptions }[];
  asPdf: { url: string; options: Electron.PrintToPDFOptions }[];
  /** What a script that a page is asked to run comes back with. */
  run(code: string, url: string): unknown;
  listPrinters(): Promise<readonly Pick<Electron.PrinterInfo, 'name' | 'displayName'>[]>;
  makePdf(): Promise<Buffer>;
};

function workingDrivers(): FakeDrivers {
  const drivers: FakeDrivers = {
    printers: [],
    answer: (_options, callback) => callback(true, ''),
    printed: [],
    asPdf: [],
    run: () => undefined,
    listPrinters: () => Promise.resolve(drivers.printers),
    makePdf: () => Promise.resolve(Buffer.from('%PDF-1.7')),
  };
  return drivers;
}

/** The keyring of the PC's user, as unkind as the real one: it may be none, locked, another one tomorrow. */
export type FakeKeyring = {
  backend: ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>;
  /** `never-there`: asking it fails. */
  answers: 'yes' | 'no' | 'never-there';
  user: string;
  /** The system has a newer key than that of a kept text. */
  rotated: boolean;
};

const ownKeyring = (): FakeKeyring => ({
  backend: 'gnome_libsecret',
  answers: 'yes',
  user: 'officer',
  rotated: false,
});

/** What tests look at and turn. `reset` before each. */
export const fake = {
  windows: [] as BrowserWindow[],
  openedExternally: [] as string[],
  schemes: [] as Electron.CustomScheme[],
  pageHandlers: new Map<string, (request: Request) => Response | Promise<Response>>(),
  handlers: new Map<string, Handler>(),
  menu: undefined as unknown,
  errorBoxes: [] as string[],
  questions: [] as Electron.MessageBoxOptions[],
  /** The button that is pressed in every question. */
  answer: 0,
  calls: [] as string[],
  screens: [screenOf(1, 0)],
  isFirstInstance: true,
  drivers: workingDrivers(),
  keyring: ownKeyring(),
  secondScreen: () => fake.screens.push(screenOf(2, 1366)),
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
    fake.windows = [];
    fake.openedExternally = [];
    fake.schemes = [];
    fake.errorBoxes = [];
    fake.questions = [];
    fake.answer = 0;
    fake.calls = [];
    fake.pageHandlers.clear();
    fake.handlers.clear();
    fake.menu = undefined;
    fake.screens = [screenOf(1, 0)];
    fake.isFirstInstance = true;
    fake.drivers = workingDrivers();
    fake.keyring = ownKeyring();
    app.removeAllListeners();
    session.defaultSession.forget();
  },
};

export type FakeFrame = { url: string; parent: FakeFrame | null; isDestroyed(): boolean };

let lastContents = 0;

export class WebContents extends EventEmitter {
  readonly id = (lastContents += 1);
  readonly mainFrame: FakeFrame = { url: 'about:blank', parent: null, isDestroyed: () => false };
  windowOpenHandler: ((details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse) | undefined;
  /** Where `send` arrives: the listeners of the window's own preload script. */
  readonly arrivals = new EventEmitter();
  reloads = 0;
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
    fake.drivers.printed.push({ url: this.getURL(), options: structuredClone(options) });
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
  destroy(): void {
    this.#destroyed = true;
    this.emit('destroyed');
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly options: Electron.BrowserWindowConstructorOptions;
  isVisible = false;
  focused = 0;
  #maximized = false;
  #minimized = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    this.options = structuredClone(options);
    fake.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url;
    this.emit('ready-to-show');
    return Promise.resolve();
  }
  show(): void {
    this.isVisible = true;
  }
  focus(): void {
    this.focused += 1;
  }
  maximize(): void {
    this.#maximized = true;
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
  isDestroyed(): boolean {
    return this.webContents.isDestroyed();
  }
  getNormalBounds(): Electron.Rectangle {
    const { x = 10, y = 20, width = 800, height = 600 } = this.options;
    return { x, y, width, height };
  }
  close(): void {
    this.emit('close', {});
    this.destroy();
  }
  destroy(): void {
    this.webContents.destroy();
    this.emit('closed');
  }
}

class FakeApp extends EventEmitter {
  readonly isPackaged = false;
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
  quit(): void {
    fake.calls.push('quit');
    this.emit('before-quit', {});
    this.emit('will-quit', {});
  }
  exit(code = 0): void {
    fake.calls.push(`exit ${code}`);
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

type SessionHandlers = {
  request: Parameters<Electron.Session['setPermissionRequestHandler']>[0];
  check: Parameters<Electron.Session['setPermissionCheckHandler']>[0];
  device: Parameters<Electron.Session['setDevicePermissionHandler']>[0];
  displayMedia: Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0];
};

const noHandlers: SessionHandlers = { request: null, check: null, device: null, displayMedia: null };

class FakeSession extends EventEmitter {
  handlers: SessionHandlers = { ...noHandlers };
  readonly protocol = {
    handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
      fake.pageHandlers.set(scheme, handler);
    },
  } satisfies Pick<Electron.Protocol, 'handle'>;

  setPermissionRequestHandler(handler: SessionHandlers['request']): void {
    this.handlers.request = handler;
  }
  setPermissionCheckHandler(handler: SessionHandlers['check']): void {
    this.handlers.check = handler;
  }
  setDevicePermissionHandler(handler: SessionHandlers['device']): void {
    this.handlers.device = handler;
  }
  setDisplayMediaRequestHandler(handler: SessionHandlers['displayMedia']): void {
    this.handlers.displayMedia = handler;
  }
  forget(): void {
    this.handlers = { ...noHandlers };
    this.removeAllListeners();
  }
}

export const session = { defaultSession: new FakeSession() };
void (session.defaultSession satisfies Pick<
  Electron.Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
>);

export const shell = {
  openExternal(url: string): Promise<void> {
    fake.openedExternally.push(url);
    return Promise.resolve();
  },
} satisfies Pick<Electron.Shell, 'openExternal'>;

export const Menu = {
  setApplicationMenu(menu: Electron.Menu | null): void {
    fake.menu = menu;
  },
} satisfies Pick<typeof Electron.Menu, 'setApplicationMenu'>;

export const dialog = {
  showErrorBox(_title: string, content: string): void {
    fake.errorBoxes.push(content);
  },
  showMessageBox(options: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue> {
    fake.questions.push(options);
    return Promise.resolve({ response: fake.answer, checkboxChecked: false });
  },
} satisfies Pick<Electron.Dialog, 'showErrorBox'> & {
  showMessageBox(options: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue>;
};

const mask = (text: Buffer): Buffer => Buffer.from(text.map((byte) => byte ^ 0x5a));

export const safeStorage = {
  getSelectedStorageBackend: () => fake.keyring.backend,
  isAsyncEncryptionAvailable: () =>
    fake.keyring.answers === 'never-there'
      ? Promise.reject(new Error('no keyring'))
      : Promise.resolve(fake.keyring.answers === 'yes'),
  encryptStringAsync(text: string) {
    if (fake.keyring.answers !== 'yes') return Promise.reject(new Error('Encryption is not available'));
    return Promise.resolve(mask(Buffer.from(`${fake.keyring.user}:${text}`)));
  },
  decryptStringAsync(kept: Buffer) {
    const [user, result = ''] = mask(kept).toString().split(':');
    if (fake.keyring.answers !== 'yes' || user !== fake.keyring.user)
      return Promise.reject(new Error('Error while decrypting the ciphertext'));
    return Promise.resolve({ result, shouldReEncrypt: fake.keyring.rotated });
  },
} satisfies Partial<Electron.SafeStorage>;

export const screen = {
  getAllDisplays: () => fake.screens as Electron.Display[],
  getPrimaryDisplay: () => fake.screens[0] as Electron.Display,
} satisfies Pick<Electron.Screen, 'getAllDisplays' | 'getPrimaryDisplay'>;
