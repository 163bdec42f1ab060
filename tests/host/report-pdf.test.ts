// @module-tag slow
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import { newTokens } from '#electron/host/access-tokens.ts';
import { keepServedPair } from '#electron/host/desk-pair.ts';
import { browserPlaces, findBrowser } from '#electron/host/installed-browser.ts';
import { hostReportPrinter } from '#electron/host/report-printer.ts';
import { startHost, type RunningHost } from '#electron/host/start-host.ts';
import { FILE_FORMATS } from '#shared/contract/export-words.ts';
import { type ExportJob } from '#shared/contract/export.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { spawnHost } from '#tests/support/host-process.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const DAY = '2026-11-20';
const leader = { role: 'leader' } as const;

/** A page in the place of the report page: it trades the code it was given and asks the desk and shows the figure it got. */
const page = `<!doctype html><html lang="vi"><head><title>Báo cáo</title></head>
<body><script src="/print.js"></script></body></html>`;
const script = (ready: string) => `
const order = JSON.parse(new TextDecoder().decode(Uint8Array.from(
  atob(new URLSearchParams(location.search).get('report').replaceAll('-', '+').replaceAll('_', '/')),
  (letter) => letter.charCodeAt(0))));
const code = new URLSearchParams(location.hash.slice(1)).get('code');
const json = { 'content-type': 'application/json' };
const { kind, ...input } = order.subject;
globalThis.sheetReady = fetch('/access/session', {
  method: 'POST', headers: json, body: JSON.stringify({ code }),
}).then((answer) => answer.json()).then(({ value }) => fetch('/desk/report.' + kind, {
  method: 'POST',
  headers: { authorization: 'Bearer ' + value.session, ...json },
  body: JSON.stringify(input),
})).then((answer) => answer.json()).then(({ value }) => {
  document.body.append('Số thứ tự đã cấp: ' + value.tickets.issued + ', ' + value.office.name);
  return ${ready};
});`;
const A4 = '{ widthMm: 210, heightMm: 297, margins: { top: 20, right: 15, bottom: 20, left: 30 } }';

async function host(
  ready: string,
  options: { browser?: () => Promise<string | undefined>; patienceMs?: number } = {},
) {
  const [pages, temporary] = [temporaryFolder('pages'), temporaryFolder('profiles')];
  writeFileSync(join(pages, 'print.html'), page);
  writeFileSync(join(pages, 'print.js'), script(ready));
  const here: { host?: RunningHost } = {};
  const tokens = newTokens();
  const desks = keepServedPair(temporaryFolder('pdf'), {
    version: 'test',
    electron: false,
    log: () => {},
    reportPrinter: hostReportPrinter({ host: () => here.host, temporary, ...options }),
  });
  const running = await startHost({ desks, tokens, port: 0, rendererFolder: pages, version: 'test' });
  onTestFinished(() => running.close());
  here.host = running;
  const ask = async <T>(method: string, input: unknown): Promise<T> => {
    const reply = (await desks.office.dispatch(method, input, leader, uuid())) as DeskReply<T>;
    if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
    return reply.value;
  };
  await ask('office.set-up', { name: 'Xã Hoa Ổi', code: '7', receivingLevel: 'PC06', counters: ['Quầy 1'] });
  await ask('day.open', { businessDay: DAY });
  for (let count = 0; count < 3; count += 1)
    await ask('ticket.issue', { requests: [{ procedure: 'level-2', subject: 'citizen' }] });
  await ask('day.close', { businessDay: DAY, leftovers: 'left' });
  const pdf = async () => {
    const { base64 } = await ask<{ base64: string }>('report.export', { businessDay: DAY, format: 'pdf' });
    return Buffer.from(base64, 'base64');
  };
  const refused = () => desks.office.dispatch('report.export', { businessDay: DAY, format: 'pdf' }, leader);
  return { ask, pdf, refused, leftovers: () => readdirSync(temporary) };
}

