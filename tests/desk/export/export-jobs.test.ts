import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import type { ReportPrinter } from '#electron/desk/delivery/exporting.ts';
import type { ExportJob, ExportSubject } from '#shared/contract/export.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { testClock } from '#tests/support/test-desk.ts';
import { checkDayFile } from '#electron/books/verify.mjs';
import { DAY } from './exported-day.ts';
import { officeDesk } from './office-desk.ts';
import { fillDisk, smallDisk } from '../store/store-folder.ts';

const held = (code: string) => Object.assign(new Error(code), { code });

const day: ExportSubject = { kind: 'day', businessDay: DAY };

describe('an export', () => {
  test('answers at once, tells its progress, and ends verified in every folder, journalled without their names', async () => {
    const { desk, start, ended, ask } = officeDesk();
    const heard: string[] = [];
    desk.subscribe({ news: (events) => heard.push(...events.map(({ name }) => name)), ended() {} });
    const folders = [temporaryFolder('usb'), temporaryFolder('share')];
    const begun = start(day, 'xlsx', folders);
    expect(begun).toMatchObject({ state: 'running', progress: 0, fileName: null });
    const job = await ended(begun.exportId);
    expect(job).toMatchObject({ state: 'done', progress: 100, problem: null });
    for (const target of job.targets) {
      expect(target).toMatchObject({ state: 'verified', tries: 1, problem: null });
      const bytes = readFileSync(target.file ?? '');
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(job.sha256);
      expect(bytes.length).toBe(job.bytes);
      expect(readdirSync(target.folder)).toEqual([job.fileName]);
    }
    expect(heard).toEqual(['report.saved', 'report.saved']);
    const events = desk.eventsSince(desk.lastEvent() - 2);
    expect(events).toMatchObject([{ data: { version: 1 } }, { data: { version: 1 } }]);
    for (const folder of folders) expect(JSON.stringify(events)).not.toContain(folder);
    const fetched = ask('export.fetch', { exportId: job.exportId });
    expect(Buffer.from(fetched.base64, 'base64').length).toBe(job.bytes);
    expect(ask('system.verify-events', {})).toMatchObject({ firstBroken: null });
  });

  test('of a month, a year and a day file, in each format that it has', async () => {
    const { start, ended } = officeDesk();
    const folder = temporaryFolder('usb');
    const wanted: readonly (readonly [ExportSubject, ExportJob['format']])[] = [
      [{ kind: 'month', month: '2026-11' }, 'xlsx'],
      [{ kind: 'month', month: '2026-11' }, 'csv'],
      [{ kind: 'year', year: 2026 }, 'xlsx'],
      [{ kind: 'year', year: 2026 }, 'json'],
      [day, 'json'],
      [day, 'day-file'],
    ];
    const jobs = wanted.map(([subject, format]) => start(subject, format, [folder]));
    for (const { exportId } of jobs) expect(await ended(exportId)).toMatchObject({ state: 'done' });
    expect(readdirSync(folder).sort()).toEqual([
      'so-lieu-nam-2026-0007-tam-tinh-den-2026-11-20.json',
      'so-lieu-nam-2026-0007-tam-tinh-den-2026-11-20.xlsx',
      'so-lieu-ngay-2026-11-20-0007-ban-1.json',
      'so-lieu-thang-2026-11-0007-tam-tinh-den-2026-11-20.csv',
      'so-lieu-thang-2026-11-0007-tam-tinh-den-2026-11-20.xlsx',
      'tep-so-lieu-2026-11-20-0007-ban-1.json',
    ]);
  });

  test('of a month bears a version once the month is over, and the reminder is content with that one alone', async () => {
    const clock = testClock();
    const { start, ended, ask, desk } = officeDesk({ clock });
    const folder = temporaryFolder('usb');
    const save = async () => {
      const month: ExportSubject = { kind: 'month', month: '2026-11' };
      const { fileName } = await ended(start(month, 'csv', [folder]).exportId);
      const [event] = desk.eventsSince(desk.lastEvent() - 1);
      return [
        fileName,
        event?.name === 'report.saved' && 'version' in event.data ? event.data.version : null,
      ];
    };
    const toSend = () => ask('report.reminders', {}).filter(({ code }) => code === 'month-to-send').length;
    const name = (part: string) => `so-lieu-thang-2026-11-0007-${part}.csv`;
    expect(await save()).toEqual([name('tam-tinh-den-2026-11-20'), null]);
    clock.pass((Date.parse('2026-12-10T08:00:00+07:00') - Date.parse(clock.now())) / 1000);
    expect(toSend()).toBe(1);
    expect(await save()).toEqual([name('ban-1'), 1]);
    expect(toSend()).toBe(0);
    ask('day.correct', { businessDay: DAY, reason: 'Bổ sung', proposals: 'Thêm máy' });
    expect(toSend()).toBe(1);
    expect(await save()).toEqual([name('ban-2'), 2]);
    expect(toSend()).toBe(0);
  });

  test('is asked for until every remembered folder holds the newest version', async () => {
    const clock = testClock();
    const { start, ended, ask, desk } = officeDesk({ clock });
    clock.pass(10 * 3600);
    const [share, stick, later] = [
      temporaryFolder('share'),
      temporaryFolder('usb'),
      temporaryFolder('later'),
    ];
    const toExport = () => ask('report.reminders', {}).filter(({ code }) => code === 'day-to-export').length;
    ask('office.update', { settings: { exportFolders: [share, stick] } });
    rmSync(stick, { recursive: true });
    const job = await ended(start(day, 'csv').exportId);
    expect([job.state, toExport()]).toEqual(['failed', 1]);
    const [event] = desk.eventsSince(desk.lastEvent() - 1);
    expect(event?.data).toMatchObject({ target: 0, folders: 2 });
    // Another format into the same folder, or any into a folder that is not remembered, changes nothing.
    await ended(start(day, 'xlsx', [share, later]).exportId);
    expect(toExport()).toBe(1);
    mkdirSync(stick);
    ask('export.retry', { exportId: job.exportId });
    await ended(job.exportId);
    expect(toExport()).toBe(0);
    ask('office.update', { settings: { exportFolders: [share, stick, later] } });
    expect(toExport()).toBe(0);
    ask('day.correct', { businessDay: DAY, reason: 'Bổ sung', proposals: 'Thêm máy' });
    await ended(start(day, 'csv', [share, stick]).exportId);
    expect(toExport()).toBe(1);
    await ended(start(day, 'csv', [later]).exportId);
    expect(toExport()).toBe(0);
  });

  test('is asked for no more once an officer says that the downloaded file was sent', async () => {
    const clock = testClock();
    const { start, ended, ask, reply, desk } = officeDesk({ clock });
    clock.pass(10 * 3600);
    const state = () =>
      ask('report.calendar', { month: DAY.slice(0, 7) }).days.find((one) => one.day === DAY)?.state;
    const toExport = () => ask('report.reminders', {}).filter(({ code }) => code === 'day-to-export').length;
    const { exportId } = await ended(start(day, 'csv', []).exportId);
    expect([toExport(), state()]).toEqual([1, 'closed']);
    for (const _ of [1, 2])
      expect(await reply('export.sent', { exportId })).toMatchObject({ value: { sent: true } });
    expect([toExport(), state()]).toEqual([0, 'exported']);
    const told = desk.eventsSince(0, 100).filter(({ name }) => name === 'report.saved');
    expect(told.map(({ data }) => data)).toMatchObject([{ version: 1, downloaded: true, target: null }]);
    ask('day.correct', { businessDay: DAY, reason: 'Bổ sung', proposals: 'Thêm máy' });
    expect(toExport()).toBe(1);
  });

  test('a folder is tried by writing into it, and nothing is left there', async () => {
    const { reply } = officeDesk();
    const folder = temporaryFolder('usb');
    expect(await reply('export.try-folder', { folder })).toMatchObject({ value: { folder } });
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
    expect(await reply('export.try-folder', { folder })).toMatchObject({
      problem: { code: 'folder-not-writable', folder },
    });
  });

  test('without folders goes to the remembered ones, and an empty list keeps it for fetching', async () => {
    const { start, ended, ask } = officeDesk();
    const folder = temporaryFolder('usb');
    ask('office.update', { settings: { exportFolders: [folder] } });
    expect((await ended(start(day, 'csv').exportId)).targets).toMatchObject([{ folder, state: 'verified' }]);
    expect((await ended(start(day, 'csv', []).exportId)).targets).toEqual([]);
  });

  test('the day file is taken by the command that checks it, under the key that the desk names', async () => {
    const { start, ended, ask } = officeDesk();
    const { exportId } = await ended(start(day, 'day-file', []).exportId);
    const { base64 } = ask('export.fetch', { exportId });
    const { keyId: key } = ask('export.key', {});
    expect(checkDayFile(Buffer.from(base64, 'base64'), { key, office: '0007', newest: 1 }).ok).toBe(true);
    expect(base64).not.toContain(Buffer.from('001190000123').toString('base64').slice(0, 12));
  });
});

