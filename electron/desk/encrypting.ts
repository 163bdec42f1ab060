import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Output, Parsed } from '#shared/contract/desk-contract.ts';
import { answered, refused, type DeskProblem, type DeskReply } from '#shared/contract/problem.ts';
import { encipheredPart } from './backup/encipher.ts';
import { runInChild } from './backup/run-in-child.ts';
import type { StartChild } from './child-program.ts';
import type { Clock } from './clock.ts';
import { PROGRAM } from './desk-call.ts';
import type { Opening } from './desk.ts';
import { newId } from './new-id.ts';
import { Refusal } from './refusal.ts';
import type { DeskKeys } from './seal/desk-keys.ts';
import { keyFileText } from './seal/key-file.ts';
import type { DataKey } from './store/cipher.ts';
import { DATABASE_NAME } from './store/marker.ts';
import { readOrder, writeOrder } from './store/restore-steps.ts';
import { detailOf } from './store/store-fault.ts';
import { fullDisk } from './store/store-problem.ts';
import { freeBytesAt } from './store/storage-place.ts';

/** What is done while no desk is open, and what everybody is told meanwhile. */
export type ClosedWork = {
  readonly problem: () => DeskProblem;
  /** Ends early when `stop` does: the program closes. */
  readonly run: (stop: AbortSignal) => Promise<void>;
};

/** Closes the desk, does the work, and opens what is in its place then. */
export type Reopen = (work?: ClosedWork) => Promise<Opening>;

/** Room that the desk keeps beside the second database. */
const SPARE = 64 * 1024 * 1024;
/** A large table is one statement: the child says nothing for as long as it takes. */
const SILENT_MS = 30 * 60_000;

type EncryptingOptions = {
  readonly folder: string;
  readonly clock: Clock;
  readonly keys: DeskKeys;
  readonly startChild: StartChild;
};

/** The two calls that a desk cannot serve itself: opening a sealed one, and enciphering one in its place (docs/decisions/0026-encryption.md). */
export function encrypting({ folder, clock, keys, startChild }: EncryptingOptions) {
  async function unlock(
    input: Parsed<'data.unlock'>,
    now: Opening,
    reopen: Reopen,
  ): Promise<DeskReply<unknown>> {
    if (now.ok) return answered({});
    if (now.problem.code !== 'desk-not-open' || now.problem.reason !== 'sealed') return refused(now.problem);
    return asReply(async () => {
      await keys.unlock(input);
      const opened = await reopen();
      return opened.ok ? answered({}) : refused(opened.problem);
    });
  }

  async function encrypt(
    { passphrase }: Parsed<'data.encrypt'>,
    key: string,
    now: Opening,
    reopen: Reopen,
  ): Promise<DeskReply<unknown>> {
    if (!now.ok) return refused(now.problem);
    if (readOrder(folder)?.key === key) return refused({ code: 'secret-not-repeated' });
    const hindered = await hindrance(now, passphrase);
    if (hindered !== null) return refused(hindered);
    return asReply(async () => {
      const made = await keys.begin(passphrase);
      let failure: string | undefined;
      const opened = await reopen({
        problem: progress(),
        async run(stop) {
          try {
            await exchangeFor(made.key, keyFileText(made.file), key, stop);
            keys.use(made.key);
          } catch (error) {
            failure = detailOf(error);
          }
        },
      });
      if (failure !== undefined) return refused({ code: 'encryption-failed', detail: failure });
      if (!opened.ok) return refused(opened.problem);
      // Takes its time, and with it the plain copies go.
      void opened.desk.dispatch('backup.make', {}, PROGRAM, newId());
      return answered({ recoveryKey: made.recoveryKey });
    });
  }

  /** The enciphered database, checked, and the order that puts it in the place of the plain one. */
  async function exchangeFor(
    key: DataKey,
    keyFile: string,
    orderKey: string,
    stop: AbortSignal,
  ): Promise<void> {
    const order = { task: 'encipher', dataFolder: folder, key, keyFile } as const;
    const { events } = await runInChild<'encipher'>(startChild, order, stop, SILENT_MS);
    const at = clock.now();
    writeOrder(folder, {
      form: 'QTD-RESTORE-1',
      kind: 'encrypt',
      id: newId(),
      stage: 'ready',
      at,
      copy: '',
      reason: '',
      key: orderKey,
      body: '',
      events,
      undo: null,
      replaced: `replaced-${at.replaceAll(/[-:]|\.\d+/g, '')}`,
      // What a restore still owes a day that is not open yet.
      given: readOrder(folder)?.given ?? [],
      nameless: 0,
    });
  }

  async function hindrance(
    now: Opening & { ok: true },
    passphrase: string | undefined,
  ): Promise<DeskProblem | null> {
    const ask = async <T>(method: string): Promise<T | DeskProblem> => {
      const reply = await now.desk.dispatch(method, {}, PROGRAM);
      return reply.ok ? (reply.value as T) : reply.problem;
    };
    const status = await ask<Output<'data.status'>>('data.status');
    if ('code' in status) return status;
    if (status.encrypted) return { code: 'already-encrypted' };
    const day = await ask<Output<'day.status'>>('day.status');
    if ('code' in day) return day;
    if (day.open !== null) return { code: 'day-still-open', businessDay: day.open.businessDay };
    if (passphrase === undefined && !keys.keepsKeys()) return { code: 'passphrase-needed' };
    const free = freeBytesAt(folder);
    const file = join(folder, DATABASE_NAME);
    return free !== null && free < sizeNow(file) + SPARE ? fullDisk(file, false) : null;
  }

  function progress(): () => DeskProblem {
    const file = join(folder, DATABASE_NAME);
    const total = sizeNow(file);
    return () => ({
      code: 'desk-not-open',
      reason: 'encrypting',
      file,
      detail: '',
      progress: { done: Math.min(total, sizeNow(encipheredPart(folder))), total },
    });
  }

  return { unlock, encrypt };
}

async function asReply(work: () => Promise<DeskReply<unknown>>): Promise<DeskReply<unknown>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return refused(error.problem);
    throw error;
  }
}

function sizeNow(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
