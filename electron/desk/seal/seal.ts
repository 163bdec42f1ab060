import type { Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import type { DeskKeys } from './desk-keys.ts';
import { newRecovery, proveRecovery } from '#electron/access/recovery.ts';
import { readAccess, saveAccess } from '../store/rows/access-row.ts';
import { officeId } from '../store/rows/office-row.ts';

export const sealServices = (keys: DeskKeys) =>
  ({
    // Closes the desk: whoever keeps it serves this beside it.
    'data.encrypt'() {
      throw new Refusal({ code: 'desk-closing' });
    },
    // A desk that answers is open.
    'data.unlock': () => ({}),
    async 'data.prove-recovery'(call, { recoveryKey }) {
      const { store } = call;
      const access = readAccess(store);
      if (store.cipher !== null) await keys.proveRecovery(recoveryKey);
      else {
        const kept = proveRecovery(access.recovery, recoveryKey);
        store.write(() =>
          saveAccess(store, officeId(store), { ...access, recovery: { ...kept, proven: true } }),
        );
      }
      call.store.write(() => call.append({ name: 'data.recovery-proven', data: {} }));
      return {};
    },
    async 'data.renew-recovery'(call, { passphrase, recoveryKey }) {
      const { store } = call;
      const access = readAccess(store);
      if (store.cipher === null && access.recovery !== null) {
        if (recoveryKey !== undefined) proveRecovery(access.recovery, recoveryKey);
        else if (access.recovery.proven) throw new Refusal({ code: 'passphrase-needed' });
        const made = newRecovery();
        store.write(() => {
          saveAccess(store, officeId(store), { ...access, recovery: made.kept });
          call.append({ name: 'data.recovery-renewed', data: {} });
        });
        return { recoveryKey: made.recoveryKey };
      }
      const renewed = await keys.renewRecovery(
        passphrase !== undefined ? { passphrase } : recoveryKey !== undefined ? { recoveryKey } : undefined,
      );
      call.store.write(() => call.append({ name: 'data.recovery-renewed', data: {} }));
      return { recoveryKey: renewed };
    },
    async 'data.set-passphrase'(call, { current, passphrase }) {
      await keys.setPassphrase(current, passphrase);
      call.store.write(() => call.append({ name: 'data.passphrase-set', data: {} }));
      return {};
    },
  }) satisfies Partial<Services>;
