/**
 * JSON text as RFC 8785 writes it: sorted keys, no spaces, so that equal values give equal bytes whatever order they were built
 * in. A property that is undefined is left out. Lone surrogates, which the RFC forbids, become U+FFFD.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`;
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed());
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${canonicalJson(key)}:${canonicalJson(inner)}`);
  return `{${members.join(',')}}`;
}
