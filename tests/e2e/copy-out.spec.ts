import { readFile } from 'node:fs/promises';
import { decodePng } from '#tests/support/png.ts';
import { vi } from '#shared/text/vi.ts';
import { expect, test, type RunningHost } from './desk-test.ts';
import { Officer } from './officer.ts';
import { nameField } from './screens.ts';

async function done<T>(host: RunningHost, method: string, input: unknown): Promise<T> {
  const reply = (await host.call(method, input)) as { ok: true; value: T } | { ok: false };
  if (!reply.ok) throw new Error(method);
  return reply.value;
}

const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

test(
  'a table goes to Excel by Ctrl+C and by its button, a chart as a picture, and a column of names is pasted',
  { tag: '@slow' },
  async ({ host, openWindow }) => {
    const { counters } = await done<{ counters: { id: string }[] }>(host, 'office.set-up', {
      name: 'Công an phường Bình Minh',
      code: 'BINHMINH',
      receivingLevel: 'Công an tỉnh Lam Giang',
      counters: ['Quầy 1'],
    });
    await done(host, 'day.open', { businessDay: today });
    const counterId = counters[0]?.id;
    await done(host, 'ticket.issue', { requests: [{ procedure: 'level-2', subject: 'citizen' }] });
    const ticket = await done<{ id: string; requests: { id: string }[] }>(host, 'ticket.call-next', {
      counterId,
    });
    await done(host, 'ticket.start', { ticketId: ticket.id, counterId });
    await done(host, 'ticket.finish', {
      ticketId: ticket.id,
      outcomes: ticket.requests.map(({ id }) => ({ requestId: id, outcome: 'taken' })),
    });

    const page = await openWindow('counter');
    await expect(nameField(page)).toBeFocused();
    const officer = new Officer(page);
    await officer.command('Cuối ngày', 'Cuối ngày');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    const levels = page.getByRole('table').filter({ hasText: vi.report.title.levels });
    const figure = levels.getByRole('button', { name: vi.report.column['level-2'], exact: false }).first();
    await figure.focus();
    await page.keyboard.press('Control+C');
    await expect.poll(clipboard).toContain(`${vi.report.column['level-2']}\t1\r\n`);
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await levels.getByRole('button', { name: vi.common.copyTable(vi.report.title.levels) }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(clipboard).toContain(`${vi.report.title.levels}\t`);

    await page.keyboard.press('Alt+B');
    const save = page.getByRole('button', {
      name: `${vi.dashboard.savePicture}: ${vi.dashboard.servedByHour}`,
    });
    const [picture] = await Promise.all([page.waitForEvent('download'), save.click()]);
    expect(picture.suggestedFilename()).toBe(`luot-tiep-theo-gio-${today}.png`);
    const { pixels } = decodePng(await readFile(await picture.path()));
    // Ground, bars and letters: a picture that lost its looks is of one colour.
    expect(new Set(pixels).size).toBeGreaterThan(3);

    await officer.command('số đứng đầu', vi.settings.goTo(vi.settings.pages.report.name));
    const list = page.getByRole('group', { name: vi.settings.report.residences });
    await list.getByPlaceholder(vi.settings.report.residenceExample).focus();
    await page.evaluate(() => navigator.clipboard.writeText('Tổ 1\t120 hộ\r\nTổ 2\t98 hộ\r\nTổ 1\r\n'));
    await page.keyboard.press('Control+V');
    await expect(list.getByText(vi.settings.pasted(2, 1))).toBeVisible();
    await expect(list.getByRole('textbox', { name: vi.settings.report.residence(2) })).toHaveValue('Tổ 2');
  },
);
