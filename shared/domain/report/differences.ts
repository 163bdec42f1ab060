import { z } from 'zod';
import type { Figure } from './figures.ts';
import { isNothing } from './report-table.ts';

export const difference = z.object({
  section: z.string(),
  row: z.string(),
  column: z.string(),
  before: z.union([z.number(), z.string()]).nullable(),
  after: z.union([z.number(), z.string()]).nullable(),
});
export type Difference = z.infer<typeof difference>;

/**
 * Where two versions of a report say something else, in the order of the later one; a place that one of them lacks has null
 * there. The section `report` names the version itself and is left out.
 */
export function differencesOf(before: readonly Figure[], after: readonly Figure[]): Difference[] {
  const key = ({ section, row, column }: Figure): string => JSON.stringify([section, row, column]);
  const told = (figures: readonly Figure[]) => figures.filter(({ section }) => section !== 'report');
  const old = new Map(told(before).map((figure) => [key(figure), figure]));
  const differences: Difference[] = [];
  for (const figure of told(after)) {
    const earlier = old.get(key(figure));
    old.delete(key(figure));
    const { section, row, column, value } = figure;
    const same = earlier === undefined ? isNothing(value) : earlier.value === value;
    if (!same) differences.push({ section, row, column, before: earlier?.value ?? null, after: value });
  }
  for (const { section, row, column, value } of old.values()) {
    if (!isNothing(value)) differences.push({ section, row, column, before: value, after: null });
  }
  return differences;
}
