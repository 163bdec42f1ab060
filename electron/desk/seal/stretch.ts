import { argon2id } from 'hash-wasm';

/** How dear one guess is: memory in KiB and passes. */
export type StretchCost = { readonly m: number; readonly t: number };

type StretchInput = StretchCost & { readonly passphrase: string; readonly salt: Uint8Array };

/** 32 bytes of a passphrase by argon2id, by hash-wasm: Electron's own crypto has none. Takes a third of a second on purpose: for the worker. */
export function stretch({ passphrase, salt, m, t }: StretchInput): Promise<Uint8Array> {
  return argon2id({
    password: passphrase.normalize('NFC'),
    salt,
    memorySize: m,
    iterations: t,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
}
