import { getRequestListener } from '@hono/node-server';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { systemClock, type Clock } from '#electron/desk/clock.ts';
import type { TvDoor, TvPort } from '#electron/desk/lan/port/lan-port.ts';
import { startHeart } from './heart.ts';
import { limitIdleSockets } from './idle-sockets.ts';
import type { IncidentLog } from './incident-log.ts';
import type { ServedDesk } from './kept-desk.ts';
import { openGate } from './met-sockets.ts';
import { oneListening } from './one-listening.ts';
import { servePages } from './page-files.ts';
import { tvApp } from './tv-app.ts';

/** Sockets that have asked nothing that was let in: a TV that types its code has a few. */
const MOST_IDLE = 64;
/** So long a TV may take to hear that the door is shut. */
const PARTING_MS = 300;

type TvListenerOptions = {
  readonly desk: () => ServedDesk;
  readonly clock?: Clock;
  readonly log?: IncidentLog;
  readonly beatMs?: number;
  readonly rendererFolder: string;
};
type Listening = { readonly port: number; shutOut(device: string): void; close(): Promise<void> };

/** The wall of this PC for the TVs of the network. */
export function tvListener(options: TvListenerOptions): TvPort {
  const listening = oneListening<Listening>();
  return {
    async open(at, door) {
      const { port } = await listening.open(() => listenTo(at, door, options));
      return { port };
    },
    close: listening.close,
    shutOut: (device) => listening.now()?.shutOut(device),
  };
}

async function listenTo(
  at: { address: string; port: number },
  door: TvDoor,
  { desk, clock = systemClock, log = () => {}, beatMs, rendererFolder }: TvListenerOptions,
): Promise<Listening> {
  const heart = startHeart(clock.now, beatMs);
  const ofDevice = new Map<string, Set<Socket>>();
  const app = tvApp({
    door,
    desk: desk(),
    pages: servePages(rendererFolder),
    heart,
    now: clock.now,
    log,
    at: () => `${at.address}:${gate?.port ?? at.port}`,
    onAdmitted({ incoming, outgoing }, device) {
      idle.hold(incoming.socket, outgoing);
      const known = ofDevice.get(device) ?? new Set();
      ofDevice.set(device, known);
      if (known.has(incoming.socket)) return;
      known.add(incoming.socket);
      incoming.socket.once('close', () => known.delete(incoming.socket));
    },
  });
  const serve = getRequestListener(
    (request, env) => app.fetch(request, env as Parameters<typeof app.fetch>[1]),
    { errorHandler: (error) => app.failed(error) },
  );
  const server = createServer(
    {
      headersTimeout: 4_000,
      requestTimeout: 10_000,
      keepAliveTimeout: 30_000,
      connectionsCheckingInterval: 500,
      maxHeaderSize: 8 * 1024,
    },
    (incoming, outgoing) => void serve(incoming, outgoing),
  );
  const idle = limitIdleSockets(server, MOST_IDLE);
  let gate: Awaited<ReturnType<typeof openGate>> | undefined;
  try {
    gate = await openGate(at, server, clock.monotonic);
  } catch (error) {
    heart.stop();
    throw error;
  }
  const { port, close } = gate;
  return {
    port,
    shutOut(device) {
      app.shutOut(device);
      for (const socket of ofDevice.get(device) ?? []) socket.destroy();
      ofDevice.delete(device);
    },
    async close() {
      app.endStreams();
      heart.stop();
      await new Promise((done) => setTimeout(done, PARTING_MS));
      await close();
      server.close();
    },
  };
}
