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