describe('what cannot be', () => {
  test.each([
    ['a day file of a month', { kind: 'month', month: '2026-11' }, 'day-file', 'invalid-input'],
    ['people as JSON', { kind: 'people', businessDay: DAY, unmasked: false }, 'json', 'invalid-input'],
    ['an unknown day', { kind: 'day', businessDay: '2026-11-19' }, 'xlsx', 'unknown-day'],
    ['an unknown version', { kind: 'day', businessDay: DAY, version: 9 }, 'xlsx', 'unknown-version'],
    ['an unknown campaign', { kind: 'campaign', campaignId: uuid() }, 'xlsx', 'unknown-campaign'],
  ])('%s is refused at once', (_what, subject, format, code) => {
    const { reply } = officeDesk();
    expect(reply('export.start', { subject, format, folders: [] })).toMatchObject({
      ok: false,
      problem: { code },
    });
  });

  test('a day file of a day still open fails with its reason', async () => {
    const { start, ended } = officeDesk({ open: true });
    expect(await ended(start(day, 'day-file', []).exportId)).toMatchObject({
      state: 'failed',
      problem: { code: 'invalid-input' },
    });
  });

  test('an export that is gone, or has ended', async () => {
    const { reply, start, ended } = officeDesk();
    const code = (method: string, exportId: string) => {
      const answer = reply(method, { exportId });
      return 'ok' in answer && !answer.ok ? answer.problem.code : 'ok';
    };
    expect(code('export.fetch', uuid())).toBe('unknown-export');
    const { exportId } = await ended(start(day, 'csv', []).exportId);
    expect(code('export.cancel', exportId)).toBe('export-state');
    expect(code('export.retry', exportId)).toBe('export-state');
  });
});

