import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { shellDrivers, type DriverPatience } from '#electron/shell/printing.ts';
import { ownWindows } from '#electron/shell/window.ts';
import { readOrder } from '#renderer/paper/print-order.ts';
import { readHandoutOrder } from '#renderer/paper/handout/handout-order.ts';
import { DESK_CALL } from '#shared/contract/channels.ts';
import { SHEET_READY, type DrawnSheet } from '#shared/contract/print-page.ts';
import type { PrintJob } from '#shared/contract/print.ts';
import type { PrinterProfile } from '#shared/domain/office/settings.ts';
import { valueOf } from '#tests/support/desk-clients.ts';
import { fake } from '#tests/support/fake-electron.ts';
import { printingDesk, type PrintingDesk } from '#tests/support/printing-desk.ts';
import { startedShell } from '#tests/support/started-shell.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const roll: DrawnSheet = { widthMm: 80, heightMm: 131.5, margins: { top: 0, right: 0, bottom: 0, left: 0 } };
const page: DrawnSheet = { widthMm: 148, heightMm: 210, margins: { top: 9, right: 11, bottom: 7, left: 11 } };
const printer = { name: 'XP_80C', displayName: 'XP-80C' };
const never = new Promise<never>(() => {});

/** The page of a sheet as the shell finds it. */
function draws(size: unknown): void {
  fake.drivers.run = (code) => (code === `globalThis.${SHEET_READY}` ? size : undefined);
}

/** A desk that prints with the shell's own drivers over the fake. */
function deskWith(
  profile: Partial<PrinterProfile>,
  patience: DriverPatience = { driverMs: 5_000, dialogMs: 5_000 },
): PrintingDesk {
  fake.reset();
  fake.drivers.printers = [printer];
  draws(roll);
  onTestFinished(() => fake.reset());
  const windows = ownWindows({
    preloadFile: 'preload.cjs',
    stateFile: join(temporaryFolder('printing'), 'windows.json'),
    monotonic: () => 0,
  });
  return printingDesk(profile, { drivers: shellDrivers(windows.openHidden, patience) });
}

const silent = { route: 'driver-silent' as const, device: printer.name };

