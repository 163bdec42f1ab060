import { createHash, randomBytes } from 'node:crypto';

/** `token` opens everything, `displayToken` only what hangs on the wall. Both live as long as the host runs. */
export type AccessTokens = { token: string; displayToken: string };

/** 256 bits. Hexadecimal: a sign such as `-` at the front would make an option of a command line. */
export function newSecret(): string {
  return randomBytes(32).toString('hex');
}

export function newTokens(): AccessTokens {
  return { token: newSecret(), displayToken: newSecret() };
}

/** What is remembered of a secret: enough to know it again, not to tell it. */
export function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
