import type { WedgeScan } from '#shared/domain/identity/scan-burst.ts';
import { listenToKeyboard } from './keyboard-scan.ts';

/** Read before the part of the program was there that delivers them: a card may come in the first second of a window. */
const early: WedgeScan[] = [];
let deliver: ((scan: WedgeScan) => void) | undefined;

/** Hears the scanner that types from the first moment of the window; returns how to stop. */
export function hearKeyboard(): () => void {
  return listenToKeyboard((scan) => (deliver === undefined ? void early.push(scan) : deliver(scan)));
}

/** Gives what was heard, and from now on at once what is heard, to be delivered; returns how to stop. */
export function takeHeard(taker: (scan: WedgeScan) => void): () => void {
  deliver = taker;
  for (const scan of early.splice(0)) taker(scan);
  return () => void (deliver = undefined);
}
