import { systemClock, type Clock } from '#electron/desk/clock.ts';
import { startHeart } from '#electron/host/heart.ts';
import { serveApp } from '#electron/host/http-server.ts';
import type { IncidentLog } from '#electron/host/incident-log.ts';
import { ownNames, type OwnNames } from '#electron/host/own-names.ts';
import { servePages } from '#electron/host/page-files.ts';
import type { LevelPage } from '#shared/contract/level-page.ts';
import { levelAccess, type LevelTokens } from './level-access.ts';
import { levelApp } from './level-app.ts';
import type { Level } from '#electron/level/level.ts';

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
  /** Ends streams and connections, then the level. */
  close(): Promise<void>;
};

/** Serves the level on 127.0.0.1. Rejects with the error of `listen`, such as `EADDRINUSE`. */
export async function startLevel(options: LevelHostOptions): Promise<RunningLevel> {
  const clock = options.clock ?? systemClock;
  const heart = startHeart(clock.now, options.beatMs);
  const access = levelAccess(options.tokens, options.folder, clock);
  const server = await serveApp({ port: options.port }, ({ onAdmitted, port }) =>
    levelApp({
      level: options.level,
      access,
      names: namesOf(ownNames(port), options.publicUrl),
      pages: servePages(options.rendererFolder),
      heart,
      now: clock.now,
      log: options.log,
      onAdmitted,
    }),
  );
  const url = `http://127.0.0.1:${server.port}`;
  return {
    url,
    windowAddress: () => `${url}/level.html#code=${access.windowCode()}`,
    sheetAddress(page) {
      const order = Buffer.from(JSON.stringify(page), 'utf8').toString('base64url');
      return `${url}/level-print.html?report=${order}#code=${access.windowCode()}`;
    },
    async close() {
      heart.stop();
      await server.close();
      await options.level.close();
    },
  };
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
