import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import type { PrintJob } from '#shared/contract/print.ts';
import { defaultPrinter, defaultSettings } from '#shared/domain/office/default-settings.ts';
import type { Raster } from '#shared/domain/printing/raster.ts';
import { vi } from '#shared/text/vi.ts';
import { VirtualPrinter, WELL, type PrinterTemper } from '#tests/support/virtual-printer.ts';
import { expect, printedSheets, test as deskTest, type RunningHost } from './desk-test.ts';
import { Officer } from './officer.ts';
import { ask, openOffice } from './ready-office.ts';
import { callNext, finishTicket, goToCounter, nameField, saveNumber, startServing } from './screens.ts';

const test = deskTest.extend<{ printer: (temper?: PrinterTemper) => Promise<VirtualPrinter> }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants the pattern of what a fixture uses
  printer: async ({}, use) => {
    const open: VirtualPrinter[] = [];
    await use(async (temper) => {
      const printer = await VirtualPrinter.open(temper);
      open.push(printer);
      return printer;
    });
    for (const printer of open) printer.stop();
  },
});

/** Numbers and slips go to a network printer on this port. */
async function officeWith(host: RunningHost, port: number): Promise<void> {
  const thermal = { ...defaultPrinter, route: 'network-thermal' as const, host: '127.0.0.1', port };
  await openOffice(host, {
    printers: { ...defaultSettings.printers, number: thermal, guidance: thermal },
  });
}

async function printTo(host: RunningHost, port: number): Promise<void> {
  const thermal = { ...defaultPrinter, route: 'network-thermal' as const, host: '127.0.0.1', port };
  await ask(host, 'office.update', {
    settings: { printers: { ...defaultSettings.printers, number: thermal, guidance: thermal } },
  });
}

/** A port at which nobody answers. */
async function deadPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** The newest job of a sheet. */
async function newest(host: RunningHost, sheet: PrintJob['sheet']): Promise<PrintJob | undefined> {
  return (await ask(host, 'print.list', {})).find((job) => job.sheet === sheet);
}

/** How much of a picture is black. */
function ink({ rows, widthDots, heightDots }: Raster): number {
  let black = 0;
  for (const byte of rows) for (let bits = byte; bits !== 0; bits &= bits - 1) black += 1;
  return black / (widthDots * heightDots);
}

async function newNumber(officer: Officer, name: string): Promise<string> {
  await expect(nameField(officer.page)).toBeFocused();
  await officer.type(name);
  return saveNumber(officer);
}

const band = (page: Page) => page.getByRole('region', { name: vi.frame.printerBand.label });
const pending = (page: Page) => page.getByRole('region', { name: vi.counter.jobs });

test('a working network printer: numbers and slips come out as pictures, by keyboard alone', async ({
  host,
  printer,
  openWindow,
}) => {
  const works = await printer();
  await officeWith(host, works.port);
  const page = await openWindow();
  const officer = new Officer(page);

  expect(await newNumber(officer, 'Nguyễn Thị Ỷ Lan')).toBe('A001');
  await expect.poll(() => works.sheets.length).toBe(1);
  await goToCounter(officer, 'Quầy 1');
  expect(await callNext(officer)).toBe('A001');
  await startServing(officer);
  await officer.press('1', '2', '4', '4', '4', '4', '1');
  await expect(page.getByRole('radio', { name: vi.common.outcome.taken })).toBeChecked();
  await finishTicket(officer);
  await officer.press('F8');
  await expect.poll(() => works.sheets.length).toBe(2);
  await expect(page.getByText(vi.counter.didItPrint)).toBeVisible();

  const [number, slip] = works.sheets.map(({ picture }) => picture);
  if (number === undefined || slip === undefined) throw new Error('two sheets');
  // 72 mm across; letters and codes are black on white, not a grey field and not an empty one.
  for (const picture of [number, slip]) {
    expect(picture.widthDots).toBe(576);
    expect(ink(picture)).toBeGreaterThan(0.04);
    expect(ink(picture)).toBeLessThan(0.3);
  }
  expect(number.heightDots).toBeGreaterThan(8 * 60);
  expect(slip.heightDots).toBeGreaterThan(number.heightDots);
  expect(works.unknown).toEqual([]);
  expect(await ask(host, 'print.list', { pendingOnly: true })).toEqual([]);
  expect(await newest(host, 'guidance')).toMatchObject({ state: 'sent', copy: 0, attempts: 1 });
});

test(
  'a printer that hangs: the queue goes on at once, and the slip waits with a sentence',
  { tag: '@slow' },
  async ({ host, printer, openWindow }) => {
    const hangs = await printer({ status: WELL, stallsAt: 6_000 });
    await officeWith(host, hangs.port);
    const page = await openWindow();
    const officer = new Officer(page);

    expect(await newNumber(officer, 'Trần Văn Treo')).toBe('A001');
    await hangs.stalled;
    expect(await newest(host, 'number')).toMatchObject({ sending: true, state: 'queued' });
    // While the printer keeps the first sheet, everything else goes on: the next number is there before that sheet is settled.
    expect(await newNumber(officer, 'Lê Thị Sau')).toBe('A002');
    expect((await ask(host, 'print.list', {})).find(({ number }) => number === 'A001')).toMatchObject({
      sending: true,
      state: 'queued',
    });
    await goToCounter(officer, 'Quầy 1');
    expect(await callNext(officer)).toBe('A001');
    await startServing(officer);
    await officer.press('1', '1', '4', '4', '4', '4', '1');
    await expect(page.getByRole('radio', { name: vi.common.outcome.taken })).toBeChecked();
    await finishTicket(officer);
    expect(await callNext(officer)).toBe('A002');
    // The desk gives up on it by itself; the printer never let go of it.
    expect(hangs.sheets).toEqual([]);
    await expect.poll(async () => (await newest(host, 'number'))?.sending, { timeout: 30_000 }).toBe(false);
    const first = (await ask(host, 'print.list', {})).find(({ number }) => number === 'A001');
    expect(first).toMatchObject({ state: 'failed', problem: 'no-answer', mayHavePrinted: true, copy: 0 });
    await expect(pending(page)).toContainText('A001');
    await expect(pending(page)).toContainText(vi.printing.trouble['no-answer']);
    await expect(pending(page)).toContainText(vi.printing.job.mayHavePrinted);
    await expect(pending(page).getByRole('button', { name: vi.printing.job.cameOut }).first()).toBeVisible();
  },
);

