import { vi } from '#shared/text/vi.ts';
import { axeFaults } from './axe-faults.ts';
import { expect, printedSheets, test } from './desk-test.ts';
import { ask, openOffice } from './ready-office.ts';
import { nameField } from './screens.ts';

const words = vi.person.sheets;
const person = {
  fullName: 'Trần Thị Mẫu',
  idNumber: '001190000017',
  birthDate: '1990-02-03',
  phone: '0900000017',
};

test(
  'somebody who asks gets the sheet of what is kept, is erased, and gets a slip that names the day of the last copy',
  { tag: '@slow' },
  async ({ page, host }) => {
    const { counterIds, businessDay } = await openOffice(host);
    const counterId = counterIds[0] ?? '';
    const { id: ticketId } = await ask(host, 'ticket.issue', {
      requests: [{ procedure: 'level-2', subject: 'citizen', person }],
    });
    await ask(host, 'ticket.call-next', { counterId });
    await ask(host, 'ticket.hold', { ticketId, reason: 'chờ con mang giấy tờ' });
    // Reloaded before it was let in, a window has spent its code.
    await expect(nameField(page)).toBeVisible();
    await page.reload();
    await nameField(page).fill('Trần Thị');
    await page.getByRole('option', { name: /Trần Thị Mẫu/ }).click();
    await page.getByRole('button', { name: vi.person.correct }).first().click();
    const dialog = page.getByRole('dialog', { name: vi.person.correct });
    await dialog.getByRole('button', { name: words.printKept }).click();
    await expect.poll(async () => (await printedSheets(page)).length).toBe(1);
    const [kept = ''] = await printedSheets(page);
    for (const said of [
      person.fullName,
      person.idNumber,
      person.phone,
      'chờ con mang giấy tờ',
      words.kept.until,
    ])
      expect(kept).toContain(said);

    await dialog.getByRole('button', { name: words.erase }).click();
    const erase = page.getByRole('dialog', { name: words.erase });
    await erase.getByRole('combobox').selectOption('asked');
    await erase.getByRole('button', { name: words.eraseYes }).click();
    await expect(erase.getByRole('alert')).toHaveText(
      vi.problem['person-in-queue']({ code: 'person-in-queue', number: 'A001' }),
    );
    await ask(host, 'ticket.leave', { ticketId });
    expect(await axeFaults(page)).toEqual([]);
    await erase.getByRole('button', { name: words.eraseYes }).click();
    await erase.getByRole('button', { name: words.printSlip }).click();
    await expect.poll(async () => (await printedSheets(page)).length).toBe(2);
    const slip = (await printedSheets(page))[1] ?? '';
    expect(slip).toContain(words.slip.title);
    expect(slip).toContain(`01/${businessDay.slice(5, 7)}/${Number(businessDay.slice(0, 4)) + 1}`);
    expect(slip).not.toContain(person.fullName);
    expect(await ask(host, 'person.search', { search: person.idNumber })).toEqual([]);
  },
);