describe('straight to the driver', () => {
  test('everything about the paper is said, in microns', async () => {
    const desk = deskWith({ ...silent, copies: 2 });
    expect(valueOf(await desk.send(desk.queue()))).toMatchObject({
      state: 'sent',
      problem: null,
      attempts: 1,
    });
    expect(fake.drivers.printed.map(({ options }) => options)).toEqual([
      {
        silent: true,
        deviceName: 'XP_80C',
        pageSize: { width: 80_000, height: 131_500 },
        margins: { marginType: 'none' },
        printBackground: true,
        color: false,
        landscape: false,
        scaleFactor: 100,
        copies: 2,
        dpi: { horizontal: 203, vertical: 203 },
      },
    ]);
  });

  test('a page keeps the margins of its sheet, which Electron reads in points', async () => {
    const desk = deskWith(silent);
    draws(page);
    await desk.send(desk.queue('guidance'));
    expect(fake.drivers.printed[0]?.options).toMatchObject({
      pageSize: { width: 148_000, height: 210_000 },
      margins: { marginType: 'custom', top: 26, right: 31, bottom: 20, left: 31 },
      dpi: { horizontal: 300, vertical: 300 },
    });
  });

  test('the window is hidden, one for each kind of sheet, and its address is an order to the print page', async () => {
    const desk = deskWith(silent);
    const jobs = [desk.queue(), desk.queue(), desk.queue('guidance')];
    for (const job of jobs) await desk.send(job);
    expect(fake.windows.map(({ isShown, options }) => [isShown, options.show])).toEqual([
      [false, false],
      [false, false],
    ]);
    for (const { options } of fake.windows) {
      expect(options.webPreferences).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        backgroundThrottling: false,
      });
    }
    const urls = fake.drivers.printed.map(({ url }) => new URL(url));
    expect(new Set(urls.map(({ pathname, search }) => pathname + search)).size).toBe(3);
    expect(urls.map(({ hash }) => readOrder(hash))).toEqual(
      jobs.map((job) => ({
        ticketId: job.ticketId,
        sheet: job.sheet,
        format: job.format,
        jobId: job.id,
        language: 'vi',
        auto: false,
      })),
    );
  });

  test('a sheet without a ticket is ordered by its form, with the printer it goes to', async () => {
    const desk = deskWith(silent);
    const job = desk.call('print.queue-form', { form: 'test-page.en', sheet: 'number', format: '58' });
    expect(valueOf(await desk.send(job))).toMatchObject({ state: 'sent', ticketId: null });
    const [{ url } = { url: '' }] = fake.drivers.printed;
    const { hash, search } = new URL(url);
    expect(search).toBe(`?job=${job.id}`);
    expect(readHandoutOrder(hash)).toEqual({
      sheet: 'test-page',
      format: '58',
      language: 'en',
      auto: false,
    });
    expect(new URLSearchParams(hash.slice(1)).get('printer')).toBe('number');
  });

  test('a printer that is gone is not printed to: a person chooses in the dialogue', async () => {
    const desk = deskWith(silent);
    fake.drivers.printers = [{ name: 'Other', displayName: 'Other' }];
    expect(valueOf(await desk.send(desk.queue()))).toMatchObject({ state: 'sent', attempts: 2 });
    expect(fake.drivers.printed.map(({ options }) => [options.silent, options.deviceName])).toEqual([
      [false, undefined],
    ]);
  });

  test('what the driver refuses is tried once more, through the dialogue, and then waits', async () => {
    const desk = deskWith(silent);
    fake.drivers.answer = (_options, callback) => callback(false, 'Invalid printer settings');
    expect(valueOf(await desk.send(desk.queue()))).toMatchObject({
      state: 'failed',
      problem: 'driver-failed',
      attempts: 2,
      mayHavePrinted: false,
      waitsForPerson: true,
    });
    expect(fake.drivers.printed.map(({ options }) => options.silent)).toEqual([true, false]);
  });

  test('a dialogue that is cancelled is no fault of the printer', async () => {
    const desk = deskWith({ route: 'driver-dialog' });
    fake.drivers.answer = (_options, callback) => callback(false, 'Print job canceled');
    expect(valueOf(await desk.send(desk.queue()))).toMatchObject({
      state: 'failed',
      problem: 'cancelled',
      attempts: 1,
    });
  });

  test('a driver that hangs gets its time and no more; the next sheet has a new window', async () => {
    const desk = deskWith(silent, { driverMs: 250, dialogMs: 250 });
    fake.drivers.answer = () => {};
    const job = valueOf(await desk.send(desk.queue()));
    expect(job).toMatchObject({ state: 'failed', problem: 'no-answer', mayHavePrinted: true, attempts: 1 });
    fake.drivers.answer = (_options, callback) => callback(true, '');
    const again = desk.call('print.again', { jobId: job.id });
    expect(again).toMatchObject({ copy: 1, number: job.number });
    expect(valueOf(await desk.send(again)).state).toBe('sent');
    expect(fake.windows.map((window) => window.isDestroyed())).toEqual([true, false]);
  });

  test('drivers that do not even find a name are given their time, and nothing is printed', async () => {
    const desk = deskWith(silent, { driverMs: 50, dialogMs: 50 });
    fake.drivers.listPrinters = () => never;
    expect(valueOf(await desk.send(desk.queue()))).toMatchObject({
      problem: 'no-answer',
      mayHavePrinted: true,
    });
    expect(fake.drivers.printed).toEqual([]);
    expect(desk.incidents).toEqual([]);
  });

  test('the printers are not listed before each sheet', async () => {
    const desk = deskWith(silent);
    let asked = 0;
    fake.drivers.listPrinters = () => {
      asked += 1;
      return Promise.resolve([printer]);
    };
    await desk.send(desk.queue());
    expect(asked).toBe(1); // by Electron itself, beside the windows' thread
  });

  test.each([
    ['never stands', never],
    ['is not there', null],
    ['has no size', { ...roll, heightMm: 0 }],
    ['is endless', { ...roll, heightMm: 1e9 }],
  ])('a sheet that %s is not printed', async (_what, size) => {
    const desk = deskWith(silent, { driverMs: 150, dialogMs: 150 });
    draws(size);
    expect(valueOf(await desk.send(desk.queue()))).toMatchObject({
      state: 'failed',
      problem: 'not-drawn',
      mayHavePrinted: false,
      attempts: 1,
    });
    expect(fake.drivers.printed).toEqual([]);
  });
});

