import { addDays } from '#shared/domain/calendar/business-date.ts';
import {
  LEVEL_FIGURES,
  levelFiguresOf,
  NO_FIGURES,
  type LevelFigures,
} from '#shared/domain/level/figures.ts';
import { dayFile } from '#electron/books/day-file.ts';
import { checkDayFile } from '#electron/books/verify.mjs';
import type { TestLevel } from './test-level.ts';

/** Figures of an office-day, and the version that they are of. */
export type Counted = { readonly version: number; readonly figures: LevelFigures };

/** What counts of files by hand: whole, signed by the key of their office, the highest version of each office-day. */
export function countByHand(
  files: readonly Buffer[],
  keyOf: ReadonlyMap<string, string>,
): Map<string, Counted> {
  const counted = new Map<string, Counted>();
  for (const bytes of files) {
    const checked = checkDayFile(bytes);
    if (!checked.ok) continue;
    const { office, businessDay, version, parts, key } = dayFile.parse(checked.file);
    const place = `${office.code} ${businessDay}`;
    if (keyOf.get(office.code) !== key.id || version <= (counted.get(place)?.version ?? 0)) continue;
    counted.set(place, {
      version,
      figures: levelFiguresOf({ ...parts.counts, breakdowns: parts.breakdowns }),
    });
  }
  return counted;
}

/** Every file that a level says it kept, as it gives them out again. */
export async function keptFiles(level: TestLevel, from: string, to: string): Promise<Buffer[]> {
  const files: Buffer[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const lines = await level.call('file.list', { businessDay: day, limit: 500 });
    for (const sha256 of new Set(lines.map((line) => line.sha256))) {
      const { base64 } = await level.call('file.read', { sha256 });
      files.push(Buffer.from(base64, 'base64'));
    }
  }
  return files;
}

/** What a level says that counts from day to day, in the form of a count by hand. */
export async function countedBy(level: TestLevel, from: string, to: string): Promise<Map<string, Counted>> {
  const counted = new Map<string, Counted>();
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const { received } = await level.call('level.day', { businessDay: day });
    for (const { code, version, figures } of received) counted.set(`${code} ${day}`, { version, figures });
  }
  return counted;
}

export function totalOf(counted: ReadonlyMap<string, Counted>): LevelFigures {
  const total = { ...NO_FIGURES };
  for (const { figures } of counted.values())
    for (const figure of LEVEL_FIGURES) total[figure] += figures[figure];
  return total;
}
