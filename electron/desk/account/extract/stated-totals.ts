import type { StatedTotals } from '#shared/contract/follow-up.ts';
import type { AccountLevel } from '#shared/domain/account/follow-up.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import { readDateCell, type CellValue } from '../../table/read-cell.ts';

type Row = readonly CellValue[];
type Kind = 'issued' | 'activated';

const levelOf = (text: string): AccountLevel | undefined => {
  const found = /\bmuc (?:do )?0?([12])\b/.exec(text)?.[1];
  return found === undefined ? undefined : found === '1' ? 'level-1' : 'level-2';
};
/** What a heading counts. A day or a state of one account is no count. */
const kindOf = (text: string): Kind | undefined => {
  if (/\b(?:ngay|thoi gian|thoi diem|trang thai|tinh trang|ty le|so voi)\b/.test(text)) return undefined;
  if (/\bkich hoat\b/.test(text)) return 'activated';
  return /\b(?:da cap|cap|thu nhan)\b/.test(text) ? 'issued' : undefined;
};
const folded = (cell: CellValue): string =>
  typeof cell === 'string' ? foldName(cell.normalize('NFKC')) : '';

function countOf(cell: CellValue): number | undefined {
  const text = typeof cell === 'string' ? cell.normalize('NFKC').trim() : cell;
  const read =
    typeof text === 'string' && /^(?:\d+|\d{1,3}(?:[. ]\d{3})+)$/.test(text)
      ? Number(text.replaceAll(/[. ]/g, ''))
      : text;
  return typeof read === 'number' && Number.isSafeInteger(read) && read >= 0 ? read : undefined;
}

/** As a sentence: `Mức 2: đã cấp 1.234 tài khoản, đã kích hoạt 900`. */
const sentence = /\bmuc (?:do )?0?[12]\b.*?\bcap\D*([\d.]+).*?\bkich hoat\D*([\d.]+)/;
const dayOf =
  /\bden (?:het )?(?:ngay )?(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} thang \d{1,2}(?: nam|,)? \d{4})/;

/**
 * What the rows of a file state of the whole unit, issued and activated by level, and the day they speak of: in sentences, in lines
 * of levels under columns of counts, or in columns of both. Null where nothing is stated, or a level stands there twice and differs.
 */
export function statedTotals(rows: readonly Row[]): StatedTotals | null {
  const found = new Map<AccountLevel, Partial<Record<Kind, number>>>();
  let differs = false;
  const take = (level: AccountLevel | undefined, kind: Kind, count: number | undefined): void => {
    if (level === undefined || count === undefined) return;
    const known = found.get(level) ?? {};
    differs ||= known[kind] !== undefined && known[kind] !== count;
    found.set(level, { ...known, [kind]: count });
  };
  let day: string | null = null;
  let heading: { level: AccountLevel | undefined; kind: Kind | undefined }[] = [];
  for (const row of rows) {
    const texts = row.map(folded);
    for (const text of texts) {
      const on = dayOf.exec(text)?.[1];
      const read = on === undefined ? undefined : readDateCell(on);
      if (read !== undefined && 'value' in read) day ??= read.value;
      const [, issued, activated] = sentence.exec(text) ?? [];
      take(levelOf(text), 'issued', countOf(issued));
      take(levelOf(text), 'activated', countOf(activated?.replace(/\.$/, '')));
    }
    const means = texts.map((text) => ({ level: levelOf(text), kind: kindOf(text) }));
    if (new Set(means.flatMap(({ kind }) => kind ?? [])).size === 2) {
      heading = means;
      continue;
    }
    const own = texts.map(levelOf).find((level) => level !== undefined);
    for (const [column, { level, kind }] of heading.entries())
      if (kind !== undefined) take(level ?? own, kind, countOf(row[column]));
  }
  const whole = [...found].flatMap(([level, { issued, activated }]) =>
    issued === undefined || activated === undefined ? [] : { level, issued, activated },
  );
  return differs || whole.length === 0
    ? null
    : { day, rows: whole.toSorted((a, b) => a.level.localeCompare(b.level)) };
}
