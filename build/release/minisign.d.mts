import type { KeyObject } from 'node:crypto';
export type SecretKey = { readonly number: Buffer; readonly key: KeyObject; readonly publicLine: string };
export function readSecretKey(text: string, password?: string): SecretKey;
export function signatureOf(bytes: Uint8Array, key: SecretKey, comment: string): Promise<string>;
