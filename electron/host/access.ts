import { randomInt, randomUUID } from 'node:crypto';
import type { AccessCode, AccessSession, CodeKind, WallDoor } from '#shared/contract/access.ts';
import type { Clock } from '#electron/desk/clock.ts';
import { digest, newSecret, type AccessTokens } from './access-tokens.ts';
import { DISPLAY_ROLES, OFFICE_ROLES, type Admission } from './caller-role.ts';
import type { AccessFile, Kept } from './kept-access.ts';

/** What let a caller in: its roles, and a name by which its streams can be ended. */
export type Door = {
  readonly id: string;
  readonly roles: Admission;
  /** A page that the program itself opened for what somebody asked for. */
  readonly program?: true;
};

/** Codes, sessions and walls of one host. Of every secret only its hash is remembered. */
export type Access = {
  /** By the `authorization` header where there is one, else by the cookie of a wall. */
  admit(authorization: string | undefined, wallCookie: string | undefined): Door | undefined;
  /** Whether what was let in by this door may still be there. */
  isOpen(door: Door): boolean;
  newCode(kind: CodeKind, typed?: boolean): AccessCode;
  /** Undefined for a code that is unknown, old or used. A code that comes twice also ends what it opened: one of the two was a thief. */
  enterByCode(code: string): Promise<AccessSession | undefined>;
  enterByWayBack(wayBack: string): Promise<AccessSession | undefined>;
  /** A new session for whoever holds the office's token, a new way back for whoever holds a session. */
  enterByHeader(authorization: string | undefined): Promise<AccessSession | undefined>;
  /** The secret of a new wall (of the same one where it is known already), or how many tries are left before typed codes end. */
  openWall(code: string, wallCookie: string | undefined): Promise<{ secret: string } | { triesLeft: number }>;
  walls(): WallDoor[];
  /** Whether there was one. */
  endWall(id: string): Promise<boolean>;
};

const CODE_SECONDS = { window: 120, sheet: 60, wall: 120 } as const satisfies Record<CodeKind, number>;
const TRIES = 5;
/** A window that asked nothing for so long shows its way back; a drawn sheet needs no more than its PDF does. */
const WINDOW_IDLE_MS = 12 * 3_600_000;
const SHEET_MS = 2 * 60_000;
const WAY_BACK_MS = 7 * 24 * 3_600_000;
const MOST_WAYS_BACK = 64;
const MOST_WALLS = 50;
/** How exactly a wall's last visit is kept. */
const SEEN_MS = 3_600_000;

type Session = {
  readonly kind: 'token' | 'window' | 'sheet';
  readonly door: Door;
  /** Of a window when it was last used, of a sheet when it began; milliseconds. */
  at: number;
};
type Code = { readonly kind: CodeKind; readonly typed: boolean; readonly endsAt: number; opened?: string };

