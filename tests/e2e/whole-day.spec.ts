import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { vi } from '#shared/text/vi.ts';
import { inventPerson, qrCccd, seededRandom } from '#tests/support/invented-cards.ts';
import { expect, printedSheets, test } from './desk-test.ts';
import { Officer } from './officer.ts';
import {
  callNext,
  finishTicket,
  goToCounter,
  nameField,
  openDay,
  paperRows,
  saveNumber,
  setUpOffice,
  startServing,
  ticketPane,
} from './screens.ts';
import { expectNoName, watchWall } from './wall-watch.ts';

const OFFICE = { name: 'Công an phường Thử Nghiệm', receivingLevel: 'Phòng tổng hợp tỉnh Ví Dụ' };
const NAMES = ['Nguyễn Thị Mẫu', 'Trần Đình Ưu', 'Lê Văn Ví Dụ', 'Phạm Minh Thử'] as const;

/** An adult on any day this test may run. */
const adult = {
  ...inventPerson(seededRandom(7)),
  idNumber: '001085004321',
  birthDate: '1985-03-09',
  sex: 'male' as const,
};

test('the whole job of a day, by keyboard alone, with the wall following', async ({
  page,
  host,
  context,
}) => {
  const officer = new Officer(page);
  const counted = (what: string, keys: number) => console.log(`keys: ${what}: ${keys}`);
  const count = async (what: string, act: () => Promise<unknown>) => {
    const before = officer.keys;
    await act();
    counted(what, officer.keys - before);
    return officer.keys - before;
  };

  await count('first run, two names and the rest as offered', () => setUpOffice(officer, OFFICE));
  await count('open the day', () => openDay(officer));

  // The wall is opened from the program, with a token that may only look.
  const opened = context.waitForEvent('page');
  await officer.command('man hinh cho', vi.frame.wall);
  const wall = await opened;
  await expect(wall.getByRole('heading', { name: OFFICE.name })).toBeVisible();
  await expect(wall.getByText(vi.wall.nobodyCalled)).toBeVisible();
  expect(wall.url()).not.toContain(host.token);
  const shownOnWall = await watchWall(wall);
  await page.bringToFront();

  await test.step('reception', async () => {
    await expect(nameField(page)).toBeFocused();
    await officer.type(NAMES[0]);
    const keys = await count('new number after the name', async () =>
      expect(await saveNumber(officer)).toBe('A001'),
    );
    expect(keys).toBeLessThanOrEqual(2);

    await officer.scan(qrCccd(adult));
    await expect(nameField(page)).toHaveValue(adult.fullName);
    const scanKeys = await count('number after a scan', async () =>
      expect(await saveNumber(officer)).toBe('A002'),
    );
    expect(scanKeys).toBeLessThanOrEqual(2);

    await officer.type(NAMES[1]);
    await count('priority', async () => {
      await officer.press('Alt+4', 'Space');
      await expect(page.getByRole('switch', { checked: true })).toHaveCount(1);
      expect(await saveNumber(officer)).toBe('A003');
    });
    await expect(page.getByRole('switch', { checked: true })).toHaveCount(0);

    // The same card again: no second number, one more request on the first.
    await officer.scan(qrCccd(adult));
    await expect(page.getByText(vi.reception.duplicate.title('A002'))).toBeVisible();
    await expect(page.getByRole('listbox', { name: vi.reception.suggestionList })).toBeHidden();
    await officer.press('F8');
    await expect(page.getByRole('contentinfo')).toContainText(vi.reception.duplicate.choose);
    await officer.press('Alt+2', 'Tab', 'ArrowRight');
    await expect(page.getByRole('radio', { name: vi.reception.wishes.activate })).toBeChecked();
    await officer.press('Alt+a');
    await expect(page.getByRole('contentinfo')).toContainText(
      vi.reception.duplicate.added('A002', vi.common.procedureShort.activate),
    );
    await expect(nameField(page)).toHaveValue('');
    await officer.type(NAMES[2]);
    expect(await saveNumber(officer)).toBe('A004');
    await officer.type(NAMES[3]);
    expect(await saveNumber(officer)).toBe('A005');

    await expect.poll(async () => (await printedSheets(page)).length).toBe(5);
    for (const [place, sheet] of (await printedSheets(page)).entries())
      expect(sheet).toContain(`A00${place + 1}`);
  });

  await test.step('counter', async () => {
    await goToCounter(officer, 'Quầy 1');
    // Priority first, but absent.
    expect(await callNext(officer)).toBe('A003');
    await officer.press('F6');
    await expect(page.getByRole('region', { name: vi.queue.notHere })).toContainText('A003');

    expect(await callNext(officer)).toBe('A001');
    await startServing(officer);
    await expect(paperRows(page).first()).toBeFocused();
    const four = await count('checklist of four papers', () => officer.press('1', '1', '5', '4'));
    expect(four).toBeLessThanOrEqual(8);
    // The last row is the telephone, which this person gave.
    for (const state of ['4', '4', '1']) await officer.press(state);
    const states = ['seen', 'seen', 'in-vneid', 'not-wanted', 'not-wanted', 'not-wanted'] as const;
    for (const [row, state] of states.entries()) {
      await expect(paperRows(page).nth(row)).toHaveAccessibleName(
        new RegExp(`${vi.common.paperState[state]}$`),
      );
    }
    await expect(page.getByRole('radio', { name: vi.common.outcome.taken })).toBeChecked();
    await count('finish', () => finishTicket(officer));

    await officer.press('Control+z');
    await expect(ticketPane(page)).toContainText(vi.common.ticketState.serving);
    await finishTicket(officer);
    const refits = await countRefits(page);
    await count('print the slip', () => officer.press('F8'));
    await expect.poll(async () => (await printedSheets(page)).length).toBe(6);
    const slip = (await printedSheets(page)).at(-1) ?? '';
    expect(slip).toContain('PHIẾU HƯỚNG DẪN');
    expect(slip).toContain('A001');
    expect(slip).toContain(NAMES[0]);
    await expect(page.getByText(vi.counter.didItPrint)).toBeVisible();
    // What leaves the slip as it is does not lay it out anew.
    expect(await refits()).toBe(0);

    expect(await callNext(officer)).toBe('A002');
    await startServing(officer);
    await officer.press('F7');
    const held = page.getByRole('listbox', { name: vi.queue.onHold });
    await expect(held).toContainText('A002');
    await officer.tabTo(held);
    await officer.press('Enter');
    await expect(ticketPane(page)).toContainText(vi.common.ticketState.serving);
    await expect(page.getByRole('tab')).toHaveCount(2);
    await officer.tabTo(paperRows(page).first());
    for (const state of ['1', '2', '4', '4', '4', '4', '1']) await officer.press(state);
    await expect(paperRows(page).nth(1)).toHaveAccessibleName(new RegExp(`${vi.common.paperState.missing}$`));
    await officer.press('Alt+2');
    await expect(page.getByRole('tab', { selected: true })).toContainText(vi.common.procedure.activate);
    await officer.tabTo(page.getByRole('group', { name: vi.counter.outcome }).getByRole('radio').first());
    await officer.press('Space');
    await finishTicket(officer);
  });

  await test.step('the wall has followed every call', async () => {
    const calls = ['A003', 'A001', 'A002'].map((number) => new RegExp(`${number} .*Quầy 1`));
    await expect
      .poll(async () => (await shownOnWall()).filter((big) => /A\d{3}/.test(big)).length, { timeout: 20_000 })
      .toBe(calls.length);
    const followed = (await shownOnWall()).filter((big) => /A\d{3}/.test(big));
    for (const [place, call] of calls.entries()) expect(followed[place]).toMatch(call);
    await expectNoName(wall, [...NAMES, adult.fullName]);
  });

  await test.step('day end', async () => {
    await officer.command('cuoi ngay', vi.frame.dayEnd);
    const left = page.getByRole('list', { name: vi.dayEnd.leftovers }).getByRole('listitem');
    await expect(left).toHaveCount(3);
    await officer.tabTo(page.getByRole('combobox', { name: vi.dayEnd.outcomeOf('A003') }));
    await officer.press('v', 'Enter');
    await expect(left.filter({ hasText: 'A003' })).toContainText(vi.dayEnd.settledMark);
    const forAll = page.getByRole('combobox', { name: vi.dayEnd.allLeft(2) });
    await officer.tabTo(forAll);
    await officer.press('v');
    await expect(forAll).toHaveValue('left');
    await officer.press('F9');
    await expect(page.getByRole('contentinfo')).toContainText(vi.dayEnd.closeAgain);
    await officer.press('F9');
    await expect(page.getByRole('heading', { name: vi.dayEnd.closed })).toBeVisible();

    const report = await reportOfToday(host);
    expect(report).toMatchObject({
      version: 1,
      tickets: { issued: 5, served: 2, left: 3, priority: 1, cancelled: 0 },
      requests: { total: 6, byOutcome: { taken: 3, left: 3 } },
    });
    const total = page.getByRole('row', { name: new RegExp(`^${vi.report.total}`) });
    await expect(total.getByRole('cell')).toHaveText(['6', '3', '0', '0', '0', '3', '0', '1']);

    const xlsx = page.getByRole('button', { name: vi.dayEnd.downloadOf('XLSX') });
    await officer.tabTo(xlsx);
    const download = page.waitForEvent('download');
    await officer.press('Enter');
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
    const bytes = await readFile(await file.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    await expect(page.getByText(vi.dayEnd.downloaded(file.suggestedFilename()))).toBeVisible();
    const again = page.waitForEvent('download');
    await officer.press('Enter');
    expect(await readFile(await (await again).path())).toEqual(bytes);
  });
  console.log(`keys: the whole day: ${officer.keys}`);
});

/** Counts how often the slip on screen was fitted to its page since then: each time tries sizes of its text. */
async function countRefits(page: Page): Promise<() => Promise<number>> {
  const slip = page.getByRole('complementary', { name: vi.counter.slip }).locator('[data-paper]');
  const changes = await slip.evaluateHandle((element) => {
    const seen: MutationRecord[] = [];
    new MutationObserver((more) => seen.push(...more)).observe(element, { attributeFilter: ['style'] });
    return seen;
  });
  return () => changes.evaluate(({ length }) => length);
}

async function reportOfToday(host: {
  call(method: string, input?: unknown): Promise<unknown>;
}): Promise<unknown> {
  const status = (await host.call('day.status')) as { value: { last: { businessDay: string } } };
  const report = (await host.call('report.day', { businessDay: status.value.last.businessDay })) as {
    value: unknown;
  };
  return report.value;
}
