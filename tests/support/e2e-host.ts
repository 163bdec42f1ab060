import { type ChildProcess, fork, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import {
  type BrowserContext,
  type BrowserContextOptions,
  type ConsoleMessage,
  type ElectronApplication,
  type Page,
  type WebError,
  _electron,
  expect,
  test as base,
} from '@playwright/test';
import { SLOW_REASON } from './sizes.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const hostFile = join(root, 'out/main/host-cli.mjs');
export const levelFile = join(root, 'out/main/level-cli.mjs');
/** Programs of this process that have served a host and may serve the next. */
const idle: ChildProcess[] = [];

/** What a spec may ask of the desk before it starts: `test.use({ setup: { prepare: writeCorruptFile } })`. */
export type DeskSetup = {
  /** Fills the empty data folder, also with faults. */
  prepare?: (dataFolder: string) => void | Promise<void>;
  /** More arguments for the host. */
  args?: readonly string[];
  /** More environment for the host. */
  env?: Readonly<Record<string, string>>;
  /** The page is to find nothing of the program in the browser's cache, as on its very first day. */
  firstVisit?: boolean;
};

export type DeskOptions = {
  /** `browser`: host mode in Chromium. `electron`: the same specs in the real shell. */
  shell: 'browser' | 'electron';
  setup: DeskSetup;
};

type DeskWorker = {
  /** The browser context of all tests of one process, with one page that stays. */
  windows: BrowserContext;
  /** Where the hosts of one process listen, one after the other; 0 before the first. */
  door: { port: number };
};

/** A window of an office in Vietnam. */
const windowOptions: BrowserContextOptions = {
  viewport: { width: 1366, height: 768 },
  locale: 'vi-VN',
  timezoneId: 'Asia/Ho_Chi_Minh',
  reducedMotion: 'reduce',
};

type WindowName = 'counter' | 'display' | 'print' | 'level';

type DeskFixtures = {
  host: RunningHost;
  /** Opens one more window of the program and gives its page; `before` it loads, its requests can be routed. */
  openWindow: (name?: WindowName, query?: string, before?: (page: Page) => Promise<unknown>) => Promise<Page>;
  skipsHere: void;
};

/** The built host, running on a free port with a data folder of its own. */
export class RunningHost {
  readonly dataFolder: string;
  readonly #file: string;
  readonly #args: readonly string[];
  readonly #env: Readonly<Record<string, string>>;
  /** Whether its program serves the next one after it: an environment of its own or a kill ends it. */
  readonly #isKept: boolean;
  #child: ChildProcess | undefined;
  #address: { url: string; token: string; displayToken: string } | undefined;
  /** Everything the host has written to stderr. */
  stderr = '';

  /** `file` is the built program: the host's where none is named. */
  constructor(dataFolder: string, setup: DeskSetup = {}, file = hostFile) {
    this.#file = file;
    this.dataFolder = dataFolder;
    this.#args = setup.args ?? [];
    this.#env = setup.env ?? {};
    this.#isKept = file === hostFile && setup.env === undefined;
  }

  get url(): string {
    if (!this.#address) throw new Error('the host is not running');
    return this.#address.url;
  }

  get token(): string {
    if (!this.#address) throw new Error('the host is not running');
    return this.#address.token;
  }

  /** The token of the wall, which may only look. */
  get displayToken(): string {
    if (!this.#address) throw new Error('the host is not running');
    return this.#address.displayToken;
  }

  /** Resolves when the host has told its address. A port keeps open pages connected over a restart. */
  async start(port = 0): Promise<void> {
    const args = [this.#file, '--data', this.dataFolder, '--port', String(port), ...this.#args];
    const child = this.#isKept ? keptProgram() : this.#program(args);
    if (child.stdout === null) throw new Error('the host has no output');
    this.#child = child;
    child.stderr?.on('data', (part: Buffer) => (this.stderr += part.toString()));
    const lines = createInterface({ input: child.stdout });
    const first = new Promise<string>((heard) => lines.once('line', heard));
    const ended = endOf(child);
    if (this.#isKept) child.send({ args });
    try {
      const line = await Promise.race([first, ended]);
      if (!line.startsWith('{'))
        throw new Error(`the host ended (${line}) before its first line:\n${this.stderr}`);
      this.#address = JSON.parse(line);
    } catch (error) {
      // What is half begun serves nobody else.
      child.kill('SIGKILL');
      throw error;
    } finally {
      lines.close();
      child.stdout.resume();
    }
  }

  #program(args: readonly string[]): ChildProcess {
    const env = { ...process.env, ...this.#env };
    return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  }

  /** Ends the host and waits until it is gone; `SIGKILL` is the power cut of a test. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = endOf(child);
    const isKept = this.#isKept && signal !== 'SIGKILL';
    if (isKept) child.send({ stop: true });
    else child.kill(signal);
    const patience = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(patience);
    if (!isKept || child.exitCode !== null || child.signalCode !== null) return;
    child.stderr?.removeAllListeners('data').resume();
    idle.push(child);
  }

  /** Signals the running host: `SIGSTOP` is a PC that hangs, `SIGCONT` its recovery. */
  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal);
  }

  /** Stops the host as told and starts it again on the same port with the same data. */
  async restart(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const { port } = new URL(this.url);
    await this.stop(signal);
    await this.start(Number(port));
  }

  /** Whether there is a host to call: the Electron shell carries its own desk. */
  get isRunning(): boolean {
    return this.#address !== undefined;
  }

  /** One call over HTTP, with a fresh idempotency key unless one is given. The reply is `{ ok, value | problem }`. */
  async call(method: string, input: unknown = {}, key: string = randomUUID()): Promise<unknown> {
    base.skip(!this.isRunning, 'this spec calls the host over HTTP, which the Electron shell does not offer');
    const response = await fetch(`${this.url}/desk/${method}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(input),
    });
    return response.json();
  }

  /** The address of one window as `npm start` opens it: with a code that is good once. */
  async address(name: WindowName = 'counter', query = ''): Promise<string> {
    const response = await fetch(`${this.url}/access/code`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: name === 'display' ? 'wall' : 'window' }),
    });
    const { value } = (await response.json()) as { value: { code: string } };
    const path = name === 'counter' ? '/' : `/${name}.html`;
    return `${this.url}${path}${query}#code=${value.code}`;
  }
}

/** A program that serves hosts one after the other: one that waits, or a new one. */
function keptProgram(): ChildProcess {
  const waiting = idle.pop();
  if (waiting !== undefined) return waiting;
  const program = join(root, 'tests/support/kept-host.mjs');
  return fork(program, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [] });
}

/** The exit code of a host, or the signal that ended its program. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((done) => {
    const told = (message: unknown): void => {
      if (typeof message === 'object' && message !== null && 'ended' in message) end(String(message.ended));
    };
    const gone = (code: number | null, by: NodeJS.Signals | null): void => end(String(code ?? by));
    const failed = (error: Error): void => end(error.message);
    const end = (how: string): void => {
      child.off('message', told).off('exit', gone).off('error', failed);
      done(how);
    };
    child.on('message', told).on('exit', gone).on('error', failed);
  });
}

/** The Electron binary of this machine, or undefined. Looking for it never downloads one. */
export function electronBinary(): string | undefined {
  const folder = join(root, 'node_modules/electron');
  const named = join(folder, 'path.txt');
  const name = existsSync(named)
    ? readFileSync(named, 'utf8').trim()
    : process.platform === 'win32'
      ? 'electron.exe'
      : 'electron';
  const file = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name);
  return existsSync(file) ? file : undefined;
}

/**
 * The test of every spec: `host` is a fresh host, `page` its counter window, `openWindow` opens more.
 * A page that throws, or breaks the content security policy, fails its test.
 */
export const test = base.extend<DeskOptions & DeskFixtures, DeskWorker>({
  shell: ['browser', { option: true }],
  setup: [{}, { option: true }],

  skipsHere: [
    async ({ shell }, use, { tags }) => {
      base.skip(
        shell === 'electron' && electronBinary() === undefined,
        'no Electron binary on this machine (ELECTRON_OVERRIDE_DIST_PATH or node_modules/electron/dist)',
      );
      // Only of a run of everything: whoever names a test wants it.
      base.skip(process.env['WITHOUT_SLOW'] === '1' && tags.includes('@slow'), SLOW_REASON);
      await use();
    },
    { auto: true },
  ],

  windows: [
    async ({ browser }, use) => {
      const context = await browser.newContext(windowOptions);
      // While it is there, the next page finds the process of the one before, which has the program compiled: half the work.
      const stays = await context.newPage();
      await stays.route('**', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
      await stays.goto('http://127.0.0.1:9/');
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],

  // oxlint-disable-next-line no-empty-pattern -- Playwright wants the pattern of what a fixture uses
  door: [async ({}, use) => use({ port: 0 }), { scope: 'worker' }],

  context: async ({ windows }, use) => {
    const before = new Set(windows.pages());
    await use(windows);
    for (const page of windows.pages()) if (!before.has(page)) await page.close();
    await windows.clearPermissions();
  },

  host: async ({ shell, setup, windows, door }, use) => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'quay-tiep-dan-e2e-'));
    await setup.prepare?.(dataFolder);
    const host = new RunningHost(dataFolder, setup);
    try {
      if (shell === 'browser' && setup.firstVisit === true) await host.start();
      else if (shell === 'browser') {
        await forgetStored(windows, door.port);
        // Somebody else may have taken the port since.
        await host.start(door.port).catch(() => host.start());
        door.port = Number(new URL(host.url).port);
      }
      await use(host);
    } finally {
      await host.stop();
      await rm(dataFolder, { recursive: true, force: true });
    }
  },

  openWindow: async ({ shell, host, context }, use) => {
    const electron = shell === 'electron' ? await launchElectron(host.dataFolder) : undefined;
    const { faults, stop } = collectFaults(electron?.context() ?? context);
    await use(async (name = 'counter', query = '', before) => {
      if (electron) {
        base.skip(before !== undefined, 'the shell opens its window before its requests can be routed');
        base.skip(name !== 'counter', 'the shell opens its further windows itself');
        return electron.firstWindow();
      }
      const page = await context.newPage();
      await before?.(page);
      await page.goto(await host.address(name, query));
      return page;
    });
    await electron?.close();
    stop();
    expect(faults).toEqual([]);
  },

  page: async ({ openWindow }, use) => {
    await use(await openWindow('counter'));
  },
});

export { expect };

/** Under the address of the tests before, the program's own files are cached and compiled; all else that they stored goes. */
async function forgetStored(windows: BrowserContext, port: number): Promise<void> {
  const [page] = windows.pages();
  if (port === 0 || page === undefined) return;
  const session = await windows.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin: `http://127.0.0.1:${port}`,
    storageTypes: 'cookies,local_storage,indexeddb,cache_storage,service_workers,file_systems',
  });
  await session.detach();
}

async function launchElectron(dataFolder: string): Promise<ElectronApplication> {
  const executablePath = electronBinary();
  if (executablePath === undefined) throw new Error('no Electron binary');
  return _electron.launch({ executablePath, args: [root, '--data', dataFolder], cwd: root });
}

/** With its name and message, which a fault without a stack would not tell. */
function inWords({ name, message, stack = '' }: Error): string {
  return stack.includes(message) ? stack : `${name}: ${message}\n${stack}`;
}

/** Gathers what pages throw or may not load, until it is stopped. */
function collectFaults(context: BrowserContext): { readonly faults: string[]; readonly stop: () => void } {
  const faults: string[] = [];
  const thrown = (fault: WebError): void => void faults.push(inWords(fault.error()));
  const said = (message: ConsoleMessage): void => {
    if (message.type() === 'error' && /content security policy/i.test(message.text()))
      faults.push(message.text());
  };
  context.on('weberror', thrown);
  context.on('console', said);
  return { faults, stop: () => void context.off('weberror', thrown).off('console', said) };
}
