import { systemClock, type Clock } from '#electron/desk/clock.ts';
import { hostAccess } from './access.ts';
import type { AccessTokens } from './access-tokens.ts';
import { startHeart } from './heart.ts';
import { hostApp } from './host-app.ts';
import { serveApp } from './http-server.ts';
import type { IncidentLog } from './incident-log.ts';
import { accessFile } from './kept-access.ts';
import type { ServedDesk } from './kept-desk.ts';
import { ownNames } from './own-names.ts';
import { servePages } from './page-files.ts';

export type HostOptions = {
  desks: { office: ServedDesk; training: ServedDesk };
  tokens: AccessTokens;
  /** Where hashes of walls and of the ways back of windows outlive the host; without it they end with it. */
  accessFile?: string;
  /** 0 takes any free port. */
  port: number;
  /** The built pages. */
  rendererFolder: string;
  version: string;
  clock?: Clock;
  log?: IncidentLog;
  /** Milliseconds a caller may take for its headers and for a whole request. */
  patience?: { headersMs: number; requestMs: number };
  beatMs?: number;
  /** Of connections that carry no admitted request, so many stay. */
  mostIdle?: number;
};

export type RunningHost = {
  readonly url: string;
  readonly port: number;
  /** A code that opens the page of one report, once. */
  sheetCode(): string;
  /** The address that lets in one window, within two minutes. */
  windowAddress(): string;
  /** Ends streams and connections, then the desks. */
  close(): Promise<void>;
};

/** Serves the desks on 127.0.0.1. Rejects with the error of `listen`, such as `EADDRINUSE`. */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const clock = options.clock ?? systemClock;
  const heart = startHeart(clock.now, options.beatMs);
  const { office } = options.desks;
  const file = accessFile(options.accessFile, async () => {
    const found = await office.state();
    if (found.ok || found.problem.code === 'line-cut') return true;
    return found.problem.code === 'desk-not-open' && found.problem.reason === 'sealed';
  });
  const access = hostAccess(options.tokens, file, clock);
  const server = await serveApp(options, ({ onAdmitted, port }) =>
    hostApp({
      desks: options.desks,
      access,
      names: ownNames(port),
      pages: servePages(options.rendererFolder),
      heart,
      now: clock.now,
      version: options.version,
      log: options.log ?? (() => {}),
      onAdmitted,
      wallCookie: () => `quay-tiep-dan-wall-${port()}`,
    }),
  );
  const { port } = server;

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    sheetCode: () => access.newCode('sheet').code,
    windowAddress: () => `http://127.0.0.1:${port}/#code=${access.newCode('window').code}`,
    async close() {
      heart.stop();
      await server.close();
      await options.desks.office.close();
      await options.desks.training.close();
    },
  };
}
