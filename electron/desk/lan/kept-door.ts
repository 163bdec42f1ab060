import type { LanTrouble } from '#shared/contract/lan-words.ts';
import { Refusal } from '../refusal.ts';
import type { LanPort } from './port/lan-port.ts';

/** How often is looked whether a door is where it should be: a cable that comes back, an address that is given late or changes. */
const LOOK_MS = 5_000;
const ANY = '0.0.0.0';

/** Where a door is open. `card`: the network card that had the address; null for all of them. */
type DoorPlace = { readonly address: string; readonly card: string | null; readonly port: number };

/** A door that a leader opens once: it is open again at each start, and goes with its card to the next address. */
export function keptDoor<P extends DoorPlace>(options: {
  readonly port: LanPort | undefined;
  /** Where it is to be open, as it is stored; undefined while it is shut. */
  readonly wanted: () => P | undefined;
  /** Listens in place of where was listened before, and gives the port. Rejects with the error of `listen`. */
  readonly listen: (port: LanPort, place: P) => Promise<{ port: number }>;
  readonly close: (port: LanPort) => Promise<void>;
  /** Stores that its card has another address now. */
  readonly moved: (place: P) => void;
}) {
  const { port, wanted } = options;
  let isListening = false;
  let trouble: LanTrouble | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let retrying: NodeJS.Timeout | undefined;

  /** One after another: two openings would fight for one port. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = turn.then(work, work);
    turn = next.catch(() => {});
    return next;
  }

  async function listen(place: P): Promise<number> {
    if (port === undefined) throw new Refusal(notOpened('no-door', place));
    isListening = false;
    const opened = await options.listen(port, place);
    isListening = true;
    trouble = null;
    return opened.port;
  }

  async function listenAgain(): Promise<void> {
    const place = wanted();
    if (place === undefined) return;
    const address = addressNow(place);
    if (address === undefined) isListening = false;
    if (isListening && address === place.address) return;
    const next = { ...place, address: address ?? place.address };
    try {
      await listen(next);
      // The door goes with its card: devices find it there by its certificate.
      if (next.address !== place.address) options.moved(next);
    } catch (error) {
      trouble = troubleOf(error);
    }
  }

  /** Where the door belongs now: its address while this PC has it, else the one that its card was given; undefined while it has none. */
  function addressNow({ address, card }: DoorPlace): string | undefined {
    const here = port?.addresses() ?? [];
    if (address === ANY || here.some((one) => one.address === address)) return address;
    return here.find(({ name }) => name === card)?.address;
  }

  return {
    isListening: () => isListening,
    /** Listens where `place` says and stores it by `opened`. Throws `lan-not-opened`; what was open before is then open still. */
    open: <T>(place: Omit<P, 'card'>, opened: (place: P) => T): Promise<T> =>
      inTurn(async () => {
        const card = port?.addresses().find(({ address }) => address === place.address)?.name ?? null;
        const next = { ...place, card } as P;
        let at;
        try {
          at = await listen(next);
        } catch (error) {
          await listenAgain();
          throw error instanceof Refusal ? error : new Refusal(notOpened(troubleOf(error), next));
        }
        return opened({ ...next, port: at });
      }),
    /** Nothing listens any more when `closed` runs, and nothing listens again before it has. */
    shut: (closed = (): void => {}): Promise<void> =>
      inTurn(async () => {
        isListening = false;
        trouble = null;
        if (port !== undefined) await options.close(port);
        closed();
      }),
    /** Why nobody comes in. An address may go while the door is open, and nothing else tells. */
    troubleNow(place: P): LanTrouble | null {
      if (trouble !== null || port === undefined) return trouble;
      return addressNow(place) === place.address ? null : 'address-gone';
    },
    /** For what needs the door open. */
    refusal(place: DoorPlace | undefined): Refusal {
      return new Refusal(notOpened(trouble ?? 'failed', place ?? { address: '', port: 0 }));
    },
    begin(): void {
      if (port === undefined) return;
      void inTurn(listenAgain);
      retrying = setInterval(() => void inTurn(listenAgain), port.lookEveryMs ?? LOOK_MS);
      retrying.unref();
    },
    stop(): void {
      isListening = false;
      clearInterval(retrying);
      retrying = undefined;
      if (port !== undefined) void options.close(port);
    },
  };
}

function notOpened(reason: LanTrouble, { address, port }: { address: string; port: number }) {
  return { code: 'lan-not-opened', reason, address, port } as const;
}

function troubleOf(error: unknown): LanTrouble {
  switch ((error as NodeJS.ErrnoException | null)?.code) {
    case 'EADDRNOTAVAIL':
      return 'address-gone';
    case 'EADDRINUSE':
      return 'port-taken';
    case 'EACCES':
      return 'not-permitted';
    default:
      return 'failed';
  }
}
