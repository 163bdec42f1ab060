import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { servePages } from '#electron/host/page-files.ts';
import { servePageScheme } from '#electron/shell/page-protocol.ts';
import { wallEvent } from '#shared/contract/event.ts';
import { DESK_CALL, DESK_LISTEN, type StreamMessage } from '#shared/contract/channels.ts';
import { bridgeOf, preloadCode } from '#tests/support/built-preload.ts';
import {
  fake,
  session,
  WebContents,
  type BrowserWindow,
  type FakeFrame,
} from '#tests/support/fake-electron.ts';
import { startedShell } from '#tests/support/started-shell.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const refusedSender = { ok: false, problem: { code: 'sender-refused' } };
const health = { method: 'system.health', body: '{}' };

async function say(
  contents: WebContents,
  frame: FakeFrame | null,
  channel: string,
  message: unknown,
): Promise<unknown> {
  return JSON.parse(String(await fake.invoke(contents, frame, channel, message)));
}

function frame(url: string, parent: FakeFrame | null = null): FakeFrame {
  return { url, parent, isDestroyed: () => false };
}

/** What a page tried on its window: true when the shell prevented it. */
function isPrevented(contents: WebContents, event: string, details: object): boolean {
  let prevented = false;
  contents.emit(event, { isMainFrame: true, ...details, preventDefault: () => (prevented = true) });
  return prevented;
}

function logOf(folder: string): string {
  return readFileSync(join(folder, 'log/incidents.log'), 'utf8');
}

test.each([DESK_CALL, DESK_LISTEN])(
  '%s answers our own top frames only, and every other sender with a problem',
  async (channel) => {
    const shell = await startedShell();
    const { webContents } = shell.window('counter');
    const own = webContents.getURL();
    const stranger = new WebContents();
    stranger.mainFrame.url = own;
    const senders: [string, WebContents, FakeFrame | null][] = [
      ['a frame inside our page', webContents, frame(own, webContents.mainFrame)],
      ['a foreign frame', webContents, frame('https://evil.example', webContents.mainFrame)],
      ['a foreign page in our window', webContents, frame('https://evil.example/counter.html')],
      ['another page of ours in the counter window', webContents, frame('app://quay-tiep-dan/display.html')],
      ['another host of our scheme', webContents, frame('app://evil/counter.html')],
      ['an empty page', webContents, frame('about:blank')],
      ['a frame that is gone', webContents, null],
      ['a window we did not open', stranger, stranger.mainFrame],
    ];
    for (const message of [health, { action: 'start', stream: 1, since: 0 }, 'nothing', null]) {
      for (const [who, contents, from] of senders) {
        expect({ who, reply: await say(contents, from, channel, message) }).toEqual({
          who,
          reply: refusedSender,
        });
      }
    }
    expect(await say(webContents, webContents.mainFrame, DESK_CALL, health)).toMatchObject({ ok: true });
  },
);

test('a message that is no call is refused in words', async () => {
  const shell = await startedShell();
  const { webContents } = shell.window('counter');
  const ask = (message: unknown): Promise<unknown> =>
    say(webContents, webContents.mainFrame, DESK_CALL, message);
  for (const message of [
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { ...health, body: {} },
    { ...health, extra: 1 },
    { ...health, role: 'admin' },
    { ...health, key: 5 },
    new Date(),
  ]) {
    expect(await ask(message)).toEqual({
      ok: false,
      problem: { code: 'invalid-input', path: '', reason: 'not-a-call' },
    });
  }
  expect(await ask({ ...health, body: '{' })).toMatchObject({ problem: { reason: 'not-json' } });
  expect(await ask({ ...health, body: `"${'ờ'.repeat(33_000)}"` })).toEqual({
    ok: false,
    problem: { code: 'body-too-large', limitKiB: 64 },
  });
});

