import type { LevelContract, LevelMethodName, LevelOutput, LevelParsed } from '#shared/contract/level.ts';
import type { LevelMethod } from '#shared/contract/level-method.ts';
import type { OfficeCalendar } from '#shared/domain/calendar/office-calendar.ts';
import type { LevelPage } from '#shared/contract/level-page.ts';
import type { SigningKey } from '#electron/books/day-file.ts';
import type { ReportPrinter } from '#electron/desk/delivery/exporting.ts';
import type { FolderWatch } from './folder-watch.ts';
import type { LevelCaller } from './level.ts';
import type { Receiver } from './receive/receiver.ts';
import type { CommandKey } from './store/idempotency-row.ts';
import type { LevelStore, Writing } from './store/level-store.ts';
import type { LevelTransaction } from './store/tables.ts';

/** What stays the same for the life of an open level. */
export type LevelFacts = {
  /** Folder of this program's own files: the key, and the database where that is SQLite. */
  readonly folder: string;
  readonly key: SigningKey;
  readonly calendar: OfficeCalendar;
  /** Absent where there is no browser to draw in. */
  readonly printer?: ReportPrinter<LevelPage> | undefined;
};

type Call = LevelFacts & { readonly asker: LevelCaller; readonly at: string };

/** A query being served: everything it reads is of one moment. */
export type LevelQuery = Call & { readonly trx: LevelTransaction };

/** A query that reads a file before it opens a transaction. */
type LevelSlowQuery = Call & { readonly store: Pick<LevelStore, 'read'> };

/** A command being served in its transaction. */
export type LevelCommand = Call & Writing;

/** A command that opens transactions of its own. */
export type LevelSlow = Call & {
  readonly store: LevelStore;
  readonly receiver: Receiver;
  readonly watch: FolderWatch;
  /** With what its reply is kept, for a service that does that in a transaction of its own. */
  readonly command: CommandKey;
};

type CallOf<R extends LevelMethod> = R extends { slow: true }
  ? R['kind'] extends 'query'
    ? LevelSlowQuery
    : LevelSlow
  : R['kind'] extends 'query'
    ? LevelQuery
    : LevelCommand;

/** A service of the level. Throws a Refusal to refuse. */
type LevelService<M extends LevelMethodName> = (
  call: CallOf<LevelContract[M]>,
  input: LevelParsed<M>,
) => Promise<LevelOutput<M>>;
export type LevelServices = { readonly [M in LevelMethodName]: LevelService<M> };
