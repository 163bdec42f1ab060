// What a desk and a PC that joined it say to each other besides calls and events. Neither end of it is a page.
import { z } from 'zod';
import { id } from '#shared/domain/values.ts';
import { JOINED_KINDS } from './lan-words.ts';

/** Paths of the door to other PCs that the door of this PC has not. */
export const LINE = { page: '/line/events', pair: '/line/pair' } as const;

/** The program of a joined PC names its version with every call; another one than the desk's is refused. */
export const VERSION_HEADER = 'x-desk-version';
/** Said with the stream of events by a PC whose program prints by drivers of its own. */
export const DRIVERS_HEADER = 'x-desk-drivers';

/** Another one at each start of a joined PC's program: two PCs that come with one token are told apart by it. */
export const RUN_HEADER = 'x-desk-run';

/** What binds the proof of a pairing to the very TLS connection it is said on. */
export const PAIR_EXPORTER = 'EXPORTER-quay-tiep-dan-pair';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[\\da-f]{${bytes * 2}}$`));

/** The answer to a GET: with the salt both sides stretch the code. */
export const pairSalt = z.object({ salt: hex(16) });
/** `fingerprint` is that of the certificate the joining PC sees: another one than the desk's own means somebody between. */
export const pairWish = z.strictObject({ fingerprint: hex(32), mac: hex(32) });
export const paired = z.object({
  deviceId: id,
  kind: z.enum(JOINED_KINDS),
  name: z.string(),
  token: hex(32),
  /** The desk's own proof that it knows the code, over the token too. */
  mac: hex(32),
});
export type Paired = z.infer<typeof paired>;

/** Where a desk whose door is open answers to a broadcast. */
export const FIND_PORT = 47_151;
/** As long as the answer may be, so that a question with a false sender is not made larger here. */
export const FIND_BYTES = 256;
export const FIND_WORD = 'QTD-FIND-1';
export const foundHost = z.object({ port: z.int().min(1).max(65_535), fingerprint: hex(32) });
