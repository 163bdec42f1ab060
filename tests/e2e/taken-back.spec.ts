import { vi } from '#shared/text/vi.ts';
import { axeFaults } from './axe-faults.ts';
import { expect, test } from './desk-test.ts';
import { fitFaults, sizesOf } from './fit-faults.ts';
import { Officer } from './officer.ts';
import { ask, openOffice } from './ready-office.ts';
import { CLASS, planRoad } from './road-work.ts';
import { nameField } from './screens.ts';

test(
  'a wrong person is refused, a wrong list is taken back, and a laptop is reported lost and found',
  { tag: '@slow' },
  async ({ page, host }) => {
    const { businessDay } = await openOffice(host);
    await planRoad((method, input) => ask(host, method, input), businessDay);
    const [team] = await ask(host, 'team.list', {});
    await ask(host, 'team.starter', { teamId: team?.teamId ?? '', passphrase: 'mua lua chin ven song' });
    const idNumber = CLASS[2]?.idNumber ?? '';
    await ask(host, 'ticket.issue', {
      requests: [
        { procedure: 'level-2', subject: 'citizen', person: { fullName: 'Trần Thị Ân Khác', idNumber } },
      ],
    });
    const { reviewId } = await ask(host, 'roster.review', {
      fileName: 'nham.csv',
      base64: Buffer.from(`Họ và tên,Số CCCD\n${CLASS[2]?.fullName},${idNumber}\n`).toString('base64'),
      rosterId: (await ask(host, 'roster.list', {}))[0]?.rosterId,
    });
    await ask(host, 'roster.apply', { reviewId });
    const officer = new Officer(page);
    const looks = async () => {
      for (const place of [0, 1, 2, 3])
        for (const size of sizesOf(place)) {
          await page.setViewportSize(size);
          expect.soft(await fitFaults(page), String(size.width)).toEqual([]);
        }
      expect.soft(await axeFaults(page)).toEqual([]);
    };
    const words = vi.roster;
    await expect(nameField(page)).toBeFocused();
    await officer.command(words.place, words.place);
    const people = page.getByRole('listbox').getByRole('option');
    await expect(people).toHaveCount(1);
    const back = page.getByRole('button', { name: words.takeBack });
    await expect(back).toBeVisible();
    await expect(page.getByRole('button', { name: words.isThem })).toBeVisible();
    await looks();
    await officer.tabTo(back);
    await officer.press('Enter');
    await expect(people).toHaveCount(CLASS.length);
    await expect(back).toBeHidden();
    await officer.tabTo(page.getByRole('listbox'), 'Shift+Tab');
    await officer.press('Home', 'ArrowDown', 'ArrowDown');
    const other = page.getByRole('button', { name: words.notThem });
    await officer.tabTo(other);
    await officer.press('Enter');
    await expect(other).toBeHidden();

    await officer.command(vi.team.place, vi.team.place);
    await officer.tabTo(page.getByRole('button', { name: vi.team.lose }));
    await officer.press('Enter');
    await expect(page.getByText(vi.team.lostSays)).toBeVisible();
    await expect(page.getByRole('option', { selected: true })).toContainText(vi.team.state.lost);
    await looks();
    await officer.tabTo(page.getByRole('button', { name: vi.team.found }));
    await officer.press('Enter');
    await expect(page.getByText(vi.team.lostSays)).toBeHidden();
  },
);
