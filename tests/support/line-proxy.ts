import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A cable between two programs that can be cut, left hanging without a word, or made slow. */
export type LineProxy = {
  readonly address: string;
  readonly port: number;
  /** Bytes that went either way. */
  bytes(): number;
  /** Breaks every connection and takes no new one. */
  cut(): void;
  /** Nothing passes any more and nobody is told: neither end hears of it, as behind a dead switch. */
  hang(): void;
  /** What is said towards the desk arrives, its answers do not. */
  swallow(): void;
  mend(): void;
  /** Every piece arrives so many milliseconds later. */
  delay(milliseconds: number): void;
  /** Later connections go there. */
  lead(port: number): void;
};

export async function lineProxy(target: number): Promise<LineProxy> {
  const pairs = new Set<[Socket, Socket]>();
  let state: 'whole' | 'cut' | 'hanging' | 'swallowing' = 'whole';
  let late = 0;
  let bytes = 0;
  let port = target;
  const pass = (from: Socket, to: Socket, isAnswer: boolean): void => {
    const goes = (): boolean => state === 'whole' || (state === 'swallowing' && !isAnswer);
    from.on('data', (piece) => {
      if (!goes()) return;
      bytes += piece.length;
      if (late === 0) to.write(piece);
      else setTimeout(() => goes() && to.write(piece), late);
    });
    from.on('error', () => {});
    // While nothing passes, no end passes either.
    from.on('close', () => (state === 'whole' || state === 'cut') && to.destroy());
  };
  const server = createServer({ noDelay: true }, (here) => {
    if (state === 'cut') return void here.destroy();
    const there = connect({ port, host: '127.0.0.1', noDelay: true });
    const pair: [Socket, Socket] = [here, there];
    pairs.add(pair);
    here.once('close', () => pairs.delete(pair));
    pass(here, there, false);
    pass(there, here, true);
  });
  const drop = (): void => {
    for (const [here, there] of pairs) {
      here.destroy();
      there.destroy();
    }
    pairs.clear();
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    state = 'cut';
    drop();
    server.close();
  });
  return {
    address: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    bytes: () => bytes,
    cut() {
      state = 'cut';
      drop();
    },
    hang() {
      state = 'hanging';
    },
    swallow() {
      state = 'swallowing';
    },
    mend() {
      // What hung is dead: its bytes are lost, so that a peer of it must not go on as if nothing had been.
      drop();
      state = 'whole';
    },
    delay(milliseconds) {
      late = milliseconds;
    },
    lead(to) {
      port = to;
    },
  };
}
