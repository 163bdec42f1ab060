import type { Page } from '@playwright/test';
import { pageIds } from '#renderer/settings/shown-page.ts';
import { vi, type Catalogue } from '#shared/text/vi.ts';
import { expect } from './desk-test.ts';
import type { Officer } from './officer.ts';
import { CLASS } from './road-work.ts';
import { goToCounter, nameField, startButton, ticketPane } from './screens.ts';

/** One screen of a working office and the way there, in either language. */
export type Stop = {
  readonly name: string;
  readonly go: (officer: Officer, words: Catalogue) => Promise<void>;
};

const settle = async (page: Page) => {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
};

const SCREENS: readonly Stop[] = [
  {
    name: 'reception',
    async go(officer, words) {
      await officer.press('F2');
      await expect(nameField(officer.page, words)).toBeFocused();
      await expect(officer.page.getByText(words.reception.expected)).toBeVisible();
    },
  },
  {
    name: 'reception-person',
    async go(officer, words) {
      await officer.press('F2');
      await expect(nameField(officer.page, words)).toBeFocused();
      await officer.type('Phạm Thị Hoàng Yến');
      await officer.press('Enter');
      await officer.type('079191234567');
      await officer.press('Enter');
      await officer.type('1991');
      await officer.press('Enter', 'Escape');
      await officer.choose(words.reception.card, words.reception.cards.lost);
      await officer.press('F1');
      await expect(officer.page.getByRole('button', { expanded: true })).toBeVisible();
    },
  },
  {
    name: 'counter-free',
    async go(officer, words) {
      await goToCounter(officer, 'Quầy 3', words);
      await expect(officer.page.getByRole('heading', { name: words.counter.emptyTitle })).toBeVisible();
    },
  },
  {
    name: 'counter-serving',
    async go(officer, words) {
      await goToCounter(officer, 'Quầy 1', words);
      await expect(ticketPane(officer.page, words)).not.toContainText(words.counter.emptyTitle);
      if (await startButton(officer.page, words).isVisible()) await officer.press('Enter');
      await expect(ticketPane(officer.page, words)).toContainText(words.common.ticketState.serving);
    },
  },
  {
    name: 'palette',
    async go(officer) {
      await officer.press('Control+k');
      await expect(officer.page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'find',
    async go(officer, words) {
      await officer.press('Escape');
      await officer.press('F3');
      const field = officer.page.getByRole('combobox', { name: words.frame.findTitle });
      await expect(field).toBeFocused();
      await officer.type('hoang');
      await expect(officer.page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'day-end',
    async go(officer, words) {
      await officer.press('Escape');
      await officer.command(words.frame.dayEnd, words.frame.dayEnd);
      await expect(officer.page.getByRole('heading', { name: words.dayEnd.leftovers })).toBeVisible();
      await expect(officer.page.getByRole('table').first()).toBeVisible();
    },
  },
  {
    name: 'follow-up',
    async go(officer, words) {
      await officer.press('Alt+g');
      const list = officer.page.getByRole('listbox');
      await expect(list).toBeFocused();
      await expect(list.getByRole('option').first()).toBeVisible();
      await officer.press('ArrowDown');
      await expect(officer.page.getByRole('region', { name: words.followUp.chosen })).toContainText(
        words.followUp.telephone,
      );
    },
  },
  {
    name: 'roster',
    async go(officer, words) {
      await officer.command(words.roster.place, words.roster.place);
      await expect(officer.page.getByRole('listbox').getByRole('option')).toHaveCount(CLASS.length);
    },
  },
  {
    name: 'road',
    async go(officer, words) {
      await officer.command(words.team.place, words.team.place);
      await expect(officer.page.getByRole('listbox', { name: words.team.teams })).toBeFocused();
    },
  },
  {
    name: 'road-visits',
    async go(officer, words) {
      await officer.choose(words.team.pagesLabel, new RegExp(`^${words.team.pages.visits}$`));
      await expect(officer.page.getByRole('listbox', { name: words.visit.visits.title })).toBeFocused();
    },
  },
  {
    name: 'road-people',
    async go(officer, words) {
      await officer.press('Enter');
      await expect(officer.page.getByRole('button', { name: words.visit.take.give })).toBeVisible();
      await expect(officer.page.getByRole('listbox')).toBeFocused();
      await officer.press('Space', 'ArrowDown');
    },
  },
  {
    name: 'road-homes',
    async go(officer, words) {
      await officer.press('Escape');
      await officer.choose(words.team.pagesLabel, words.team.pages.homes);
      await expect(officer.page.getByRole('listbox', { name: words.visit.homes.title })).toBeFocused();
    },
  },
  {
    name: 'board',
    async go(officer, words) {
      await officer.command(words.board.place, words.board.place);
      await expect(officer.page.getByRole('heading', { name: words.board.byProcedure })).toBeVisible();
    },
  },
  {
    name: 'dashboard',
    async go(officer, words) {
      await officer.press('Alt+b');
      await expect(officer.page.getByRole('heading', { name: words.dashboard.servedByHour })).toBeVisible();
      await expect(officer.page.getByRole('button', { pressed: true }).first()).toBeVisible();
      await officer.tabTo(
        officer.page.getByRole('button', { name: new RegExp(`^${words.dashboard.leading.files}: `) }),
      );
      await officer.press('Enter');
      await expect(officer.page.getByRole('complementary', { name: words.dashboard.behind })).toBeVisible();
    },
  },
  {
    name: 'handouts',
    async go(officer, words) {
      await officer.command(words.handout.place, words.handout.place);
      await expect(officer.page.locator('[data-paper]').first()).toBeVisible();
    },
  },
  {
    name: 'rules',
    async go(officer, words) {
      await officer.command(words.frame.rules, words.frame.rules);
      await expect(officer.page.getByRole('navigation', { name: words.rules.packs })).toBeVisible();
    },
  },
  {
    name: 'rules-calendar',
    async go(officer, words) {
      await officer.tabTo(officer.page.getByRole('button', { name: words.rules.calendar, exact: true }));
      await officer.press('Enter');
      await expect(officer.page.getByRole('button', { name: words.rules.yearAfter })).toBeVisible();
    },
  },
  {
    name: 'rules-scanner',
    async go(officer, words) {
      await officer.tabTo(officer.page.getByRole('button', { name: words.rules.scanner, exact: true }));
      await officer.press('Enter');
      await expect(officer.page.getByText(words.rules.scannerWhat)).toBeVisible();
    },
  },
  ...pageIds(vi).map((page, place) => ({
    name: `settings-${page}`,
    async go(officer: Officer, words: Catalogue) {
      const name = words.settings.pages[page].name;
      if (place === 0) await officer.command(words.settings.goTo(name), words.settings.goTo(name));
      const nav = officer.page.getByRole('navigation', { name: words.settings.title });
      const link = nav.getByRole('button', { name, exact: true });
      await officer.tabTo(nav.getByRole('button').and(officer.page.locator('[aria-current]')));
      if (place > 0) await officer.press('ArrowDown');
      await expect(link).toHaveAttribute('aria-current', 'page');
      await expect(officer.page.getByRole('region', { name, exact: true })).toBeVisible();
    },
  })),
];

/** Every screen inside the frame, in an order in which one leads to the next. It expects a day with people waiting. */
export const TOUR: readonly Stop[] = SCREENS.map(({ name, go }) => ({
  name,
  async go(officer: Officer, words: Catalogue) {
    await go(officer, words);
    await settle(officer.page);
  },
}));
