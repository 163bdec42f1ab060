import { vi } from '#shared/text/vi.ts';
import { axeFaults } from './axe-faults.ts';
import { expect, printedSheets, test } from './desk-test.ts';
import { Officer } from './officer.ts';
import { ask, openOffice } from './ready-office.ts';
import { nameField } from './screens.ts';

const text = vi.roster;

const STAFF = [
  ['Lý Thị Ẩn', '17/03/1991', '001191000017'],
  ['Đặng Văn Ổn', '02/09/1991', '001091000025'],
  ['Trần Thị Nữ', '1991', ''],
] as const;

test(
  'a school’s list is imported, one of its people comes, and the sheet of the others goes back',
  { tag: '@slow' },
  async ({ host, openWindow }) => {
    await openOffice(host);
    const page = await openWindow();
    const officer = new Officer(page);
    await expect(nameField(page)).toBeFocused();
    await officer.command(text.place, text.place);
    await expect(page.getByRole('heading', { name: text.none })).toBeVisible();
    expect(await axeFaults(page)).toEqual([]);

    await officer.press('Alt+n');
    const dialog = page.getByRole('dialog', { name: text.review.title });
    await expect(dialog).toBeVisible();
    const rows = STAFF.map((cells, at) => [String(at + 1), ...cells].join('\t'));
    const list = [
      'TRƯỜNG THCS THỬ NGHIỆM',
      'DANH SÁCH CÁN BỘ',
      'STT\tHọ và tên\tNgày sinh\tSố CCCD',
      ...rows,
      '\tTổng cộng: 3 người',
    ];
    await dialog.getByLabel(text.review.paste).fill(list.join('\n'));
    await dialog.getByRole('button', { name: text.review.read }).click();
    await expect(dialog.getByLabel(text.agency.name)).toHaveValue('TRƯỜNG THCS THỬ NGHIỆM');
    await expect(dialog.getByRole('row')).toHaveCount(STAFF.length + 1);
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByLabel(text.agency.dueOn).fill('31/02/2027');
    const write = dialog.getByRole('button', { name: text.review.apply('3') });
    await write.click();
    await expect(dialog.getByText(text.agency.badDay)).toBeVisible();
    await dialog.getByLabel(text.agency.dueOn).fill('31/12/2027');
    await write.click();
    await expect(dialog).toHaveCount(0);
    const people = page.getByRole('listbox', { name: 'TRƯỜNG THCS THỬ NGHIỆM' });
    await expect(people.getByRole('option')).toHaveCount(STAFF.length);

    // One of them comes: reception says where she stands, and the roster follows.
    const [fullName, , idNumber] = STAFF[0];
    const ticket = await ask(host, 'ticket.issue', {
      requests: [{ procedure: 'level-2', subject: 'citizen', person: { fullName, idNumber } }],
    });
    await ask(host, 'ticket.settle', { ticketId: ticket.id, outcome: 'taken' });
    await expect(people.getByRole('option').first()).toContainText(text.state.taken);

    // The telephone of another was looked at: everybody but two is done.
    await people.focus();
    await officer.press('ArrowDown');
    await page.getByRole('button', { name: text.markActivated }).click();
    await expect(people.getByRole('option').nth(1)).toContainText(text.state.activated);
    expect(await axeFaults(page)).toEqual([]);

    await officer.press('F8');
    await expect.poll(() => printedSheets(page)).toHaveLength(1);
    const [sheet = ''] = await printedSheets(page);
    expect(sheet).toContain(text.sheet.to('TRƯỜNG THCS THỬ NGHIỆM'));
    for (const name of ['Lý Thị Ẩn', 'Trần Thị Nữ']) expect(sheet).toContain(name);
    expect(sheet).not.toContain('Đặng Văn Ổn');
    expect(sheet).toContain('0017');
    expect(sheet).not.toContain(idNumber);

    await officer.press('F2');
    await expect(nameField(page)).toBeFocused();
    await officer.type('Đặng Văn Ổn');
    await page.getByLabel(vi.reception.idNumber).fill('001091000025');
    await expect(page.getByText(text.onRoster('TRƯỜNG THCS THỬ NGHIỆM'))).toBeVisible();
  },
);
