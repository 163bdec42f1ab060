import { getRequestListener } from '@hono/node-server';
import { createServer, STATUS_CODES, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import { refused } from '#shared/contract/problem.ts';
import { limitIdleSockets } from './idle-sockets.ts';

/** What answers the requests of a server: see `hostApp`. */
export type ServedApp = {
  fetch(request: Request, env: HttpBindings): Response | Promise<Response>;
  /** What an error outside of the app is answered with. */
  failed(error: unknown): Response;
  /** Ends every open stream, so that the server can close. */
  endStreams(): void;
};

type ServerOptions = {
  /** 0 takes any free port. */
  port: number;
  /** Milliseconds a caller may take for its headers and for a whole request. */
  patience?: { headersMs: number; requestMs: number } | undefined;
  /** Of connections that carry no admitted request, so many stay. */
  mostIdle?: number | undefined;
};

type RunningServer = {
  readonly port: number;
  /** Ends streams and connections. */
  close(): Promise<void>;
};

const usualIdle = 1024;
const keepAliveMs = 30_000;
/** What is being answered when the host closes has this long to arrive. */
const partingMs = 500;
/** With the time between two looks, a socket that says nothing is closed within five seconds. */
const defaultPatience = { headersMs: 4_000, requestMs: 10_000 };

/**
 * Serves an app on 127.0.0.1. `build` gets what is to hear of each request that was let in, and the port once it is known.
 * Rejects with the error of `listen`, such as `EADDRINUSE`.
 */
export async function serveApp(
  { port: asked, patience = defaultPatience, mostIdle = usualIdle }: ServerOptions,
  build: (server: { onAdmitted: (request: HttpBindings) => void; port: () => number }) => ServedApp,
): Promise<RunningServer> {
  let port = asked;
  const app = build({
    onAdmitted: ({ incoming, outgoing }) => sockets.hold(incoming.socket, outgoing),
    port: () => port,
  });
  const serve = getRequestListener(
    (request, env) => app.fetch(request, env as Parameters<typeof app.fetch>[1]),
    { errorHandler: (error) => app.failed(error) },
  );
  const server = createServer(
    {
      headersTimeout: patience.headersMs,
      requestTimeout: patience.requestMs,
      keepAliveTimeout: keepAliveMs,
      connectionsCheckingInterval: Math.min(500, patience.headersMs),
      maxHeaderSize: 8 * 1024,
    },
    (incoming, outgoing) => void serve(incoming, outgoing),
  );
  const sockets = limitIdleSockets(server, mostIdle);
  server.on('clientError', refuseConnection);
  await listening(server, asked);
  port = (server.address() as AddressInfo).port;

  return {
    port,
    async close() {
      app.endStreams();
      const closed = new Promise<void>((done) => server.close(() => done()));
      // A connection that was answering when the server closed stays open for a next request.
      const tidying = setInterval(() => server.closeIdleConnections(), 20);
      const parting = setTimeout(() => server.closeAllConnections(), partingMs);
      await closed;
      clearInterval(tidying);
      clearTimeout(parting);
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
