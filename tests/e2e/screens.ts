import type { Locator, Page } from '@playwright/test';
import { vi } from '#shared/text/vi.ts';
import { expect } from './desk-test.ts';
import type { Officer } from './officer.ts';

type Words = typeof vi;

export function nameField(page: Page, words: Words = vi): Locator {
  return page.getByRole('combobox', { name: words.reception.fullName });
}

export function startButton(page: Page, words: Words = vi): Locator {
  return page.getByRole('button', { name: words.counter.start });
}

/** The rows of the checklist, without its head. */
export function paperRows(page: Page, words: Words = vi): Locator {
  return page
    .getByRole('grid', { name: words.counter.checklist })
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });
}

/** The state in words of the ticket on a counter's screen, such as `Đang tiếp`. */
export function ticketPane(page: Page, words: Words = vi): Locator {
  return page.getByRole('region', { name: words.counter.ticket });
}

export type Person = { readonly name: string; readonly receivingLevel: string };

/** Goes through the first-run guide as an officer who types two names and accepts the rest, up to the morning screen. */
export async function setUpOffice(officer: Officer, office: Person, words: Words = vi): Promise<void> {
  const { page } = officer;
  const title = page.getByRole('heading', { level: 1 });
  await expect(page.getByRole('textbox', { name: words.firstRun.office.name })).toBeFocused();
  await officer.type(office.name);
  await officer.press('Tab');
  await officer.type(office.receivingLevel);
  for (const step of [
    words.firstRun.counters.title,
    words.firstRun.printing.title,
    words.safety.choice.title,
    words.firstRun.review.title,
  ]) {
    await officer.press('Enter');
    await expect(title).toHaveText(step);
    if (step === words.safety.choice.title)
      await officer.choose(words.safety.choice.ask, words.safety.choice.no);
  }
  const finish = page.getByRole('button', { name: words.firstRun.finish });
  await expect(finish).toBeFocused();
  await officer.press('Enter');
}

export async function openDay(officer: Officer, words: Words = vi): Promise<void> {
  await expect(officer.page.getByRole('button', { name: words.morning.open, exact: true })).toBeFocused();
  await officer.press('Enter');
  await expect(nameField(officer.page, words)).toBeFocused();
}

/** Saves the number on screen and gives the one that was issued. */
export async function saveNumber(officer: Officer, key = 'F8', words: Words = vi): Promise<string> {
  await officer.press(key);
  const saved = officer.page.getByRole('status').filter({ hasText: words.reception.readOut });
  await expect(saved).toBeVisible();
  await expect(nameField(officer.page, words)).toBeFocused();
  return /[A-Z]\d{3,}/.exec(await saved.innerText())?.[0] ?? '';
}

export async function goToCounter(officer: Officer, counter: string, words: Words = vi): Promise<void> {
  await officer.command(counter, counter);
  // Reception has a list of who waits as well.
  await expect(ticketPane(officer.page, words)).toBeVisible();
}

/** Presses F4 and gives the number that was called, once its main step has the focus. */
export async function callNext(officer: Officer, words: Words = vi): Promise<string> {
  await officer.press('F4');
  await expect(startButton(officer.page, words)).toBeFocused();
  return ticketPane(officer.page, words).getByRole('heading', { level: 2 }).innerText();
}

export async function startServing(officer: Officer, words: Words = vi): Promise<void> {
  await officer.press('Enter');
  await expect(ticketPane(officer.page, words)).toContainText(words.common.ticketState.serving);
}

/** Records what F9 chose and waits until the desk has it. */
export async function finishTicket(officer: Officer, words: Words = vi): Promise<void> {
  await officer.press('F9');
  await expect(ticketPane(officer.page, words)).toContainText(words.common.ticketState.done);
}
