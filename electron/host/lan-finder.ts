import { createSocket } from 'node:dgram';
import { FIND_BYTES, FIND_PORT, FIND_WORD, type foundHost } from '#shared/contract/lan-line.ts';
import type { z } from 'zod';

/** So many questions a second are answered. */
const A_SECOND = 20;

type Finders = {
  /** The port it listens at; never where the system does not allow it. */
  readonly port: Promise<number>;
  close(): void;
};

/**
 * Answers PCs of the network that look for their desk by a broadcast: the port and the fingerprint, nothing of the office or of a
 * person. Where the system does not allow it, an address is typed. `monotonic` in milliseconds.
 */
export function answerFinders(
  found: z.infer<typeof foundHost>,
  monotonic: () => number,
  at: number = FIND_PORT,
): Finders {
  const socket = createSocket({ type: 'udp4', reuseAddr: true });
  const answer = Buffer.from(JSON.stringify(found));
  let second = 0;
  let answers = 0;
  socket.on('error', () => socket.close());
  socket.on('message', (asked, { address, port }) => {
    if (asked.length < FIND_BYTES || !asked.toString('latin1').startsWith(FIND_WORD)) return;
    const now = Math.floor(monotonic() / 1000);
    if (now !== second) answers = 0;
    second = now;
    answers += 1;
    if (answers <= A_SECOND) socket.send(answer, port, address, () => {});
  });
  const port = new Promise<number>((done) => socket.once('listening', () => done(socket.address().port)));
  socket.bind(at);
  socket.unref();
  let isClosed = false;
  socket.once('close', () => (isClosed = true));
  return {
    port,
    close() {
      if (!isClosed) socket.close();
    },
  };
}
