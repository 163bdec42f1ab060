import { formatDay } from '#shared/text/format.ts';
import { vi } from '#shared/text/vi.ts';
import { axeFaults } from './axe-faults.ts';
import { expect, printedSheets, test } from './desk-test.ts';
import { Officer } from './officer.ts';
import { ask, openOffice } from './ready-office.ts';
import { nameField } from './screens.ts';
import type { RunningHost } from './desk-test.ts';

const text = vi.followUp;

const PEOPLE = [
  ['Lý Thị Ẩn', '001191000017', '0911000102'],
  ['Đặng Văn Ổn', '001091000025', '0911000203'],
  ['Trần Thị Nữ', '001191000033', '0911000304'],
] as const;

/** Three people whose files were taken this morning. */
async function takenThisMorning(host: RunningHost): Promise<void> {
  const { counterIds } = await openOffice(host);
  const counterId = counterIds[0] ?? '';
  for (const [fullName, idNumber, phone] of PEOPLE) {
    await ask(host, 'ticket.issue', {
      requests: [{ procedure: 'level-2', subject: 'citizen', person: { fullName, idNumber, phone } }],
    });
    const ticket = await ask(host, 'ticket.call-next', { counterId });
    if (ticket === null) throw new Error('nobody waits');
    await ask(host, 'ticket.start', { ticketId: ticket.id, counterId });
    await ask(host, 'ticket.finish', {
      ticketId: ticket.id,
      outcomes: ticket.requests.map(({ id }) => ({ requestId: id, outcome: 'taken' as const })),
    });
  }
}

test('people are called by keyboard alone: activated, a reason, no answer, and taken back', async ({
  host,
  openWindow,
}) => {
  await takenThisMorning(host);
  const page = await openWindow();
  const officer = new Officer(page);
  await expect(nameField(page)).toBeFocused();
  await officer.press('Alt+g');
  const list = page.getByRole('listbox', { name: text.lists.all });
  await expect(list).toBeFocused();
  await expect(list.getByRole('option')).toHaveCount(PEOPLE.length);
  const chosen = list.getByRole('option', { selected: true });
  const pane = page.getByRole('region', { name: text.chosen });

  // The notice came today; the last day to activate follows from it.
  await officer.press('ArrowDown');
  const second = (await chosen.innerText()).split('\n')[1] ?? '';
  await expect(pane).toContainText(second);
  await officer.press('n');
  await expect(page.getByRole('textbox', { name: text.noticedOn })).toBeFocused();
  await officer.type('31062026');
  await officer.press('Enter');
  await expect(pane).toContainText(text.noSuchDay);
  await officer.press('Control+a');
  const { today } = await ask(host, 'day.status', {});
  await officer.type(`${today.slice(8)}${today.slice(5, 7)}${today.slice(0, 4)}`);
  await officer.press('Enter');
  await expect(list).toBeFocused();
  await expect(chosen).toContainText(vi.account.state['awaiting-activation']);

  await officer.press('0');
  await expect(chosen).toContainText(vi.account.contact['no-answer']);
  await officer.press('3');
  await expect(chosen).toContainText(vi.account.reason['missed-notice']);
  await expect(chosen).toContainText(text.contacts(2));

  await officer.press('x');
  await expect(pane).toContainText(text.countedOn(formatDay(today, 'vi')));
  await officer.press('Delete');
  await expect(pane).not.toContainText(text.countedOn(formatDay(today, 'vi')));
  await officer.press('x');
  await expect(pane).toContainText(text.countedOn(formatDay(today, 'vi')));
  const report = await ask(host, 'report.day', { businessDay: today });
  expect(report.breakdowns.activated.bySource.telephone).toBe(1);
  expect(await axeFaults(page)).toEqual([]);

  // The sheet has the numbers masked, and asks for nothing but the result; Ctrl+P prints wherever F8 does.
  await officer.press('Control+p');
  await expect.poll(() => printedSheets(page)).toHaveLength(1);
  const [sheet = ''] = await printedSheets(page);
  expect(sheet).toContain(text.sheet.title);
  expect(sheet).toContain(text.sheet.count(String(PEOPLE.length - 1)));
  expect(sheet).not.toMatch(/0911000\d{3}|00[01][01]91\d{6}/);
});

test('the extract is looked at line by line before anything is recorded', async ({ host, openWindow }) => {
  await takenThisMorning(host);
  const page = await openWindow();
  const officer = new Officer(page);
  await expect(nameField(page)).toBeFocused();
  await officer.press('Alt+g');
  await expect(page.getByRole('listbox')).toBeFocused();
  await officer.press('Alt+n');
  const dialog = page.getByRole('dialog');
  const { today } = await ask(host, 'day.status', {});
  const [first, second] = PEOPLE;
  const lines = [
    'Số định danh,Họ tên,Ngày kích hoạt',
    `${first[1]},${first[0]},${today}`,
    `${second[1]},=1+1,${today}`,
    `001091999999,Người Lạ,${today}`,
    'không phải số,Ai Đó,hôm qua',
  ];
  await dialog.locator('input[type="file"]').setInputFiles({
    name: 'danh-sach-tuan.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\u{feff}${lines.join('\r\n')}`),
  });
  const rows = dialog.getByRole('row');
  await expect(rows).toHaveCount(lines.length);
  await expect(rows.filter({ hasText: first[0] })).toContainText(text.lineState.new);
  await expect(rows.filter({ hasText: '=1+1' })).toContainText(text.lineState.unclear);
  await expect(rows.filter({ hasText: 'Người Lạ' })).toContainText(text.lineState.unknown);
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: text.apply('1') }).click();
  await expect(dialog).toContainText(text.applied('1'));
  const report = await ask(host, 'report.day', { businessDay: today });
  expect(report.breakdowns.activated.bySource.extract).toBe(1);

  await dialog.locator('input[type="file"]').setInputFiles({
    name: 'anh.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('\u{89}PNG\r\n\u{1a}\n\u{0}\u{0}\u{0}'),
  });
  await expect(dialog.getByRole('alert')).toBeVisible();
});
