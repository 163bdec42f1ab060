import { z } from 'zod';

export const difference = z.object({
  section: z.string(),
  row: z.string(),
  column: z.string(),
  before: z.union([z.number(), z.string()]).nullable(),
  after: z.union([z.number(), z.string()]).nullable(),
});
export type Difference = z.infer<typeof difference>;

/** A figure of a report with its place, as exports write it. */
export type PlacedFigure = {
  readonly section: string;
  readonly row: string;
  readonly column: string;
  readonly value: number | string | null;
};

/**
 * Where two versions of a report say something else, in the order of the later one; a place that one of them lacks has null
 * there. The section `report` names the version itself and is left out.
 */
export function differencesOf(before: readonly PlacedFigure[], after: readonly PlacedFigure[]): Difference[] {
  const key = ({ section, row, column }: PlacedFigure): string => JSON.stringify([section, row, column]);
  const told = (figures: readonly PlacedFigure[]) => figures.filter(({ section }) => section !== 'report');
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

/** A row that is not there and a row of nothing say the same. */
function isNothing(value: PlacedFigure['value']): boolean {
  return value === null || value === 0 || value === '';
}