describe('a folder in trouble', () => {
  test('a stick that is pulled out fails alone, and is written once it is back', async () => {
    const { start, ended, ask } = officeDesk();
    const [good, stick] = [temporaryFolder('share'), temporaryFolder('usb')];
    rmSync(stick, { recursive: true });
    const job = await ended(start(day, 'xlsx', [good, stick]).exportId);
    expect(job).toMatchObject({
      state: 'failed',
      targets: [{ state: 'verified' }, { state: 'failed', problem: 'folder-not-writable', file: null }],
    });
    mkdirSync(stick);
    ask('export.retry', { exportId: job.exportId });
    const again = await ended(job.exportId);
    expect(again.targets).toMatchObject([
      { state: 'verified', tries: 1 },
      { state: 'verified', tries: 2, problem: null },
    ]);
  });

  test('a stick pulled out while it is written leaves nothing under the name', async () => {
    const stick = temporaryFolder('usb');
    const { start, ended, incidents } = officeDesk({
      exportMoves: {
        pause: async () => undefined,
        async rename() {
          rmSync(stick, { recursive: true });
          throw held('EIO');
        },
      },
    });
    const job = await ended(start(day, 'xlsx', [stick]).exportId);
    expect(job.targets).toMatchObject([{ state: 'failed', problem: 'folder-not-writable' }]);
    expect(existsSync(stick)).toBe(false);
    expect(incidents).toEqual([]);
  });

  test('a file that is open in Excel is tried again for a while, and is written when it is closed', async () => {
    const folder = temporaryFolder('share');
    let tries = 0;
    const pauses: number[] = [];
    const { start, ended } = officeDesk({
      exportMoves: {
        async pause(milliseconds) {
          pauses.push(milliseconds);
        },
        async rename(from, to) {
          tries += 1;
          if (tries <= 15) throw held('EBUSY');
          await rename(from, to);
        },
      },
    });
    const job = await ended(start(day, 'xlsx', [folder]).exportId);
    expect(job).toMatchObject({ state: 'done', targets: [{ state: 'verified', tries: 2, problem: null }] });
    expect(pauses).toContain(5_000);
  });

  test('a file that stays open is given up with its reason, the old one untouched', async () => {
    const folder = temporaryFolder('share');
    const name = 'so-lieu-ngay-2026-11-20-0007-ban-1.xlsx';
    writeFileSync(join(folder, name), 'old');
    const { start, ended } = officeDesk({
      exportMoves: {
        pause: async () => undefined,
        rename: async () => {
          throw held('EPERM');
        },
      },
    });
    const job = await ended(start(day, 'xlsx', [folder]).exportId);
    expect(job).toMatchObject({ state: 'failed', targets: [{ problem: 'file-in-use', tries: 4 }] });
    expect(readFileSync(join(folder, name), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual([name]);
  });

  test('a full stick is named, and nothing torn is left on it', async (context) => {
    const disk = smallDisk('512k');
    if ('skipped' in disk) return context.skip(disk.skipped);
    fillDisk(disk.folder, 16);
    const { start, ended } = officeDesk();
    const job = await ended(start({ kind: 'month', month: '2026-11' }, 'xlsx', [disk.folder]).exportId);
    expect(job.targets).toMatchObject([{ state: 'failed', problem: 'store-full' }]);
    expect(readdirSync(disk.folder)).toEqual(['ballast']);
  });
});

describe('a PDF', () => {
  const drawn = Buffer.from(
    "%PDF-1.4 /CreationDate (D:20261120103000+00'00') /ModDate (D:20261120103000+00'00')",
  );

  test('bears the moment of the closing, so that the same page gives the same bytes', async () => {
    const orders: unknown[] = [];
    const reportPrinter: ReportPrinter = async (order) => {
      orders.push(order);
      return { trouble: null, bytes: drawn };
    };
    const { start, ended, ask } = officeDesk({ reportPrinter });
    const { exportId, fileName } = await ended(start(day, 'pdf', []).exportId);
    expect(fileName).toBe('so-lieu-ngay-2026-11-20-0007-ban-1.pdf');
    const { base64 } = ask('export.fetch', { exportId });
    expect(Buffer.from(base64, 'base64').toString()).toBe(
      "%PDF-1.4 /CreationDate (D:20261120003000+00'00') /ModDate (D:20261120003000+00'00')",
    );
    expect(orders).toEqual([
      { subject: { kind: 'day', businessDay: DAY, version: 1 }, language: 'vi', training: false },
    ]);
  });

  test.each(['no-browser', 'not-drawn', 'no-answer'] as const)(
    'that was not made says why: %s',
    async (trouble) => {
      const { reply, start, ended } = officeDesk({ reportPrinter: async () => ({ trouble }) });
      expect(await reply('report.export', { businessDay: DAY, format: 'pdf' })).toEqual({
        ok: false,
        problem: { code: 'pdf-not-made', reason: trouble },
      });
      expect(await ended(start(day, 'pdf', []).exportId)).toMatchObject({
        state: 'failed',
        problem: { code: 'pdf-not-made', reason: trouble },
      });
    },
  );
});

test('a running export can be cancelled, eight at most run at once, and a closing desk lets go of all', async () => {
  const asked: AbortSignal[] = [];
  const reportPrinter: ReportPrinter = (_order, signal) => {
    asked.push(signal);
    return new Promise((done) => signal.addEventListener('abort', () => done({ trouble: 'no-answer' })));
  };
  const { desk, ask, reply, start, ended } = officeDesk({ reportPrinter });
  const jobs = Array.from({ length: 8 }, () => start(day, 'pdf', []));
  expect(reply('export.start', { subject: day, format: 'pdf', folders: [] })).toMatchObject({
    ok: false,
    problem: { code: 'too-many-exports', limit: 8 },
  });
  await expect.poll(() => asked.length).toBe(8);
  const [first] = jobs;
  const refused = (method: 'export.fetch' | 'export.retry' | 'export.cancel') =>
    reply(method, { exportId: first?.exportId ?? '' });
  const inState = (state: string) => ({ ok: false, problem: { code: 'export-state', state } });
  for (const method of ['export.fetch', 'export.retry'] as const)
    expect(refused(method)).toEqual(inState('running'));
  expect(ask('export.cancel', { exportId: first?.exportId ?? '' })).toMatchObject({
    state: 'cancelled',
  });
  for (const method of ['export.fetch', 'export.retry', 'export.cancel'] as const)
    expect(refused(method)).toEqual(inState('cancelled'));
  expect((await ended(first?.exportId ?? '')).state).toBe('cancelled');
  expect(asked.filter(({ aborted }) => aborted)).toHaveLength(1);
  desk.close();
  expect(asked.every(({ aborted }) => aborted)).toBe(true);
});

test('of exports that fail only the newest twenty are kept', async () => {
  const { ask, start, ended } = officeDesk({ reportPrinter: async () => ({ trouble: 'not-drawn' }) });
  let newest = '';
  for (let count = 0; count < 24; count += 1) {
    newest = start(day, 'pdf', []).exportId;
    await ended(newest);
  }
  const kept = ask('export.list', {});
  expect(kept[0]?.exportId).toBe(newest);
  expect(kept).toHaveLength(20);
});
