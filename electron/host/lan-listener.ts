import { getRequestListener } from '@hono/node-server';
import { createServer as createTlsServer } from 'node:https';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { systemClock, type Clock } from '#electron/desk/clock.ts';
import { fingerprintOf } from '#electron/desk/lan/port/fingerprint.ts';
import type { LanDoor, LanIdentity, LanPort } from '#electron/desk/lan/port/lan-port.ts';
import { startHeart } from './heart.ts';
import { limitIdleSockets } from './idle-sockets.ts';
import type { IncidentLog } from './incident-log.ts';
import { knocks } from './knocks.ts';
import type { ServedDesk } from './kept-desk.ts';
import { lanApp } from './lan-app.ts';
import { answerFinders } from './lan-finder.ts';

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
};

/** The sockets of this PC towards other PCs of the office. */
export function lanListener(options: LanListenerOptions): LanPort {
  let current: Listening | undefined;
  let closing: Promise<void> = Promise.resolve();
  /** Another one after each close: what was about to open is not wanted any more. */
  let wanted = 0;

  function close(): Promise<void> {
    const former = current;
    wanted += 1;
    current = undefined;
    if (former !== undefined) closing = former.close();
    return closing;
  }

  return {
    async open(at, identity, door) {
      const former = close();
      const mine = wanted;
      await former;
      const opened = await listenTo(at, identity, door, options);
      if (mine !== wanted) {
        await opened.close();
        throw new Error('closed while it was opened');
      }
      current = opened;
      return { port: opened.port };
    },
    close,
    shutOut: (device) => current?.shutOut(device),
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
  const sockets = new Set<Socket>();
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
  const budget = knocks(clock.monotonic);
  let resting: NodeJS.Timeout | undefined;
  let isOver = false;

  function keep(device: string, socket: Socket): void {
    const known = ofDevice.get(device) ?? new Set();
    ofDevice.set(device, known);
    if (known.has(socket)) return;
    known.add(socket);
    socket.once('close', () => known.delete(socket));
  }

  /** A flood is met before any TLS: each handshake would cost the desk's thread a millisecond. */
  function meet(socket: Socket): void {
    const answerTo = budget.next();
    if (answerTo !== 'in') socket.destroy();
    if (answerTo === 'rest') rest();
    if (answerTo !== 'in') return;
    sockets.add(socket);
    socket.on('error', () => {}).once('close', () => sockets.delete(socket));
    server.emit('connection', socket);
  }

  /** Nobody is met for a moment: the system refuses them, and the lines that are up stay. */
  function rest(): void {
    if (resting !== undefined) return;
    gate.close();
    resting = setTimeout(() => {
      resting = undefined;
      if (isOver) return;
      gate = gateTo(meet);
      gate.once('error', rest);
      gate.listen({ host: at.address, port });
    }, REST_MS);
  }

  let gate = gateTo(meet);
  let { port } = at;
  try {
    port = await listening(gate, at);
  } catch (error) {
    heart.stop();
    throw error;
  }
  const finders = answerFinders({ port, fingerprint: fingerprintOf(certificate) });
  return {
    port,
    shutOut(device) {
      app.shutOut(device);
      for (const socket of ofDevice.get(device) ?? []) socket.destroy();
      ofDevice.delete(device);
    },
    async close() {
      isOver = true;
      clearTimeout(resting);
      finders.close();
      app.endStreams();
      heart.stop();
      const closed = new Promise<void>((done) => gate.close(() => done()));
      for (const socket of sockets) socket.destroy();
      server.close();
      await closed;
    },
  };
}

const REST_MS = 500;

function gateTo(meet: (socket: Socket) => void): Server {
  // A connection that the system could not hand over, as where it has no more files for it, is one that was not met.
  return createServer({ noDelay: true }, meet).on('error', () => {});
}

function listening(gate: Server, { address, port }: { address: string; port: number }): Promise<number> {
  return new Promise((done, failed) => {
    gate.once('error', failed);
    gate.listen({ host: address, port }, () => {
      gate.off('error', failed);
      done((gate.address() as AddressInfo).port);
    });
  });
}
