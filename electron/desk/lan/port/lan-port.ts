import type { Paired } from '#shared/contract/lan-line.ts';
import type { Role } from '#shared/contract/method.ts';
import type { DeskReply } from '#shared/contract/problem.ts';

/** What the desk is known by in the room: a certificate and its key, both PEM. */
export type LanIdentity = { readonly certificate: string; readonly privateKey: string };

/** A PC that was let in: its row (the desk's own where there is none), and the roles it may ask for, the first being the one it gets without asking. */
export type LanDevice = { readonly id: string | undefined; readonly roles: readonly [Role, ...Role[]] };

/** What a joining PC proves: `channel` is what only the two ends of its TLS connection can know. */
export type PairProof = { readonly fingerprint: string; readonly mac: string; readonly channel: Buffer };

/** What the desk gives to whoever listens for it. */
export type LanDoor = {
  readonly version: string;
  /** A share on which a PC of another version finds this one; null for none. */
  releases(): string | null;
  /** The device a token was given to; undefined for one that is unknown or revoked. */
  admit(token: string): LanDevice | undefined;
  /** A device has opened its stream of events, with whether its program prints by drivers; the line `ended`. */
  lineOpened(device: string, drivers: boolean): void;
  lineEnded(device: string): void;
  pairSalt(): DeskReply<{ salt: string }>;
  pair(proof: PairProof): Promise<DeskReply<Paired>>;
};

/** What the desk gives to whoever serves its wall to TVs. */
export type TvDoor = {
  /** The device a token was given to; undefined for one that is unknown or revoked. */
  admit(token: string): string | undefined;
  /** A TV has opened a stream of events; the stream `ended`. */
  lineOpened(device: string): void;
  lineEnded(device: string): void;
  /** The token of a new TV for the code that is open, once. */
  letIn(code: string): DeskReply<{ token: string }>;
};

/** The sockets towards TVs: the wall over plain HTTP, and nothing else. As `LanPort`. */
export type TvPort = {
  open(at: { address: string; port: number }, door: TvDoor): Promise<{ port: number }>;
  close(): Promise<void>;
  shutOut(device: string): void;
};

/** The sockets towards other PCs, handed to a desk by the program around it. */
export type LanPort = {
  /** Listens at one address of this PC, or all (`0.0.0.0`). Rejects with the error of `listen`. One door at a time. */
  open(
    at: { address: string; port: number },
    identity: LanIdentity,
    door: LanDoor,
  ): Promise<{ port: number }>;
  /** Ends every line, and answers once nothing listens any more. */
  close(): Promise<void>;
  /** Ends what one device has open. */
  shutOut(device: string): void;
  /** The IPv4 addresses of this PC, its own loopback last. */
  addresses(): { name: string; address: string }[];
  readonly tv: TvPort;
  /** How often they are looked at, and a door tried that could not be opened, in milliseconds. */
  readonly lookEveryMs?: number;
};
