import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Colours as 0xRRGGBB, row by row from the top. */
export type Pixels = { readonly width: number; readonly height: number; readonly pixels: Uint32Array };

/** Reads the 8-bit PNG of a screenshot; what is transparent is read as it is stored. */
export function decodePng(png: Buffer): Pixels {
  const { width, height, step, rows } = rowsOf(png);
  const pixels = new Uint32Array(width * height);
  rows.forEach((row, y) => {
    for (let x = 0; x < width; x += 1) {
      pixels[y * width + x] =
        ((row[x * step] ?? 0) << 16) | ((row[x * step + 1] ?? 0) << 8) | (row[x * step + 2] ?? 0);
    }
  });
  return { width, height, pixels };
}

/** How light each dot is, 0 to 255: the green of an 8-bit PNG, or the only bit of a grey one. */
export function decodeLight(png: Buffer): { width: number; height: number; light: Uint8Array } {
  const { width, height, step, rows } = rowsOf(png);
  const light = new Uint8Array(width * height);
  rows.forEach((row, y) => {
    const start = y * width;
    for (let x = 0; x < width; x += 1) {
      light[start + x] =
        step === 1 ? (((row[x >> 3] ?? 0) >> (7 - (x & 7))) & 1) * 255 : (row[x * step + 1] ?? 0);
    }
  });
  return { width, height, light };
}

/** The rows of a PNG of 24 or 32 bits a dot, or of a single one (`step` 1), without their filters. */
function rowsOf(png: Buffer): { width: number; height: number; step: number; rows: Uint8Array[] } {
  const parts: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const isBits = png[24] === 1;
  const step = isBits ? 1 : png[25] === 6 ? 4 : 3;
  const data = inflateSync(Buffer.concat(parts));
  const length = isBits ? Math.ceil(width / 8) : width * step;
  const rows: Uint8Array[] = [];
  let before = new Uint8Array(length);
  for (let y = 0; y < height; y += 1) {
    const start = y * (length + 1);
    const row = data.subarray(start + 1, start + 1 + length);
    unfilter(data[start] ?? 0, row, before, step);
    rows.push(row);
    before = row;
  }
  return { width, height, step, rows };
}

/** Undoes the five row filters of PNG (RFC 2083 §6). */
function unfilter(kind: number, row: Uint8Array, before: Uint8Array, step: number): void {
  if (kind === 1) {
    for (let at = step; at < row.length; at += 1) row[at] = (row[at] ?? 0) + (row[at - step] ?? 0);
  } else if (kind === 2) {
    for (let at = 0; at < row.length; at += 1) row[at] = (row[at] ?? 0) + (before[at] ?? 0);
  } else if (kind > 2) {
    for (let at = 0; at < row.length; at += 1) {
      const left = at < step ? 0 : (row[at - step] ?? 0);
      const up = before[at] ?? 0;
      const corner = at < step ? 0 : (before[at - step] ?? 0);
      row[at] = (row[at] ?? 0) + (kind === 3 ? (left + up) >> 1 : paeth(left, up, corner));
    }
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const toLeft = Math.abs(guess - left);
  const toUp = Math.abs(guess - up);
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** Packs rows, each with its filter byte, into a PNG; `colourType` 0 is grey, 3 takes its colours from `palette`. */
export function encodePng(
  { width, height, depth, colourType }: { width: number; height: number; depth: number; colourType: number },
  rows: Buffer,
  palette?: Buffer,
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colourType], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...(palette === undefined ? [] : [chunk('PLTE', palette)]),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
