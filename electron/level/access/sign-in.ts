import type { Pins } from '#electron/access/pins.ts';
import { newRecovery, proveRecovery } from '#electron/access/recovery.ts';
import { Refusal } from '#electron/desk/refusal.ts';
import { changedOfficer, isLed } from '#shared/domain/access/officer-record.ts';
import type { AccessPolicy } from '#shared/contract/officer.ts';
import type { LevelServices } from '../level-call.ts';
import { officerRows, saveOfficer } from '../store/officer-row.ts';
import { readSettings, saveSetting } from '../store/setting-row.ts';
import type { LevelTransaction } from '../store/tables.ts';
import { ANYWHERE, type LevelAccess } from './access.ts';
import { activeOfficer, pinBook, workerOf } from './officers.ts';

async function policyOf(trx: LevelTransaction): Promise<AccessPolicy> {
  const { pins, lockMinutes, recovery } = (await readSettings(trx)).access;
  return {
    pins: pins ? 'on' : 'off',
    lockMinutes,
    recovery: recovery === null ? 'none' : recovery.proven ? 'proven' : 'made',
  };
}

/** Signing in, whether that takes a PIN, and what helps a leader who forgot it. */
export const signInServices = ({ sessions }: LevelAccess, pins: Pins) =>
  ({
    async 'session.open'(call, { officerId, pin }) {
      const { store, asker, at } = call;
      const { pins: proven } = (await store.read(readSettings)).access;
      if (proven && pin === undefined)
        throw new Refusal({ code: 'invalid-input', path: 'pin', reason: 'not-a-pin' });
      const compared = proven ? await pins.check(pinBook(call), officerId, pin ?? '') : null;
      const officer = await store.write(at, async ({ trx, append }) => {
        // Comparing took its time: somebody may have been switched off meanwhile, have another PIN by now, or PINs on.
        const found = await activeOfficer(trx, officerId);
        const isSame = compared === null || found.pin?.hash === compared.hash;
        if (!isSame || (await readSettings(trx)).access.pins !== proven)
          throw new Refusal({ code: 'session-needed' });
        append({ kind: 'session', by: workerOf(found), data: { opened: true } });
        return found;
      });
      const session = sessions.open({ officer: officerId, device: ANYWHERE, proven }, asker.session);
      return { session, officer: { id: officer.id, name: officer.name } };
    },

    async 'session.close'({ store, asker, at }) {
      if (sessions.get(asker.session) === undefined) return {};
      sessions.end(asker.session);
      await store.write(at, async ({ append }) =>
        append({ kind: 'session', by: asker.by, data: { opened: false } }),
      );
      return {};
    },

    async 'session.lock'({ asker }) {
      const session = sessions.get(asker.session);
      if (session !== undefined) session.locked = true;
      return {};
    },

    'session.show': async ({ asker }) => ({
      officer: { id: asker.by.officer, name: asker.by.officer === null ? '' : asker.by.name },
      role: asker.role,
    }),

    'access.policy': ({ trx }) => policyOf(trx),

    async 'access.set-policy'({ trx, append, asker }, { pins: wanted, lockMinutes }) {
      const { access: former } = await readSettings(trx);
      const on = wanted === undefined ? former.pins : wanted === 'on';
      if (on && !former.pins && !isLed(await officerRows(trx), true))
        throw new Refusal({ code: 'leader-pin-missing' });
      const made = on && former.recovery === null ? newRecovery() : null;
      const next = {
        pins: on,
        lockMinutes: lockMinutes ?? former.lockMinutes,
        recovery: made?.kept ?? former.recovery,
      };
      await saveSetting(trx, 'access', next);
      // Who was named without a proof signs in with one now; whoever switches PINs on stays, with the recovery key on screen.
      if (on) sessions.prove(asker.session);
      append({ kind: 'access', by: asker.by, data: { pins: on, lockMinutes: next.lockMinutes } });
      return { ...(await policyOf(trx)), recoveryKey: made?.recoveryKey ?? null };
    },

    async 'officer.recover'({ store, at }, { recoveryKey, pin, officerId }) {
      proveRecovery((await store.read(readSettings)).access.recovery, recoveryKey);
      const kept = await pins.keep(pin);
      const leader = await store.write(at, async ({ trx, append }) => {
        const found = (await officerRows(trx)).find(
          ({ id, active, roles }) => active && roles.includes('leader') && id === (officerId ?? id),
        );
        if (found === undefined) throw new Refusal({ code: 'unknown-officer' });
        await saveOfficer(trx, changedOfficer(found, { pin: kept }), at);
        append({ kind: 'officer', by: workerOf(found), data: { officerId: found.id, recovered: true } });
        return found;
      });
      sessions.endWhere(({ officer }) => officer === leader.id);
      pins.forgive(leader.id);
      return { id: leader.id, name: leader.name };
    },

    async 'data.prove-recovery'({ trx, append, asker }, { recoveryKey }) {
      const { access } = await readSettings(trx);
      const kept = proveRecovery(access.recovery, recoveryKey);
      await saveSetting(trx, 'access', { ...access, recovery: { ...kept, proven: true } });
      append({ kind: 'access', by: asker.by, data: { recovery: 'proven' } });
      return {};
    },

    async 'data.renew-recovery'({ trx, append, asker }, { recoveryKey }) {
      const { access } = await readSettings(trx);
      if (recoveryKey !== undefined) proveRecovery(access.recovery, recoveryKey);
      else if (access.recovery?.proven === true) throw new Refusal({ code: 'passphrase-needed' });
      const made = newRecovery();
      await saveSetting(trx, 'access', { ...access, recovery: made.kept });
      append({ kind: 'access', by: asker.by, data: { recovery: 'made' } });
      return { recoveryKey: made.recoveryKey };
    },
  }) satisfies Partial<LevelServices>;
