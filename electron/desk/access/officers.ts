import type { AccessPolicy } from '#shared/contract/officer.ts';
import {
  changedOfficer,
  isLed,
  isNameTaken,
  MOST_OFFICERS,
  officerDetail,
  signsInAlike,
} from '#shared/domain/access/officer-record.ts';
import type { Pins } from '#electron/access/pins.ts';
import { newRecovery, proveRecovery } from '#electron/access/recovery.ts';
import type { CommandCall, QueryCall, Services } from '../desk-call.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import type { DeskKeys } from '../seal/desk-keys.ts';
import { readAccess, saveAccess } from '../store/rows/access-row.ts';
import { officeId } from '../store/rows/office-row.ts';
import { addOfficer, officerRows, saveOfficer, type OfficerRow } from '../store/rows/officer-row.ts';
import type { ReadableStore } from '../store/store.ts';
import type { Access } from './access.ts';
import { officerPlaces } from './officer-places.ts';
import { activeOfficer, pinBook } from './pin-book.ts';

const named = ({ id, name }: OfficerRow) => ({ id, name });

function officerOf(store: ReadableStore, id: string): OfficerRow {
  const found = officerRows(store).find((officer) => officer.id === id);
  if (found === undefined) throw new Refusal({ code: 'unknown-officer' });
  return found;
}

/** Whom the caller acts for; before the office is set up, nobody with a name. */
function showSession({ store, caller }: QueryCall) {
  const found = officerRows(store).find(({ id }) => id === caller.officer);
  return { officer: { id: caller.officer, name: found?.name ?? '' }, role: caller.role };
}

/** Refuses to leave the office without somebody who may do everything. */
function mustBeLed(store: ReadableStore, pins: boolean): void {
  if (!isLed(officerRows(store), pins)) throw new Refusal({ code: 'last-leader' });
}

