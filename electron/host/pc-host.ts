import { readThisPc, writeThisPc, type PcKind } from './this-pc.ts';

/** A desk or a level that is served. */
type Served = {
  /** The address that lets in one window, within two minutes. */
  windowAddress(): string;
  close(): Promise<void>;
};

/** Makes this PC the other one of both while the program runs, where it is not that yet, and gives the address of its first window. */
export type BecomeOther = () => Promise<string>;

/**
 * Serves what the PC of a data folder is, and exchanges the two when somebody chooses: the next one listens before the former ends, so
 * that nothing is given up for what does not open. `told` hears each of them. Rejects where the first cannot be served.
 */
export async function servePc<S extends Served>(
  folder: string,
  make: Readonly<Record<PcKind, (become: BecomeOther) => Promise<S>>>,
  told: (served: S) => void,
): Promise<{ now(): S; close(): Promise<void> }> {
  let kind = readThisPc(folder);
  let ending: Promise<unknown> = Promise.resolve();
  let turn: Promise<unknown> = Promise.resolve();
  const become = { desk: becoming('level'), level: becoming('desk') };
  let current = await make[kind](become[kind]);
  told(current);

  /** One after another. Whoever asks for what this PC is by then, from a second window or once more, is given a window of it. */
  function becoming(other: PcKind): BecomeOther {
    return () => {
      const address = turn.then(() => (kind === other ? current.windowAddress() : exchange(other)));
      turn = address.catch(() => undefined);
      return address;
    };
  }

  async function exchange(other: PcKind): Promise<string> {
    const next = await make[other](become[other]);
    try {
      writeThisPc(folder, other);
    } catch (error) {
      await next.close();
      throw error;
    }
    const former = current;
    [kind, current] = [other, next];
    told(next);
    // Its answer to whoever chose is still on the way; a server lets that through while it closes.
    setImmediate(() => {
      ending = Promise.all([ending, former.close()]);
    });
    return next.windowAddress();
  }

  return {
    now: () => current,
    async close() {
      await ending;
      await current.close();
    },
  };
}
