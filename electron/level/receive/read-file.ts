import { hash } from 'node:crypto';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { dayFigures } from '#shared/domain/report/figures.ts';
import { disagreements } from '#shared/domain/report/agreement.ts';
import { levelFiguresOf, MOST_OF_A_FIGURE, type LevelFigures } from '#shared/domain/level/figures.ts';
import { isArchive } from '#shared/domain/level/archive.ts';
import type { ReceiveReason, ReceiveStatus } from '#shared/domain/level/words.ts';
import { daysBetween, isIsoDate, localDay } from '#shared/domain/calendar/business-date.ts';
import { dayFile, reportOfFile } from '#electron/books/day-file.ts';
import { checkDayFile } from '#electron/books/verify.mjs';
import type { Tables } from '../store/tables.ts';

/** What a file says of itself. It is believed only where the signature is right. */
export type Claim = {
  readonly officeCode: string;
  readonly officeName: string;
  readonly businessDay: string;
  readonly version: number;
  readonly keyId: string;
};

/** The figures of a version, as the rows that it would have. */
export type Content = {
  readonly claim: Claim;
  readonly frozenAt: string;
  readonly reason: string | null;
  readonly figures: LevelFigures;
  readonly causes: readonly Pick<Tables['dayCause'], 'kind' | 'code' | 'place' | 'count'>[];
  readonly notes: readonly Pick<Tables['dayNote'], 'kind' | 'text'>[];
  readonly doubts: readonly {
    readonly code: Tables['dayDoubt']['code'];
    readonly stated: number;
    readonly parts: readonly number[];
  }[];
};

/** A file by its bytes alone, whoever sent it: whole and signed by the key that it names, or refused. */
export type ReadFile =
  | { readonly whole: true; readonly content: Content }
  | {
      readonly whole: false;
      readonly status: Extract<ReceiveStatus, 'forged' | 'unreadable'>;
      readonly reason: ReceiveReason;
      readonly claim: Claim | null;
    };

const forgeries = ['part-changed', 'bytes-changed', 'key-mismatch', 'bad-signature'] as const;

/** Reads a day file: the signature first, then the rest, by the same rules as the command `verify`. Never throws. */
export function readFile(bytes: Buffer): ReadFile {
  const checked = checkDayFile(bytes);
  if (!checked.ok) {
    const { code } = checked;
    const forged = forgeries.find((one) => one === code);
    if (forged !== undefined)
      return { whole: false, status: 'forged', reason: forged, claim: claimOf(parsed(bytes)) };
    const reason = code === 'not-a-day-file' && isArchive(bytes) ? 'an-archive' : (code as ReceiveReason);
    return { whole: false, status: 'unreadable', reason, claim: claimOf(parsed(bytes)) };
  }
  const shaped = dayFile.safeParse(checked.file);
  if (!shaped.success || shaped.data.office.code === '' || shaped.data.office.code.length > 40)
    return unreadable(checked.file);
  const { office, businessDay, version, frozenAt, parts, key } = shaped.data;
  const figures = levelFiguresOf({ ...parts.counts, breakdowns: parts.breakdowns });
  if (Object.values(figures).some((figure) => figure > MOST_OF_A_FIGURE)) return unreadable(checked.file);
  const { inactive, referrals, difficulties, proposals } = parts.breakdowns;
  const report = reportOfFile(shaped.data);
  return {
    whole: true,
    content: {
      claim: {
        officeCode: plain(office.code),
        officeName: plain(office.name).slice(0, 200),
        businessDay,
        version,
        keyId: key.id,
      },
      frozenAt,
      reason: report.reason === null ? null : plain(report.reason),
      figures,
      causes: summed([
        ...inactive.map(({ reason, count }) => ({
          kind: 'inactive' as const,
          code: reason,
          place: '',
          count,
        })),
        ...referrals.map(({ place, reason, count }) => ({
          kind: 'referral' as const,
          code: reason ?? '',
          place: plain(place ?? ''),
          count,
        })),
      ]),
      notes: [
        { kind: 'difficulties' as const, text: plain(difficulties) },
        { kind: 'proposals' as const, text: plain(proposals) },
      ].filter(({ text }) => text.trim() !== ''),
      doubts: doubtsOf(report, version === 1),
    },
  };
}

function unreadable(file: unknown): ReadFile {
  return { whole: false, status: 'unreadable', reason: 'not-a-day-file', claim: claimOf(file) };
}

/** A few of them tell that the file does not add up. */
const MOST_DOUBTS = 5;
/** A day is closed within so many days, Tết between them. */
const LONGEST_OPEN = 14;

function doubtsOf(report: DayReport, isFirst: boolean): Content['doubts'] {
  const doubts: Content['doubts'][number][] = disagreements(dayFigures(report))
    .slice(0, MOST_DOUBTS)
    .map((one) => ({ code: 'parts-differ', ...one }));
  const frozenOn = localDay(report.frozenAt ?? '');
  const days = daysBetween(report.businessDay, frozenOn);
  // A correction may come long after; the first closing does not, unless a clock is wrong.
  if (days < 0 || (isFirst && days > LONGEST_OPEN)) doubts.push({ code: 'clock', stated: 0, parts: [] });
  return doubts;
}

function summed(causes: Content['causes']): Content['causes'] {
  const sums = new Map<string, Content['causes'][number]>();
  for (const cause of causes) {
    const key = JSON.stringify([cause.kind, cause.code, cause.place]);
    const before = sums.get(key)?.count ?? 0;
    if (cause.count > 0) sums.set(key, { ...cause, count: Math.min(MOST_OF_A_FIGURE, before + cause.count) });
  }
  return [...sums.values()];
}

/** What says which office and day a file wants to be of, so that a refused one can be shown where it is missing. */
function claimOf(file: unknown): Claim | null {
  if (typeof file !== 'object' || file === null) return null;
  const { office, businessDay, version, key } = file as Record<string, unknown>;
  const { code, name } = (office ?? {}) as { code?: unknown; name?: unknown };
  const keyId = (key as { id?: unknown } | null | undefined)?.id;
  if (typeof code !== 'string' || code === '' || code.length > 40) return null;
  if (typeof businessDay !== 'string' || !isIsoDate(businessDay)) return null;
  return {
    officeCode: plain(code),
    officeName: typeof name === 'string' ? plain(name).slice(0, 200) : '',
    businessDay,
    version: Number.isSafeInteger(version) && Number(version) >= 0 ? Number(version) : 0,
    keyId: typeof keyId === 'string' && /^[0-9a-f]{64}$/.test(keyId) ? keyId : '',
  };
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

/** Text as both engines keep it: PostgreSQL knows no NUL, and neither half of a letter alone. */
export function plain(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\ufffd');
}

export function sha256Of(bytes: Buffer): string {
  return hash('sha256', bytes);
}
