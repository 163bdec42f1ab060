import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { OfficerRecord } from '#shared/domain/access/officer-record.ts';
import { LOCKED_AT, waitAfter, type KeptPin } from '#shared/domain/access/pin.ts';
import type { Clock } from '#electron/desk/clock.ts';
import { Refusal } from '#electron/desk/refusal.ts';
import { runInWorker } from '#electron/desk/worker/run-in-worker.ts';

/** How dear one guess is: memory in KiB and passes. */
type PinCost = { readonly m: number; readonly t: number };

/**
 * Dearer would not help: who holds the file tries all the PINs there are in minutes at any cost, and a counter's PC would wait at
 * every sign-in. At the desk the counted waits protect, in the file its encryption does.
 */
const usualCost: PinCost = { m: 19_456, t: 2 };

async function isRight({ salt, hash, m, t }: KeptPin, pin: string): Promise<boolean> {
  const made = await runInWorker('stretch', { passphrase: pin, salt: Buffer.from(salt, 'base64'), m, t });
  return timingSafeEqual(made, Buffer.from(hash, 'base64'));
}

/** Where wrong PINs are counted: the database of a desk or of a receiving level. Each is one transaction. */
export type PinBook = {
  /** Lets `judge` refuse the officer and counts one more wrong PIN; answers what `judge` does. Refuses with `unknown-officer`. */
  count<T>(officer: string, judge: (found: Pick<OfficerRecord, 'pin' | 'wrong'>) => T): T | Promise<T>;
  /** None is wrong any more. */
  forget(officer: string): void | Promise<void>;
  /** Writes down that too many were wrong. */
  locked(officer: string): void | Promise<void>;
};

export type Pins = {
  /** What is kept of a PIN. */
  keep(pin: string): Promise<KeptPin>;
  /**
   * What is kept of the PIN that was found right. One after another for each officer, however many come at once. Refuses with `wrong-pin`,
   * and without a look at it with `wait-first`, `officer-locked` and `pin-not-set`.
   */
  check(book: PinBook, officer: string, pin: string): Promise<KeptPin>;
  /** The officer has a new PIN or a leader's word: no wait is left. */
  forgive(officer: string): void;
};

/**
 * How often in a row one was wrong is kept in the database, and written before the PIN is compared; a wait runs by the monotonic
 * clock, and after a start of the program from its beginning.
 */
export function officerPins({ monotonic }: Clock, cost = usualCost): Pins {
  const startedAt = monotonic();
  const freeAt = new Map<string, number>();
  const last = new Map<string, Promise<unknown>>();

  function judged(id: string, { pin, wrong }: Pick<OfficerRecord, 'pin' | 'wrong'>) {
    if (pin === null) throw new Refusal({ code: 'pin-not-set' });
    if (wrong >= LOCKED_AT) throw new Refusal({ code: 'officer-locked' });
    const free = freeAt.get(id) ?? startedAt + waitAfter(wrong) * 1000;
    const seconds = Math.ceil((free - monotonic()) / 1000);
    if (seconds > 0) throw new Refusal({ code: 'wait-first', seconds });
    return { kept: pin, wrong: wrong + 1 };
  }

  async function compare(book: PinBook, id: string, pin: string): Promise<KeptPin> {
    const { kept, wrong } = await book.count(id, (officer) => judged(id, officer));
    if (await isRight(kept, pin)) {
      await book.forget(id);
      freeAt.delete(id);
      return kept;
    }
    const waitSeconds = waitAfter(wrong);
    freeAt.set(id, monotonic() + waitSeconds * 1000);
    if (wrong < LOCKED_AT)
      throw new Refusal({ code: 'wrong-pin', waitSeconds, wrong, triesLeft: LOCKED_AT - wrong });
    await book.locked(id);
    throw new Refusal({ code: 'officer-locked' });
  }

  return {
    async keep(pin) {
      const salt = randomBytes(16);
      const made = await runInWorker('stretch', { passphrase: pin, salt, ...cost });
      return { salt: salt.toString('base64'), hash: Buffer.from(made).toString('base64'), ...cost };
    },
    check(book, officer, pin) {
      const turn = (last.get(officer) ?? Promise.resolve()).then(() => compare(book, officer, pin));
      // Who asks for officers that there are not leaves nothing behind.
      const over = turn.then(ended, ended);
      last.set(officer, over);
      return turn;

      function ended(): void {
        if (last.get(officer) === over) last.delete(officer);
      }
    },
    forgive: (officer) => void freeAt.set(officer, 0),
  };
}
