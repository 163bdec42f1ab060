import { createSocket } from 'node:dgram';
import { networkInterfaces } from 'node:os';
import { FIND_BYTES, FIND_PORT, FIND_WORD, foundHost } from '#shared/contract/lan-line.ts';

type FoundHost = { readonly address: string; readonly port: number; readonly fingerprint: string };

/**
 * Every desk of the network that answers a broadcast to `port` within `forMs`. An answer proves nothing: a desk is known by its certificate,
 * or by the code.
 */
export function findHosts(forMs = 700, port: number = FIND_PORT): Promise<FoundHost[]> {
  return new Promise((done) => {
    const found = new Map<string, FoundHost>();
    const socket = createSocket('udp4');
    const end = (): void => {
      clearTimeout(timer);
      socket.removeAllListeners().on('error', () => {});
      socket.close();
      done([...found.values()]);
    };
    const timer = setTimeout(end, forMs);
    socket.on('error', end);
    socket.on('message', (said, { address }) => {
      try {
        const host = foundHost.parse(JSON.parse(said.toString('utf8')));
        found.set(`${address}:${host.port}`, { address, ...host });
      } catch {
        // Somebody else’s words.
      }
    });
    socket.bind(0, () => {
      const question = Buffer.alloc(FIND_BYTES);
      question.write(FIND_WORD);
      socket.setBroadcast(true);
      for (const address of broadcasts()) socket.send(question, port, address, () => {});
    });
  });
}

/** The broadcast address of each network card, because the common one goes out through a single card only. */
function broadcasts(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((cards) => cards ?? [])
    .filter(({ family }) => family === 'IPv4')
    .map(({ address, netmask, internal }) => {
      if (internal) return address;
      const mask = netmask.split('.').map(Number);
      return address
        .split('.')
        .map((part, index) => Number(part) | (255 & ~(mask[index] ?? 255)))
        .join('.');
    });
}
