import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { pagePolicy } from '#electron/host/page-files.ts';
import { EXTERNAL_PAGES } from '#electron/shell/page-address.ts';
import { DESK_CALL, DESK_LISTEN, PC_ASK } from '#shared/contract/channels.ts';
import { runPreload } from '#tests/support/built-preload.ts';
import { type BrowserWindow, fake, session } from '#tests/support/fake-electron.ts';
import { startedShell } from '#tests/support/started-shell.ts';

const CHANNELS = [DESK_CALL, DESK_LISTEN, PC_ASK];

/**
 * Electron's own security checklist (docs/tutorial/security.md), one test for each of its twenty items.
 * The lines at the end say how each one is met.
 */
const lines: string[] = [];
afterAll(() => void process.stdout.write(`\nElectron's checklist\n${lines.join('\n')}\n`));

function item(number: number, title: string, how: string, check: () => void | Promise<void>): void {
  test(`${number}. ${title}`, async () => {
    await check();
    lines.push(`${String(number).padStart(2)}. ${title}: ${how}`);
  });
}

/** The web preferences of every kind of window there is. */
async function allPreferences() {
  const shell = await startedShell();
  const open = shell.window('counter').webContents.windowOpenHandler;
  for (const page of ['display', 'print']) open?.({ url: `app://quay-tiep-dan/${page}.html` } as never);
  expect(fake.windows).toHaveLength(3);
  return fake.windows.map(({ options }) => options.webPreferences ?? {});
}

async function everyPreference(wanted: Electron.WebPreferences): Promise<void> {
  for (const preferences of await allPreferences()) expect(preferences).toMatchObject(wanted);
}

/** Tries something on a window and tells whether it was prevented. */
function isPrevented(window: BrowserWindow, event: string, details: object): boolean {
  let prevented = false;
  const preventDefault = (): void => void (prevented = true);
  window.webContents.emit(event, { ...details, preventDefault });
  return prevented;
}

function shellSource(): string {
  const folder = new URL('../../electron/shell/', import.meta.url);
  return readdirSync(folder)
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n');
}

