import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { levelFolder } from '#electron/host/data-folder.ts';
import { readThisPc, writeThisPc } from '#electron/host/this-pc.ts';
import { startShell } from '#electron/shell/start-shell.ts';
import { ACCESS } from '#shared/contract/access.ts';
import { DESK_CALL, PC_ASK } from '#shared/contract/channels.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { SHEET_READY } from '#shared/contract/print-page.ts';
import { codeOf, valueOf } from '#tests/support/desk-clients.ts';
import { app, type BrowserWindow, fake, session } from '#tests/support/fake-electron.ts';
import { startedShell } from '#tests/support/started-shell.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { levelThreadHere, threadHere } from '#tests/support/thread-here.ts';

/** The shell over the folder of a PC that was made a level, quit when the test ends. */
async function startedLevel(folder = temporaryFolder('level-pc')) {
  fake.reset();
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(async () => {
    await app.ended();
    said.mockRestore();
    fake.reset();
  });
  writeThisPc(folder, 'level');
  await startShell(['electron', '.', '--data', folder], { desk: threadHere, level: levelThreadHere });
  const [window] = fake.windows;
  if (window === undefined) throw new Error('no window was opened');
  await expect
    .poll(() => window.webContents.getURL())
    .toMatch(/^http:\/\/127\.0\.0\.1:\d+\/level\.html#code=/);
  return { folder, window, origin: new URL(window.webContents.getURL()).origin };
}

/** What the page of a window asks, let in by the address that the shell gave it. */
async function pageOf(window: BrowserWindow) {
  const { origin, hash } = new URL(window.webContents.getURL());
  const post = async (path: string, body: unknown, authorization?: string) => {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...(authorization === undefined ? {} : { authorization }),
    };
    const response = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await response.json()) as DeskReply<never>;
  };
  const entered = await post(ACCESS.session, { code: hash.replace('#code=', '') });
  const { session: bearer } = valueOf<{ session: string }>(entered);
  return (method: string, input: unknown = {}) => post(`/desk/${method}`, input, `Bearer ${bearer}`);
}

test('the guide of the desk makes its PC a level: the program ends, and starts again as that', async () => {
  const shell = await startedShell();
  const contents = shell.window('counter').webContents;
  const call = (method: string, role?: string) =>
    fake.invoke(contents, contents.mainFrame, DESK_CALL, {
      method,
      body: '{}',
      key: randomUUID(),
      ...(role === undefined ? {} : { role }),
    }) as Promise<string>;
  expect(codeOf(JSON.parse(await call('pc.become-level', 'counter')))).toBe('not-allowed');
  expect(readThisPc(shell.folder)).toBe('desk');
  expect(JSON.parse(await call('pc.become-level'))).toEqual({ ok: true, value: { address: null } });
  await expect.poll(() => fake.calls.at(-1)).toBe('started again');
  expect(fake.calls.slice(-2)).toEqual(['exit 0', 'started again']);
  expect(() => readFileSync(join(shell.folder, 'desk.db-wal'))).toThrow();

  const { window, folder } = await startedLevel(shell.folder);
  expect(window).toMatchObject({ isShown: true, options: { title: 'Cấp tổng hợp', show: false } });
  expect(fake.menu).toBeNull();
  const ask = await pageOf(window);
  expect(await ask('level.state')).toMatchObject({ ok: true, value: { own: null } });
  expect(readFileSync(join(levelFolder(folder), 'level.db')).length).toBeGreaterThan(0);
  // Nothing of a desk is offered, whatever a page tries.
  expect([...fake.handlers.keys()]).toEqual([PC_ASK]);
});

test('a level that has received nothing makes its PC a desk again', async () => {
  const { folder, window } = await startedLevel();
  const ask = await pageOf(window);
  expect(await ask('pc.show')).toMatchObject({ value: { mayBecomeDesk: true } });
  expect(await ask('pc.become-desk')).toEqual({ ok: true, value: { address: null } });
  await expect.poll(() => fake.calls.at(-1)).toBe('started again');
  expect(readThisPc(folder)).toBe('desk');
});

test('a second start brings the window of the level to the front; closing it ends the program and lets go of the data', async () => {
  const { folder, window, origin } = await startedLevel();
  window.minimize();
  app.emit('second-instance');
  expect(window.isMinimized()).toBe(false);
  expect(fake.windows).toHaveLength(1);
  window.close();
  await app.ended();
  expect(fake.calls.at(-1)).toBe('exit 0');
  await expect(fetch(`${origin}/level.html`)).rejects.toThrow();
  expect(() => readFileSync(join(levelFolder(folder), 'level.db-wal'))).toThrow();
  expect(JSON.parse(readFileSync(join(folder, 'shell/windows.json'), 'utf8'))).toMatchObject({
    counter: { maximized: true },
  });
});

