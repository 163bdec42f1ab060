/** What one measurement says against its budget; `met` is null where there is nothing to hold it to. */
export type Row = {
  readonly what: string;
  readonly measured: string;
  readonly budget: string;
  readonly met: boolean | null;
  /** How far from the budget, or what the figure rests on. */
  readonly note: string;
};

/** The value below which the share `p` (0 to 1) of the sorted values lies. */
export function quantile(sorted: readonly number[], p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))] ?? Number.NaN;
}

export type Spread = {
  readonly count: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly mean: number;
};

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    count: sorted.length,
    p50: quantile(sorted, 0.5),
    p90: quantile(sorted, 0.9),
    p99: quantile(sorted, 0.99),
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
  };
}

/** Three digits that matter, without an exponent. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return value.toFixed(digits);
}

/** A figure that must not exceed its limit. */
export function atMost(what: string, value: number, limit: number, unit: string, note = ''): Row {
  const met = value <= limit;
  return {
    what,
    measured: `${short(value)}${unit}`,
    budget: `≤ ${short(limit)}${unit}`,
    met,
    note: [met ? '' : `over by ${short(value - limit)}${unit}`, note].filter(Boolean).join('; '),
  };
}

/** A figure that must not fall below its limit. */
export function atLeast(what: string, value: number, limit: number, unit: string, note = ''): Row {
  const met = value >= limit;
  return {
    what,
    measured: `${short(value)}${unit}`,
    budget: `≥ ${short(limit)}${unit}`,
    met,
    note: [met ? '' : `short by ${short(limit - value)}${unit}`, note].filter(Boolean).join('; '),
  };
}

/** A figure without a budget. */
export function figure(what: string, measured: string, note = ''): Row {
  return { what, measured, budget: '', met: null, note };
}

const NOT_MEASURED = 'not measured';

/** What could not be measured here, and why. */
export function notMeasured(what: string, why: string): Row {
  return { what, measured: NOT_MEASURED, budget: '', met: null, note: why };
}

export const isNotMeasured = ({ measured }: Row): boolean => measured === NOT_MEASURED;

/** The rows as a table of plain text. */
export function table(rows: readonly Row[]): string {
  const head = ['what', 'measured', 'budget', 'met', 'note'];
  const cells = rows.map(({ what, measured, budget, met, note }) => [
    what,
    measured,
    budget,
    met === null ? '' : met ? 'yes' : 'NO',
    note,
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...cells].map((line) => [...(line[column] ?? '')].length)),
  );
  const line = (parts: readonly string[]) =>
    parts
      .map((part, column) => part + ' '.repeat((widths[column] ?? 0) - [...part].length))
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...cells.map(line)].join('\n');
}
