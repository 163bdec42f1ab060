import { isMrzBegun } from '#shared/domain/identity/scan-burst.ts';
import { trimAscii } from '#shared/domain/identity/scan-text.ts';

/** A scanner on a serial port that adds no line end is done after this silence, ms. */
export const SERIAL_SILENCE_MS = 60;
/** More than any code holds; what a broken line sends without end is cut off here, in characters. */
const LONGEST = 4096;

type LineReader = {
  /** Takes the next bytes of a port and gives every scan they complete. */
  feed: (bytes: Uint8Array) => string[];
  /** Nothing has come for a while: gives what is left as one scan, if anything. */
  silence: () => string | null;
};

/**
 * Cuts the bytes of a serial port into scans: UTF-8, ended by CR, LF or both, however the port splits them. The three
 * lines of an MRZ stay together. Bytes that are no UTF-8 become U+FFFD, so that the reader of cards can say so.
 */
export function lineReader(): LineReader {
  let decoder = new TextDecoder('utf-8');
  let rest = '';
  const cut = (): string[] => {
    const lines: string[] = [];
    let from = 0;
    for (const { 0: end, index } of rest.matchAll(/[\r\n]+/gu)) {
      const line = trimAscii(rest.slice(from, index));
      if (isMrzBegun(line)) continue;
      if (line !== '') lines.push(line.replace(/[\r\n]+/gu, '\n'));
      from = index + end.length;
    }
    rest = rest.slice(from).slice(0, LONGEST);
    return lines;
  };
  return {
    feed(bytes) {
      rest += decoder.decode(bytes, { stream: true });
      return cut();
    },
    silence() {
      const line = trimAscii((rest + decoder.decode()).replace(/[\r\n]+/gu, '\n'));
      decoder = new TextDecoder('utf-8');
      rest = '';
      return line === '' ? null : line;
    },
  };
}