export function hostAccess(tokens: AccessTokens, file: AccessFile, clock: Clock): Access {
  const kept = file.read();
  const sessions = new Map<string, Session>([
    [digest(tokens.token), { kind: 'token', door: { id: 'token', roles: OFFICE_ROLES }, at: 0 }],
    [digest(tokens.displayToken), { kind: 'token', door: { id: 'wall', roles: DISPLAY_ROLES }, at: 0 }],
  ]);
  const codes = new Map<string, Code>();
  let tries = TRIES;

  function find(authorization: string | undefined): Session | undefined {
    const session = sessions.get(digest(secretOf(authorization)));
    const now = clock.monotonic();
    if (session === undefined || isOver(session, now)) return undefined;
    if (session.kind === 'window') session.at = now;
    return session;
  }

  /** Forgets what is over, so that nothing grows. */
  function tidy(): void {
    const now = clock.monotonic();
    for (const [hash, { endsAt }] of codes) if (endsAt < now) codes.delete(hash);
    for (const [hash, session] of sessions) if (isOver(session, now)) sessions.delete(hash);
    const at = clock.now();
    kept.waysBack = kept.waysBack.filter(({ until }) => until > at);
  }

  function newSession(kind: 'window' | 'sheet', id: string): string {
    const session = newSecret();
    const door = { id, roles: OFFICE_ROLES, ...(kind === 'sheet' ? { program: true as const } : {}) };
    sessions.set(digest(session), { kind, door, at: clock.monotonic() });
    return session;
  }

  async function withWayBack(session: string, window: string): Promise<AccessSession> {
    const wayBack = newSecret();
    const until = new Date(Date.parse(clock.now()) + WAY_BACK_MS).toISOString();
    kept.waysBack = [...kept.waysBack, { hash: digest(wayBack), window, until }].slice(-MOST_WAYS_BACK);
    await file.write(kept);
    return { session, wayBack };
  }

  /** Ends whatever a window was given. */
  async function endWindow(window: string): Promise<void> {
    for (const [hash, { door }] of sessions) if (door.id === window) sessions.delete(hash);
    kept.waysBack = kept.waysBack.filter((way) => way.window !== window);
    await file.write(kept);
  }

  function wallOf(cookie: string | undefined): Kept['walls'][number] | undefined {
    const hash = digest(cookie ?? '');
    return kept.walls.find((known) => known.hash === hash);
  }

  function take(code: string, wanted: (kind: CodeKind) => boolean): Code | undefined {
    tidy();
    const found = codes.get(digest(code));
    return found !== undefined && wanted(found.kind) ? found : undefined;
  }

  return {
    admit(authorization, wallCookie) {
      if (authorization !== undefined) return find(authorization)?.door;
      const wall = wallOf(wallCookie);
      if (wall === undefined) return undefined;
      const now = clock.now();
      if (Date.parse(now) - Date.parse(wall.lastSeen) >= SEEN_MS) {
        wall.lastSeen = now;
        void file.write(kept);
      }
      return { id: wall.id, roles: DISPLAY_ROLES };
    },
    isOpen: ({ id }) =>
      kept.walls.some((wall) => wall.id === id) || [...sessions.values()].some(({ door }) => door.id === id),
    newCode(kind, typed = false) {
      tidy();
      const code = typed ? String(randomInt(100_000_000)).padStart(8, '0') : newSecret();
      const seconds = CODE_SECONDS[kind];
      codes.set(digest(code), { kind, typed, endsAt: clock.monotonic() + seconds * 1000 });
      if (typed) tries = TRIES;
      return { code, seconds };
    },
    async enterByCode(code) {
      const found = take(code, (kind) => kind !== 'wall');
      if (found === undefined) return undefined;
      if (found.opened !== undefined) {
        await endWindow(found.opened);
        return undefined;
      }
      found.opened = randomUUID();
      return found.kind === 'sheet'
        ? { session: newSession('sheet', found.opened), wayBack: '' }
        : withWayBack(newSession('window', found.opened), found.opened);
    },
    async enterByWayBack(wayBack) {
      tidy();
      const hash = digest(wayBack);
      const way = kept.waysBack.find((known) => known.hash === hash);
      if (way === undefined) return undefined;
      kept.waysBack = kept.waysBack.filter((known) => known !== way);
      return withWayBack(newSession('window', way.window), way.window);
    },
    async enterByHeader(authorization) {
      const session = find(authorization);
      if (session?.door.roles !== OFFICE_ROLES || session.kind === 'sheet') return undefined;
      tidy();
      if (session.kind === 'window') return withWayBack(secretOf(authorization), session.door.id);
      const window = randomUUID();
      return withWayBack(newSession('window', window), window);
    },
    async openWall(code, wallCookie) {
      const found = take(code, (kind) => kind === 'wall');
      if (found === undefined) {
        tries = Math.max(0, tries - 1);
        if (tries === 0) for (const [hash, { typed }] of codes) if (typed) codes.delete(hash);
        return { triesLeft: tries };
      }
      codes.delete(digest(code));
      if (wallOf(wallCookie) !== undefined) return { secret: wallCookie ?? '' };
      const secret = newSecret();
      const at = clock.now();
      kept.walls = [...kept.walls, { id: randomUUID(), hash: digest(secret), since: at, lastSeen: at }].slice(
        -MOST_WALLS,
      );
      await file.write(kept);
      return { secret };
    },
    walls: () => kept.walls.map(({ id, since, lastSeen }) => ({ id, since, lastSeen })),
    async endWall(id) {
      const rest = kept.walls.filter((wall) => wall.id !== id);
      if (rest.length === kept.walls.length) return false;
      kept.walls = rest;
      await file.write(kept);
      return true;
    },
  };
}

function isOver({ kind, at }: Session, now: number): boolean {
  return kind !== 'token' && now - at > (kind === 'window' ? WINDOW_IDLE_MS : SHEET_MS);
}

function secretOf(authorization: string | undefined): string {
  return /^Bearer ([\w-]+)$/i.exec(authorization ?? '')?.[1] ?? '';
}
