/** What joins a desk: a PC at which officers work, or one that hangs on the wall and shows. */
export const JOINED_KINDS = ['counter', 'display'] as const;
export type JoinedKind = (typeof JOINED_KINDS)[number];

/** Why the door to the other PCs is not open although the leader opened it. */
export const LAN_TROUBLES = [
  /** No network card of this PC has the address (any more). */
  'address-gone',
  'port-taken',
  'not-permitted',
  /** This program has no door: a training desk, a desk of a test. */
  'no-door',
  'failed',
] as const;
export type LanTrouble = (typeof LAN_TROUBLES)[number];

/** Why a code can open nothing. */
export const PAIRING_OVER = ['none', 'late', 'used', 'tries'] as const;
