// The parts of the fake Electron that belong to the PC and not to a window: screens, keyring, dialogues, menus, sleep, theme.
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

type ScreenDisplay = Pick<Electron.Display, 'id' | 'bounds' | 'workArea'>;

export const screenOf = (id: number, x: number): ScreenDisplay => ({
  id,
  bounds: { x, y: 0, width: 1366, height: 768 },
  workArea: { x, y: 0, width: 1366, height: 728 },
});

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

export type PrintCallback = (success: boolean, failureReason: string) => void;
/** The drivers of the PC: what they know, what they were given and what they answer. */
export type FakeDrivers = {
  /** Milliseconds that handing over a sheet holds the thread, as the driver of a network printer that is off does. */
  blocksMs: number;
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

export function workingDrivers(): FakeDrivers {
  const drivers: FakeDrivers = {
    blocksMs: 0,
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

/** Nothing of this thread runs meanwhile. */
export function holdThread(ms: number): void {
  if (ms > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** What tests look at and turn; a part of `fake`. */
const turned = () => ({
  openedExternally: [] as string[],
  menu: undefined as unknown,
  /** The menus of the right button, as their lines. */
  popups: [] as Electron.MenuItemConstructorOptions[][],
  errorBoxes: [] as string[],
  questions: [] as Electron.MessageBoxOptions[],
  /** The button that is pressed in every question; 'never' leaves it open. */
  answer: 0 as number | 'never',
  screens: [screenOf(1, 0)],
  keyring: ownKeyring(),
  keptAwake: new Set<number>(),
  dark: false,
  themeSource: 'system' as Electron.NativeTheme['themeSource'],
  /** The answer of every dialogue that asks for a folder; none when it is closed. */
  folders: [] as string[],
  shownInFolder: [] as string[],
  folderQuestions: [] as { window: unknown; options: Electron.OpenDialogOptions }[],
});

export const devices = {
  ...turned(),
  resetDevices(): void {
    Object.assign(devices, turned());
    screen.removeAllListeners();
    nativeTheme.removeAllListeners();
  },
};

export const shell = {
  openExternal(url: string): Promise<void> {
    devices.openedExternally.push(url);
    return Promise.resolve();
  },
  showItemInFolder(path: string): void {
    devices.shownInFolder.push(path);
  },
} satisfies Pick<Electron.Shell, 'openExternal' | 'showItemInFolder'>;

export const Menu = {
  setApplicationMenu(menu: Electron.Menu | null): void {
    devices.menu = menu;
  },
  buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): Pick<Electron.Menu, 'popup'> {
    return { popup: () => void devices.popups.push(template) };
  },
} satisfies Pick<typeof Electron.Menu, 'setApplicationMenu'> & {
  buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): Pick<Electron.Menu, 'popup'>;
};

let lastBlocker = 0;
export const powerSaveBlocker = {
  start(_type: 'prevent-app-suspension' | 'prevent-display-sleep'): number {
    lastBlocker += 1;
    devices.keptAwake.add(lastBlocker);
    return lastBlocker;
  },
  stop: (id: number): boolean => devices.keptAwake.delete(id),
} satisfies Pick<Electron.PowerSaveBlocker, 'start' | 'stop'>;

class FakeTheme extends EventEmitter {
  get shouldUseDarkColors(): boolean {
    return devices.themeSource === 'system' ? devices.dark : devices.themeSource === 'dark';
  }
  get themeSource(): Electron.NativeTheme['themeSource'] {
    return devices.themeSource;
  }
  set themeSource(source) {
    devices.themeSource = source;
    this.emit('updated');
  }
}
export const nativeTheme = new FakeTheme();

/** A question that nobody answers ends when whoever asked takes it back. */
function untilGivenUp({ signal, cancelId = 0 }: Electron.MessageBoxOptions): Promise<number> {
  return new Promise((done) => signal?.addEventListener('abort', () => done(cancelId)));
}

export const dialog = {
  /** Belongs to a window where one is named; closed without a choice it gives none. */
  showOpenDialog(
    ...given: [Electron.OpenDialogOptions] | [unknown, Electron.OpenDialogOptions]
  ): Promise<Electron.OpenDialogReturnValue> {
    const [window, options] = given.length === 1 ? [undefined, given[0]] : given;
    devices.folderQuestions.push({ window, options });
    const filePaths = devices.folders.splice(0, 1);
    return Promise.resolve({ canceled: filePaths.length === 0, filePaths });
  },
  showErrorBox(_title: string, content: string): void {
    devices.errorBoxes.push(content);
  },
  showMessageBox(
    ...given: [Electron.MessageBoxOptions] | [unknown, Electron.MessageBoxOptions]
  ): Promise<Electron.MessageBoxReturnValue> {
    const options = given[1] ?? (given[0] as Electron.MessageBoxOptions);
    devices.questions.push(options);
    const { answer } = devices;
    const response = typeof answer === 'number' ? Promise.resolve(answer) : untilGivenUp(options);
    return response.then((pressed) => ({ response: pressed, checkboxChecked: false }));
  },
} satisfies Pick<Electron.Dialog, 'showErrorBox' | 'showOpenDialog' | 'showMessageBox'>;

const mask = (text: Buffer): Buffer => Buffer.from(text.map((byte) => byte ^ 0x5a));

export const safeStorage = {
  getSelectedStorageBackend: () => devices.keyring.backend,
  isAsyncEncryptionAvailable: () =>
    devices.keyring.answers === 'never-there'
      ? Promise.reject(new Error('no keyring'))
      : Promise.resolve(devices.keyring.answers === 'yes'),
  encryptStringAsync(text: string) {
    if (devices.keyring.answers !== 'yes') return Promise.reject(new Error('Encryption is not available'));
    return Promise.resolve(mask(Buffer.from(`${devices.keyring.user}:${text}`)));
  },
  decryptStringAsync(kept: Buffer) {
    const [user, result = ''] = mask(kept).toString().split(':');
    if (devices.keyring.answers !== 'yes' || user !== devices.keyring.user)
      return Promise.reject(new Error('Error while decrypting the ciphertext'));
    return Promise.resolve({ result, shouldReEncrypt: devices.keyring.rotated });
  },
} satisfies Partial<Electron.SafeStorage>;

class FakeScreen extends EventEmitter {
  getAllDisplays(): Electron.Display[] {
    return devices.screens as Electron.Display[];
  }
  getPrimaryDisplay(): Electron.Display {
    return devices.screens[0] as Electron.Display;
  }
  getDisplayMatching({ x }: Electron.Rectangle): Electron.Display {
    const found = devices.screens.find(({ bounds }) => x >= bounds.x && x < bounds.x + bounds.width);
    return (found ?? devices.screens[0]) as Electron.Display;
  }
}
export const screen = new FakeScreen();
