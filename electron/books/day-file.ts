import { createHash } from 'node:crypto';
import { z } from 'zod';
import { dayBreakdowns, dayCounts, type DayReport } from '#shared/domain/report/day-report.ts';
import { count, day, instant } from '#shared/domain/values.ts';
import { reportVersion, type ReportVersion } from '#shared/contract/report-period.ts';
import { canonicalJson } from './canonical-json.ts';

/** Rises when a part comes, goes or changes its meaning. */
const DAY_FILE_SCHEMA = { name: 'quay-tiep-dan/tep-so-lieu-ngay', version: 1 } as const;

/** The key that signs an office's files. Whoever holds it keeps the private half to itself. */
export type SigningKey = {
  /** SHA-256 of the public key in hexadecimal: the fingerprint that the level above compares. */
  readonly keyId: string;
  /** The 32 bytes of the Ed25519 public key, base64. */
  readonly publicKey: string;
  sign(bytes: Uint8Array): Buffer;
};

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const parts = z.object({
  /** Tickets, requests, papers and times of the day. */
  counts: dayCounts.omit({ breakdowns: true, businessDay: true }),
  /** The same requests divided in each way the level above asks for. */
  breakdowns: dayBreakdowns,
  /** Every version up to this one, oldest first, each with its difference against the one before. */
  versions: z.array(reportVersion),
});

/** One frozen version of one day of one office, for a machine to read. It holds counts and no person. */
export const dayFile = z.strictObject({
  schema: z.strictObject({
    name: z.literal(DAY_FILE_SCHEMA.name),
    version: z.literal(DAY_FILE_SCHEMA.version),
  }),
  office: z.strictObject({ code: z.string(), name: z.string(), receivingLevel: z.string() }),
  businessDay: day,
  version: count.min(1),
  frozenAt: instant,
  /** Hash of the last event the figures rest on. */
  chainHead: sha256,
  /** Figures of the training desk, never to be counted. */
  training: z.boolean(),
  parts,
  /** SHA-256 of the canonical bytes of each part. */
  sums: z.strictObject({ counts: sha256, breakdowns: sha256, versions: sha256 }),
  /** Ed25519: the fingerprint and the 32 bytes of the public key, base64. */
  key: z.strictObject({ id: sha256, publicKey: z.base64().length(44) }),
  /** Ed25519 over the canonical bytes of everything else, `parts` left out: the sums stand for them. Base64. */
  signature: z.base64().length(88),
});
type DayFile = z.infer<typeof dayFile>;

/**
 * The signed file of a frozen version, as canonical bytes (RFC 8785): the same version and key give the same bytes each time,
 * because Ed25519 signatures hold no chance. Throws a RangeError for figures that are not frozen.
 */
export function writeDayFile(
  report: DayReport,
  versions: readonly ReportVersion[],
  key: SigningKey,
  training: boolean,
): Buffer {
  const { businessDay, version, frozenAt, office, chainHead } = report;
  if (version === null || frozenAt === null) throw new RangeError('only a frozen version can be signed');
  const content: DayFile['parts'] = {
    counts: countsOf(report),
    breakdowns: report.breakdowns,
    versions: versions.filter((one) => one.version <= version).toSorted((a, b) => a.version - b.version),
  };
  const head = {
    schema: DAY_FILE_SCHEMA,
    office: { code: office.code, name: office.name, receivingLevel: office.receivingLevel },
    businessDay,
    version,
    frozenAt,
    chainHead,
    training,
    sums: {
      counts: sumOf(content.counts),
      breakdowns: sumOf(content.breakdowns),
      versions: sumOf(content.versions),
    },
    key: { id: key.keyId, publicKey: key.publicKey },
  };
  const signature = key.sign(Buffer.from(canonicalJson(head), 'utf8')).toString('base64');
  return Buffer.from(`${canonicalJson({ ...head, parts: content, signature })}\n`, 'utf8');
}

/** The report that a day file was made of, as far as a day file tells. */
export function reportOfFile(file: DayFile): DayReport {
  const { parts, businessDay, office, version, frozenAt, chainHead } = file;
  const own = parts.versions.find((one) => one.version === version);
  return {
    ...parts.counts,
    breakdowns: parts.breakdowns,
    businessDay,
    office,
    version,
    frozenAt,
    chainHead,
    by: own?.by ?? null,
    reason: own?.reason ?? null,
  };
}

function countsOf(report: DayReport): DayFile['parts']['counts'] {
  const { tickets, requests, papers, activated, waiting, serving, waitingByHour } = report;
  return { tickets, requests, papers, activated, waiting, serving, waitingByHour };
}

function sumOf(part: unknown): string {
  return createHash('sha256').update(canonicalJson(part), 'utf8').digest('hex');
}
