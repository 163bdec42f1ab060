import type { PinBook } from '#electron/access/pins.ts';
import type { CommandCall } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import { officerRows, setWrongPins, type OfficerRow } from '../store/rows/officer-row.ts';
import type { ReadableStore } from '../store/store.ts';

/** Finds the officer who may sign in; refuses with `unknown-officer`. */
export function activeOfficer(store: ReadableStore, id: string): OfficerRow {
  const found = officerRows(store).find((officer) => officer.id === id && officer.active);
  if (found === undefined) throw new Refusal({ code: 'unknown-officer' });
  return found;
}

/** Wrong PINs as the desk counts them. */
export function pinBook({ store, append, caller: { device } }: CommandCall): PinBook {
  return {
    count: (id, judge) =>
      store.write(() => {
        const officer = activeOfficer(store, id);
        const judged = judge(officer);
        setWrongPins(store, id, officer.wrong + 1);
        return judged;
      }),
    forget: (id) => store.write(() => setWrongPins(store, id, 0)),
    // Who guessed is nobody that the desk knows.
    locked: (id) =>
      store.write(
        () => void append({ name: 'officer.locked', data: { officerId: id } }, { officer: id, device }),
      ),
  };
}
