import type { Page, Route } from '@playwright/test';
import { vi } from '#shared/text/vi.ts';
import { expect, printedSheets, test } from './desk-test.ts';
import { Officer } from './officer.ts';
import { ask, issue, openOffice } from './ready-office.ts';
import {
  callNext,
  goToCounter,
  nameField,
  paperRows,
  saveNumber,
  startServing,
  ticketPane,
} from './screens.ts';

/** Types another name over the one in the dialog, and saves it. */
async function rename(officer: Officer, to: string): Promise<void> {
  await officer.command('sua thong tin', vi.person.correct);
  const dialog = officer.page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: vi.reception.fullName })).toBeFocused();
  await officer.press('Control+a');
  await officer.type(to);
  await officer.press('Enter');
  await expect(dialog).toHaveCount(0);
}

/** Opens what F3 finds first for the typed words. */
async function find(officer: Officer, typed: string, found: string): Promise<void> {
  await officer.press('F3');
  const dialog = officer.page.getByRole('dialog');
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await officer.type(typed);
  await expect(dialog.getByRole('option', { selected: true })).toContainText(found);
  await officer.press('Enter');
  await expect(dialog).toHaveCount(0);
}

/** A window in which an officer sits down at the first counter. */
async function atCounter(openWindow: () => Promise<Page>): Promise<{ page: Page; officer: Officer }> {
  const page = await openWindow();
  const officer = new Officer(page);
  await expect(nameField(page)).toBeFocused();
  await goToCounter(officer, 'Quầy 1');
  return { page, officer };
}

/**
 * Holds the next request to such an address; `asked` gives it when it comes. The route stays: of what leaves a browser while a route
 * is being taken away, one request in some hundred never arrives.
 */
async function holdNext(page: Page, url: string): Promise<{ readonly asked: Promise<Route> }> {
  const asked = Promise.withResolvers<Route>();
  let isHeld = false;
  await page.route(url, (route) => {
    if (isHeld) return route.continue();
    isHeld = true;
    asked.resolve(route);
  });
  return { asked: asked.promise };
}

test('at the counter: one person after the other, each with something of their own', async ({
  host,
  openWindow,
}) => {
  await openOffice(host);
  for (const name of ['Lý Thị Hao', 'Vũ Văn Hai', 'Lý Thị Nhanh', 'Lý Thị Chậm']) await issue(host, name);
  await ask(host, 'ticket.issue', {
    requests: [{ procedure: 'activate', subject: 'citizen', person: { fullName: 'Lê Thị Kích' } }],
  });
  const { page, officer } = await atCounter(openWindow);
  const rows = paperRows(page);
  const leave = async () => {
    await officer.press('F7');
    await expect(ticketPane(page)).toContainText(vi.counter.emptyTitle);
  };

  await test.step('hold, the next person, an outcome that is missing, and a wrong name', async () => {
    await callNext(officer);
    await startServing(officer);
    await officer.press('Alt+1', 'F7');
    await expect(page.getByRole('listbox', { name: vi.queue.onHold })).toContainText('A001');
    expect(await callNext(officer)).toBe('A002');
    await startServing(officer);
    await expect(ticketPane(page)).toContainText('Vũ Văn Hai');

    await expect(page.locator('[role=row]:focus')).toHaveCount(1);
    await officer.press('F9');
    const missing = vi.counter.chooseOutcomeOf(vi.common.procedure['level-2']);
    await expect(page.getByRole('alert')).toHaveText(missing);
    await expect(page.getByRole('contentinfo').last()).toContainText(missing);
    const outcomes = page.getByRole('group', { name: vi.counter.outcome }).getByRole('radio');
    await expect(outcomes.first()).toBeFocused();
    await officer.press('ArrowRight');
    await expect(outcomes.nth(1)).toBeChecked();
    await expect(page.getByRole('alert')).toHaveCount(0);

    await rename(officer, 'Vũ Văn Hải');
    for (const part of [
      ticketPane(page),
      page.getByRole('complementary', { name: vi.queue.title }),
      page.getByRole('complementary', { name: vi.counter.slip }),
    ])
      await expect(part).toContainText('Vũ Văn Hải');
    await leave();
  });

  await test.step('F9 waits for the paper that was answered last', async () => {
    expect(await callNext(officer)).toBe('A003');
    await startServing(officer);
    await expect(rows.first()).toBeFocused();
    await officer.press('1', '4', '4', '4', '4', '4', '1');
    await expect(page.getByRole('radio', { name: vi.common.outcome.taken })).toBeChecked();

    // The card turns out to be missing, and the officer is faster than the desk.
    const paper = await holdNext(page, '**/desk/request.set-paper');
    await officer.press('Home');
    await expect(rows.first()).toBeFocused();
    await officer.press('2', 'F9');
    await (await paper.asked).continue();
    await expect(ticketPane(page)).toContainText(vi.common.ticketState.done);
    const quick = (await ask(host, 'ticket.list', {})).find(({ number }) => number === 'A003');
    expect(quick?.requests.map(({ outcome }) => outcome)).toEqual(['papers-missing']);
  });

  await test.step('a paper that was not stored is no ground to finish on', async () => {
    expect(await callNext(officer)).toBe('A004');
    await startServing(officer);
    await expect(rows.first()).toBeFocused();
    await officer.press('1', '4', '4', '4', '4', '4', '1');
    await expect(page.getByRole('radio', { name: vi.common.outcome.taken })).toBeChecked();
    const paper = await holdNext(page, '**/desk/request.set-paper');
    await officer.press('ArrowUp');
    await expect(rows.nth(5)).toBeFocused();
    await officer.press('2', 'F9', 'F9');
    const json = { ok: false, problem: { code: 'unknown-request' } };
    await (await paper.asked).fulfill({ json });
    await expect(page.getByRole('alert').filter({ hasText: vi.counter.papersNotStored })).toBeVisible();
    await expect(ticketPane(page)).toContainText(vi.common.ticketState.serving);
    await leave();
  });

  await test.step('an activation is chosen before it counts', async () => {
    expect(await callNext(officer)).toBe('A005');
    await startServing(officer);
    const activated = page.getByRole('checkbox', { name: vi.counter.activated });
    await expect(rows.first()).toBeVisible();
    await expect(
      page.getByRole('radio', { checked: true }).and(page.locator('[data-outcome] *')),
    ).toHaveCount(0);
    await expect(activated).toHaveCount(0);
    await officer.choose(vi.counter.outcome, vi.common.outcome.taken);
    await expect(activated).toBeChecked();
  });
});

