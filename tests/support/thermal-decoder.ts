import type { Raster } from '#shared/domain/printing/raster.ts';

/** What a printer does with what it reads. */
export type ThermalEvents = {
  /** Rows of one band, as wide as it says; a printer prints them at once. */
  band(widthBytes: number, rows: Uint8Array): void;
  /** End of a sheet: cut, or fed to where it is torn. */
  sheet(how: 'cut' | 'fed'): void;
  status(query: number): void;
  density(density: number): void;
  initialise(): void;
  /** A byte that belongs to no command: it would be printed as a letter. */
  unknown(byte: number): void;
};

/**
 * Reads ESC/POS as a printer does, byte by byte in any portions. Written from the command reference alone and knowing
 * nothing of the encoder, so that both must be right to agree.
 */
export function thermalDecoder(events: ThermalEvents): (bytes: Uint8Array) => void {
  let waiting = Buffer.alloc(0);
  return (bytes) => {
    waiting = Buffer.concat([waiting, bytes]);
    for (let used = readOne(waiting, events); used > 0; used = readOne(waiting, events)) {
      waiting = waiting.subarray(used);
    }
  };
}

/** Reads one command from the start; 0 when it is not there as a whole yet. */
function readOne(bytes: Buffer, events: ThermalEvents): number {
  const [first, second, third] = bytes;
  if (first === undefined) return 0;
  const length = lengthOf([...bytes.subarray(0, 8)]);
  if (length === undefined) {
    events.unknown(first);
    return 1;
  }
  if (bytes.length < length) return 0;
  if (first === 0x10) events.status(third ?? 0);
  else if (first === 0x1b) {
    if (second === 0x40) events.initialise();
    else events.sheet('fed');
  } else if (second === 0x56) events.sheet('cut');
  else if (second === 0x28) events.density(new Int8Array([bytes[6] ?? 0])[0] ?? 0);
  else events.band(pair(bytes, 4), bytes.subarray(8, length));
  return length;
}

/** Length of the command that begins here, as far as its first bytes tell; undefined when it is none. */
function lengthOf([first, second, third, ...rest]: readonly number[]): number | undefined {
  if (second === undefined) return first === 0x10 || first === 0x1b || first === 0x1d ? Infinity : undefined;
  if (first === 0x10) return second === 0x04 ? 3 : undefined;
  if (first === 0x1b) return { 0x40: 2, 0x64: 3 }[second];
  if (first !== 0x1d) return undefined;
  if (third === undefined) return [0x28, 0x56, 0x76].includes(second) ? Infinity : undefined;
  if (second === 0x56) return third === 66 ? 4 : undefined;
  if (second === 0x28) return third === 0x4b ? 7 : undefined;
  if (second !== 0x76 || third !== 0x30) return undefined;
  return rest.length < 5 ? Infinity : 8 + pair(rest, 1) * pair(rest, 3);
}

function pair(bytes: ArrayLike<number>, at: number): number {
  return (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
}

/** The sheets that a printer would make of these bytes, and everything else that it read. */
export function decodeThermal(bytes: Uint8Array): {
  sheets: { how: 'cut' | 'fed'; picture: Raster }[];
  unknown: number[];
  density: number[];
  initialised: number;
} {
  const decoded: ReturnType<typeof decodeThermal> = { sheets: [], unknown: [], density: [], initialised: 0 };
  const paper = new PaperRoll();
  thermalDecoder({
    band: (widthBytes, rows) => paper.print(widthBytes, rows),
    sheet: (how) => decoded.sheets.push({ how, picture: paper.tear() }),
    status: () => {},
    density: (density) => decoded.density.push(density),
    initialise: () => (decoded.initialised += 1),
    unknown: (byte) => decoded.unknown.push(byte),
  })(bytes);
  return decoded;
}

/** The paper that hangs out of a printer. Only whole bytes are known of its width. */
export class PaperRoll {
  #rows: Uint8Array[] = [];
  #widthBytes = 0;
  /** Rows that can still be printed. */
  left = Infinity;

  print(widthBytes: number, rows: Uint8Array): void {
    this.#widthBytes = widthBytes;
    for (let at = 0; at < rows.length && this.left > 0; at += widthBytes, this.left -= 1) {
      this.#rows.push(Uint8Array.from(rows.subarray(at, at + widthBytes)));
    }
  }

  tear(): Raster {
    const rows = Buffer.concat(this.#rows);
    const picture = { widthDots: this.#widthBytes * 8, heightDots: this.#rows.length, rows };
    this.#rows = [];
    return picture;
  }
}
