import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { waitAfter } from '#shared/domain/access/pin.ts';
import { readRecoveryKey } from '#shared/domain/backup/recovery-key.ts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Secret } from '#shared/contract/secret.ts';
import { newDataKey, type DataKey } from '../store/cipher.ts';
import { readKeyFile, type KeyFile } from '../store/key-form.ts';
import { DATA_KEY_NAME, DATABASE_NAME } from '../store/marker.ts';
import type { BornKey } from '../store/open-store.ts';
import type { SystemKeys } from '../system-keys.ts';
import { openBy, passphraseWrap, recoveryWrap, withWrap, writeKeyFile, keyFileText } from './key-file.ts';
import type { StretchCost } from './stretch.ts';

const usualCost: StretchCost = { m: 65_536, t: 3 };

/** A new key for a desk that is to be enciphered, and what opens it. */
type BegunKey = { readonly key: DataKey; readonly file: KeyFile; readonly recoveryKey: string };

type KeysStatus = {
  readonly recoveryProven: boolean;
  /** This PC opens the desk by itself. */
  readonly systemKey: boolean;
};

/** The keys of one data folder: what this run of the program knows, and the file beside the database. Refuses by a `Refusal`. */
export type DeskKeys = {
  /** What opens the database; null where it is plain or still sealed. */
  known(): DataKey | null;
  use(key: DataKey | null): void;
  /** The key that is known does not open the database: whatever gave it gives it no more in this run. */
  refute(): void;
  /** Whether there is a key file that can be read. */
  hasFile(): boolean;
  /** The key of a database that is yet to be made, where a passphrase was given with the start. */
  born(): BornKey | null;
  status(): KeysStatus;
  /** Whether this PC can keep a key, so that no passphrase is needed. */
  keepsKeys(): boolean;
  /**
   * To be called before the desk opens: takes the key that this PC keeps, or that the given secret opens; gives this PC one that an officer
   * opened.
   */
  ready(): Promise<void>;
  unlock(secret: Secret): Promise<void>;
  /** The key of a copy: the desk's own, or what a secret opens in the key file of its folder. */
  ofCopy(id: string, folder: string, secret: Secret | undefined): Promise<DataKey>;
  /** The key file to lie beside a copy that takes the desk's place: the desk's own where it is the same key, for it is newer. */
  fileFor(folder: string): KeyFile | null;
  begin(passphrase: string | undefined): Promise<BegunKey>;
  proveRecovery(recoveryKey: string): Promise<void>;
  /** Wants a secret only where the former key is known to stand on paper. */
  renewRecovery(current: Secret | undefined): Promise<string>;
  setPassphrase(current: Secret, passphrase: string): Promise<void>;
};

type KeysOf = {
  readonly folder: string;
  readonly monotonic: () => number;
  readonly system?: SystemKeys | undefined;
  /** Given with the start of the program. */
  readonly given?: Secret | undefined;
  readonly cost?: StretchCost;
};

