import type { ExtractTrouble } from '#shared/contract/follow-up.ts';

/** One line of the file: what it says of one person, or what is wrong with it. */
export type ReadLine = {
  readonly line: number;
  readonly idNumber: string | null;
  readonly name: string | null;
  readonly activated: boolean;
  readonly activatedOn: string | null;
  readonly trouble: { readonly code: ExtractTrouble; readonly column: string } | null;
  /** The person stands in the file before this line too, or with another story. */
  readonly doubled: boolean;
};

/** Lines that the desk takes up at one time, before it gives everybody else a turn. */
const atOnce = 200;

/** The lines of a file as portions of JSON in one buffer, which a thread hands over without copying. */
export type PackedLines = {
  readonly total: number;
  readonly bytes: Uint8Array;
  /** Where each portion ends. */
  readonly ends: readonly number[];
};

export function packLines(lines: readonly ReadLine[]): PackedLines {
  const portions: Buffer[] = [];
  const ends: number[] = [];
  let end = 0;
  for (let from = 0; from < lines.length; from += atOnce) {
    const portion = Buffer.from(JSON.stringify(lines.slice(from, from + atOnce)));
    portions.push(portion);
    end += portion.length;
    ends.push(end);
  }
  // Not Buffer.concat: small buffers share a pool, and what is shared cannot be handed over.
  const bytes = new Uint8Array(end);
  for (const [index, portion] of portions.entries()) bytes.set(portion, index === 0 ? 0 : ends[index - 1]);
  return { total: lines.length, bytes, ends };
}

/** The portions one after another. */
export function* unpackLines({ bytes, ends }: PackedLines): Generator<readonly ReadLine[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const [index, end] of ends.entries())
    yield JSON.parse(buffer.toString('utf8', index === 0 ? 0 : ends[index - 1], end)) as ReadLine[];
}
