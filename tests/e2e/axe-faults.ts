import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What axe finds on a page, or of one of its rules: each fault with the element that has it. */
export async function axeFaults(page: Page, rule?: string): Promise<string[]> {
  // It stays in the page: reading its source anew each time takes longer than looking.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const { violations } = await window.axe.run(document, {
      resultTypes: ['violations'],
      ...(only === undefined ? {} : { runOnly: [only] }),
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 5).map((node) => `${id}: ${node.html.slice(0, 160)}`),
    );
  }, rule);
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