test('a printer that is not there: nothing is lost, and one key prints it once it is back', async ({
  host,
  printer,
  openWindow,
}) => {
  await officeWith(host, await deadPort());
  const page = await openWindow();
  const officer = new Officer(page);

  expect(await newNumber(officer, 'Phạm Thị Vắng')).toBe('A001');
  await expect(page.getByRole('contentinfo')).toContainText(vi.printing.trouble['not-reached']);
  expect(await newest(host, 'number')).toMatchObject({
    state: 'failed',
    problem: 'not-reached',
    mayHavePrinted: false,
    attempts: 2,
  });
  // The band says which and why, is put off, and is back with the next one.
  await expect(band(page)).toContainText(vi.frame.printerBand.title(1));
  await expect(band(page)).toContainText('A001');
  await band(page).getByRole('button', { name: vi.frame.printerBand.later }).click();
  await expect(band(page)).toHaveCount(0);
  expect(await newNumber(officer, 'Vũ Văn Kế')).toBe('A002');
  await expect(band(page)).toContainText(vi.frame.printerBand.title(2));
  await goToCounter(officer, 'Quầy 1');
  await expect(pending(page)).toContainText('A001');
  await expect(pending(page)).toContainText(vi.printing.trouble['not-reached']);

  const back = await printer();
  await printTo(host, back.port);
  await officer.press('Shift+F8');
  await expect.poll(() => back.sheets.length).toBe(1);
  await expect(pending(page)).not.toContainText('A001');
  await officer.press('Shift+F8');
  await expect.poll(() => back.sheets.length).toBe(2);
  await expect(pending(page)).toHaveCount(0);
  // The same jobs, not reprints: no paper had come out of them.
  const jobs = await ask(host, 'print.list', {});
  expect(jobs.map(({ number, state, copy }) => [number, state, copy])).toEqual([
    ['A002', 'sent', 0],
    ['A001', 'sent', 0],
  ]);
});

test('a handout for a printer that is not there is a stored job too', async ({
  host,
  printer,
  openWindow,
}) => {
  const thermal = {
    ...defaultPrinter,
    route: 'network-thermal' as const,
    host: '127.0.0.1',
    port: await deadPort(),
  };
  await openOffice(host, { printers: { ...defaultSettings.printers, list: thermal } });
  const page = await openWindow();
  const officer = new Officer(page);
  await expect(nameField(page)).toBeFocused();
  await officer.command(vi.handout.place, vi.handout.place);
  await officer.command(vi.handout.list['test-page'], vi.handout.list['test-page']);
  await expect(page.getByRole('heading', { name: vi.handout.list['test-page'] })).toBeVisible();
  await officer.press('F8');
  await expect(page.getByRole('contentinfo')).toContainText(vi.printing.trouble['not-reached']);
  expect(await newest(host, 'list')).toMatchObject({
    ticketId: null,
    number: null,
    form: 'test-page.vi',
    state: 'failed',
    problem: 'not-reached',
  });
  await goToCounter(officer, 'Quầy 1');
  await expect(pending(page)).toContainText(vi.handout.list['test-page']);
  await band(page).getByRole('button', { name: vi.frame.printerBand.otherPrinter }).click();
  await expect(page.getByRole('region', { name: vi.settings.pages.printers.name })).toBeVisible();

  const back = await printer();
  await ask(host, 'office.update', {
    settings: { printers: { ...defaultSettings.printers, list: { ...thermal, port: back.port } } },
  });
  await band(page).getByRole('button', { name: vi.frame.printerBand.retry }).click();
  await expect.poll(() => back.sheets.length).toBe(1);
  await expect(band(page)).toHaveCount(0);
});

test('a sheet in the print dialogue of another window is not printed here', async ({ host, openWindow }) => {
  await openOffice(host);
  const ticket = await ask(host, 'ticket.issue', {
    requests: [{ procedure: 'level-2', subject: 'citizen', person: { fullName: 'Đỗ Văn Hai' } }],
  });
  const job = await ask(host, 'print.queue', { ticketId: ticket.id, sheet: 'number' });
  await ask(host, 'print.begin', { jobId: job.id });
  const page = await openWindow();
  const officer = new Officer(page);
  await expect(nameField(page)).toBeFocused();
  await goToCounter(officer, 'Quầy 1');
  await expect(pending(page)).toContainText(vi.printing.job.sending);
  await expect(pending(page).getByRole('button')).toHaveCount(0);
  await officer.press('Shift+F8');
  await ask(host, 'print.mark', { jobId: job.id, state: 'sent' });
  await expect(pending(page)).toHaveCount(0);
  expect(await printedSheets(page)).toEqual([]);
  expect(await ask(host, 'print.list', {})).toMatchObject([{ id: job.id, state: 'sent', copy: 0 }]);
});
