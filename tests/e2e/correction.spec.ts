import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { openDesk } from '#electron/desk/open-desk.ts';
import type { MethodName } from '#shared/contract/desk-contract.ts';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { addDays, localDay } from '#shared/domain/calendar/business-date.ts';
import { playDay, type PlayerCall } from '#electron/desk/training/play-day.ts';
import { sampleDay } from '#shared/domain/sample-day/sample-day.ts';
import { formatDay } from '#shared/text/format.ts';
import { vi } from '#shared/text/vi.ts';
import { size } from '#tests/support/sizes.ts';
import { expect, test } from './desk-test.ts';
import { Officer } from './officer.ts';
import { ask } from './ready-office.ts';

const text = vi.dayEnd;
const CITIZENS = size('CORRECTED_PEOPLE', 60, 200);
const usb = mkdtempSync(join(tmpdir(), 'quay-tiep-dan-usb-'));
const yesterday = addDays(localDay(new Date().toISOString()), -1);

/** Yesterday's citizens, served and left open, as the officers went home. */
async function yesterdayUnclosed(folder: string): Promise<void> {
  const start = Date.parse(`${yesterday}T00:30:00.000Z`);
  let passed = 0;
  const opened = openDesk({
    folder,
    clock: { now: () => new Date(start + passed).toISOString(), monotonic: () => passed },
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  const call = (async (method: MethodName, input: unknown) =>
    opened.desk.dispatch(method, input, { role: 'leader' }, uuid())) as PlayerCall;
  const office = await call('office.set-up', {
    name: 'Công an phường Thử Nghiệm',
    code: 'TN01',
    receivingLevel: 'Phòng tổng hợp tỉnh Ví Dụ',
    counters: ['Quầy 1', 'Quầy 2', 'Quầy 3'],
    settings: { exportFolders: [usb] },
  });
  if (!office.ok) throw new Error(JSON.stringify(office.problem));
  await call('day.open', { businessDay: yesterday });
  await playDay({
    visitors: sampleDay({ seed: 5, citizens: CITIZENS, businessDay: yesterday }),
    counterIds: office.value.counters.map((counter) => counter.id),
    call,
    untilMinute: 570,
    at: (minute) => (passed = minute * 60_000),
  });
  await opened.desk.close();
}

test.use({ setup: { prepare: yesterdayUnclosed } });
test.afterAll(() => rmSync(usb, { recursive: true, force: true }));

/** What a signed file holds of the counts: it is read back as the level above would. */
function readBack(name: string): { readonly file: string; readonly text: string } {
  const file = join(usb, name);
  return { file, text: readFileSync(file, 'utf8') };
}

test(
  'a busy day is closed next morning, corrected, and both versions are written and read back',
  { tag: '@slow' },
  async ({ host, page }) => {
    // Both versions of a busy day in every format: a bare machine takes its time.
    test.slow();
    const officer = new Officer(page);
    // The day was forgotten: the morning says so and leads there.
    await expect(page.getByText(vi.frame.dayForgotten)).toBeVisible();
    await expect(page.getByRole('main')).toContainText(vi.morning.closeFirst(formatDay(yesterday, 'vi')));
    await officer.press('Alt+c');
    await expect(page.getByRole('heading', { name: text.leftovers })).toBeVisible();
    const before = await ask(host, 'report.day', { businessDay: yesterday });
    expect(before.tickets.issued).toBe(CITIZENS);
    if (before.tickets.open > 0) {
      await page.getByRole('combobox', { name: text.allLeft(before.tickets.open) }).selectOption('left');
    }
    await officer.press('F9', 'F9');
    await expect(page.getByRole('heading', { name: text.closed })).toBeVisible();

    // The spreadsheet and the signed file go to the stick by themselves, and are read back.
    const files = page.getByRole('region', { name: text.files });
    const xlsx = files.getByRole('listitem').filter({ hasText: text.kinds.xlsx });
    await expect(xlsx).toContainText(text.target.verified);
    await expect(files.getByRole('listitem').filter({ hasText: text.kinds['day-file'] })).toContainText(
      text.target.verified,
    );
    await files.getByRole('button', { name: text.saveOf('JSON', usb) }).click();
    await expect(files.getByRole('listitem').filter({ hasText: 'JSON' })).toContainText(text.target.verified);
    const first = await ask(host, 'report.day', { businessDay: yesterday });
    expect(first.version).toBe(1);

    // The next morning somebody finds a number that was entered twice, and a person seen at home that was not.
    const tickets = await ask(host, 'ticket.list', { businessDay: yesterday });
    const wrong = tickets.find(({ requests }) => requests.length === 1 && requests[0]?.outcome === 'taken');
    if (wrong === undefined) throw new Error('nobody was taken');
    await officer.press('Alt+s');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: text.findRequest }).fill(wrong.number);
    await dialog.getByRole('combobox', { name: text.outcomeOf(wrong.number) }).selectOption('cancelled');
    await dialog.getByRole('button', { name: text.addLate }).click();
    await dialog.getByRole('combobox', { name: vi.report.names.sites }).selectOption('home');
    const make = dialog.getByRole('button', { name: text.makeVersion(2) });
    await expect(make).toHaveAttribute('aria-disabled', 'true');
    await dialog
      .getByRole('textbox', { name: new RegExp(`^${text.reasonOf}`) })
      .fill(`Ghi trùng ${wrong.number}`);
    // Closed by mistake, it is still there.
    await officer.press('Escape');
    await expect(page.getByText(text.correctionKept)).toBeVisible();
    await officer.press('Alt+s');
    // From here the desk's word on the day is held back, whenever a window asks for it.
    const letGo = Promise.withResolvers<void>();
    await page.route('**/desk/report.tickets', async (route) => {
      await letGo.promise;
      await route.continue();
    });
    await make.click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText(text.frozen(2))).toBeVisible();
    await expect(page.getByRole('list', { name: text.differences })).toContainText(vi.account.site.home);

    await files.getByRole('button', { name: text.saveAll }).click();
    await expect(xlsx).toContainText(text.target.verified);
    await files.getByRole('button', { name: text.saveOf('JSON', usb) }).click();
    await expect(files.getByRole('listitem').filter({ hasText: 'JSON' })).toContainText(text.target.verified);

    // Both versions lie on the stick side by side and say what the desk says.
    const second = await ask(host, 'report.day', { businessDay: yesterday });
    expect(second).toMatchObject({ version: 2, reason: `Ghi trùng ${wrong.number}` });
    expect(second.requests.byOutcome.cancelled).toBe(first.requests.byOutcome.cancelled + 1);
    expect(second.breakdowns.late).toBe(1);
    expect(second.breakdowns.taken).toBe(
      first.breakdowns.taken + 1 - (wrong.requests[0]?.procedure.startsWith('level') === true ? 1 : 0),
    );
    const names = readdirSync(usb);
    for (const kind of ['.xlsx', '.json'])
      expect(names.filter((name) => name.endsWith(kind)).length).toBeGreaterThanOrEqual(2);
    const written = names
      .filter((name) => name.endsWith('.json'))
      .map((name) => readBack(name).text)
      .filter((content) => !content.includes('"signature"'))
      .map((content) => JSON.parse(content) as DayReport);
    for (const report of [first, second]) {
      const file = written.find(({ version }) => version === report.version);
      expect(file?.requests).toEqual(report.requests);
      expect(file?.breakdowns).toEqual(report.breakdowns);
    }

    // The version before stays as it was, also on screen.
    await page
      .getByRole('region', { name: text.versions })
      .getByRole('button', { name: text.dayVersion(1) })
      .click();
    await expect(page.getByText(text.frozen(1))).toBeVisible();
    expect(await ask(host, 'report.day', { businessDay: yesterday, version: 1 })).toEqual(first);

    // The correction was a mistake: the dialog starts from what version 2 says, so it can be taken back, and the late entry too.
    // What the desk said of the day before that is not shown again while it is being asked anew.
    await page.getByRole('button', { name: text.showNewest }).click();
    await officer.press('Alt+s');
    const outcome = dialog.getByRole('combobox', { name: text.outcomeOf(wrong.number) });
    await expect(dialog).toBeVisible();
    await expect(outcome).toHaveCount(0);
    letGo.resolve();
    await dialog.getByRole('textbox', { name: text.findRequest }).fill(wrong.number);
    await expect(outcome).toHaveValue('cancelled');
    await outcome.selectOption('taken');
    await dialog.getByRole('textbox', { name: text.findRequest }).fill('');
    await expect(dialog.getByRole('list', { name: text.dayRequests })).toContainText(vi.dashboard.behindLate);
    await dialog.getByRole('textbox', { name: new RegExp(`^${text.reasonOf}`) }).fill('Sửa nhầm bản trước');
    await dialog.getByRole('button', { name: text.makeVersion(3) }).click();
    await expect(dialog).toHaveCount(0);
    const third = await ask(host, 'report.day', { businessDay: yesterday });
    expect(third.requests.byOutcome.cancelled).toBe(first.requests.byOutcome.cancelled);

    // The month goes out from the dashboard; the list of people comes masked, and to no folder.
    await officer.command(vi.dashboard.place, vi.dashboard.place);
    await expect(page.getByRole('heading', { name: vi.dashboard.servedByHour })).toBeVisible();
    await officer.press('Alt+s');
    await expect(dialog.getByRole('combobox', { name: vi.dashboard.exportWhat })).toBeFocused();
    await dialog.getByRole('button', { name: text.saveOf(text.kinds.xlsx, usb) }).click();
    await expect(dialog.getByRole('listitem').filter({ hasText: text.kinds.xlsx })).toContainText(
      text.target.verified,
    );
    await page.keyboard.press('Escape');
    expect(readdirSync(usb).filter((name) => /thang.*\.xlsx$/.test(name))).toHaveLength(1);
    await page.getByRole('button', { name: vi.dashboard.people }).click();
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: vi.dashboard.makePeople }).click();
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
    const list = (await ask(host, 'export.list', {})).find(({ subject }) => subject.kind === 'people');
    expect(list).toMatchObject({ subject: { unmasked: false }, targets: [] });
  },
);
