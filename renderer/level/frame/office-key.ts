import { bytesOfBase64 } from '#shared/domain/printing/base64.ts';

/** The DER bytes before the 32 of an Ed25519 public key. */
const SPKI_HEAD = '302a300506032b6570032100';

/**
 * The fingerprint of what was pasted or typed: the 32 bytes of an Ed25519 key in base64, its PEM, or the 64 digits of the fingerprint
 * itself with spaces or colons between. Undefined for anything else.
 */
export async function fingerprintOfKey(text: string): Promise<string | undefined> {
  const typed = text.trim();
  const digits = typed.replaceAll(/[\s:.-]/g, '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(digits)) return digits;
  const key = typed.startsWith('-----BEGIN PUBLIC KEY-----') ? keyOfPem(typed) : bytesOfBase64(typed);
  if (key?.length !== 32) return undefined;
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', key)));
}

/** As it is read aloud: sixteen groups of four digits. */
export function inFours(keyId: string): readonly string[] {
  return keyId.toUpperCase().match(/.{1,4}/g) ?? [];
}

function keyOfPem(pem: string): Uint8Array<ArrayBuffer> | undefined {
  const der = bytesOfBase64(pem.replaceAll(/-----[A-Z ]+-----|\s/g, ''));
  if (der === undefined || hexOf(der.subarray(0, 12)) !== SPKI_HEAD) return undefined;
  return der.slice(12);
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