test('an installed browser draws the report page of the host: its text, A4, and the same bytes for a closed day', async (context) => {
  if ((await findBrowser()) === undefined)
    return context.skip(
      'no browser of the Chromium family is on this machine (node build/browser.mjs gets one)',
    );
  const { pdf, leftovers } = await host(A4);
  const first = await pdf();
  expect(first.subarray(0, 5).toString()).toBe('%PDF-');
  expect(first.toString('latin1')).not.toMatch(/\(D:(?!20\d{12}\+00'00')/);
  expect(Buffer.compare(first, await pdf())).toBe(0);
  expect(leftovers()).toEqual([]);
  const file = join(temporaryFolder('pdf'), 'report.pdf');
  writeFileSync(file, first);
  const text = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' });
  if (text.error !== undefined)
    return context.skip('pdftotext is not on this machine: the text was not compared');
  expect(text.stdout.trim()).toBe('Số thứ tự đã cấp: 3, Xã Hoa Ổi');
  const { stdout } = spawnSync('pdfinfo', [file], { encoding: 'utf8' });
  if (stdout) expect(stdout).toMatch(/Page size:\s+59\d\.\d+ x 841\.\d+ pts \(A4\)/);
});

test('a PC without a browser: the PDF says what to do, and the other files of the day come', async () => {
  const { ask } = await host(A4, { browser: async () => undefined });
  const subject = { kind: 'day', businessDay: DAY };
  for (const format of FILE_FORMATS) await ask('export.start', { subject, format, folders: [] });
  const jobs = () => ask<ExportJob[]>('export.list', {});
  await expect
    .poll(async () => (await jobs()).some(({ state }) => state === 'running'), { timeout: 30_000 })
    .toBe(false);
  const states = (await jobs()).map(({ format, state }) => [format, state]);
  expect(Object.fromEntries(states)).toEqual({
    xlsx: 'done',
    csv: 'done',
    json: 'done',
    'day-file': 'done',
    pdf: 'failed',
  });
  const problem = (await jobs()).find(({ format }) => format === 'pdf')?.problem;
  if (!problem) throw new Error('the PDF that was not made has no problem');
  expect(problemText(problem, catalogue('vi'))).toMatch(
    /không có Chrome, Edge hoặc Chromium.*Cài một trình duyệt/,
  );
  expect(problemText(problem, catalogue('en'))).toMatch(/no Chrome, Edge or Chromium.*Install one of them/);
});

test('the browser is the one that was named, an installed one, then the one of the tests', () => {
  const places = browserPlaces({ CHROMIUM_PATH: '/opt/mine' }, 'linux');
  const own = places.at(-1) ?? '';
  expect(own).toMatch(/build.browser/);
  expect(places.slice(0, 2)).toEqual(['/opt/mine', '/usr/bin/chromium']);
  expect(browserPlaces({ CHROMIUM_PATH: '/opt/mine', NO_SYSTEM_BROWSER: '1' }, 'linux')).toEqual([
    '/opt/mine',
    own,
  ]);
  expect(browserPlaces({ NO_SYSTEM_BROWSER: '1' }, 'win32')).toEqual([own]);
});

test('a page that has nothing to print, one that never stands, and a PC without a browser', async (context) => {
  const without = await host(A4, { browser: async () => undefined });
  const refusal = (reason: string) => ({ ok: false, problem: { code: 'pdf-not-made', reason } });
  expect(await without.refused()).toEqual(refusal('no-browser'));
  if ((await findBrowser()) === undefined)
    return context.skip(
      'no browser of the Chromium family is on this machine (node build/browser.mjs gets one)',
    );
  const empty = await host('null');
  expect(await empty.refused()).toEqual(refusal('not-drawn'));
  const never = await host('new Promise(() => {})', { patienceMs: 3_000 });
  expect(await never.refused()).toEqual(refusal('no-answer'));
  expect([...empty.leftovers(), ...never.leftovers()]).toEqual([]);
});

test('a file that is no browser draws nothing, and hangs nothing', async () => {
  const { refused } = await host(A4, { browser: async () => process.execPath, patienceMs: 5_000 });
  expect(await refused()).toMatchObject({ problem: { code: 'pdf-not-made' } });
});

const order = { subject: { kind: 'day', businessDay: DAY }, language: 'vi', training: false } as const;
const running = () => ({ url: 'http://127.0.0.1:9', sheetCode: () => 'code' });

/** A program in the place of a browser. */
function standIn(script: string): string {
  const file = join(temporaryFolder('stand-in'), 'browser');
  writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return file;
}

test('a printer that fails before it begins draws nothing that once, and draws again afterwards', async () => {
  const temporary = temporaryFolder('profiles');
  const asked: string[] = [];
  const print = hostReportPrinter({
    host: running,
    temporary,
    browser: async () => {
      asked.push('browser');
      // The first time there is no folder for the profile.
      if (asked.length === 1) rmSync(temporary, { recursive: true });
      else mkdirSync(temporary, { recursive: true });
      return asked.length === 1 ? process.execPath : undefined;
    },
  });
  const never = new AbortController().signal;
  expect(await print(order, never)).toEqual({ trouble: 'not-drawn' });
  expect(await print(order, never)).toEqual({ trouble: 'no-browser' });
});

test('a browser that answers what no browser answers is ended, and the program goes on', async (context) => {
  if (process.platform === 'win32') return context.skip('Windows runs no shell script as a program');
  const temporary = temporaryFolder('profiles');
  for (const answer of ['{torn', 'null', '7']) {
    const file = standIn(`printf '${answer}\\0' >&4\nexec sleep 60`);
    const print = hostReportPrinter({ host: running, temporary, browser: async () => file });
    expect(await print(order, new AbortController().signal)).toEqual({ trouble: 'not-drawn' });
  }
  expect(readdirSync(temporary)).toEqual([]);
});

test('profiles of a program that was killed are swept at the start, those of running ones stay', async () => {
  const temporary = temporaryFolder('profiles');
  const ended = spawnSync(process.execPath, ['--version']).pid;
  const names = [
    `quay-tiep-dan-browser-${ended}-a`,
    'quay-tiep-dan-browser-b',
    `quay-tiep-dan-browser-${process.pid}-c`,
  ];
  for (const name of names) mkdirSync(join(temporary, name, 'Default'), { recursive: true });
  await hostReportPrinter({ host: running, temporary }).settled();
  expect(readdirSync(temporary)).toEqual([names[2]]);
});

test('a program that is told to end while a browser draws takes the profile with it', async (context) => {
  if (process.platform === 'win32') return context.skip('Windows runs no shell script as a program');
  const [data, temporary] = [temporaryFolder('pdf'), temporaryFolder('profiles')];
  const file = standIn('[ "$1" = --version ] && exit 0\nexec sleep 60');
  const host = spawnHost(['--data', data, '--port', '0'], { CHROMIUM_PATH: file, TMPDIR: temporary });
  const { url, token } = await host.address();
  const ask = (method: string, input: unknown) =>
    fetch(`${url}/desk/${method}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': uuid(),
      },
      body: JSON.stringify(input),
    });
  await ask('office.set-up', { name: 'Xã Thử', code: '7', receivingLevel: 'PC06', counters: ['Quầy 1'] });
  await ask('day.open', { businessDay: DAY });
  const subject = { kind: 'day', businessDay: DAY };
  await ask('export.start', { subject, format: 'pdf', folders: [] });
  const profiles = () => readdirSync(temporary).filter((name) => name.startsWith('quay-tiep-dan-browser-'));
  await expect.poll(profiles, { interval: 10 }).toHaveLength(1);
  host.child.kill('SIGTERM');
  expect(await host.ended).toBe(0);
  expect(profiles()).toEqual([]);
});
