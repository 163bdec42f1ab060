const collator = new Intl.Collator('vi', { numeric: true });

/** Names in the order of the Vietnamese alphabet, `Khu phố 9` before `Khu phố 10`. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return collator.compare(a.name, b.name);
}

/** What is typed finds an office by its name without marks, its code, or its telephone. */
export function finds(row: { name: string; code: string; telephone: string }, typed: string): boolean {
  const wanted = plain(typed.trim());
  return wanted === '' || plain(`${row.name} ${row.code} ${row.telephone}`).includes(wanted);
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();
}
