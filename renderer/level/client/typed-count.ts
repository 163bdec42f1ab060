/** Reads a whole number as it is typed in either language, `1.234`, `1,234` or `1 234`; null when it is none. */
export function readCount(typed: string): number | null {
  const digits = typed.trim().replaceAll(/[\s.,](?=\d{3}(?!\d))/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
