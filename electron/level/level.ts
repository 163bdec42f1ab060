import type { DeskReply } from '#shared/contract/problem.ts';
import type { LevelRole } from '#shared/domain/level/words.ts';

/** Who asks, as a door says it. */
export type LevelAsker = {
  /** The one that the door gives, or that is asked for: with PINs on the officer's own decide. */
  readonly role: LevelRole;
  /** As they name themselves; it stands in the ledger where nobody is signed in. */
  readonly by: string;
  /** The secret of `session.open`. */
  readonly session?: string | undefined;
  /** From another PC: served only where officers sign in with a PIN. */
  readonly remote?: true | undefined;
  /** No person: a page that the program itself opened, or an office with its token. */
  readonly program?: true | undefined;
  /** An office that sends by itself. */
  readonly line?: true | undefined;
};

/** In whose name something is done, as the ledger has it; `officer` is null for who only said a name. */
export type Worker = { readonly name: string; readonly officer: string | null };

/** In whose name a call is served (electron/level/access). `session` names the one it came with. */
export type LevelCaller = {
  readonly role: LevelRole;
  readonly by: Worker;
  readonly session?: string | undefined;
  readonly line?: true | undefined;
};

/** An open receiving level. */
export type Level = {
  /** Serves one call; never rejects. Commands need an idempotency key. */
  dispatch(method: string, input: unknown, asker: LevelAsker, key?: string): Promise<DeskReply<unknown>>;
  /**
   * Takes a file, input and answer as of `file.receive`, from the office that holds the token of `office.token`; a file that names another
   * office is refused. Undefined where no office holds it. Never rejects.
   */
  receiveFrom(token: string, input: unknown, key?: string): Promise<DeskReply<unknown> | undefined>;
  /** Whether an officer is signed in, though the screen be locked; on this PC always where no PIN is asked for. */
  isSignedIn(asker: Pick<LevelAsker, 'session' | 'remote'>): Promise<boolean>;
  /** Whether an office that still sends holds the token. */
  knowsOffice(token: string): Promise<boolean>;
  /** Whether officers sign in with a PIN. */
  hasPins(): Promise<boolean>;
  /** Rises with every change, of this program or another one of the same database: an answer from before it is old. */
  revision(): number;
  /** Told after each change. Returns the function that ends it. */
  onChange(listener: (revision: number) => void): () => void;
  close(): Promise<void>;
};
