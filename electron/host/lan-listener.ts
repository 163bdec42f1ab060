import { getRequestListener } from '@hono/node-server';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { systemClock, type Clock } from '#electron/desk/clock.ts';
import { fingerprintOf } from '#electron/desk/lan/port/fingerprint.ts';
import type { LanDoor, LanIdentity, LanPort } from '#electron/desk/lan/port/lan-port.ts';
import { startHeart } from './heart.ts';
import { limitIdleSockets } from './idle-sockets.ts';
import type { IncidentLog } from './incident-log.ts';
import type { ServedDesk } from './kept-desk.ts';
import { lanApp } from './lan-app.ts';
import { answerFinders } from './lan-finder.ts';
import { openGate } from './met-sockets.ts';
import { oneListening } from './one-listening.ts';
import { rendererFolder } from './program-files.ts';
import { tvListener } from './tv-listener.ts';

/** Sockets that have asked nothing that was let in; a device keeps a few of its own between its calls. */
const MOST_IDLE = 128;
const HANDSHAKE_MS = 3_000;

type Listening = {
  readonly port: number;
  shutOut(device: string): void;
  close(): Promise<void>;
};

type LanListenerOptions = {
  /** What is served there. Asked at each opening: it may be kept by whoever is handed this. */
  desk: () => ServedDesk;
  clock?: Clock;
  log?: IncidentLog;
  beatMs?: number;
  /** The network cards of this PC. */
  cards?: () => ReturnType<typeof networkInterfaces>;
  lookEveryMs?: number;
  /** The built pages, of which a TV gets the wall. */
  rendererFolder?: string;
};

/** The sockets of this PC towards other PCs of the office, and towards its TVs. */
export function lanListener(options: LanListenerOptions): LanPort {
  const listening = oneListening<Listening>();
  return {
    async open(at, identity, door) {
      const { port } = await listening.open(() => listenTo(at, identity, door, options));
      return { port };
    },
    close: listening.close,
    shutOut: (device) => listening.now()?.shutOut(device),
    tv: tvListener({ ...options, rendererFolder: options.rendererFolder ?? rendererFolder }),
    addresses: () => addressesOf((options.cards ?? networkInterfaces)()),
    ...(options.lookEveryMs === undefined ? {} : { lookEveryMs: options.lookEveryMs }),
  };
}

function addressesOf(cards: ReturnType<typeof networkInterfaces>): { name: string; address: string }[] {
  const found = Object.entries(cards).flatMap(([name, card]) =>
    (card ?? [])
      .filter(({ family }) => family === 'IPv4')
      .map(({ address, internal }) => ({ name, address, internal })),
  );
  return found
    .toSorted((a, b) => Number(a.internal) - Number(b.internal))
    .map(({ name, address }) => ({ name, address }));
}

async function listenTo(
  at: { address: string; port: number },
  { certificate, privateKey }: LanIdentity,
  door: LanDoor,
  { desk, clock = systemClock, log = () => {}, beatMs }: LanListenerOptions,
): Promise<Listening> {
  const heart = startHeart(clock.now, beatMs);
  const ofDevice = new Map<string, Set<Socket>>();
  const app = lanApp({
    door,
    desk: desk(),
    heart,
    now: clock.now,
    log,
    onAdmitted({ incoming, outgoing }, device) {
      idle.hold(incoming.socket, outgoing);
      keep(device, incoming.socket);
    },
  });
  const serve = getRequestListener(
    (request, env) => app.fetch(request, env as Parameters<typeof app.fetch>[1]),
    { errorHandler: (error) => app.failed(error) },
  );
  const server = createTlsServer(
    {
      cert: certificate,
      key: privateKey,
      minVersion: 'TLSv1.3',
      handshakeTimeout: HANDSHAKE_MS,
      headersTimeout: 4_000,
      requestTimeout: 10_000,
      keepAliveTimeout: 60_000,
      connectionsCheckingInterval: 500,
      maxHeaderSize: 8 * 1024,
    },
    (incoming, outgoing) => void serve(incoming, outgoing),
  );
  const idle = limitIdleSockets(server, MOST_IDLE, 'secureConnection');
  function keep(device: string, socket: Socket): void {
    const known = ofDevice.get(device) ?? new Set();
    ofDevice.set(device, known);
    if (known.has(socket)) return;
    known.add(socket);
    socket.once('close', () => known.delete(socket));
  }

  let gate;
  try {
    gate = await openGate(at, server, clock.monotonic);
  } catch (error) {
    heart.stop();
    throw error;
  }
  const { port } = gate;
  const finders = answerFinders({ port, fingerprint: fingerprintOf(certificate) });
  return {
    port,
    shutOut(device) {
      app.shutOut(device);
      for (const socket of ofDevice.get(device) ?? []) socket.destroy();
      ofDevice.delete(device);
    },
    async close() {
      finders.close();
      app.endStreams();
      heart.stop();
      await gate.close();
      server.close();
    },
  };
}