test('at reception: F3 and the list of numbers open the person or the number, and nothing typed is lost', async ({
  host,
  openWindow,
}) => {
  await openOffice(host);
  const person = { fullName: 'Nguyễn Thị Ba', idNumber: '001190001234', birthDate: '1950' };
  const ticket = await ask(host, 'ticket.issue', {
    requests: [{ procedure: 'level-2', subject: 'citizen', person }],
  });
  await issue(host, 'Trần Văn Hôm Nay');
  await ask(host, 'ticket.issue', { requests: [{ procedure: 'level-2', subject: 'citizen' }] });
  await ask(host, 'ticket.cancel', { ticketId: ticket.id });
  const page = await openWindow();
  const officer = new Officer(page);
  await expect(nameField(page)).toBeFocused();

  // Nobody's number today: the form is theirs, with a hint about their age.
  await find(officer, '1234', 'Nguyễn Thị Ba');
  await expect(nameField(page)).toHaveValue('Nguyễn Thị Ba');
  await expect(page.getByText(vi.reception.elderHint)).toBeVisible();
  await expect(page.getByText(vi.reception.duplicate.title('A001'))).toHaveCount(0);
  // A number today is named.
  await officer.press('F2');
  await find(officer, 'nay hom', 'Trần Văn Hôm Nay');
  await expect(page.getByText(vi.reception.duplicate.title('A002'))).toBeVisible();
  // A number without a person is shown as it was given.
  await officer.press('F2');
  await find(officer, '3', 'A003');
  await expect(page.getByRole('status').filter({ hasText: vi.reception.issued('A003') })).toBeVisible();
  // The list of numbers goes the same way.
  await officer.tabTo(page.getByRole('button', { name: /^A002.*Trần Văn Hôm Nay/ }), 'Shift+Tab');
  await officer.press('Enter');
  await expect(nameField(page)).toHaveValue('Trần Văn Hôm Nay');

  // A number that was just given is corrected without taking it back.
  await officer.press('F2');
  await officer.type('Vũ Thị Mới');
  expect(await saveNumber(officer, 'Shift+F8')).toBe('A004');
  await rename(officer, 'Vũ Thị Mơ');
  await expect(page.getByRole('complementary', { name: vi.reception.queue })).toContainText('Vũ Thị Mơ');

  // What was typed outlives a reload, a new start and a correction that was closed.
  await officer.press('F2');
  await expect(nameField(page)).toBeFocused();
  await expect(nameField(page)).toHaveValue('');
  await officer.type('Đinh Văn Dở');
  await officer.press('Tab');
  await page.reload();
  await expect(nameField(page)).toHaveValue('Đinh Văn Dở');
  await officer.press('F2');
  await expect(nameField(page)).toHaveValue('');
  await officer.press('Control+z');
  await expect(nameField(page)).toHaveValue('Đinh Văn Dở');
  await saveNumber(officer, 'Shift+F8');

  await officer.command('sua thong tin', vi.person.correct);
  const field = page.getByRole('dialog').getByRole('textbox', { name: vi.reception.fullName });
  await expect(field).toBeFocused();
  await officer.press('Control+a');
  await officer.type('Đinh Văn Đỡ');
  await officer.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(page.getByText(vi.person.dropped('Đinh Văn Dở'))).toBeVisible();
  await officer.press('Control+z');
  await expect(field).toHaveValue('Đinh Văn Đỡ');
  await expect(field).toBeFocused();
  await officer.press('Enter');
  await expect(page.getByRole('complementary', { name: vi.reception.queue })).toContainText('Đinh Văn Đỡ');
});

test('a whole visit in one window: one key for the number, F4 calls at this PC’s counter, sixteen keys at most', async ({
  host,
  openWindow,
}) => {
  const { counterIds } = await openOffice(host);
  await ask(host, 'device.set-settings', { counterId: counterIds[1] ?? null });
  const page = await openWindow();
  const officer = new Officer(page);
  await expect(ticketPane(page)).toBeVisible();
  await officer.press('F2');
  await expect(nameField(page)).toBeFocused();
  officer.keys = 0;
  await officer.scan('001190000017||Trần Thị Mẫu|03051990|Nữ|Số 1 Ngõ Ví Dụ, Phường Mẫu|10052021');
  await expect(nameField(page)).toHaveValue('Trần Thị Mẫu');
  await saveNumber(officer);
  expect(officer.keys).toBe(1);
  await callNext(officer);
  await expect(ticketPane(page)).toContainText('A001');
  await expect(page.getByRole('banner')).toContainText('Quầy 2');
  await startServing(officer);
  await expect(paperRows(page).first()).toBeFocused();
  for (let papers = await paperRows(page).count(); papers > 0; papers -= 1) await officer.press('1');
  await officer.press('F8');
  await expect(ticketPane(page)).toContainText(vi.common.ticketState.done);
  await expect.poll(async () => (await printedSheets(page)).length).toBe(2);
  expect(officer.keys).toBeLessThanOrEqual(16);
});
