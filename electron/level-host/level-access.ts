import { hostAccess, type Access } from '#electron/host/access.ts';
import { newSecret } from '#electron/host/access-tokens.ts';
import { accessFile } from '#electron/host/kept-access.ts';
import type { Clock } from '#electron/desk/clock.ts';
import type { AccessCode, AccessSession } from '#shared/contract/access.ts';
import { LEVEL_ROLES, type LevelRole } from '#shared/domain/level/words.ts';
import { join } from 'node:path';

/** One secret for each role. They live as long as the level runs. */
export type LevelTokens = Readonly<Record<LevelRole, string>>;

/** Codes and sessions of the level's windows: for each role a door of its own, kept as the desk keeps its. */
type LevelAccess = {
  admit(authorization: string | undefined): LevelRole | undefined;
  /** Undefined for who may not ask. */
  newCode(authorization: string | undefined, role: LevelRole): AccessCode | undefined;
  /** What a page trades, as at the desk. */
  enter(
    wish: { code: string } | { wayBack: string } | Record<string, never>,
    authorization: string | undefined,
  ): Promise<AccessSession | undefined>;
  windowCode(): string;
};

export function newLevelTokens(): LevelTokens {
  return { leader: newSecret(), clerk: newSecret() };
}

export function levelAccess(tokens: LevelTokens, folder: string, clock: Clock): LevelAccess {
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
  const roleOf = (authorization: string | undefined): LevelRole | undefined =>
    authorization === undefined
      ? undefined
      : LEVEL_ROLES.find((role) => doors[role].admit(authorization, undefined) !== undefined);

  return {
    admit: roleOf,
    newCode(authorization, role) {
      const asker = roleOf(authorization);
      return asker === 'leader' || asker === role ? doors[role].newCode('window') : undefined;
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
  };
}
