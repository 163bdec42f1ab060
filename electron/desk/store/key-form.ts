import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CIPHERS } from './cipher.ts';
import { DATA_KEY_NAME } from './marker.ts';

const box = z.object({ iv: z.base64(), tag: z.base64(), data: z.base64() });
const wrap = z.discriminatedUnion('kind', [
  box.extend({
    kind: z.literal('passphrase'),
    salt: z.base64(),
    // Four times what this program asks for: a file of somebody else must not take the PC's memory.
    m: z.int().min(8).max(262_144),
    t: z.int().min(1).max(12),
    p: z.literal(1),
  }),
  box.extend({ kind: z.literal('recovery') }),
  z.object({ kind: z.literal('system'), data: z.string() }),
]);
export type Wrap = z.infer<typeof wrap>;
/** Something that was sealed by AES-256-GCM. */
export type Box = z.infer<typeof box>;

/** The key of an enciphered database, wrapped by each of what may open it (docs/decisions/0026-encryption.md). */
const keyFile = z.object({
  form: z.literal('QTD-KEY-1'),
  id: z.string(),
  cipher: z.enum(CIPHERS),
  /** The recovery key was typed back once: it is known to stand on paper. */
  recoveryProven: z.boolean(),
  wraps: z.array(wrap),
});
export type KeyFile = z.infer<typeof keyFile>;

/** The key file of a data folder or of a copy; null where there is none that can be read. */
export function readKeyFile(folder: string): KeyFile | null {
  if (folder === '') return null;
  try {
    return keyFile.parse(JSON.parse(readFileSync(join(folder, DATA_KEY_NAME), 'utf8')));
  } catch {
    return null;
  }
}
