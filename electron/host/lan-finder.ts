import { createSocket } from 'node:dgram';
import { FIND_BYTES, FIND_PORT, FIND_WORD, type foundHost } from '#shared/contract/lan-line.ts';
import type { z } from 'zod';

/** So many questions a second are answered. */
const A_SECOND = 20;

/**
 * Answers PCs of the network that look for their desk by a broadcast: the port and the fingerprint, nothing of the office or of a
 * person. Where the system does not allow it, an address is typed.
 */
export function answerFinders(found: z.infer<typeof foundHost>): { close(): void } {
  const socket = createSocket({ type: 'udp4', reuseAddr: true });
  const answer = Buffer.from(JSON.stringify(found));
  let second = 0;
  let answers = 0;
  socket.on('error', () => socket.close());
  socket.on('message', (asked, { address, port }) => {
    if (asked.length < FIND_BYTES || !asked.toString('latin1').startsWith(FIND_WORD)) return;
    const now = Math.floor(performance.now() / 1000);
    if (now !== second) answers = 0;
    second = now;
    answers += 1;
    if (answers <= A_SECOND) socket.send(answer, port, address, () => {});
  });
  socket.bind(FIND_PORT);
  socket.unref();
  let isClosed = false;
  socket.once('close', () => (isClosed = true));
  return {
    close() {
      if (!isClosed) socket.close();
    },
  };
}
