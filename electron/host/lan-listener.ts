import type { Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { systemClock, type Clock } from '#electron/desk/clock.ts';
import { fingerprintOf } from '#electron/desk/lan/port/fingerprint.ts';
import type { LanDoor, LanIdentity, LanPort } from '#electron/desk/lan/port/lan-port.ts';
import { startHeart } from './heart.ts';
import type { IncidentLog } from './incident-log.ts';
import type { ServedDesk } from './kept-desk.ts';
import { lanApp } from './lan-app.ts';
import { answerFinders } from './lan-finder.ts';
import { oneListening } from './one-listening.ts';
import { rendererFolder } from './program-files.ts';
import { serveOverTls } from './tls-server.ts';
import { tvListener } from './tv-listener.ts';

/** A device keeps a few of its own between its calls. */
const MOST_IDLE = 128;

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
  identity: LanIdentity,
  door: LanDoor,
  { desk, clock = systemClock, log = () => {}, beatMs }: LanListenerOptions,
): Promise<Listening> {
  const heart = startHeart(clock.now, beatMs);
  const ofDevice = new Map<string, Set<Socket>>();
  let shutOut = (_device: string): void => {};
  function keep(device: string, socket: Socket): void {
    const known = ofDevice.get(device) ?? new Set();
    ofDevice.set(device, known);
    if (known.has(socket)) return;
    known.add(socket);
    socket.once('close', () => known.delete(socket));
  }

  let server;
  try {
    server = await serveOverTls(
      {
        at,
        identity,
        monotonic: clock.monotonic,
        mostIdle: MOST_IDLE,
        minVersion: 'TLSv1.3',
        requestMs: 10_000,
      },
      (onAdmitted) => {
        const app = lanApp({
          door,
          desk: desk(),
          heart,
          now: clock.now,
          log,
          onAdmitted(request, device) {
            onAdmitted(request);
            keep(device, request.incoming.socket);
          },
        });
        ({ shutOut } = app);
        return app;
      },
    );
  } catch (error) {
    heart.stop();
    throw error;
  }
  const { port, close } = server;
  const finders = answerFinders({ port, fingerprint: fingerprintOf(identity.certificate) }, clock.monotonic);
  return {
    port,
    shutOut(device) {
      shutOut(device);
      for (const socket of ofDevice.get(device) ?? []) socket.destroy();
      ofDevice.delete(device);
    },
    async close() {
      finders.close();
      heart.stop();
      await close();
    },
  };
}
