import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Page } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { vi } from '#shared/text/vi.ts';
import { Officer } from './officer.ts';
import { expect, test, type RunningHost } from './desk-test.ts';
import { nameField } from './screens.ts';

type Reply<T> = { ok: true; value: T } | { ok: false; problem: { code: string } };

async function done<T>(host: RunningHost, method: string, input: unknown): Promise<T> {
  const reply = (await host.call(method, input)) as Reply<T>;
  if (!reply.ok) throw new Error(`${method}: ${reply.problem.code}`);
  return reply.value;
}

type Ticket = { id: string; number: string; requests: { id: string }[] };
const today = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

/** A day with one finished ticket, one that is absent and two that wait. */
async function afternoon(host: RunningHost): Promise<void> {
  const { counters } = await done<{ counters: { id: string }[] }>(host, 'office.set-up', {
    name: 'Công an phường Bình Minh',
    code: 'BINHMINH',
    receivingLevel: 'Công an tỉnh Lam Giang',
    counters: ['Quầy 1'],
  });
  const counterId = counters[0]?.id;
  await done(host, 'day.open', { businessDay: today() });
  const issue = (procedure: string, fullName: string): Promise<Ticket> =>
    done(host, 'ticket.issue', { requests: [{ procedure, subject: 'citizen', person: { fullName } }] });
  await issue('level-2', 'Nguyễn Thị Bưởi');
  await issue('activate', 'Lê Văn Ổn');
  await issue('level-2', 'Phạm Thị Ẩn');
  await issue('guidance', 'Kim Thị Sa Rết');
  const served = await done<Ticket>(host, 'ticket.call-next', { counterId });
  await done(host, 'ticket.start', { ticketId: served.id, counterId });
  await done(host, 'ticket.finish', {
    ticketId: served.id,
    outcomes: served.requests.map((request) => ({ requestId: request.id, outcome: 'taken' })),
  });
  const absent = await done<Ticket>(host, 'ticket.call-next', { counterId });
  await done(host, 'ticket.not-here', { ticketId: absent.id });
}

async function goToDayEnd(page: Page): Promise<void> {
  await expect(nameField(page)).toBeFocused();
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('combobox', { name: 'Lệnh' })).toBeFocused();
  await page.keyboard.type('cuoi ngay');
  await expect(page.getByRole('option', { name: 'Cuối ngày', selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Số liệu ngày' })).toBeVisible();
}

const bytes = async (download: Download): Promise<string> =>
  (await readFile(await download.path())).toString('base64');

test('left-over numbers get their outcome, the day is closed by keyboard, and its files stay the same', async ({
  host,
  openWindow,
}) => {
  await afternoon(host);
  const page = await openWindow();
  await goToDayEnd(page);
  await expect(page.getByText('3 số chưa có kết quả', { exact: true })).toBeVisible();

  // One by one, and taken back again.
  const choice = page.getByLabel('Kết quả của A002');
  await choice.selectOption('left');
  await expect(page.getByText('2 số chưa có kết quả', { exact: true })).toBeVisible();
  await page.getByRole('heading', { name: 'Số còn mở' }).click();
  await page.keyboard.press('Control+Z');
  await expect(page.getByText('3 số chưa có kết quả', { exact: true })).toBeVisible();
  await choice.selectOption('left');
  await expect(page.getByText('2 số chưa có kết quả', { exact: true })).toBeVisible();

  // The key does nothing while numbers are open and says why.
  await page.keyboard.press('F9');
  await expect(page.getByRole('contentinfo').getByText(/Còn 2 số chưa có kết quả/u)).toBeVisible();
  await page.getByLabel('2 số còn lại ghi là').selectOption('cancelled');

  // The first press goes to the button, the second closes.
  await page.keyboard.press('F9');
  await expect(page.getByRole('main').getByRole('button', { name: 'Khóa ngày' })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Ngày đã khóa' })).toHaveCount(0);
  await page.keyboard.press('F9');
  await expect(page.getByRole('heading', { name: 'Ngày đã khóa' })).toBeVisible();
  await expect(page.getByText('Bản số 1, đã khóa')).toBeVisible();

  const total = page.getByRole('row', { name: /^Cộng/u });
  await expect(total.getByRole('cell')).toHaveText(['4', '1', '0', '0', '0', '1', '2', '0']);
  expect(await axeFaults(page)).toEqual([]);

  const twice: string[] = [];
  for (let time = 0; time < 2; time++) {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải về XLSX' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/u);
    twice.push(await bytes(download));
  }
  expect(twice[1]).toBe(twice[0]);
  await page.getByRole('button', { name: vi.dayEnd.markSent }).click();
  await expect(page.getByText(/Đã tải về và gửi: .*\.xlsx/u)).toBeVisible();

  // A folder that is typed is tried before it is kept.
  const officer = new Officer(page);
  await officer.command('cai dat xuat so lieu', vi.settings.goTo(vi.settings.pages.files.name));
  const folder = page.getByRole('textbox', { name: vi.settings.files.newFolder });
  await folder.fill('/khong/co/o/day');
  await officer.press('Enter');
  await expect(folder).toHaveAttribute('aria-invalid', 'true');
  const usb = await mkdtemp(join(tmpdir(), 'quay-tiep-dan-usb-'));
  await folder.fill(usb);
  await officer.press('Enter');
  await expect(page.getByRole('textbox', { name: vi.settings.files.folder(1) })).toHaveValue(usb);
  await rm(usb, { recursive: true });
});

test('a screen that comes late takes no keys from the list that was opened meanwhile', async ({
  host,
  openWindow,
}) => {
  await afternoon(host);
  await done(host, 'day.close', { businessDay: today(), leftovers: 'left' });
  const held = Promise.withResolvers<void>();
  const page = await openWindow('counter', '', (opening) =>
    opening.route('**/desk/day.status', async (route) => {
      await held.promise;
      await route.continue();
    }),
  );
  await expect(page.getByRole('contentinfo')).toBeVisible();
  await page.keyboard.press('Control+K');
  const commands = page.getByRole('combobox', { name: 'Lệnh' });
  await expect(commands).toBeFocused();
  held.resolve();
  await expect(page.getByRole('button', { name: 'Xem số liệu ngày', includeHidden: true })).toBeAttached();
  await page.keyboard.type('cuoi ngay');
  await expect(commands).toHaveValue('cuoi ngay');

  // The day that was closed can be looked at again.
  await page.keyboard.press('Enter');
  await expect(page.getByText('Bản số 1, đã khóa')).toBeVisible();
  await expect(page.getByRole('button', { name: /bản số 1$/u })).toHaveAttribute('aria-pressed', 'true');
});
