/** PostgreSQL takes 65,535 values in a statement, SQLite 32,766. */
const MOST_VALUES = 30_000;

/** Rows in pieces that one statement takes. */
export function inParts<Row extends object>(rows: readonly Row[]): Row[][] {
  const columns = Object.keys(rows[0] ?? {}).length;
  const each = Math.max(1, Math.floor(MOST_VALUES / Math.max(1, columns)));
  const parts: Row[][] = [];
  for (let from = 0; from < rows.length; from += each) parts.push(rows.slice(from, from + each));
  return parts;
}
