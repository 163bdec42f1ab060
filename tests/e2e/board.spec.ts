import { vi } from '#shared/text/vi.ts';
import { axeFaults } from './axe-faults.ts';
import { expect, test } from './desk-test.ts';
import { fitFaults } from './fit-faults.ts';
import { Officer } from './officer.ts';
import { ask, issue, openOffice } from './ready-office.ts';
import { goToCounter, nameField } from './screens.ts';

test(
  'the board shows a counter that rests and one that serves, names nobody who waits, and fits every window',
  { tag: '@slow' },
  async ({ host, openWindow }) => {
    const { counterIds } = await openOffice(host);
    await issue(host, 'Người Thử A');
    await issue(host, 'Người Thử B');
    await ask(host, 'ticket.call-next', { counterId: counterIds[0] });
    await ask(host, 'counter.pause', { counterId: counterIds[1], reason: 'rest' });
    const officer = new Officer(await openWindow());
    await expect(nameField(officer.page)).toBeFocused();
    await goToCounter(officer, 'Quầy 1');
    await officer.command(vi.board.place, vi.board.place);
    await expect(officer.page.getByRole('heading', { name: vi.board.byProcedure })).toBeVisible();
    await expect(officer.page.getByRole('row', { name: /Quầy 2/ })).toContainText('Tạm nghỉ');
    await expect(officer.page.getByRole('main')).not.toContainText('Người Thử');
    expect.soft(await axeFaults(officer.page)).toEqual([]);
    for (const [width, height] of [
      [1024, 576],
      [1366, 768],
      [1920, 1080],
    ] as const) {
      await officer.page.setViewportSize({ width, height });
      expect.soft(await fitFaults(officer.page), String(width)).toEqual([]);
    }
    await officer.page.emulateMedia({ colorScheme: 'dark' });
    expect.soft(await axeFaults(officer.page, 'color-contrast')).toEqual([]);
  },
);
