import type { Page } from '@playwright/test';
import { expect } from './desk-test.ts';

/** Every big number a wall has shown since it was watched, in order, with its counter. */
export async function watchWall(wall: Page): Promise<() => Promise<string[]>> {
  await wall.evaluate(() => {
    const seen: string[] = [];
    const look = () => {
      const big =
        document
          .querySelector<HTMLElement>('main section[aria-live]')
          ?.innerText.replaceAll(/\s+/g, ' ')
          .trim() ?? '';
      if (big !== seen.at(-1)) seen.push(big);
      document.body.dataset['seen'] = JSON.stringify(seen);
    };
    new MutationObserver(look).observe(document.querySelector('#root') ?? document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    look();
  });
  return async () =>
    JSON.parse((await wall.evaluate(() => document.body.dataset['seen'])) ?? '[]') as string[];
}

/** A wall tells numbers and counters; a name, or a part of one, must never be on it. */
export async function expectNoName(wall: Page, names: readonly string[]): Promise<void> {
  const html = (await wall.content()).normalize('NFC').toLocaleLowerCase('vi');
  const words = names.flatMap((name) => [name, ...name.split(' ').filter((word) => word.length > 3)]);
  expect(words.filter((word) => html.includes(word.toLocaleLowerCase('vi')))).toEqual([]);
}
