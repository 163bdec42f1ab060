import { prepareZXingModule, readBarcodes, type ZXingModuleOverrides } from 'zxing-wasm/reader';

/** Where the decoder's program comes from: our own files. Call it before the first {@link readQr}. */
export async function prepareQrReader(
  source: Pick<ZXingModuleOverrides, 'wasmBinary'> | Pick<ZXingModuleOverrides, 'locateFile'>,
): Promise<void> {
  await prepareZXingModule({ overrides: source, fireImmediately: true });
}

/** The text of the first QR in a picture; null when there is none. The picture is read and not kept. */
export async function readQr(image: ImageData): Promise<string | null> {
  const [found] = await readBarcodes(image, { formats: ['QRCode'], maxNumberOfSymbols: 1 });
  return found === undefined ? null : utf8(found.bytes, found.text);
}

/** Vietnamese cards carry UTF-8 and do not say so; the decoder's own guess only where the bytes are none. */
function utf8(bytes: Uint8Array, guessed: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return guessed;
  }
}
