import { systemClock, type Clock } from '#electron/desk/clock.ts';
import { startHeart } from '#electron/host/heart.ts';
import { serveApp } from '#electron/host/http-server.ts';
import type { IncidentLog } from '#electron/host/incident-log.ts';
import { ownNames, type OwnNames } from '#electron/host/own-names.ts';
import { serveOverTls } from '#electron/host/tls-server.ts';
import { servePages } from '#electron/host/page-files.ts';
import type { LanIdentity } from '#electron/desk/lan/port/lan-port.ts';
import type { LevelDoorState } from '#shared/contract/level-officer.ts';
import type { LevelPage } from '#shared/contract/level-page.ts';
import { addressGuesses } from './address-guesses.ts';
import { levelAccess, signInDoor, type LevelTokens } from './level-access.ts';
import { levelApp } from './level-app.ts';
import { freePlace, remoteDoor, remoteNames } from './remote-door.ts';
import type { Level } from '#electron/level/level.ts';

type RemoteWish = {
  readonly address: string;
  /** The same as on this PC where it is not said; 0 takes any free one. */
  readonly port: number | undefined;
  readonly identity: LanIdentity;
  /** Hears whether the door is open, at the start and with each change. */
  readonly tell: (state: LevelDoorState) => void;
};

/** Sockets of other PCs that have asked nothing that was let in. */
const MOST_IDLE = 256;
/** A file of an office comes over a slow line, too. */
const REQUEST_MS = 60_000;

type LevelHostOptions = {
  level: Level;
  tokens: LevelTokens;
  /** The data folder: hashes of the ways back of windows outlive the host there. */
  folder: string;
  /** 0 takes any free port. */
  port: number;
  /** The built pages. */
  rendererFolder: string;
  /** The address of a reverse proxy that speaks for this host, such as `https://tonghop.example`. */
  publicUrl?: string | undefined;
  /** Where other PCs come in, over TLS and by signing in; absent for this PC alone. */
  remote?: RemoteWish | undefined;
  clock?: Clock;
  log: IncidentLog;
  beatMs?: number;
};

type RunningLevel = {
  readonly url: string;
  /** The address that lets in one window, within two minutes. */
  windowAddress(): string;
  /** The address of a printed page, which lets it in once. */
  sheetAddress(page: LevelPage): string;
  /** The door to other PCs. */
  door(): LevelDoorState | null;
  /** Ends streams and connections, then the level. */
  close(): Promise<void>;
};

/**
 * Serves the level on 127.0.0.1, and to other PCs where `remote` says so. Rejects with the error of `listen` on 127.0.0.1, such as
 * `EADDRINUSE`, or with an Error whose message is a sentence of the other door.
 */
export async function startLevel(options: LevelHostOptions): Promise<RunningLevel> {
  const clock = options.clock ?? systemClock;
  const heart = startHeart(clock.now, options.beatMs);
  const access = levelAccess(options.tokens, options.folder, clock);
  const { level, publicUrl, remote, log } = options;
  const common = { level, pages: servePages(options.rendererFolder), heart, now: clock.now, log };
  const server = await serveApp({ port: options.port }, ({ onAdmitted, port }) =>
    levelApp({ ...common, access, names: namesOf(ownNames(port), publicUrl), onAdmitted }),
  );
  const door = remote === undefined ? undefined : await openRemote(remote).catch(stopAll);
  const url = `http://127.0.0.1:${server.port}`;
  return {
    url,
    windowAddress: () => `${url}/level.html#code=${access.windowCode()}`,
    sheetAddress(page) {
      const order = Buffer.from(JSON.stringify(page), 'utf8').toString('base64url');
      return `${url}/level-print.html?report=${order}#code=${access.sheetCode()}`;
    },
    door: () => door?.state() ?? null,
    async close() {
      await door?.close();
      heart.stop();
      await server.close();
      await level.close();
    },
  };

  async function openRemote({ address, port, identity, tell }: RemoteWish) {
    const at = await freePlace({ address, port: port ?? server.port });
    const guesses = addressGuesses(clock.monotonic);
    const names = namesOf(remoteNames(at.address, at.port, identity.certificate), publicUrl);
    const socket = {
      at,
      identity,
      monotonic: clock.monotonic,
      mostIdle: MOST_IDLE,
      minVersion: 'TLSv1.2',
      requestMs: REQUEST_MS,
    } as const;
    return remoteDoor({
      level,
      place: at,
      identity,
      tell,
      listen: () =>
        serveOverTls(socket, (onAdmitted) =>
          levelApp({ ...common, access: signInDoor, guesses, names, onAdmitted }),
        ),
    });
  }

  async function stopAll(error: unknown): Promise<never> {
    heart.stop();
    await server.close();
    throw error;
  }
}

/** Behind a proxy the browser names the proxy, in what it asks for and in where it comes from. */
function namesOf(own: OwnNames, publicUrl: string | undefined): OwnNames {
  if (publicUrl === undefined) return own;
  const { host, origin } = new URL(publicUrl);
  return {
    host: (header) => own.host(header) || header?.toLowerCase() === host,
    origin: (header) => own.origin(header) || header?.toLowerCase() === origin,
  };
}
