import { hash, randomBytes } from 'node:crypto';

/** Somebody who is signed in at one device. */
type Session = {
  readonly officer: string;
  readonly device: string;
  /** By a PIN, or because its officer switched PINs on; not by a name alone. */
  proven: boolean;
  locked: boolean;
};

/** Who is signed in, for as long as the desk is open. Of a session's secret only its hash is kept, which names it. */
export type Sessions = {
  /** The name of the session that is meant, where there is one at this device. */
  named(secret: string | undefined, device: string): string | undefined;
  get(name: string | undefined): Session | undefined;
  /** Those unused longest first. */
  all(): readonly Readonly<Session>[];
  /** A new one in the place of `former`; answers its secret. */
  open(session: Omit<Session, 'locked'>, former: string | undefined): string;
  end(name: string | undefined): void;
  /** From now on only what is proven holds; the named one is. */
  prove(name: string | undefined): void;
  /** Ends those that are meant, but not the one that is named. */
  endWhere(meant: (session: Session) => boolean, but?: string): void;
};

/** More than any office has; the one unused longest goes. */
const MOST = 256;

export function openSessions(): Sessions {
  const open = new Map<string, Session>();
  const sessions: Sessions = {
    named(secret, device) {
      if (secret === undefined) return undefined;
      const name = hash('sha256', secret);
      const session = open.get(name);
      if (session?.device !== device) return undefined;
      open.delete(name);
      open.set(name, session);
      return name;
    },
    all: () => [...open.values()],
    get: (name) => (name === undefined ? undefined : open.get(name)),
    open(session, former) {
      if (former !== undefined) open.delete(former);
      const [idlest] = open.keys();
      if (open.size >= MOST && idlest !== undefined) open.delete(idlest);
      const secret = randomBytes(32).toString('base64url');
      open.set(hash('sha256', secret), { ...session, locked: false });
      return secret;
    },
    end: (name) => void (name !== undefined && open.delete(name)),
    prove(name) {
      const session = sessions.get(name);
      if (session !== undefined) session.proven = true;
      sessions.endWhere(({ proven }) => !proven);
    },
    endWhere(meant, but) {
      for (const [name, session] of open) if (name !== but && meant(session)) open.delete(name);
    },
  };
  return sessions;
}
