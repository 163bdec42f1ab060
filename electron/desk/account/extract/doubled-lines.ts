import { foldName } from '#shared/domain/identity/fold-name.ts';
import type { ReadLine } from './packed-lines.ts';

/** Marks the later lines of a person who stands there twice, and all of them where they say different things. */
export function markDoubled(lines: readonly Omit<ReadLine, 'doubled'>[]): ReadLine[] {
  const byNumber = new Map<string, Omit<ReadLine, 'doubled'>[]>();
  for (const line of lines) {
    if (line.idNumber === null) continue;
    const same = byNumber.get(line.idNumber);
    if (same === undefined) byNumber.set(line.idNumber, [line]);
    else same.push(line);
  }
  const doubled = new Set<number>();
  for (const same of byNumber.values()) {
    if (same.length < 2) continue;
    const says = ({ name, activated, activatedOn, trouble }: Omit<ReadLine, 'doubled'>): string =>
      JSON.stringify([foldName(name ?? ''), activated, activatedOn, trouble]);
    const agree = new Set(same.map(says)).size === 1;
    for (const line of agree ? same.slice(1) : same) doubled.add(line.line);
  }
  return lines.map((line) => ({ ...line, doubled: doubled.has(line.line) }));
}
