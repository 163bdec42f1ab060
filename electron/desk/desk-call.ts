import type { DeskContract, MethodName, Output, Parsed } from '#shared/contract/desk-contract.ts';
import type { DeskEvent } from '#shared/contract/event.ts';
import type { Role } from '#shared/contract/method.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import type { Actor } from './store/rows/officer-row.ts';
import type { NewEvent } from './store/rows/event-row.ts';
import type { ReadableStore, WritableStore } from './store/store.ts';

/** Who asks, as a door says it. */
export type Asker = {
  /** The one asked for, or the first that the door gives. */
  readonly role: Role;
  /** A joined PC; absent, the one that holds the desk. */
  readonly device?: string | undefined;
  /** The secret of `session.open`. */
  readonly session?: string | undefined;
  /** No person: the program, or a page of it that does what somebody asked for before. */
  readonly program?: true | undefined;
};
export const PROGRAM: Asker = { role: 'leader', program: true };

/** In whose name a call is served (electron/desk/access). `session` names the one it came with. */
export type Caller = { readonly role: Role; readonly session?: string } & Actor;

/** A call as it comes to a desk. */
export type DeskCall = readonly [method: string, payload: unknown, asker: Asker, key?: string | undefined];

/** A reply, or the promise of one where files are written or rendered. */
export type DeskAnswer = DeskReply<unknown> | Promise<DeskReply<unknown>>;

/** What stays the same for the life of an open desk. */
export type DeskFacts = {
  /** Identity of this opening of the desk. */
  readonly desk: string;
  readonly version: string;
  readonly training: boolean;
  readonly electron: boolean;
  /** Minutes by which the wall clock left the monotonic clock since the start; null while they agree. */
  clockJumpMinutes(): number | null;
};

/** A query being served: it reads as of one instant and can change nothing. */
export type QueryCall = DeskFacts & {
  readonly store: ReadableStore;
  readonly caller: Caller;
  readonly at: string;
};

/** A command being served: a single instant for everything it writes, and the events it appends. */
export type CommandCall = Omit<QueryCall, 'store'> & {
  readonly store: WritableStore;
  /** Identity of this run of the program: monotonic times compare only within one run. */
  readonly run: string;
  readonly mono: number;
  /** In the name of the caller, or of whom `by` names. */
  append(event: NewEvent, by?: Actor): DeskEvent;
};

/**
 * A service of the desk: loads, asks a pure rule, saves. Throws a Refusal to refuse. Only work on files and printers
 * answers with a promise; it runs outside any transaction.
 */
type Service<M extends MethodName> = (
  call: DeskContract[M]['kind'] extends 'query' ? QueryCall : CommandCall,
  input: Parsed<M>,
) => Output<M> | Promise<Output<M>>;
export type Services = { readonly [M in MethodName]: Service<M> };
