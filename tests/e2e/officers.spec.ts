import { vi } from '#shared/text/vi.ts';
import { expect, test } from './desk-test.ts';
import { fitFaults } from './fit-faults.ts';
import { look } from './look.ts';
import { Officer } from './officer.ts';
import { ask, issue, openOffice } from './ready-office.ts';
import { nameField } from './screens.ts';

const words = vi.settings.officers;

test('two officers take turns at one window by keyboard: PINs, a change with a draft kept, a locked screen, a wrong PIN', async ({
  page,
  host,
}) => {
  const { counterIds } = await openOffice(host);
  await issue(host, 'Trần Thị Ví Dụ');
  await ask(host, 'ticket.call-next', { counterId: counterIds[0] });
  const officer = new Officer(page);
  const cover = page.getByRole('dialog', { name: vi.signIn.who });

  await expect(nameField(page)).toBeFocused();
  // The leader writes the officers down, with PINs.
  await officer.command('cán bộ và mã', vi.settings.pages.officers.name);
  const nameOf = (place: number) => page.getByRole('textbox', { name: words.nameOf(place) });
  await officer.tabTo(nameOf(1));
  await officer.type('Trần Thu Hà');
  await officer.tabTo(page.getByRole('textbox', { name: words.newName }));
  await officer.type('Phạm Quốc Toàn');
  await officer.press('Enter');
  await expect(page.getByText(words.propose)).toBeVisible();
  const [, other] = await ask(host, 'officer.list', {});
  await ask(host, 'officer.save', { id: other?.id, pin: '2468' });
  const name = 'Trần Thu Hà';
  await officer.tabTo(page.getByRole('button', { name: `${words.setPin}: ${name}` }), 'Shift+Tab');
  await officer.press('Enter');
  const dialog = page.getByRole('dialog', { name: words.pinOf(name) });
  await expect(dialog.getByLabel(words.pin, { exact: true })).toBeFocused();
  await officer.type('13579');
  await officer.press('Tab');
  await officer.type('13579');
  await officer.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: `${words.changePin}: ${name}` })).toBeVisible();
  await officer.tabTo(page.getByRole('switch', { name: words.pins }));
  await look(page, 'officers');
  expect(await fitFaults(page)).toEqual([]);
  await officer.press('Space');

  // Whoever switched them on stays at work, with the recovery key on screen.
  const sheet = page.getByRole('dialog', { name: vi.safety.sheet.title });
  await expect(sheet).toBeVisible();
  await expect(page.getByRole('switch', { name: words.pins })).toBeChecked();
  await expect(cover).toHaveCount(0);
  await officer.press('Escape');
  await expect(page.getByRole('button', { name: vi.signIn.bar('Trần Thu Hà') })).toBeVisible();

  // A half-typed name at reception survives the change of officer, which takes six keys.
  await officer.press('F2');
  const draft = page.getByRole('combobox', { name: vi.reception.fullName });
  await officer.tabTo(draft);
  await officer.type('Nguyễn Văn Dở');
  const before = officer.keys;
  await officer.press('Control+Shift+2');
  await expect(cover).toBeVisible();
  await officer.press('2', '4', '6', '8', 'Enter');
  expect(officer.keys - before).toBe(6);
  await expect(cover).toHaveCount(0);
  await expect(draft).toHaveValue('Nguyễn Văn Dở');
  await expect(draft).toBeFocused();
  await expect(page.getByRole('button', { name: vi.signIn.bar('Phạm Quốc Toàn') })).toBeVisible();

  // Who is no leader sees nobody else's line, and changes the own PIN by the one in use.
  await officer.command('cán bộ và mã', vi.settings.pages.officers.name);
  await officer.tabTo(page.getByRole('button', { name: words.changePin }));
  await officer.press('Enter');
  const own = page.getByRole('dialog', { name: words.pinOf('Phạm Quốc Toàn') });
  await expect(own.getByLabel(words.formerPin)).toBeFocused();
  await look(page, 'officers-own-pin');
  expect(await fitFaults(page)).toEqual([]);
  await officer.type('2468');
  await officer.press('Tab');
  await officer.type('97531');
  await officer.press('Tab');
  await officer.type('97531');
  await officer.press('Enter');
  await expect(own).toHaveCount(0);
  await ask(host, 'session.open', { officerId: other?.id ?? '', pin: '97531' });
  await officer.press('F2');
  await expect(draft).toHaveValue('Nguyễn Văn Dở');

  // Left alone it locks itself, hides everything, and stops nothing.
  // Of this page alone: Playwright's own clock would stay in every later page of the browser, and in the times of their keys.
  await page.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 5 * 60_000 + 2000;
  });
  await expect(cover).toBeVisible();
  await look(page, 'sign-in');
  expect(await fitFaults(page)).toEqual([]);
  await expect(cover.getByRole('button', { name: 'Trần Thu Hà' })).toContainText(
    vi.signIn.holds('A001', 'Quầy 1'),
  );
  await expect(cover.getByRole('button', { name: 'Phạm Quốc Toàn' })).toContainText(vi.signIn.isHere);
  await officer.scan('079090000123|123456789|NGUYEN VAN A|01011990|Nam|Ha Noi|01012021');
  await expect(cover.getByRole('alert')).toHaveText(vi.signIn.notAPin);
  await officer.press('F4', 'F2', 'Control+k', 'Escape');
  await expect(page.getByRole('dialog')).toHaveCount(1);

  // A wrong PIN makes wait from the third on; meanwhile another officer goes on.
  await officer.press('t');
  for (const pin of ['0000', '1111', '2222']) {
    await officer.type(pin);
    await officer.press('Enter');
    await expect(cover.getByRole('alert')).toBeVisible();
  }
  await expect(cover.getByRole('timer')).toBeVisible();
  await look(page, 'sign-in-wait');
  expect(await fitFaults(page)).toEqual([]);
  await officer.press('h');
  await officer.type('13579');
  await officer.press('Enter');
  await expect(cover).toHaveCount(0);
  await expect(draft).toHaveValue('Nguyễn Văn Dở');
  await expect(host.call('ticket.list', {})).resolves.toMatchObject({ problem: { code: 'session-needed' } });
});
