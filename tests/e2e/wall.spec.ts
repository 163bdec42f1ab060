import type { Page } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { LANGUAGES } from '#shared/domain/language.ts';
import { PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { expect, test, type RunningHost } from './desk-test.ts';
import { nameField } from './screens.ts';
import { Officer } from './officer.ts';
import { fitFaults } from './fit-faults.ts';
import { glance } from './look.ts';

const vi = catalogue('vi');

type Reply<T> = { ok: true; value: T } | { ok: false; problem: { code: string } };

async function done<T>(host: RunningHost, method: string, input: unknown): Promise<T> {
  const reply = (await host.call(method, input)) as Reply<T>;
  if (!reply.ok) throw new Error(`${method}: ${reply.problem.code}`);
  return reply.value;
}

type Counter = { id: string; name: string };
const today = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

/** An office with two counters, its day open, and people waiting for level 2. */
async function morning(host: RunningHost, names: readonly string[]): Promise<Counter[]> {
  const { counters } = await done<{ counters: Counter[] }>(host, 'office.set-up', {
    name: 'Công an phường Bình Minh',
    code: 'BINHMINH',
    receivingLevel: 'Công an tỉnh Lam Giang',
    counters: ['Quầy 1', 'Quầy 2'],
  });
  await done(host, 'day.open', { businessDay: today() });
  for (const fullName of names) {
    await done(host, 'ticket.issue', {
      requests: [{ procedure: 'level-2', subject: 'citizen', person: { fullName } }],
    });
  }
  return counters;
}

const shown = (wall: Page) => wall.locator('section[aria-live]');

test('the wall follows the calls, one after the other, and never names anybody', async ({
  host,
  openWindow,
}) => {
  const names = ['Nguyễn Thị Bưởi', 'Lê Văn Ổn', 'Phạm Thị Ẩn'];
  const counters = await morning(host, names);
  const wall = await openWindow('display');
  await expect(shown(wall)).toContainText('Chưa gọi số nào');

  for (const counter of counters) await done(host, 'ticket.call-next', { counterId: counter.id });
  await expect(shown(wall)).toContainText('A001');
  await expect(shown(wall)).toContainText('Quầy 1');
  // Called in the same moment, yet the first keeps its place for its time.
  await expect(shown(wall)).toContainText('A002');
  await expect(wall.getByRole('listitem')).toHaveText([
    'Quầy 1A001',
    `Quầy 2A002${vi.wall.pleaseCome}`,
    'A003',
  ]);
  await expect(wall.getByRole('definition')).toHaveText('1');

  const words = await wall.locator('body').innerText();
  for (const name of names) expect(words).not.toContain(name);
  expect(await axeFaults(wall)).toEqual([]);
});

test('eight kinds of procedure and six counters with long names fit on the wall', async ({
  host,
  openWindow,
}) => {
  const place = 'Bộ phận tiếp nhận và trả kết quả';
  const { counters } = await done<{ counters: Counter[] }>(host, 'office.set-up', {
    name: 'Công an phường Bình Minh',
    code: 'BINHMINH',
    receivingLevel: 'Công an tỉnh Lam Giang',
    counters: [1, 2, 3, 4, 5, 6].map((number) => `Quầy ${number}, ${place}`),
  });
  await done(host, 'day.open', { businessDay: today() });
  for (let round = 0; round < 2; round += 1)
    for (const procedure of PROCEDURES)
      await done(host, 'ticket.issue', { requests: [{ procedure, subject: 'citizen' }] });
  for (const { id } of counters) await done(host, 'ticket.call-next', { counterId: id });
  const wall = await openWindow('display');
  await expect(wall.getByRole('definition')).toHaveCount(PROCEDURES.length - 3);
  for (const language of LANGUAGES) {
    await wall.evaluate(
      (chosen) =>
        localStorage.setItem('desk-language', JSON.stringify({ state: { language: chosen }, version: 0 })),
      language,
    );
    await wall.reload();
    await expect(wall.getByRole('definition')).toHaveCount(PROCEDURES.length - 3);
    await expect(wall.locator('html')).toHaveAttribute('lang', language);
    for (const [width, height] of [
      [1920, 1080],
      [1366, 768],
    ] as const) {
      await wall.setViewportSize({ width, height });
      expect.soft(await fitFaults(wall), `${language}, ${width}`).toEqual([]);
    }
    await glance(wall, `wall-full-${language}`);
  }
});

test('a call that was taken back leaves the wall; without a heartbeat it says since when, hides the counts, and comes back by itself', async ({
  host,
  openWindow,
}) => {
  const [first] = await morning(host, ['Nguyễn Thị Bưởi', 'Lê Văn Ổn']);
  const wall = await openWindow('display');
  await expect(wall.getByText('Trực tiếp')).toBeVisible();
  const call = () => done<{ id: string }>(host, 'ticket.call-next', { counterId: first?.id });
  const { id } = await call();
  await expect(shown(wall)).toContainText('A001');
  await done(host, 'ticket.undo', { ticketId: id });
  await expect(shown(wall)).toContainText('Chưa gọi số nào');
  await call();
  await expect(wall.getByRole('definition')).toHaveText('1');

  const { port } = new URL(host.url);
  await host.stop('SIGKILL');
  await expect(wall.getByText('Mất kết nối')).toBeVisible({ timeout: 15_000 });
  await expect(wall.getByRole('alert')).toHaveText(/^Cập nhật lúc \d\d:\d\d\. Xin nghe cán bộ gọi số\.$/u);
  await expect(wall.getByRole('definition')).toHaveCount(0);
  await expect(shown(wall)).toContainText('Số gọi gần nhất');
  await expect(shown(wall)).toContainText('A001');

  await host.start(Number(port));
  await expect(wall.getByText('Trực tiếp')).toBeVisible({ timeout: 15_000 });
  await expect(wall.getByRole('definition')).toHaveText('1');
});

test('a wall that opens while somebody is called shows the call, and says that it is live only when it hears of calls', async ({
  host,
  openWindow,
}) => {
  const [first] = await morning(host, ['Nguyễn Thị Bưởi']);
  const letGo = Promise.withResolvers<void>();
  // The wall has its numbers, and does not know yet from where on it is to listen.
  const wall = await openWindow('display', '', (page) =>
    page.route('**/desk/system.health', async (route) => {
      await letGo.promise;
      await route.continue();
    }),
  );
  await expect(shown(wall)).toContainText('Chưa gọi số nào');
  await expect(wall.getByText('Trực tiếp')).toHaveCount(0);
  await done(host, 'ticket.call-next', { counterId: first?.id });
  letGo.resolve();
  await expect(wall.getByText('Trực tiếp')).toBeVisible();
  await expect(shown(wall)).toContainText('A001');
});

test(
  'another browser types the code of the settings, only looks, comes back after a kill, and is shut out at once',
  { tag: '@slow' },
  async ({ host, context, openWindow }) => {
    const [first] = await morning(host, ['Nguyễn Thị Bưởi', 'Lê Văn Ổn']);
    const page = await openWindow();
    const officer = new Officer(page);
    await expect(nameField(page)).toBeFocused();
    await officer.command('cai dat man hinh cho', vi.settings.goTo(vi.settings.pages.wall.name));
    await page.getByRole('button', { name: vi.settings.wall.askCode }).click();
    const says = await page.getByText(/Mã: \d{4} \d{4}/).innerText();

    await context.clearCookies();
    const wall = await context.newPage();
    await wall.goto(`${host.url}/display.html`);
    const digits = wall.getByLabel(vi.wall.code.type);
    await digits.fill('00000000');
    await digits.press('Enter');
    await expect(wall.getByRole('alert')).toContainText('còn 4 lần');
    expect(await axeFaults(wall)).toEqual([]);
    await glance(wall, 'wall-code');
    await digits.fill(says.replace('Mã: ', ''));
    await digits.press('Enter');
    await expect(shown(wall)).toContainText('Chưa gọi số nào');

    await host.restart('SIGKILL');
    await done(host, 'ticket.call-next', { counterId: first?.id });
    await expect(shown(wall)).toContainText('A001');
    await wall.reload();
    await expect(shown(wall)).toContainText('A001');

    await page.bringToFront();
    const endWall = page.getByRole('button', { name: vi.settings.wall.endWall });
    await expect(endWall).toBeVisible();
    await glance(page, 'settings-wall');
    await endWall.click();
    await expect(digits).toBeVisible();
  },
);
