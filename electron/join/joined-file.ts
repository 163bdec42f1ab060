import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fingerprintOf } from '#electron/desk/lan/port/fingerprint.ts';
import { JOINED_KINDS } from '#shared/contract/lan-words.ts';
import { id } from '#shared/domain/values.ts';

function isCertificate(pem: string): boolean {
  try {
    return fingerprintOf(pem) !== '';
  } catch {
    return false;
  }
}

/** What a PC keeps of the desk it joined. Whoever reads it is this PC to the desk, until it is revoked. */
const joined = z.object({
  form: z.literal('QTD-JOINED-1'),
  address: z.ipv4(),
  port: z.int().min(1).max(65_535),
  /** PEM; the desk is known by it alone, wherever it is. */
  certificate: z.string().refine(isCertificate),
  token: z.string().regex(/^[\da-f]{64}$/),
  deviceId: id,
  kind: z.enum(JOINED_KINDS),
  name: z.string(),
});
export type Joined = z.infer<typeof joined>;

export const JOINED_FILE = 'joined.json';

/** The desk that the PC of this data folder joined; undefined where it joined none. Throws where the file is there and unreadable. */
export function readJoined(folder: string): Joined | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, JOINED_FILE), 'utf8');
  } catch (error) {
    // No folder, or a file where the folder should be: whoever opens the desk says so.
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
  return joined.parse(JSON.parse(text));
}

/** This PC is a device of no desk any more. */
export function forgetJoined(folder: string): void {
  rmSync(join(folder, JOINED_FILE), { force: true });
}

/** For the eyes of this user alone. */
export function writeJoined(folder: string, kept: Joined): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, JOINED_FILE);
  writeFileSync(`${file}.part`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.part`, file);
}
