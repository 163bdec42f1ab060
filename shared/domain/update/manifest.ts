import { z } from 'zod';
import { day } from '#shared/domain/values.ts';

/** What lies in the folder of a release beside its installers: what they are, and the signature of that, in minisign's form. */
export const UPDATE_FILE = 'quay-tiep-dan-update.json';
export const UPDATE_SIGNATURE = `${UPDATE_FILE}.minisig`;

/**
 * Public keys, as minisign writes them, of whoever releases this program: the one that is used now and the one that comes after it. A
 * PC takes releases of either, so that the first can be given up without visiting a PC.
 */
export const RELEASE_KEYS: readonly [now: string, next: string] = [
  'RWQnX2+d50hZrHMNYRJ/W4Q8+Bfb1e6V+I+o2FoINo8gAOnWN9v5fSvx',
  'RWRubdWhZlE6dzh9rg0xbQCnlwfN/9v6Wn1WTuz5j+SadlYnmDM+shOG',
];

export const PLATFORMS = ['win-x64', 'linux-x64'] as const;
export type Platform = (typeof PLATFORMS)[number];
/** `host`: with a Node of its own and the browser of the PC; `electron`: with Electron. */
export const EDITIONS = ['host', 'electron'] as const;
export type Edition = (typeof EDITIONS)[number];

/** Three numbers: the installers of Windows know no other form. */
export const programVersion = z.string().regex(/^\d{1,5}(\.\d{1,5}){2}$/);
const bytes = z
  .int()
  .min(1)
  .max(2 ** 31);

const installer = z.object({
  platform: z.enum(PLATFORMS),
  edition: z.enum(EDITIONS),
  /** Plain: a name is never a way to another folder. */
  name: z.string().regex(/^[A-Za-z0-9][\w.+-]{0,99}$/),
  size: bytes,
  sha256: z.string().regex(/^[\da-f]{64}$/),
});
export type InstallerFile = z.infer<typeof installer>;

const lines = z.array(z.string().max(300)).max(12);

/** A release. Later forms may say more; what is here stays what it means. */
export const updateManifest = z.object({
  form: z.literal('QTD-UPDATE-1'),
  version: programVersion,
  /** The oldest version that this one may be put over. */
  minimum: programVersion,
  /** The number of its newest migration: what a database has after it. */
  schema: z.int().min(1).max(100_000),
  date: day,
  /** What is new, a line each. */
  notes: z.object({ vi: lines, en: lines }),
  files: z.array(installer).min(1).max(20),
});
export type UpdateManifest = z.infer<typeof updateManifest>;

/** Negative where `one` is older than `other`, 0 where they are the same. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  for (const place of [0, 1, 2]) {
    const apart = (a?.[place] ?? 0) - (b?.[place] ?? 0);
    if (apart !== 0) return apart;
  }
  return 0;
}