/** Officers, who is signed in, and how one signs in. */
export const accessServices = (
  access: Access,
  codes: Pins,
  keys: Pick<DeskKeys, 'status' | 'proveRecovery'>,
) => {
  const { sessions } = access;

  function policyOf(store: ReadableStore): AccessPolicy {
    const { pins, lockMinutes, recovery } = readAccess(store);
    const isProven = store.cipher === null ? recovery?.proven === true : keys.status().recoveryProven;
    const isMade = store.cipher !== null || recovery !== null;
    return {
      pins: pins ? 'on' : 'off',
      lockMinutes,
      recovery: isProven ? 'proven' : isMade ? 'made' : 'none',
    };
  }

  /** Stores a changed officer; what was open in their name elsewhere ends where it no longer holds. */
  function change(call: CommandCall, former: OfficerRow, next: OfficerRow): void {
    saveOfficer(call.store, next);
    mustBeLed(call.store, readAccess(call.store).pins);
    if (!signsInAlike(former, next))
      sessions.endWhere(({ officer }) => officer === next.id, next.active ? call.caller.session : undefined);
    if (next.wrong === 0) codes.forgive(next.id);
    access.changed();
  }

  return {
    'officer.list': ({ store, caller }) =>
      caller.role === 'leader'
        ? officerRows(store).map(officerDetail)
        : officerRows(store)
            .filter(({ active }) => active)
            .map(named),

    async 'officer.save'(call, { id, name, roles, pin, active }) {
      const { store } = call;
      const kept = typeof pin === 'string' ? await codes.keep(pin) : pin;
      const told = kept === undefined ? null : kept === null ? 'cleared' : 'set';
      return store.write(() => {
        const office = officeId(store);
        const officerId = id ?? newId();
        if (id === undefined) {
          if (name === undefined || roles === undefined)
            throw new Refusal({
              code: 'invalid-input',
              path: name === undefined ? 'name' : 'roles',
              reason: 'missing',
            });
          if (officerRows(store).length >= MOST_OFFICERS)
            throw new Refusal({ code: 'invalid-input', path: '', reason: 'too-many-officers' });
          addOfficer(store, office, { id: officerId, name, roles }, call.at);
        }
        const former = officerOf(store, officerId);
        const next = changedOfficer(former, { name, roles, active, pin: kept });
        if (isNameTaken(officerRows(store), next)) throw new Refusal({ code: 'name-taken', name: next.name });
        change(call, former, next);
        call.append({
          name: 'officer.saved',
          data: { officerId, roles: [...next.roles], active: next.active, pin: told },
        });
        return officerDetail(next);
      });
    },

    async 'officer.set-pin'(call, { pin, newPin }) {
      const { store, caller } = call;
      const before = activeOfficer(store, caller.officer);
      await codes.check(pinBook(call), before.id, pin);
      const kept = await codes.keep(newPin);
      return store.write(() => {
        const former = activeOfficer(store, before.id);
        // A leader was faster.
        if (former.pin?.hash !== before.pin?.hash) throw new Refusal({ code: 'session-needed' });
        change(call, former, changedOfficer(former, { pin: kept }));
        const { id: officerId, roles, active } = former;
        call.append({
          name: 'officer.saved',
          data: { officerId, roles: [...roles], active, pin: 'set' },
        });
        return named(former);
      });
    },

    'officer.places': (call) => officerPlaces(call, sessions),

    'officer.unlock'(call, { officerId }) {
      const officer = officerOf(call.store, officerId);
      const next = { ...officer, wrong: 0 };
      change(call, officer, next);
      call.append({ name: 'officer.unlocked', data: { officerId } });
      return officerDetail(next);
    },

    async 'officer.recover'(call, { recoveryKey, pin, officerId }) {
      const { store } = call;
      if (store.cipher === null) proveRecovery(readAccess(store).recovery, recoveryKey);
      else await keys.proveRecovery(recoveryKey);
      const kept = await codes.keep(pin);
      return store.write(() => {
        const leader = officerRows(store).find(
          ({ id, active, roles }) => active && roles.includes('leader') && id === (officerId ?? id),
        );
        if (leader === undefined) throw new Refusal({ code: 'unknown-officer' });
        change(call, leader, changedOfficer(leader, { pin: kept }));
        call.append(
          { name: 'officer.recovered', data: { officerId: leader.id } },
          { officer: leader.id, device: call.caller.device },
        );
        return named(leader);
      });
    },

    async 'session.open'(call, { officerId, pin }) {
      const { store, caller } = call;
      activeOfficer(store, officerId);
      const proven = readAccess(store).pins;
      if (proven && pin === undefined)
        throw new Refusal({ code: 'invalid-input', path: 'pin', reason: 'not-a-pin' });
      const compared = proven ? await codes.check(pinBook(call), officerId, pin ?? '') : null;
      // Comparing took its time: somebody may have been switched off meanwhile, have another PIN by now, or PINs on.
      const officer = activeOfficer(store, officerId);
      const isSame = compared === null || officer.pin?.hash === compared.hash;
      if (!isSame || readAccess(store).pins !== proven) throw new Refusal({ code: 'session-needed' });
      const { device } = caller;
      store.write(() => call.append({ name: 'session.opened' }, { officer: officerId, device }));
      const session = sessions.open({ officer: officerId, device, proven }, caller.session);
      return { session, officer: named(officer) };
    },

    'session.close'(call) {
      if (sessions.get(call.caller.session) === undefined) return {};
      sessions.end(call.caller.session);
      call.append({ name: 'session.closed' });
      return {};
    },

    'session.lock'({ caller }) {
      const session = sessions.get(caller.session);
      if (session !== undefined) session.locked = true;
      return {};
    },

    'session.show': showSession,

    'access.policy': ({ store }) => policyOf(store),

    'access.set-policy'(call, { pins, lockMinutes }) {
      const { store } = call;
      const office = officeId(store);
      const former = readAccess(store);
      const next = {
        ...former,
        pins: pins === undefined ? former.pins : pins === 'on',
        lockMinutes: lockMinutes ?? former.lockMinutes,
      };
      if (next.pins && !former.pins) {
        if (!isLed(officerRows(store), true)) throw new Refusal({ code: 'leader-pin-missing' });
      }
      const made = next.pins && store.cipher === null && former.recovery === null ? newRecovery() : null;
      saveAccess(store, office, { ...next, recovery: made?.kept ?? former.recovery });
      // Who was named without a proof signs in with one now; whoever switches PINs on stays, with the recovery key on screen.
      if (next.pins) sessions.prove(call.caller.session);
      access.changed();
      call.append({
        name: 'access.updated',
        data: { pins: next.pins ? 'on' : 'off', lockMinutes: next.lockMinutes },
      });
      return { ...policyOf(store), recoveryKey: made?.recoveryKey ?? null };
    },
  } satisfies Partial<Services>;
};
