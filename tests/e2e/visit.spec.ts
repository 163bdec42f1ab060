import { localDay } from '#shared/domain/calendar/business-date.ts';
import { vi } from '#shared/text/vi.ts';
import { axeFaults } from './axe-faults.ts';
import { expect, printedSheets, test } from './desk-test.ts';
import { Officer } from './officer.ts';
import { ask, openOffice } from './ready-office.ts';
import { CLASS, planRoad } from './road-work.ts';
import { nameField } from './screens.ts';

const words = vi.visit;

test(
  'a class of ten and a mother with her child are taken in at a visit by the keyboard, at most three keys a person',
  { tag: '@slow' },
  async ({ page, host }) => {
    const { businessDay } = await openOffice(host);
    const { visitId } = await planRoad((method, input) => ask(host, method, input), businessDay);
    const refused: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
    });
    const officer = new Officer(page);
    await expect(nameField(page)).toBeFocused();
    await officer.command(vi.team.place, vi.team.place);
    await officer.choose(vi.team.pagesLabel, vi.team.pages.visits);
    await expect(page.getByRole('listbox', { name: words.visits.title })).toBeFocused();
    await officer.press('F8');
    await expect.poll(async () => (await printedSheets(page)).at(-1)).toContain(CLASS[2]?.fullName);
    await officer.press('Enter');
    const list = page.getByRole('listbox');
    await expect(list).toBeFocused();
    await expect(list.getByRole('option')).toHaveCount(CLASS.length);
    const current = list.getByRole('option', { selected: true });
    const [mother, child, ...pupils] = CLASS;
    officer.keys = 0;

    // The family: both are marked and share one number.
    await expect(current).toContainText(mother?.fullName ?? '');
    await officer.press('Space', 'ArrowDown', 'Space');
    await expect(page.getByRole('button', { name: words.take.giveFamily('2') })).toBeVisible();
    expect(await axeFaults(page)).toEqual([]);
    await officer.press('Enter');
    await expect(list.getByRole('option', { name: child?.fullName ?? '' })).toContainText('A001');
    await expect(list.getByRole('option', { name: mother?.fullName ?? '' })).toContainText('A001');
    for (const [at, { fullName }] of pupils.entries()) {
      // The list goes on to the next one by itself.
      await expect(current).toContainText(fullName);
      await officer.press('Enter');
      await expect(list.getByRole('option', { name: fullName })).toContainText(
        `A${String(at + 2).padStart(3, '0')}`,
      );
    }
    expect(officer.keys).toBeLessThanOrEqual(3 * CLASS.length);
    expect(officer.keys).toBe(4 + pupils.length);

    const tickets = await ask(host, 'ticket.list', { businessDay });
    expect(tickets.map(({ requests }) => requests.length)).toEqual([2, ...pupils.map(() => 1)]);
    for (const { id } of tickets) await ask(host, 'ticket.settle', { ticketId: id, outcome: 'taken' });
    const people = await ask(host, 'visit.people', { visitId });
    expect(people.map(({ state }) => state)).toEqual(CLASS.map(() => 'taken'));
    expect(await ask(host, 'report.day', { businessDay: localDay(new Date().toISOString()) })).toMatchObject({
      breakdowns: { byVisit: [{ total: CLASS.length, taken: CLASS.length }] },
    });
    await expect(page.getByText(words.take.left('0', String(CLASS.length)))).toBeVisible();
    await officer.press('Escape');
    await officer.choose(vi.team.pagesLabel, vi.team.pages.homes);
    await expect(page.getByRole('listbox', { name: words.homes.title })).toBeFocused();
    await officer.press('ArrowDown', 'ArrowUp');
    await officer.choose(vi.team.pagesLabel, vi.team.pages.teams);
    await expect(page.getByRole('listbox', { name: vi.team.teams })).toBeVisible();
    await officer.tabTo(page.getByRole('button', { name: vi.team.makeStarter }));
    expect(refused).toEqual([]);
  },
);
