import type { PinBook, Pins } from '#electron/access/pins.ts';
import { Refusal } from '#electron/desk/refusal.ts';
import { newId } from '#electron/desk/new-id.ts';
import {
  changedOfficer,
  isLed,
  isNameTaken,
  MOST_OFFICERS,
  officerDetail,
  signsInAlike,
} from '#shared/domain/access/officer-record.ts';
import { LOCKED_AT } from '#shared/domain/access/pin.ts';
import type { LevelCaller, Worker } from '../level.ts';
import type { LevelServices, LevelSlow } from '../level-call.ts';
import type { Writing } from '../store/level-store.ts';
import { officerRows, saveOfficer, setWrongPins, type LevelOfficer } from '../store/officer-row.ts';
import { readSettings } from '../store/setting-row.ts';
import type { LevelTransaction } from '../store/tables.ts';
import type { LevelAccess } from './access.ts';

export const workerOf = ({ id, name }: LevelOfficer): Worker => ({ name, officer: id });
const named = ({ id, name }: LevelOfficer) => ({ id, name });

async function officerOf(trx: LevelTransaction, id: string): Promise<LevelOfficer> {
  const found = (await officerRows(trx)).find((officer) => officer.id === id);
  if (found === undefined) throw new Refusal({ code: 'unknown-officer' });
  return found;
}

/** Finds the officer who may sign in; refuses with `unknown-officer`. */
export async function activeOfficer(trx: LevelTransaction, id: string): Promise<LevelOfficer> {
  const found = await officerOf(trx, id);
  if (!found.active) throw new Refusal({ code: 'unknown-officer' });
  return found;
}

/** Wrong PINs as the level counts them: in its database, so that they count for every program of it. */
export function pinBook({ store, at }: Pick<LevelSlow, 'store' | 'at'>): PinBook {
  return {
    count: (id, judge) =>
      store.write(at, async ({ trx }) => {
        const officer = await activeOfficer(trx, id);
        const judged = judge(officer);
        await setWrongPins(trx, id, officer.wrong + 1);
        return judged;
      }),
    forget: (id) => store.write(at, async ({ trx }) => setWrongPins(trx, id, 0)),
    locked: (id) =>
      store.write(at, async ({ trx, append }) => {
        const by = workerOf(await officerOf(trx, id));
        append({ kind: 'officer', by, data: { officerId: id, locked: true } });
      }),
  };
}

/** Stores an officer. Refuses with `name-taken` or, where nobody who can sign in would be left to lead, with `last-leader`. */
async function keepOfficer({ trx, at }: Writing, next: LevelOfficer): Promise<void> {
  if (isNameTaken(await officerRows(trx), next)) throw new Refusal({ code: 'name-taken', name: next.name });
  await saveOfficer(trx, next, at);
  const { pins } = (await readSettings(trx)).access;
  // Without PINs the door leads: whoever has its secret.
  if (pins && !isLed(await officerRows(trx), pins)) throw new Refusal({ code: 'last-leader' });
}

async function newOfficer(
  trx: LevelTransaction,
  { name, roles }: { name?: string | undefined; roles?: LevelOfficer['roles'] | undefined },
): Promise<LevelOfficer> {
  if (name === undefined || roles === undefined)
    throw new Refusal({
      code: 'invalid-input',
      path: name === undefined ? 'name' : 'roles',
      reason: 'missing',
    });
  if ((await officerRows(trx)).length >= MOST_OFFICERS)
    throw new Refusal({ code: 'invalid-input', path: '', reason: 'too-many-officers' });
  return { id: newId(), name, roles, active: true, pin: null, wrong: 0 };
}

/** Who works at the level, and what a leader says of them. */
export const officerServices = ({ sessions }: LevelAccess, pins: Pins) => {
  /** After the commit: what was open in their name ends where it no longer holds. */
  function changed(
    former: LevelOfficer,
    next: LevelOfficer,
    { session }: Pick<LevelCaller, 'session'>,
  ): void {
    if (!signsInAlike(former, next))
      sessions.endWhere(({ officer }) => officer === next.id, next.active ? session : undefined);
    if (next.wrong === 0) pins.forgive(next.id);
  }

  return {
    async 'officer.list'({ trx, asker }) {
      const officers = await officerRows(trx);
      return asker.role === 'leader'
        ? officers.map(officerDetail)
        : officers.filter(({ active }) => active).map(named);
    },

    async 'officer.save'({ store, asker, at }, { id, pin, ...given }) {
      const kept = typeof pin === 'string' ? await pins.keep(pin) : pin;
      const { former, next } = await store.write(at, async (writing) => {
        const { trx, append } = writing;
        const before = id === undefined ? await newOfficer(trx, given) : await officerOf(trx, id);
        const after = changedOfficer(before, { ...given, pin: kept });
        await keepOfficer(writing, after);
        append({
          kind: 'officer',
          by: asker.by,
          data: {
            officerId: after.id,
            name: after.name,
            roles: after.roles,
            active: after.active,
            pin: kept === undefined ? null : kept === null ? 'cleared' : 'set',
          },
        });
        return { former: before, next: after };
      });
      changed(former, next, asker);
      return officerDetail(next);
    },

    async 'officer.set-pin'(call, { pin, newPin }) {
      const { store, asker, at } = call;
      const id = asker.by.officer;
      if (id === null) throw new Refusal({ code: 'session-needed' });
      const compared = await pins.check(pinBook(call), id, pin);
      const kept = await pins.keep(newPin);
      const { former, next } = await store.write(at, async (writing) => {
        const before = await activeOfficer(writing.trx, id);
        // A leader was faster.
        if (before.pin?.hash !== compared.hash) throw new Refusal({ code: 'session-needed' });
        const after = changedOfficer(before, { pin: kept });
        await saveOfficer(writing.trx, after, at);
        writing.append({ kind: 'officer', by: asker.by, data: { officerId: id, pin: 'set' } });
        return { former: before, next: after };
      });
      changed(former, next, asker);
      return named(next);
    },

    async 'officer.unlock'({ trx, append, asker }, { officerId }) {
      const officer = await officerOf(trx, officerId);
      await setWrongPins(trx, officerId, 0);
      pins.forgive(officerId);
      append({ kind: 'officer', by: asker.by, data: { officerId, unlocked: officer.wrong >= LOCKED_AT } });
      return officerDetail({ ...officer, wrong: 0 });
    },
  } satisfies Partial<LevelServices>;
};
