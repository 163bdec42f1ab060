declare const btoa: (bytes: string) => string;
declare const atob: (base64: string) => string;

const PIECE = 0x80_00;

/** Standard base64 with padding (RFC 4648, section 4), for bytes that cross as JSON. */
export function base64Of(bytes: Uint8Array): string {
  let letters = '';
  // In pieces: a call takes only so many arguments.
  for (let start = 0; start < bytes.length; start += PIECE)
    letters += String.fromCharCode(...bytes.subarray(start, start + PIECE));
  return btoa(letters);
}

/** The bytes of standard base64; undefined where the text is none. */
export function bytesOfBase64(base64: string): Uint8Array<ArrayBuffer> | undefined {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return undefined;
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return bytes;
}