test('its page stays where the level serves it, opens nothing and is asked for nothing but copying and its own files', async () => {
  const { window, origin } = await startedLevel();
  const contents = window.webContents;
  const goes = (url: string): boolean => {
    let prevented = false;
    contents.emit('will-navigate', { url, preventDefault: () => (prevented = true) });
    return !prevented;
  };
  expect(goes(`${origin}/level.html?again`)).toBe(true);
  for (const url of [
    `${origin}/level-print.html`,
    'http://127.0.0.1:1/level.html',
    'app://quay-tiep-dan/counter.html',
    'https://example.org/level.html',
  ])
    expect({ url, goes: goes(url) }).toEqual({ url, goes: false });
  for (const url of [`${origin}/level.html`, `${origin}/display.html`, 'app://quay-tiep-dan/display.html'])
    expect(contents.windowOpenHandler?.({ url } as never)).toEqual({ action: 'deny' });
  expect(fake.windows).toHaveLength(1);

  await fake.copy(contents);
  const { check } = session.defaultSession.handlers;
  const asked = contents as unknown as Electron.WebContents;
  for (const permission of ['media', 'serial', 'geolocation'] as const)
    expect(check?.(asked, permission, origin, { isMainFrame: true, mediaType: 'video' } as never)).toBe(
      false,
    );

  const downloads = (url: string): boolean => {
    let prevented = false;
    const item = { getURL: () => url, getFilename: () => 'a.xlsx', setSaveDialogOptions: () => {} };
    session.defaultSession.emit(
      'will-download',
      { preventDefault: () => (prevented = true) },
      item,
      contents,
    );
    return !prevented;
  };
  expect(downloads(`blob:${origin}/1-2-3`)).toBe(true);
  expect(downloads('blob:http://127.0.0.1:1/1-2-3')).toBe(false);
  expect(downloads(`${origin}/level.html`)).toBe(false);

  const folder = temporaryFolder('seen');
  await fake.invoke(contents, contents.mainFrame, PC_ASK, { ask: 'show-in-folder', path: folder });
  expect(fake.shownInFolder).toEqual([folder]);
});

test('a report is drawn in a hidden window at the address of its page, and printed to PDF', async () => {
  const { window, origin } = await startedLevel();
  const ask = await pageOf(window);
  valueOf(await ask('level.set-up', { code: 'LG', name: 'Công an tỉnh Lam Giang', receivingLevel: 'C06' }));
  fake.drivers.run = (code) =>
    code === `globalThis.${SHEET_READY}`
      ? { widthMm: 210, heightMm: 297, margins: { top: 20, right: 15, bottom: 20, left: 30 } }
      : undefined;
  const period = { from: '2026-11-20', to: '2026-11-20', format: 'pdf' };
  expect(await ask('level.export', period)).toMatchObject({
    ok: true,
    value: { mediaType: 'application/pdf' },
  });
  const [made] = fake.drivers.asPdf;
  expect(made?.url).toMatch(new RegExp(`^${origin}/level-print\\.html\\?report=[\\w-]+#code=`));
  expect(fake.windows.map((one) => one.isDestroyed())).toEqual([false, true]);
});

test('a page that died is let in anew, for its first address opens nothing any more', async () => {
  const { window } = await startedLevel();
  const first = window.webContents.getURL();
  window.webContents.die('crashed');
  await expect.poll(() => window.webContents.getURL()).not.toBe(first);
  expect(await (await pageOf(window))('level.state')).toMatchObject({ ok: true });
});

test('a level that cannot be opened, and a word that cannot be read, are said in one sentence each', async () => {
  fake.reset();
  onTestFinished(() => fake.reset());
  const folder = temporaryFolder('torn');
  const start = () =>
    startShell(['electron', '.', '--data', folder], { desk: threadHere, level: levelThreadHere });
  writeFileSync(join(folder, 'this-pc.json'), '{');
  await expect(start()).rejects.toThrow(/bị hỏng nên không biết máy này là quầy hay cấp tổng hợp/);
  expect(fake.windows).toEqual([]);

  fake.reset();
  writeThisPc(folder, 'level');
  mkdirSync(levelFolder(folder));
  writeFileSync(join(levelFolder(folder), 'level.db'), 'this is no database, whatever its name says');
  await expect(start()).rejects.toThrow(/^Không mở được dữ liệu ở “.*level\.db”/);
  expect(fake.windows).toEqual([]);
});
