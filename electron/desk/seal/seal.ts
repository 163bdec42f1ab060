import type { Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import type { DeskKeys } from './desk-keys.ts';

export const sealServices = (keys: DeskKeys) =>
  ({
    // Closes the desk: whoever keeps it serves this beside it.
    'data.encrypt'() {
      throw new Refusal({ code: 'desk-closing' });
    },
    // A desk that answers is open.
    'data.unlock': () => ({}),
    async 'data.prove-recovery'(call, { recoveryKey }) {
      await keys.proveRecovery(recoveryKey);
      call.store.write(() => call.append({ name: 'data.recovery-proven', data: {} }));
      return {};
    },
    async 'data.renew-recovery'(call, { passphrase, recoveryKey }) {
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
