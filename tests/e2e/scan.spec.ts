import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { encode } from 'uqr';
import { testBrowserFile } from '#electron/host/program-files.ts';
import { CAMERA_FILM } from '#tests/support/camera-film.ts';
import { expect, test, type RunningHost } from './desk-test.ts';
import { vi } from '#shared/text/vi.ts';
import { Officer } from './officer.ts';
import { placeAt } from './ready-office.ts';

const CARD = '001190000017||Trần Thị Mẫu|03051990|Nữ|Số 1 Ngõ Ví Dụ, Phường Mẫu|10052021';
const HEALTH = 'DN4790000000001';
const [WIDTH, HEIGHT] = [640, 480];

/** A film of one frame with the code of a card in its middle, as Chromium's false camera plays it. */
function writeFilm(text: string): void {
  const { data: rows, size } = encode(text, { border: 4 });
  const dots = Math.floor((HEIGHT * 0.75) / size);
  const [left, top] = [WIDTH, HEIGHT].map((side) => Math.floor((side - size * dots) / 2)) as [number, number];
  const light = Buffer.alloc(WIDTH * HEIGHT, 200);
  for (let y = 0; y < size * dots; y += 1)
    for (let x = 0; x < size * dots; x += 1)
      if (rows[Math.floor(y / dots)]?.[Math.floor(x / dots)] === true)
        light[(top + y) * WIDTH + left + x] = 40;
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\nFRAME\n`);
  mkdirSync(dirname(CAMERA_FILM), { recursive: true });
  writeFileSync(CAMERA_FILM, Buffer.concat([head, light, colour]));
}

writeFilm(CARD);

async function openDay(host: RunningHost): Promise<string> {
  const office = (await host.call('office.set-up', {
    name: 'Công an phường Bình Minh',
    code: 'BINHMINH',
    receivingLevel: 'Công an tỉnh Lam Giang',
    counters: ['Quầy 1'],
  })) as { value: { counters: { id: string }[] } };
  const businessDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
  await host.call('day.open', { businessDay });
  return office.value.counters[0]?.id ?? '';
}

test.describe('a camera', () => {
  test.skip(
    ({ launchOptions }) => launchOptions.executablePath === testBrowserFile,
    'this browser shows no picture of the invented camera',
  );

  test('the camera reads a card from any screen, and nothing of the picture stays', async ({
    host,
    context,
    openWindow,
  }) => {
    await openDay(host);
    await context.grantPermissions(['camera']);
    const page = await openWindow();
    await expect(page.getByRole('contentinfo')).toBeVisible();
    const officer = new Officer(page);
    await officer.command('cai dat', vi.frame.settings);
    await expect(page.getByRole('main')).toContainText('Đơn vị');
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await officer.command('quet bang may anh', vi.scan.camera);
    await expect(page.getByRole('dialog', { name: 'Quét bằng máy ảnh' })).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('combobox', { name: 'Họ và tên' })).toHaveValue('Trần Thị Mẫu');

    for (const request of sent) {
      expect(new URL(request.split(' ')[0] ?? '').origin).toBe(new URL(host.url).origin);
      expect(request).not.toMatch(/base64|data:image|blob:/);
      expect(request.length).toBeLessThan(2000);
    }
    const kept = await page.evaluate(async () => ({
      storage: JSON.stringify({ ...localStorage }),
      session: JSON.stringify({ ...sessionStorage }),
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      videos: document.querySelectorAll('video, canvas').length,
    }));
    expect(kept).toMatchObject({ databases: 0, caches: 0, videos: 0 });
    expect(kept.storage).not.toMatch(/001190000017|Mẫu|image/);
    expect(kept.session).not.toMatch(/image/);
  });
});

test('a scanner that types is heard on the counter: a card opens reception, a paper fills its row', async ({
  host,
  openWindow,
}) => {
  const counterId = await openDay(host);
  await host.call('ticket.issue', {
    requests: [{ procedure: 'level-2', subject: 'citizen', person: { fullName: 'Lê Văn Ổn' } }],
  });
  const called = (await host.call('ticket.call-next', { counterId })) as { value: { id: string } };
  await host.call('ticket.start', { ticketId: called.value.id, counterId });
  const page = await openWindow();
  // Reloaded before it was let in, a window has spent its code.
  await expect(page.getByRole('combobox', { name: 'Họ và tên' })).toBeVisible();
  await page.evaluate((place) => sessionStorage.setItem('desk-place', place), placeAt(counterId));
  await page.reload();
  const row = page.getByRole('row', { name: /BHYT|Bảo hiểm y tế/i });
  const officer = new Officer(page);
  await row.click();
  await officer.scan(HEALTH);
  await expect(row.getByRole('textbox')).toHaveValue(/01$/);
  await expect(row).toBeFocused();
  await expect(row).not.toContainText(HEALTH);
  // No digit of the code was taken for an answer; one pressed by hand is.
  await expect(page.getByRole('row', { name: /Chưa xem/ })).toHaveCount(4);
  await page.keyboard.press('1');
  await expect(row).toHaveAccessibleName(/Bản gốc đã xem/);
  await expect(page.getByRole('row', { name: /Chưa xem/ })).toHaveCount(4);

  await officer.scan(CARD);
  await expect(page.getByRole('combobox', { name: 'Họ và tên' })).toHaveValue('Trần Thị Mẫu');
});

test('what stood selected in a field when the scanner began still stands there', async ({ host, page }) => {
  await openDay(host);
  const name = page.getByRole('combobox', { name: 'Họ và tên' });
  await expect(name).toBeFocused();
  const officer = new Officer(page);
  const phone = page.getByRole('textbox', { name: 'Điện thoại chính chủ' });
  await officer.tabTo(phone);
  await officer.type('0912345678');
  await officer.press('Shift+Home');
  await officer.scan(CARD);
  await expect(name).toHaveValue('Trần Thị Mẫu');
  await expect(phone).toHaveValue(/^0912.?345.?678$/);
});

test('a card is read in the first moment of a window, and a fast text that is no card lands in the field it was typed into', async ({
  host,
  openWindow,
}) => {
  await openDay(host);
  const held = Promise.withResolvers<void>();
  const page = await openWindow('counter', '', (opening) =>
    opening.route('**/assets/scan-desk-*.js', async (route) => {
      await held.promise;
      await route.continue();
    }),
  );
  const name = page.getByRole('combobox', { name: 'Họ và tên' });
  await expect(name).toBeFocused();
  await new Officer(page).scan(CARD);
  await expect(name).toHaveValue('');
  held.resolve();
  await expect(name).toHaveValue('Trần Thị Mẫu');

  await page.keyboard.press('F3');
  const field = page.getByRole('combobox');
  await expect(field.last()).toBeFocused();
  await page.keyboard.type('Nguyen Van Mau Thu');
  await expect(field.last()).toHaveValue('Nguyen Van Mau Thu');
});
