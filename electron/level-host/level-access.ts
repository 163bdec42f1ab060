import { hostAccess, type Access } from '#electron/host/access.ts';
import { newSecret } from '#electron/host/access-tokens.ts';
import { accessFile } from '#electron/host/kept-access.ts';
import type { LevelAsker } from '#electron/level/level.ts';
import type { Clock } from '#electron/desk/clock.ts';
import type { AccessCode, AccessSession } from '#shared/contract/access.ts';
import { LEVEL_ROLES, type LevelRole } from '#shared/domain/level/words.ts';
import { join } from 'node:path';

/** One secret for each role. They live as long as the level runs. */
export type LevelTokens = Readonly<Record<LevelRole, string>>;

/** What a door lets a caller be. */
type Admission = Pick<LevelAsker, 'role' | 'remote' | 'program'>;

/** Codes and sessions of windows. */
export type LevelDoor = {
  admit(authorization: string | undefined): Admission | undefined;
  /** Undefined for who may not ask. */
  newCode(authorization: string | undefined, role: LevelRole): AccessCode | undefined;
  /** What a page trades, as at the desk. */
  enter(
    wish: { code: string } | { wayBack: string } | Record<string, never>,
    authorization: string | undefined,
  ): Promise<AccessSession | undefined>;
};

/** To another PC: nobody needs a secret to ask, and everything but signing in wants a PIN. */
export const signInDoor: LevelDoor = {
  admit: () => ({ role: 'leader', remote: true }),
  newCode: () => undefined,
  enter: async () => undefined,
};

export function newLevelTokens(): LevelTokens {
  return { leader: newSecret(), clerk: newSecret() };
}

/** The door of this PC: for each role one of its own, kept as the desk keeps its. A window has a code, a page that is printed one of its own. */
export function levelAccess(
  tokens: LevelTokens,
  folder: string,
  clock: Clock,
): LevelDoor & { windowCode(): string; sheetCode(): string } {
  const doors = Object.fromEntries(
    LEVEL_ROLES.map((role) => [
      role,
      hostAccess(
        // The level has no walls: nobody ever learns that token.
        { token: tokens[role], displayToken: newSecret() },
        accessFile(join(folder, `access-${role}.json`), async () => true),
        clock,
      ),
    ]),
  ) as Readonly<Record<LevelRole, Access>>;
  function admit(authorization: string | undefined): Admission | undefined {
    if (authorization === undefined) return undefined;
    for (const role of LEVEL_ROLES) {
      const door = doors[role].admit(authorization, undefined);
      if (door !== undefined) return { role, program: door.program };
    }
    return undefined;
  }

  return {
    admit,
    newCode(authorization, role) {
      const asker = admit(authorization);
      return asker?.role === 'leader' || asker?.role === role ? doors[role].newCode('window') : undefined;
    },
    async enter(wish, authorization) {
      for (const role of LEVEL_ROLES) {
        const door = doors[role];
        const session = await ('code' in wish
          ? door.enterByCode(wish.code)
          : 'wayBack' in wish
            ? door.enterByWayBack(wish.wayBack)
            : door.enterByHeader(authorization));
        if (session !== undefined) return session;
      }
      return undefined;
    },
    windowCode: () => doors.leader.newCode('window').code,
    sheetCode: () => doors.leader.newCode('sheet').code,
  };
}
