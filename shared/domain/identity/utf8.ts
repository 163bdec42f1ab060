declare const TextDecoder: new (
  label: 'utf-8',
  options: { fatal: true; ignoreBOM: true },
) => { decode(bytes: Uint8Array): string };

/**
 * Decodes UTF-8 strictly: undefined for any byte sequence that a correct encoder would not write (overlong forms,
 * surrogates, stray or missing continuation bytes). The strictness is what makes an undone mojibake certain.
 */
export function decodeUtf8(bytes: readonly number[]): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

/** The text behind hex-written UTF-8, or undefined when it is not that. */
export function decodeHexUtf8(hex: string): string | undefined {
  if (hex.length === 0 || hex.length % 2 !== 0 || !/^[0-9a-f]+$/i.test(hex)) return undefined;
  const bytes: number[] = [];
  for (let at = 0; at < hex.length; at += 2) bytes.push(Number.parseInt(hex.slice(at, at + 2), 16));
  return decodeUtf8(bytes);
}
