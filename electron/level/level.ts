import type { DeskReply } from '#shared/contract/problem.ts';
import type { LevelRole } from '#shared/domain/level/words.ts';

/** Who asks, as a door says it: the role, and the name that stands in the ledger. */
export type LevelAsker = { readonly role: LevelRole; readonly by: string };

/** An open receiving level. */
export type Level = {
  /** Serves one call; never rejects. Commands need an idempotency key. */
  dispatch(method: string, input: unknown, asker: LevelAsker, key?: string): Promise<DeskReply<unknown>>;
  /**
   * Takes a file, input and answer as of `file.receive`, from the office that holds the token of `office.token`; a file that names another
   * office is refused. Undefined where no office holds it. Never rejects.
   */
  receiveFrom(token: string, input: unknown, key?: string): Promise<DeskReply<unknown> | undefined>;
  /** Rises with every change, of this program or another one of the same database: an answer from before it is old. */
  revision(): number;
  /** Told after each change. Returns the function that ends it. */
  onChange(listener: (revision: number) => void): () => void;
  close(): Promise<void>;
};
