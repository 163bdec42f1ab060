import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { knocks } from './knocks.ts';

const REST_MS = 500;

/**
 * Listens at an address of the network and hands to `server` whom it meets; a flood is met before any TLS or HTTP, because each
 * beginning would cost the desk's thread a millisecond. Rejects with the error of `listen`.
 */
export async function openGate(
  at: { readonly address: string; readonly port: number },
  server: Server,
  monotonic: () => number,
): Promise<{ readonly port: number; /** Ends every connection. */ close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const budget = knocks(monotonic);
  let resting: NodeJS.Timeout | undefined;
  let isOver = false;

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
  port = await listening(gate, at);
  return {
    port,
    async close() {
      isOver = true;
      clearTimeout(resting);
      const closed = new Promise<void>((done) => gate.close(() => done()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

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