export function deskKeys({ folder, monotonic, system, given, cost = usualCost }: KeysOf): DeskKeys {
  let known: DataKey | null = null;
  let born: BornKey | null = null;
  let refuted: string | null = null;
  let untried = given;
  let keepsKeys = false;
  let wrong = 0;
  let freeAt = 0;
  let last: Promise<unknown> = Promise.resolve();

  /** One after another, so that guesses at once are guesses one by one. */
  function attempt(files: readonly KeyFile[], secret: Secret): Promise<DataKey> {
    if ('recoveryKey' in secret && readRecoveryKey(secret.recoveryKey) === null)
      return Promise.reject(new Refusal({ code: 'invalid-input', path: 'recoveryKey', reason: 'mistyped' }));
    const turn = last.then(async () => {
      const seconds = Math.ceil((freeAt - monotonic()) / 1000);
      if (seconds > 0) throw new Refusal({ code: 'wait-first', seconds });
      for (const file of files) {
        const key = await openBy(file, secret);
        if (key === null) continue;
        wrong = 0;
        return key;
      }
      wrong += 1;
      const waitSeconds = waitAfter(wrong);
      freeAt = monotonic() + waitSeconds * 1000;
      throw new Refusal({ code: 'wrong-secret', waitSeconds });
    });
    last = turn.catch(() => undefined);
    return turn;
  }

  function ownFile(): KeyFile {
    const held = readKeyFile(folder);
    if (held === null || known === null) throw new Refusal({ code: 'not-encrypted' });
    return held;
  }

  /** The file as it is now, for a secret takes its time. */
  function change(next: (held: KeyFile, key: DataKey) => KeyFile): void {
    if (known !== null) writeKeyFile(folder, next(ownFile(), known));
  }

  async function begin(passphrase: string | undefined): Promise<BegunKey> {
    const key = newDataKey();
    const id = newId();
    const { recoveryKey, wrap } = recoveryWrap(id, key);
    let file: KeyFile = {
      form: 'QTD-KEY-1',
      id,
      cipher: key.cipher,
      recoveryProven: false,
      wraps: [wrap],
    };
    if (passphrase !== undefined) file = withWrap(file, await passphraseWrap(id, key, passphrase, cost));
    if (system !== undefined && keepsKeys)
      file = withWrap(file, { kind: 'system', data: await system.wrap(Buffer.from(key.key, 'hex')) });
    return { key, file, recoveryKey };
  }

  async function toBeBorn(held: KeyFile | null): Promise<BornKey | null> {
    if (given === undefined || !('passphrase' in given) || existsSync(join(folder, DATABASE_NAME)))
      return null;
    // A first start that was killed has left its key file.
    if (held !== null)
      return known && { key: known, keyFile: readFileSync(join(folder, DATA_KEY_NAME), 'utf8') };
    if (born !== null) return born;
    const { key, file } = await begin(given.passphrase);
    return { key, keyFile: keyFileText(file) };
  }

  async function bySystem(held: KeyFile, port: SystemKeys): Promise<void> {
    const kept = held.wraps.find((one) => one.kind === 'system');
    const unwrapped = kept === undefined ? null : await port.unwrap(kept.data).catch(() => null);
    const found = unwrapped?.bytes.toString('hex') === refuted ? null : unwrapped;
    if (found !== null) known ??= { cipher: held.cipher, key: found.bytes.toString('hex') };
    if (known === null || (found !== null && !found.isOld)) return;
    const data = await port.wrap(Buffer.from(known.key, 'hex')).catch(() => null);
    if (data !== null) change((now) => withWrap(now, { kind: 'system', data }));
  }

  return {
    known: () => known,
    use: (key) => void (known = key),
    refute() {
      refuted = known?.key ?? refuted;
      known = null;
    },
    hasFile: () => readKeyFile(folder) !== null,
    status() {
      const held = readKeyFile(folder);
      return {
        recoveryProven: held?.recoveryProven ?? false,
        systemKey: keepsKeys && held?.wraps.some(({ kind }) => kind === 'system') === true,
      };
    },
    keepsKeys: () => keepsKeys,
    born: () => born,
    async ready() {
      keepsKeys = (await system?.available()) ?? false;
      const held = readKeyFile(folder);
      if (held !== null) {
        if (system !== undefined && keepsKeys) await bySystem(held, system);
        if (known === null && untried !== undefined) {
          known = await attempt([held], untried).catch(() => null);
          untried = undefined;
        }
      }
      born = await toBeBorn(held);
    },
    async unlock(secret) {
      const held = readKeyFile(folder);
      if (held === null) throw new Refusal({ code: 'not-encrypted' });
      known = await attempt([held], secret);
    },
    async ofCopy(id, copy, secret) {
      const own = readKeyFile(folder);
      const held = readKeyFile(copy) ?? own;
      const isOwn = held !== null && held.id === own?.id;
      if (isOwn && known !== null) return known;
      if (held === null || secret === undefined) throw new Refusal({ code: 'copy-sealed', copy: id });
      return attempt(isOwn ? [own, held] : [held], secret);
    },
    fileFor(copy) {
      const own = readKeyFile(folder);
      const held = readKeyFile(copy) ?? own;
      return held !== null && held.id === own?.id ? own : held;
    },
    begin,
    async proveRecovery(recoveryKey) {
      await attempt([ownFile()], { recoveryKey });
      change((held) => ({ ...held, recoveryProven: true }));
    },
    async renewRecovery(current) {
      const held = ownFile();
      if (current !== undefined) await attempt([held], current);
      else if (held.recoveryProven) throw new Refusal({ code: 'passphrase-needed' });
      let made = '';
      change((now, key) => {
        const { recoveryKey, wrap } = recoveryWrap(now.id, key);
        made = recoveryKey;
        return { ...withWrap(now, wrap), recoveryProven: false };
      });
      return made;
    },
    async setPassphrase(current, passphrase) {
      const held = ownFile();
      const key = await attempt([held], current);
      const next = await passphraseWrap(held.id, key, passphrase, cost);
      change((now) => withWrap(now, next));
    },
  };
}
