import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { createServer } from 'node:https';
import type { SecureVersion } from 'node:tls';
import type { LanIdentity } from '#electron/desk/lan/port/lan-port.ts';
import type { ServedApp } from './http-server.ts';
import { limitIdleSockets } from './idle-sockets.ts';
import { openGate } from './met-sockets.ts';

type TlsOptions = {
  readonly at: { readonly address: string; readonly port: number };
  readonly identity: LanIdentity;
  readonly monotonic: () => number;
  /** Of sockets that have asked nothing that was let in, so many stay. */
  readonly mostIdle: number;
  readonly minVersion: SecureVersion;
  /** Milliseconds a caller may take for a whole request. */
  readonly requestMs: number;
};

const HANDSHAKE_MS = 3_000;

/**
 * Serves an app over TLS at one address of this PC, behind a gate that a flood does not pass. `build` gets what is to hear of each
 * request that was let in. Rejects with the error of `listen`.
 */
export async function serveOverTls(
  { at, identity, monotonic, mostIdle, minVersion, requestMs }: TlsOptions,
  build: (onAdmitted: (request: HttpBindings) => void) => ServedApp,
): Promise<{ readonly port: number; /** Ends streams and connections. */ close(): Promise<void> }> {
  const app = build(({ incoming, outgoing }) => idle.hold(incoming.socket, outgoing));
  const serve = getRequestListener(
    (request, env) => app.fetch(request, env as Parameters<typeof app.fetch>[1]),
    { errorHandler: (error) => app.failed(error) },
  );
  const server = createServer(
    {
      cert: identity.certificate,
      key: identity.privateKey,
      minVersion,
      handshakeTimeout: HANDSHAKE_MS,
      headersTimeout: 4_000,
      requestTimeout: requestMs,
      keepAliveTimeout: 60_000,
      connectionsCheckingInterval: 500,
      maxHeaderSize: 8 * 1024,
    },
    (incoming, outgoing) => void serve(incoming, outgoing),
  );
  const idle = limitIdleSockets(server, mostIdle, 'secureConnection');
  const gate = await openGate(at, server, monotonic);
  return {
    port: gate.port,
    async close() {
      app.endStreams();
      await gate.close();
      server.close();
    },
  };
}
