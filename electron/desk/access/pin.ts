import { randomBytes, timingSafeEqual } from 'node:crypto';
import { LOCKED_AT, waitAfter } from '#shared/domain/access/pin.ts';
import type { Clock } from '../clock.ts';
import type { CommandCall } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import type { StretchCost } from '../seal/stretch.ts';
import { officerRows, setWrongPins, type KeptPin, type OfficerRow } from '../store/rows/officer-row.ts';
import type { ReadableStore } from '../store/store.ts';
import { runInWorker } from '../worker/run-in-worker.ts';

/**
 * Dearer would not help: who holds the file tries all the PINs there are in minutes at any cost, and a counter's PC would wait at
 * every sign-in. At the desk the counted waits protect, in the file its encryption does.
 */
const usualCost: StretchCost = { m: 19_456, t: 2 };

async function isRight({ salt, hash, m, t }: KeptPin, pin: string): Promise<boolean> {
  const made = await runInWorker('stretch', { passphrase: pin, salt: Buffer.from(salt, 'base64'), m, t });
  return timingSafeEqual(made, Buffer.from(hash, 'base64'));
}

/** Finds the officer who may sign in; refuses with `unknown-officer`. */
export function activeOfficer(store: ReadableStore, id: string): OfficerRow {
  const found = officerRows(store).find((officer) => officer.id === id && officer.active);
  if (found === undefined) throw new Refusal({ code: 'unknown-officer' });
  return found;
}

export type Pins = {
  /** What is kept of a PIN. */
  keep(pin: string): Promise<KeptPin>;
  /**
   * What is kept of the PIN that was found right. One after another for each officer, however many come at once. Refuses with `wrong-pin`,
   * and without a look at it with `wait-first`, `officer-locked` and `pin-not-set`.
   */
  check(call: CommandCall, officer: string, pin: string): Promise<KeptPin>;
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

  async function compare(call: CommandCall, id: string, pin: string): Promise<KeptPin> {
    const { store } = call;
    const officer = activeOfficer(store, id);
    if (officer.pin === null) throw new Refusal({ code: 'pin-not-set' });
    if (officer.wrong >= LOCKED_AT) throw new Refusal({ code: 'officer-locked' });
    const free = freeAt.get(id) ?? startedAt + waitAfter(officer.wrong) * 1000;
    const seconds = Math.ceil((free - monotonic()) / 1000);
    if (seconds > 0) throw new Refusal({ code: 'wait-first', seconds });
    const wrong = officer.wrong + 1;
    const waitSeconds = waitAfter(wrong);
    store.write(() => setWrongPins(store, id, wrong));
    const right = await isRight(officer.pin, pin);
    if (right) {
      store.write(() => setWrongPins(store, id, 0));
      freeAt.delete(id);
      return officer.pin;
    }
    freeAt.set(id, monotonic() + waitSeconds * 1000);
    if (wrong >= LOCKED_AT)
      // Who guessed is nobody that the desk knows.
      store.write(() =>
        call.append(
          { name: 'officer.locked', data: { officerId: id } },
          { officer: id, device: call.caller.device },
        ),
      );
    throw new Refusal(
      wrong >= LOCKED_AT
        ? { code: 'officer-locked' }
        : { code: 'wrong-pin', waitSeconds, wrong, triesLeft: LOCKED_AT - wrong },
    );
  }

  return {
    async keep(pin) {
      const salt = randomBytes(16);
      const made = await runInWorker('stretch', { passphrase: pin, salt, ...cost });
      return { salt: salt.toString('base64'), hash: Buffer.from(made).toString('base64'), ...cost };
    },
    check(call, officer, pin) {
      const turn = (last.get(officer) ?? Promise.resolve()).then(() => compare(call, officer, pin));
      last.set(
        officer,
        turn.catch(() => undefined),
      );
      return turn;
    },
    forgive: (officer) => void freeAt.set(officer, 0),
  };
}
