import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds on a page, or of one of its rules: each fault with the element that has it. */
export async function axeFaults(page: Page, rule?: string): Promise<string[]> {
  // These pages have no frames, and nobody reads what passed: so it takes half the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (rule !== undefined) axe.withRules([rule]);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 5).map((node) => `${id}: ${node.html.slice(0, 160)}`),
  );
}
