import { safeStorage } from 'electron';
import type { SystemKeys } from '#electron/desk/system-keys.ts';

/** The keys of this PC's user, by Electron's asynchronous calls. */
export const shellSystemKeys: SystemKeys = {
  available() {
    if (process.platform === 'linux' && !hasKeyring()) return Promise.resolve(false);
    return safeStorage.isAsyncEncryptionAvailable().catch(() => false);
  },
  async wrap(bytes) {
    const kept = await safeStorage.encryptStringAsync(bytes.toString('base64'));
    return kept.toString('base64');
  },
  async unwrap(text) {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(text, 'base64'));
    return { bytes: Buffer.from(result, 'base64'), isOld: shouldReEncrypt };
  },
};

/**
 * Without a keyring Electron writes with a password that everybody knows (`basic_text`): that keeps nothing, so it is not used, and an
 * officer types a passphrase.
 */
function hasKeyring(): boolean {
  const backend = safeStorage.getSelectedStorageBackend();
  return backend !== 'basic_text' && backend !== 'unknown';
}
