import { pageSum, type PageReader, type PageSums } from './page-sums.ts';

/** One comparison of every page with its sum, in small steps. */
export type PagePass = {
  /** `checking` until the last page was compared; `wrong` as soon as one differs. */
  readonly state: 'checking' | 'done' | 'wrong';
  readonly checked: number;
  readonly total: number;
  /** Pages whose sum was not known: it is from now on. */
  readonly learned: number;
  /** The first pages that differ, and how many there are. */
  readonly wrong: { readonly count: number; readonly first: readonly number[] };
  /** Compares some more pages; `true` while there are more. Throws the file system's error. */
  step(): boolean;
  /** Begins anew. What was found wrong stays found. */
  restart(): void;
};

const NAMED = 10;

/** `known`: pages that were found wrong before this start. */
export function pagePass(pages: PageReader, sums: PageSums, known: readonly number[] = []): PagePass {
  let next = 1;
  let isOver = false;
  let learned = 0;
  const wrong = new Set<number>(known);
  return {
    get state() {
      if (wrong.size > 0) return 'wrong';
      return isOver ? 'done' : 'checking';
    },
    get checked() {
      return next - 1;
    },
    get total() {
      return Math.max(pages.count(), next - 1);
    },
    get learned() {
      return learned;
    },
    get wrong() {
      return { count: wrong.size, first: [...wrong].slice(0, NAMED) };
    },
    step() {
      if (isOver) return false;
      const read = pages.read(next);
      for (const [at, page] of read.entries()) {
        const number = next + at;
        const sum = sums.of(number);
        if (sum === 0) {
          sums.set(number, pageSum(page));
          learned += 1;
        } else if (pageSum(page) !== sum) wrong.add(number);
      }
      next += read.length;
      if (read.length > 0) return true;
      isOver = true;
      // The file is shorter than it was.
      if (sums.last >= next) wrong.add(next);
      sums.save();
      return false;
    },
    restart() {
      next = 1;
      isOver = false;
      learned = 0;
    },
  };
}

/**
 * The first page that differs from its sum, among all or among so many at either end: an older copy is known by its end. `null` where none does. Pages that the log holds are not looked at: their newest content lies there.
 */
export function differingPage(
  pages: PageReader,
  sums: PageSums,
  inLog: ReadonlySet<number>,
  ends: number | null,
): number | null {
  const count = pages.count();
  for (let page = 1; page <= count;) {
    const read = pages.read(page);
    if (read.length === 0) break;
    for (const [at, bytes] of read.entries()) {
      const known = sums.of(page + at);
      if (known !== 0 && !inLog.has(page + at) && pageSum(bytes) !== known) return page + at;
    }
    page += read.length;
    if (ends !== null && page > ends) page = Math.max(page, count - ends + 1);
  }
  for (let page = count + 1; page <= sums.last; page += 1) if (!inLog.has(page)) return page;
  return null;
}