test('each window has its roles and no more', async () => {
  const shell = await startedShell();
  for (const page of ['display', 'print']) {
    shell
      .window('counter')
      .webContents.windowOpenHandler?.({ url: `app://quay-tiep-dan/${page}.html` } as never);
  }
  const ask = async (window: BrowserWindow, role?: string): Promise<unknown> => {
    const message = {
      method: 'day.close',
      body: '[]',
      key: '12345678',
      ...(role === undefined ? {} : { role }),
    };
    const reply = (await say(window.webContents, window.webContents.mainFrame, DESK_CALL, message)) as {
      problem: { code: string };
    };
    return reply.problem.code;
  };
  expect(await ask(shell.window('counter'))).toBe('invalid-input');
  expect(await ask(shell.window('counter'), 'reception')).toBe('not-allowed');
  expect(await ask(shell.window('display'))).toBe('not-allowed');
  expect(await ask(shell.window('display'), 'leader')).toBe('not-allowed');
  expect(await ask(shell.window('print'), 'leader')).toBe('not-allowed');
});

test('the waiting-room window hears that something happened, not to whom', async () => {
  const shell = await startedShell();
  const counter = await bridgeOf(shell.window('counter'));
  shell
    .window('counter')
    .webContents.windowOpenHandler?.({ url: 'app://quay-tiep-dan/display.html' } as never);
  const display = await bridgeOf(shell.window('display'));
  const firstEvents = (bridge: typeof counter) =>
    new Promise<readonly object[]>((done) => {
      bridge.listen({ since: 0 }, (message) => {
        if (message.kind === 'events') done(message.events);
      });
    });
  const office = { name: 'Xã Thử', code: 'T1', receivingLevel: 'Trên', counters: ['Quầy 1'] };
  expect((await counter.call('office.set-up', office, '0123456789')).ok).toBe(true);
  expect((await counter.call('counter.add', { name: 'Quầy bí mật' }, '1123456789')).ok).toBe(true);
  expect(JSON.stringify(await firstEvents(counter))).toMatch(/"data":\{"/);
  const heard = await firstEvents(display);
  expect(heard.length).toBeGreaterThan(1);
  for (const event of heard) expect(wallEvent.parse(event)).toEqual(event);
});

test('a page may load itself again and go nowhere else', async () => {
  const shell = await startedShell();
  const { webContents } = shell.window('counter');
  for (const url of ['app://quay-tiep-dan/counter.html', 'app://quay-tiep-dan/counter.html?training=1#x']) {
    expect(isPrevented(webContents, 'will-navigate', { url })).toBe(false);
  }
  for (const url of [
    'app://quay-tiep-dan/display.html',
    'app://../counter.html',
    'app://quay-tiep-dan/../../etc/passwd',
    'https://evil.example/counter.html',
    'file:///counter.html',
    'javascript:alert(1)',
    'data:text/html,x',
    '//server/share',
    '\\\\server\\share',
    '',
  ]) {
    expect({ url, prevented: isPrevented(webContents, 'will-navigate', { url }) }).toEqual({
      url,
      prevented: true,
    });
    expect(isPrevented(webContents, 'will-redirect', { url })).toBe(true);
    expect(isPrevented(webContents, 'will-frame-navigate', { url, isMainFrame: false })).toBe(true);
  }
  expect(logOf(shell.folder)).toContain('navigation https://evil.example');
});

test('what was refused is told in the log, with no more of an address than where it leads', async () => {
  const shell = await startedShell();
  const { webContents } = shell.window('counter');
  isPrevented(webContents, 'will-navigate', { url: 'https://evil.example/?name=Trần+Thị+Mẫu' });
  webContents.windowOpenHandler?.({ url: 'https://evil.example/001090000001' } as never);
  expect(isPrevented(webContents, 'will-attach-webview', {})).toBe(true);
  session.defaultSession.handlers.request?.(webContents as never, 'geolocation', () => {}, {} as never);
  const log = logOf(shell.folder);
  for (const line of [
    'navigation https://evil.example',
    'window https://evil.example',
    'webview',
    'permission geolocation',
  ])
    expect(log).toContain(line);
  expect(log).not.toMatch(/Mẫu|M%E1|001090000001/);
});

test.each(['select-hid-device', 'select-usb-device'])('%s chooses nothing', async (event) => {
  await startedShell();
  const chosen: unknown[] = [];
  let prevented = false;
  session.defaultSession.emit(event, { preventDefault: () => (prevented = true) }, [], (device: unknown) =>
    chosen.push(device),
  );
  expect({ prevented, chosen }).toEqual({ prevented: true, chosen: [''] });
});

test('only a file that our own page made is downloaded, to where the officer says', async () => {
  const shell = await startedShell();
  const { webContents } = shell.window('counter');
  const download = (url: string, contents: WebContents = webContents) => {
    let prevented = false;
    const options: Electron.SaveDialogOptions[] = [];
    const item = {
      getURL: () => url,
      getFilename: () => 'so-lieu.xlsx',
      setSaveDialogOptions: (asked: Electron.SaveDialogOptions) => options.push(asked),
    } satisfies Partial<Electron.DownloadItem>;
    session.defaultSession.emit(
      'will-download',
      { preventDefault: () => (prevented = true) },
      item,
      contents,
    );
    return { prevented, options };
  };
  expect(download('blob:app://quay-tiep-dan/0192')).toEqual({
    prevented: false,
    options: [{ defaultPath: 'so-lieu.xlsx' }],
  });
  for (const url of [
    'https://evil.example/x.exe',
    'blob:https://evil.example/1',
    'data:text/plain,x',
    'app://quay-tiep-dan/counter.html',
    'file:///etc/passwd',
  ]) {
    expect({ url, ...download(url) }).toEqual({ url, prevented: true, options: [] });
  }
  const stranger = new WebContents();
  expect(download('blob:app://quay-tiep-dan/0192', stranger).prevented).toBe(true);
});

test('the scheme serves the pages that were built, with their policy, and nothing else', async () => {
  fake.reset();
  const folder = temporaryFolder('pages');
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'counter.html'), '<html><head></head><body>TRANG</body></html>');
  writeFileSync(join(folder, 'assets/a.js'), 'export {};');
  servePageScheme(session.defaultSession as unknown as Electron.Session, servePages(folder));
  const get = async (url: string, method = 'GET') => {
    const response = await fake.pageHandlers.get('app')?.(new Request(url, { method }));
    return {
      status: response?.status,
      policy: response?.headers.get('content-security-policy'),
      text: await response?.text(),
    };
  };
  const page = await get('app://quay-tiep-dan/counter.html?x#y');
  expect(page).toMatchObject({ status: 200, policy: expect.stringContaining("script-src 'self'") });
  expect(page.text).toContain('TRANG');
  expect((await get('app://quay-tiep-dan/assets/a.js')).status).toBe(200);
  for (const url of [
    'app://quay-tiep-dan/',
    'app://evil/counter.html',
    'app://quay-tiep-dan/../counter.htm',
    'app://quay-tiep-dan/%2e%2e/%2e%2e/etc/passwd',
    'app://quay-tiep-dan/assets/',
  ]) {
    expect({ url, ...(await get(url)) }).toMatchObject({
      url,
      status: 404,
      text: '',
      policy: expect.stringContaining("default-src 'none'"),
    });
  }
  expect((await get('app://quay-tiep-dan/counter.html', 'POST')).status).toBe(404);
});

