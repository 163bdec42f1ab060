/** The row that an arrow key leads to, or null when the key does not move. Stops at both ends. */
export function rowAfter(key: string, row: number, rows: number, page = 8): number | null {
  if (rows === 0) return null;
  const last = rows - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(row + 1, last);
    case 'ArrowUp':
      return Math.max(row - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'PageDown':
      return Math.min(row + page, last);
    case 'PageUp':
      return Math.max(row - page, 0);
    default:
      return null;
  }
}
