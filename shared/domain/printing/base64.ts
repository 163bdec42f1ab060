const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Standard base64 with padding (RFC 4648, section 4), for pictures that cross as JSON. */
export function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    parts.push(
      letters.charAt(three >> 18),
      letters.charAt((three >> 12) & 63),
      left > 1 ? letters.charAt((three >> 6) & 63) : '=',
      left > 2 ? letters.charAt(three & 63) : '=',
    );
  }
  return parts.join('');
}

/** The bytes of standard base64; undefined where the text is none. */
export function bytesOfBase64(base64: string): Uint8Array | undefined {
  const body = base64.replace(/={1,2}$/, '');
  if (base64.length % 4 !== 0 || body.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((body.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of body) {
    const value = letters.indexOf(letter);
    if (value === -1) return undefined;
    held = ((held << 6) | value) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return bytes;
}
