/** Neither 0 and O nor 1, I and L: a code is read from one screen and typed at another. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 12;

/** A code of 12 signs from bytes that were drawn, in groups of four. Bytes that would favour a sign are passed over; give 48. */
export function pairingCode(drawn: Uint8Array): string {
  const fair = SIGNS.length * Math.floor(256 / SIGNS.length);
  const signs = [...drawn].filter((byte) => byte < fair).map((byte) => SIGNS[byte % SIGNS.length]);
  if (signs.length < LENGTH) throw new RangeError('too few bytes for a code');
  return signs
    .slice(0, LENGTH)
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');
}

/** A typed code as it was drawn: in capitals, whatever stands between its signs; null where it can be none. */
export function readPairingCode(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[\s.–-]/g, '');
  return signs.length === LENGTH && [...signs].every((sign) => SIGNS.includes(sign)) ? signs : null;
}
