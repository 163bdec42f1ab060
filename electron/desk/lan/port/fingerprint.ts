import { createHash, X509Certificate } from 'node:crypto';

/** SHA-256 of a certificate (PEM), hexadecimal. */
export function fingerprintOf(certificate: string): string {
  return createHash('sha256').update(new X509Certificate(certificate).raw).digest('hex');
}
