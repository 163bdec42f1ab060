import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DISPLAY_ROLES, OFFICE_ROLES, type Admission } from './caller-role.ts';

/** `token` opens everything, `displayToken` only what hangs on the wall. */
export type AccessTokens = { token: string; displayToken: string };

const stored = z.object({ token: z.string().min(32), displayToken: z.string().min(32) });
const fileName = 'access.json';

/** Fresh tokens of 256 bits. Hexadecimal: a sign such as `-` at the front would make an option of a command line. */
export function newTokens(): AccessTokens {
  return { token: randomBytes(32).toString('hex'), displayToken: randomBytes(32).toString('hex') };
}

/** The tokens of this folder, so that an open page finds its desk again after a restart; undefined when it has none. */
export function readTokens(dataFolder: string): AccessTokens | undefined {
  try {
    return stored.parse(JSON.parse(readFileSync(join(dataFolder, fileName), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Keeps the tokens for the next start, readable by this user only. A folder that takes no file keeps none. */
export function storeTokens(dataFolder: string, tokens: AccessTokens): void {
  const part = join(dataFolder, `${fileName}.part`);
  try {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(part, JSON.stringify(tokens), { mode: 0o600 });
    renameSync(part, join(dataFolder, fileName));
  } catch {
    // The tokens then hold for this run; the store says on its own screen what is wrong with the folder.
  }
}

/** Tells which door an `authorization` header opens, in a time that does not depend on how much of it fits. */
export function admitBy(tokens: AccessTokens): (authorization: string | undefined) => Admission | undefined {
  const office = digest(tokens.token);
  const display = digest(tokens.displayToken);
  return (authorization) => {
    const given = digest(/^Bearer ([\w-]+)$/i.exec(authorization ?? '')?.[1] ?? '');
    const isOffice = timingSafeEqual(given, office);
    const isDisplay = timingSafeEqual(given, display);
    if (isOffice) return OFFICE_ROLES;
    return isDisplay ? DISPLAY_ROLES : undefined;
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
