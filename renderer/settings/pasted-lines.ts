type List = { readonly lines: readonly string[]; readonly most: number; readonly maxLength: number };

/**
 * What a pasted column adds to a list: the first cell of each row, trimmed. Empty cells add nothing; what stands there already, is
 * too long or comes after the list is full is left out.
 */
export function pastedLines(
  pasted: string,
  { lines, most, maxLength }: List,
): { readonly added: readonly string[]; readonly leftOut: number } {
  const folded = (line: string) => line.normalize('NFC').toLocaleLowerCase('vi');
  const known = new Set(lines.map(folded));
  const added: string[] = [];
  let leftOut = 0;
  for (const row of pasted.split(/\r\n|\n|\r/)) {
    const line = (row.split('\t')[0] ?? '').replaceAll(/\s+/g, ' ').trim().normalize('NFC');
    if (line === '') continue;
    if (known.has(folded(line)) || line.length > maxLength || lines.length + added.length >= most)
      leftOut += 1;
    else {
      known.add(folded(line));
      added.push(line);
    }
  }
  return { added, leftOut };
}
