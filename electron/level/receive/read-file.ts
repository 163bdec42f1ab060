import { hash } from 'node:crypto';
import { dayFigures, type Figure } from '#shared/domain/report/figures.ts';
import { disagreements } from '#shared/domain/report/agreement.ts';
import { levelFiguresOf, type LevelFigures } from '#shared/domain/level/figures.ts';
import type { ReceiveReason, ReceiveStatus } from '#shared/domain/level/words.ts';
import { isIsoDate } from '#shared/domain/calendar/business-date.ts';
import { dayFile } from '#electron/books/day-file.ts';
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
  readonly doubts: readonly { readonly stated: number; readonly parts: readonly number[] }[];
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

/** No office counts a thousand million of anything on one day. */
const MOST_OF_A_FIGURE = 1_000_000_000;

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
  const { office, businessDay, version, frozenAt, chainHead, parts, key } = shaped.data;
  const figures = levelFiguresOf(partsOf(shaped.data));
  if (Object.values(figures).some((figure) => figure > MOST_OF_A_FIGURE)) return unreadable(checked.file);
  const { inactive, referrals, difficulties, proposals } = parts.breakdowns;
  const own = parts.versions.find((one) => one.version === version);
  const report = {
    ...parts.counts,
    breakdowns: parts.breakdowns,
    businessDay,
    office,
    version,
    frozenAt,
    chainHead,
    by: null,
    reason: null,
  };
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
      reason: own?.reason == null ? null : plain(own.reason),
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
      doubts: doubtsOf(dayFigures(report)),
    },
  };
}

function partsOf({ parts }: ReturnType<typeof dayFile.parse>) {
  return { ...parts.counts, breakdowns: parts.breakdowns };
}

function unreadable(file: unknown): ReadFile {
  return { whole: false, status: 'unreadable', reason: 'not-a-day-file', claim: claimOf(file) };
}

/** A few of them tell that the file does not add up. */
const MOST_DOUBTS = 5;

function doubtsOf(figures: readonly Figure[]): Content['doubts'] {
  return disagreements(figures).slice(0, MOST_DOUBTS);
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

/** ZIP, RAR, 7z and gzip by their first bytes. */
const archives = ['504b0304', '504b0506', '52617221', '377abcaf', '1f8b'].map((hex) =>
  Buffer.from(hex, 'hex'),
);

function isArchive(bytes: Buffer): boolean {
  return archives.some((magic) => bytes.subarray(0, magic.length).equals(magic));
}

/** Text as both engines keep it: PostgreSQL knows no NUL, and neither half of a letter alone. */
export function plain(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\ufffd');
}

export function sha256Of(bytes: Buffer): string {
  return hash('sha256', bytes);
}
