import { z } from 'zod';

/** A passphrase as it was typed: blanks count. */
export const passphrase = z.string().min(1).max(200);
/** A recovery key however it was typed; whether it is one is told by the desk. */
export const recoveryKey = z.string().min(1).max(120);

/** What an officer has to open enciphered data. */
export const secret = z.union([z.strictObject({ passphrase }), z.strictObject({ recoveryKey })]);
export type Secret = z.infer<typeof secret>;
