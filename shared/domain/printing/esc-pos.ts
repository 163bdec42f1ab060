import { rowBytes, type Raster } from './raster.ts';

/** How a thermal printer is to treat one picture. */
type ThermalJob = {
  readonly copies: number;
  /** Heat of the head, −5 to 5; 0 leaves it as it is and says nothing, because not every printer knows the command. */
  readonly density: number;
  /** Cuts after each copy; without it the paper is fed to where it is torn. */
  readonly cut: boolean;
};

const ESC = 0x1b;
const GS = 0x1d;
const DLE = 0x10;
const EOT = 0x04;

/** Rows of one band. Cheap printers hold no more, and some read only the low byte of the height. */
const BAND_ROWS = 255;
/** Some 58 mm printers garble a band whose height is a multiple of this. */
const GARBLED_ROWS = 48;
const LINES_TO_TEAR = 4;

/**
 * The bytes that print a picture: initialise, heat, then for every copy the picture in bands (GS v 0), and cut or feed.
 * Codes after Epson's ESC/POS reference, kept to what its imitations know.
 */
export function encodeThermal(raster: Raster, { copies, density, cut }: ThermalJob): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(ESC, 0x40)]; // ESC @
  // GS ( K, function 49: two bytes follow, the density in two's complement.
  if (density !== 0) parts.push(Uint8Array.of(GS, 0x28, 0x4b, 2, 0, 49, density & 0xff));
  for (let copy = 0; copy < copies; copy += 1) {
    parts.push(...bands(raster));
    // GS V 66 0: feed to the blade and cut all but one point. ESC d: feed lines.
    parts.push(cut ? Uint8Array.of(GS, 0x56, 66, 0) : Uint8Array.of(ESC, 0x64, LINES_TO_TEAR));
  }
  return joined(parts);
}

function bands({ widthDots, heightDots, rows }: Raster): Uint8Array[] {
  const bytes = rowBytes(widthDots);
  const parts: Uint8Array[] = [];
  for (let row = 0, height = 0; row < heightDots; row += height) {
    height = Math.min(BAND_ROWS, heightDots - row);
    if (height % GARBLED_ROWS === 0) height -= 1;
    // GS v 0, mode 0: width in bytes, height in rows, low byte first.
    parts.push(
      Uint8Array.of(GS, 0x76, 0x30, 0, bytes & 0xff, bytes >> 8, height, 0),
      rows.subarray(row * bytes, (row + height) * bytes),
    );
  }
  return parts;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** What a printer is asked in real time: 1 the printer, 2 why it is offline, 4 its paper. */
export const STATUS_QUERIES = [1, 2, 4] as const;
export type StatusQuery = (typeof STATUS_QUERIES)[number];

export function statusQuery(query: StatusQuery): Uint8Array {
  return Uint8Array.of(DLE, EOT, query);
}

/**
 * Whether a picture happens to contain a status query. A printer that looks for queries in everything it receives answers
 * that too, and the answers that follow no longer say what they answer.
 */
export function holdsStatusQuery(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(DLE); at !== -1; at = bytes.indexOf(DLE, at + 1)) {
    const query = bytes[at + 2] ?? 0;
    if (bytes[at + 1] === EOT && query >= 1 && query <= 4) return true;
  }
  return false;
}
