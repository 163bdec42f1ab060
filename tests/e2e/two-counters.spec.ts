import { vi } from '#shared/text/vi.ts';
import { size } from '#tests/support/sizes.ts';
import { expect, test } from './desk-test.ts';
import { Officer } from './officer.ts';
import { ask, issue, openOffice } from './ready-office.ts';
import { goToCounter, nameField, startButton, ticketPane } from './screens.ts';
import { watchWall } from './wall-watch.ts';

const PEOPLE = size('CALLED_PEOPLE', 8, 20);

test(
  'two counters that press F4 at the same moment never get the same person',
  { tag: '@slow' },
  async ({ host, openWindow }) => {
    const { counterIds } = await openOffice(host);
    const issued: string[] = [];
    for (let place = 1; place <= PEOPLE; place += 1) {
      issued.push((await issue(host, `Người Thử ${'ABCDEFGHIKLMNOPQRSTU'[place - 1]}`)).number);
    }
    const wall = await openWindow('display');
    await expect(wall.getByText(vi.wall.nobodyCalled)).toBeVisible();
    const shownOnWall = await watchWall(wall);
    const officers = [new Officer(await openWindow()), new Officer(await openWindow())] as const;
    for (const [place, officer] of officers.entries()) {
      await officer.page.bringToFront();
      await expect(nameField(officer.page)).toBeFocused();
      await goToCounter(officer, `Quầy ${place + 1}`);
    }

    const got: string[] = [];
    for (let round = 0; round < PEOPLE / 2; round += 1) {
      await Promise.all(
        officers.map(({ page }) =>
          expect(ticketPane(page).getByRole('button', { name: vi.counter.callNext })).toBeVisible(),
        ),
      );
      await Promise.all(officers.map((officer) => officer.press('F4')));
      const numbers = await Promise.all(
        officers.map(async ({ page }) => {
          await expect(startButton(page)).toBeVisible();
          return ticketPane(page).getByRole('heading', { level: 2 }).innerText();
        }),
      );
      expect(new Set(numbers).size).toBe(2);
      got.push(...numbers);
      // Each counter empties its own hand, so that both can call again.
      const { active } = await ask(host, 'queue.board', {});
      expect(new Set(active.map((row) => row.counterId))).toEqual(new Set(counterIds));
      for (const row of active) await ask(host, 'ticket.leave', { ticketId: row.id });
    }
    expect(got.toSorted()).toEqual(issued);

    // A counter that rests says so on the wall within a second.
    await ask(host, 'counter.pause', { counterId: counterIds[1], reason: 'rest' });
    const atSecond = wall.getByRole('listitem').filter({ hasText: 'Quầy 2' });
    await expect(atSecond).toContainText(vi.wall.resting, { timeout: 1000 });
    await ask(host, 'counter.resume', { counterId: counterIds[1] });
    await expect(atSecond).not.toContainText(vi.wall.resting, { timeout: 1000 });

    const calls = await ask(host, 'queue.wall', {});
    expect(new Set(calls.calls.map((call) => call.counter))).toEqual(new Set(['Quầy 1', 'Quầy 2']));
    // The wall lets each call stand for its time; two of them are from both counters soon enough.
    await expect
      .poll(async () => (await shownOnWall()).join(' '), { timeout: 20_000 })
      .toMatch(/Quầy 1.*Quầy 2|Quầy 2.*Quầy 1/);
  },
);
