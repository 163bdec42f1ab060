import type { DriverPort } from './driver-port.ts';
import type { NetworkPatience } from './network-printer.ts';

/** What an open desk prints with. */
export type Printing = {
  /** Absent where the program has no drivers: in host mode. */
  readonly drivers: DriverPort | undefined;
  readonly networkPatience: NetworkPatience;
  /** Aborted when the desk closes: what is on its way to a printer is let go. */
  readonly closing: AbortSignal;
  /** Jobs that are on their way at this moment. */
  readonly sending: Set<string>;
  /** Jobs that a window has shown its print dialogue for, with the instant. A start of the program forgets them. */
  readonly begun: Map<string, string>;
};
