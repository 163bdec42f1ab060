import { vi } from '#shared/text/vi.ts';
import { axeFaults } from './axe-faults.ts';
import { expect, printedSheets, test } from './desk-test.ts';
import { fitFaults } from './fit-faults.ts';
import { Officer } from './officer.ts';
import { ask, openOffice } from './ready-office.ts';
import { nameField } from './screens.ts';

const words = vi.dashboard;

test(
  'cases of a week for the police of the residence are printed and sent, masked unless somebody asks',
  { tag: '@slow' },
  async ({ page, host }) => {
    await openOffice(host);
    const person = { fullName: 'Lý Thị Mẫu', idNumber: '001190000777', phone: '0912345678' };
    await ask(host, 'ticket.issue', {
      requests: [
        { procedure: 'guidance', subject: 'citizen', person, specialCase: 'lives-unregistered' },
        { procedure: 'guidance', subject: 'citizen', person: { fullName: 'Vũ Văn Mẫu' } },
      ],
    });
    const officer = new Officer(page);
    await expect(nameField(page)).toBeFocused();
    await officer.press('Alt+b');
    await expect(page.getByRole('heading', { name: words.servedByHour })).toBeVisible();
    await officer.command(words.people, words.people);
    const dialog = page.getByRole('dialog', { name: words.people });
    await expect(dialog).toBeVisible();
    const receiver = page.getByRole('combobox', { name: words.peopleFor });
    await officer.tabTo(receiver);
    await officer.press('ArrowDown', 'ArrowDown');
    await expect(receiver).toHaveValue('residence-police');
    const from = dialog.getByRole('textbox', { name: words.peopleFrom });
    const typed = await from.inputValue();
    await officer.tabTo(dialog.getByRole('radio', { name: words.peopleSpans.day }));
    await officer.press('ArrowRight');
    await expect(dialog.getByRole('radio', { name: words.peopleSpans.week })).toBeChecked();
    await officer.tabTo(from);
    await officer.press('Control+a');
    await officer.type(typed);
    await officer.tabTo(dialog.getByRole('textbox', { name: words.peopleTo }));
    await officer.press('Control+a');
    await officer.type('31/02/2026');
    await expect(dialog.getByText(words.peopleDayWrong)).toBeVisible();
    await officer.press('Control+a');
    await officer.type(typed);
    expect(await axeFaults(page)).toEqual([]);
    for (const size of [
      { width: 1024, height: 576 },
      { width: 1366, height: 768 },
    ]) {
      await page.setViewportSize(size);
      expect(await fitFaults(page)).toEqual([]);
    }
    await officer.tabTo(dialog.getByRole('button', { name: words.printPeople }));
    await officer.press('Enter');
    await expect.poll(async () => (await printedSheets(page)).length).toBe(1);
    const [sheet = ''] = await printedSheets(page);
    expect(sheet).toContain(vi.exportBook.casesTitle['residence-police']);
    expect(sheet).toContain('Lý Thị Mẫu');
    expect(sheet).toContain('001*****0777');
    expect(sheet).not.toContain('Vũ Văn Mẫu');
    await officer.tabTo(dialog.getByRole('checkbox', { name: words.peopleUnmasked }));
    await officer.press('Space');
    await officer.tabTo(dialog.getByRole('button', { name: words.printPeople }));
    await officer.press('Enter');
    await expect.poll(async () => (await printedSheets(page)).at(-1)).toContain('001190000777');
    await officer.tabTo(dialog.getByRole('button', { name: words.makePeopleUnmasked }));
    const [download] = await Promise.all([page.waitForEvent('download'), officer.press('Enter')]);
    expect(download.suggestedFilename()).toMatch(/^danh-sach-[\d-]+-TN01-day-du\.xlsx$/);
  },
);