describe('to a PDF file', () => {
  const pdfDesk = (folder: string) => deskWith({ route: 'pdf-file', folder });

  test('the whole file lies in the folder, named by day, number and sheet, with the size of the sheet', async () => {
    const folder = temporaryFolder('pdf');
    const desk = pdfDesk(folder);
    draws(page);
    const job = desk.queue('guidance');
    expect(valueOf(await desk.send(job))).toMatchObject({ state: 'sent', route: 'pdf-file' });
    const again = desk.call('print.again', { jobId: job.id });
    await desk.send(again);
    expect(readdirSync(folder).toSorted()).toEqual([
      'qtd-phieu-2026-11-20-A001-huong-dan-80-in-lai-1.pdf',
      'qtd-phieu-2026-11-20-A001-huong-dan-80.pdf',
    ]);
    expect(readFileSync(join(folder, 'qtd-phieu-2026-11-20-A001-huong-dan-80.pdf'), 'utf8')).toBe('%PDF-1.7');
    expect(fake.drivers.asPdf[0]?.options).toMatchObject({
      pageSize: { width: 148 / 25.4, height: 210 / 25.4 },
      preferCSSPageSize: true,
      printBackground: true,
    });
    expect(fake.drivers.printed).toEqual([]);
  });

  test('a folder that is missing or not set fails the job, and nothing is left behind', async () => {
    const folder = temporaryFolder('pdf');
    writeFileSync(join(folder, 'file'), '');
    for (const [chosen, problem] of [
      ['', 'no-folder'],
      [join(folder, 'gone'), 'folder-not-writable'],
      [join(folder, 'file'), 'folder-not-writable'],
      ['relative', 'folder-not-writable'],
    ] as const) {
      const desk = pdfDesk(chosen);
      expect(valueOf(await desk.send(desk.queue()))).toMatchObject({
        state: 'failed',
        problem,
        mayHavePrinted: false,
      });
    }
    expect(readdirSync(folder)).toEqual(['file']);
    expect(existsSync('relative')).toBe(false);
  });

  test('a sheet that cannot become a file fails the job', async () => {
    const folder = temporaryFolder('pdf');
    const desk = pdfDesk(folder);
    fake.drivers.makePdf = () => Promise.reject(new Error('Failed to generate PDF'));
    expect(valueOf(await desk.send(desk.queue())).problem).toBe('driver-failed');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the printers of this PC', () => {
  test('are listed by the name the driver wants and the name a person knows', async () => {
    const desk = deskWith(silent);
    fake.drivers.printers = [printer, { name: 'Canon', displayName: '' }];
    const list = () => desk.desk.dispatch('printer.list', {}, { role: 'leader' });
    expect(await list()).toEqual({
      ok: true,
      value: {
        known: true,
        devices: [
          { name: 'XP_80C', label: 'XP-80C' },
          { name: 'Canon', label: 'Canon' },
        ],
      },
    });
    fake.drivers.listPrinters = () => Promise.reject(new Error('spooler'));
    expect(await list()).toEqual({ ok: true, value: { known: false, devices: [] } });
  });

  test('are tested by whether they are there', async () => {
    const desk = deskWith(silent);
    expect(valueOf(await desk.test({ sheet: 'number' }))).toMatchObject({ trouble: null, answered: true });
    fake.drivers.printers = [];
    expect(valueOf(await desk.test({ sheet: 'number' }))).toMatchObject({ trouble: 'no-device' });
  });
});

test('a window of the program prints through the shell: stored first, then sent', async () => {
  const shell = await startedShell();
  fake.drivers.printers = [printer];
  draws(roll);
  const { webContents } = shell.window('counter');
  let keys = 0;
  const ask = async <T>(method: string, input: unknown): Promise<T> => {
    const message = { method, body: JSON.stringify(input), key: `some-key-${(keys += 1)}` };
    const reply = JSON.parse(
      String(await fake.invoke(webContents, webContents.mainFrame, DESK_CALL, message)),
    ) as {
      value: T;
    };
    return reply.value;
  };
  const office = await ask<{ settings: { printers: object } }>('office.set-up', {
    name: 'Công an xã Thử',
    code: 'T1',
    receivingLevel: 'Tổng hợp',
    counters: ['Quầy 1'],
  });
  const printers = office.settings.printers as Record<string, PrinterProfile>;
  await ask('office.update', {
    settings: { printers: { ...printers, number: { ...printers['number'], ...silent } } },
  });
  await ask('day.open', { businessDay: '2026-11-20' });
  const ticket = await ask<{ id: string }>('ticket.issue', {
    requests: [{ procedure: 'level-1', subject: 'citizen' }],
  });
  const job = await ask<PrintJob>('print.queue', { ticketId: ticket.id, sheet: 'number' });
  expect(job).toMatchObject({ route: 'driver-silent', state: 'queued' });
  expect(await ask('print.send', { jobId: job.id })).toMatchObject({ state: 'sent' });
  expect(fake.drivers.printed).toHaveLength(1);

  // The hidden page may read its slip over the border, in the roles of a print window.
  const hidden = shell.window('print').webContents;
  const slip = {
    method: 'slip.show',
    body: JSON.stringify({ ticketId: ticket.id, sheet: 'number', jobId: job.id }),
  };
  expect(JSON.parse(String(await fake.invoke(hidden, hidden.mainFrame, DESK_CALL, slip)))).toMatchObject({
    ok: true,
    value: { copy: 0 },
  });
});
