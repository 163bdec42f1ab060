import { getRequestListener } from '@hono/node-server';
import { createServer, STATUS_CODES, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { systemClock, type Clock } from '#electron/desk/clock.ts';
import { refused } from '#shared/contract/problem.ts';
import { hostAccess } from './access.ts';
import type { AccessTokens } from './access-tokens.ts';
import { startHeart } from './heart.ts';
import { hostApp } from './host-app.ts';
import { limitIdleSockets } from './idle-sockets.ts';
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

const usualIdle = 1024;
const keepAliveMs = 30_000;
/** What is being answered when the host closes has this long to arrive. */
const partingMs = 500;
/** With the time between two looks, a socket that says nothing is closed within five seconds. */
const defaultPatience = { headersMs: 4_000, requestMs: 10_000 };

/** Serves the desks on 127.0.0.1. Rejects with the error of `listen`, such as `EADDRINUSE`. */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const clock = options.clock ?? systemClock;
  const heart = startHeart(clock.now, options.beatMs);
  let port = options.port;
  const { office } = options.desks;
  const file = accessFile(options.accessFile, async () => {
    const found = await office.state();
    if (found.ok || found.problem.code === 'line-cut') return true;
    return found.problem.code === 'desk-not-open' && found.problem.reason === 'sealed';
  });
  const access = hostAccess(options.tokens, file, clock);
  const app = hostApp({
    desks: options.desks,
    access,
    names: ownNames(() => port),
    pages: servePages(options.rendererFolder),
    heart,
    now: clock.now,
    version: options.version,
    log: options.log ?? (() => {}),
    onAdmitted: ({ incoming, outgoing }) => sockets.hold(incoming.socket, outgoing),
    wallCookie: () => `quay-tiep-dan-wall-${port}`,
  });
  const { headersMs, requestMs } = options.patience ?? defaultPatience;
  const serve = getRequestListener(
    (request, env) => app.fetch(request, env as Parameters<typeof app.fetch>[1]),
    { errorHandler: (error) => app.failed(error) },
  );
  const server = createServer(
    {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      keepAliveTimeout: keepAliveMs,
      connectionsCheckingInterval: Math.min(500, headersMs),
      maxHeaderSize: 8 * 1024,
    },
    (incoming, outgoing) => void serve(incoming, outgoing),
  );
  const sockets = limitIdleSockets(server, options.mostIdle ?? usualIdle);
  server.on('clientError', refuseConnection);
  await listening(server, options.port);
  port = (server.address() as AddressInfo).port;

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    sheetCode: () => access.newCode('sheet').code,
    windowAddress: () => `http://127.0.0.1:${port}/#code=${access.newCode('window').code}`,
    async close() {
      app.endStreams();
      heart.stop();
      const closed = new Promise<void>((done) => server.close(() => done()));
      // A connection that was answering when the server closed stays open for a next request.
      const tidying = setInterval(() => server.closeIdleConnections(), 20);
      const patience = setTimeout(() => server.closeAllConnections(), partingMs);
      await closed;
      clearInterval(tidying);
      clearTimeout(patience);
      await options.desks.office.close();
      await options.desks.training.close();
    },
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen({ port, host: '127.0.0.1' }, () => {
      server.off('error', failed);
      done();
    });
  });
}

const connectionFaults: Readonly<Record<string, { status: number; reason: string }>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, reason: 'too-slow' },
  HPE_HEADER_OVERFLOW: { status: 431, reason: 'headers-too-large' },
};

/** What never became a request is refused in the same words as everything else. */
function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const { status, reason } = connectionFaults[error.code ?? ''] ?? {
    status: 400,
    reason: 'malformed-request',
  };
  const body = JSON.stringify(refused({ code: 'invalid-input', path: '', reason }));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