test('the preload script is one small file that needs nothing but electron', async () => {
  const code = await preloadCode();
  expect(Buffer.byteLength(code)).toBeLessThan(4096);
  expect([...code.matchAll(/require\((?<name>[^)]*)\)/g)].map((match) => match.groups?.['name'])).toEqual([
    '"electron"',
  ]);
});

test('a window that is reloaded or closed no longer costs anything', async () => {
  const shell = await startedShell();
  const window = shell.window('counter');
  const bridge = await bridgeOf(window);
  const heard: StreamMessage[] = [];
  const firstBeat = new Promise<void>((done) => {
    bridge.listen({ since: 0 }, (message) => {
      heard.push(message);
      done();
    });
  });
  await firstBeat;
  expect(heard[0]).toMatchObject({ kind: 'beat' });
  const busy = window.webContents.listenerCount('destroyed');
  window.webContents.emit('did-navigate');
  expect(window.webContents.listenerCount('destroyed')).toBe(busy - 1);
});

test('a stream that cannot start says why, and a page cannot open streams without end', async () => {
  const shell = await startedShell();
  const bridge = await bridgeOf(shell.window('counter'));
  const first = (since: number) => new Promise<StreamMessage>((done) => void bridge.listen({ since }, done));
  expect(await first(99)).toEqual({
    kind: 'refused',
    problem: { code: 'invalid-input', path: 'since', reason: 'beyond-last-event' },
  });
  for (let stream = 0; stream < 8; stream += 1) expect(await first(0)).toMatchObject({ kind: 'beat' });
  expect(await first(0)).toMatchObject({ kind: 'refused', problem: { reason: 'too-many-streams' } });
});