item(1, 'only secure content', 'no page, script or style comes over the network', async () => {
  expect(pagePolicy('n')).not.toMatch(/https?:|\*/);
  await startedShell();
  for (const window of fake.windows) expect(window.webContents.getURL()).toMatch(/^app:\/\/quay-tiep-dan\//);
});
item(2, 'no Node for pages', 'off in every window, worker and frame', () =>
  everyPreference({
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
  }),
);
item(3, 'context isolation', 'on in every window', () => everyPreference({ contextIsolation: true }));
item(4, 'sandbox', 'on for the whole program before it is ready, and in every window', async () => {
  await everyPreference({ sandbox: true });
  expect(fake.calls.indexOf('enableSandbox')).toBeGreaterThan(-1);
  expect(fake.calls.indexOf('enableSandbox')).toBeLessThan(fake.calls.indexOf('whenReady'));
});
item(
  5,
  'permissions',
  'all denied, save a camera and a card scanner for the counter (readers.test.ts)',
  async () => {
    const shell = await startedShell();
    const { request, check, device, displayMedia } = session.defaultSession.handlers;
    const contents = shell.window('counter').webContents as unknown as Electron.WebContents;
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'openExternal',
      'clipboard-read',
      'usb',
      'hid',
      'fileSystem',
      'unknown',
    ] as const) {
      const granted: boolean[] = [];
      request?.(contents, permission, (answer) => granted.push(answer), {} as never);
      expect({ permission, granted }).toEqual({ permission, granted: [false] });
      expect(check?.(contents, permission, 'app://quay-tiep-dan', { isMainFrame: true })).toBe(false);
    }
    expect(device?.({} as never)).toBe(false);
    const streams: unknown[] = [];
    displayMedia?.({} as never, (answer) => streams.push(answer));
    expect(streams).toEqual([null]);
  },
);
item(6, 'web security', 'on in every window', () => everyPreference({ webSecurity: true }));
item(
  7,
  'content security policy',
  'sent with every page, default nothing, no inline script or style attribute',
  () => {
    expect(pagePolicy('n')).toContain(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'nonce-n'; style-src-attr 'none'",
    );
    expect(pagePolicy('n')).not.toMatch(/(?<!wasm-)unsafe/);
  },
);
item(8, 'no insecure content', 'not allowed in any window', () =>
  everyPreference({ allowRunningInsecureContent: false }),
);
item(9, 'no experimental features', 'off in every window', () =>
  everyPreference({ experimentalFeatures: false }),
);
item(10, 'no Blink features', 'none is switched on', async () => {
  for (const preferences of await allPreferences())
    expect(preferences).not.toHaveProperty('enableBlinkFeatures');
  expect(shellSource()).not.toMatch(/enableBlinkFeatures|appendSwitch/);
});
item(11, 'no allowpopups', 'there are no webviews', async () => {
  await everyPreference({ webviewTag: false });
  expect(shellSource()).not.toContain('allowpopups');
});
item(12, 'webview options', 'attaching one is prevented', async () => {
  const shell = await startedShell();
  expect(isPrevented(shell.window('counter'), 'will-attach-webview', {})).toBe(true);
});
item(13, 'navigation', 'a window stays on its page, frames and redirects go nowhere', async () => {
  const shell = await startedShell();
  for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
    expect(
      isPrevented(shell.window('counter'), event, { url: 'https://evil.example/', isMainFrame: false }),
    ).toBe(true);
  }
});
item(14, 'new windows', 'never opened by a page', async () => {
  const shell = await startedShell();
  const open = shell.window('counter').webContents.windowOpenHandler;
  for (const url of ['https://evil.example', 'about:blank', 'app://quay-tiep-dan/display.html']) {
    expect(open?.({ url } as never)).toEqual({ action: 'deny' });
  }
});
item(15, 'openExternal', `a fixed list of ${EXTERNAL_PAGES.length} addresses, compared whole`, async () => {
  const shell = await startedShell();
  const open = shell.window('counter').webContents.windowOpenHandler;
  const [known] = EXTERNAL_PAGES;
  for (const url of [
    'https://evil.example',
    `${known}?x=1`,
    `${known}..`,
    'file:///etc/passwd',
    'javascript:alert(1)',
  ])
    open?.({ url } as never);
  expect(fake.openedExternally).toEqual([]);
  open?.({ url: known } as never);
  expect(fake.openedExternally).toEqual([known]);
  for (const page of EXTERNAL_PAGES) expect(new URL(page).protocol).toBe('https:');
});
item(16, 'current Electron', 'pinned exactly', () => {
  const { devDependencies } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as {
    devDependencies: Record<string, string>;
  };
  expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
  expect(Number.parseInt(devDependencies['electron'] ?? '', 10)).toBeGreaterThanOrEqual(45);
});
item(
  17,
  'senders',
  `checked on all ${CHANNELS.length} channels, others get a problem or nothing`,
  async () => {
    const shell = await startedShell();
    expect([...fake.handlers.keys()].toSorted()).toEqual(CHANNELS.toSorted());
    const contents = shell.window('counter').webContents;
    const frame = { url: contents.getURL(), parent: contents.mainFrame, isDestroyed: () => false };
    for (const channel of [DESK_CALL, DESK_LISTEN]) {
      const reply = JSON.parse(
        String(await fake.invoke(contents, frame, channel, { method: 'system.health', body: '{}' })),
      );
      expect(reply).toEqual({ ok: false, problem: { code: 'sender-refused' } });
    }
    fake.folders = ['/data'];
    expect(await fake.invoke(contents, frame, PC_ASK, { ask: 'choose-folder', from: '' })).toBeNull();
    expect(fake.folderQuestions).toEqual([]);
  },
);
item(
  18,
  'own protocol',
  'app://, a standard and secure scheme registered before the program is ready; no file:',
  async () => {
    await startedShell();
    expect(fake.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
    expect(fake.calls.indexOf('registerSchemesAsPrivileged')).toBeLessThan(fake.calls.indexOf('whenReady'));
    expect(/\.loadFile\b|'file:/.test(shellSource())).toBe(false);
  },
);
item(19, 'fuses', 'no Node mode, no Node options, no inspector, sealed archive only', () => {
  const text = readFileSync(new URL('../../build/electron-builder.mjs', import.meta.url), 'utf8');
  const wanted = {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    grantFileProtocolExtraPrivileges: false,
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
    enableCookieEncryption: false,
  };
  for (const [fuse, on] of Object.entries(wanted)) expect(text).toMatch(new RegExp(`\\b${fuse}: ${on}\\b`));
});
item(
  20,
  'no Electron API in a page',
  'the desk with two functions and the PC with one, nothing else',
  async () => {
    const shell = await startedShell();
    const exposed = await runPreload(shell.window('counter'));
    expect(Object.keys(exposed)).toEqual(['deskBridge', 'pcBridge']);
    expect(Object.keys(exposed['deskBridge'] as object).toSorted()).toEqual(['call', 'listen']);
    expect(Object.keys(exposed['pcBridge'] as object).toSorted()).toEqual(['ask']);
  },
);
