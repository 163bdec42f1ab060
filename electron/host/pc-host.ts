import { readThisPc, writeThisPc, type PcKind } from './this-pc.ts';

/** A desk or a level that is served. */
type Served = {
  /** The address that lets in one window, within two minutes. */
  windowAddress(): string;
  close(): Promise<void>;
};

/** Makes this PC the other one of both while the program runs, and gives the address of its first window. */
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
  let ending: Promise<void> = Promise.resolve();
  let current = await make[kind](become);
  told(current);

  async function become(): Promise<string> {
    const other = kind === 'desk' ? 'level' : 'desk';
    const next = await make[other](become);
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
      ending = former.close();
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
