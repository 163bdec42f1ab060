import { setImmediate as letOthersWork } from 'node:timers/promises';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { MOST_TOGETHER, type Received } from '#shared/contract/level-shapes.ts';
import { answered, refused, type DeskReply } from '#shared/contract/problem.ts';
import { Refusal } from '#electron/desk/refusal.ts';
import { firstReplies, keepReplies, type CommandKey } from '../store/idempotency-row.ts';
import type { LevelStore } from '../store/level-store.ts';
import { knownVersions, mergeFiles, type HandedFile } from './merge-files.ts';
import { readFile, type ReadFile } from './read-file.ts';

type Waiting = {
  readonly file: HandedFile;
  /** Absent for files that the level fetches itself. */
  readonly command: CommandKey | undefined;
  answer(reply: DeskReply<unknown>): void;
  fail(error: unknown): void;
};

export type Receiver = {
  /** What became of a file, told after the commit. Rejects with the store's error, or with a Refusal. */
  receive(file: HandedFile, command?: CommandKey): Promise<Received>;
  /** When every file that was handed in has its answer. */
  settled(): Promise<void>;
};

/**
 * Takes files that many hand in at once: each is looked at outside of any transaction, then those that wait are merged in one. While
 * one transaction is written, the files of the next are looked at.
 */
export function fileReceiver(store: LevelStore, now: () => string): Receiver {
  let waiting: Waiting[] = [];
  let isWorking = false;
  let working: Promise<void> = Promise.resolve();

  async function work(): Promise<void> {
    isWorking = true;
    // Whoever hands in at the same moment goes with the first.
    await letOthersWork();
    let writing: Promise<void> = Promise.resolve();
    while (waiting.length > 0) {
      const group = waiting.slice(0, MOST_TOGETHER);
      waiting = waiting.slice(MOST_TOGETHER);
      const looked = await look(group);
      await writing;
      writing = commit(looked);
      // Whoever was answered hands in the next file; with nothing else to do the next group is whole by then.
      if (waiting.length === 0) await writing;
      await letOthersWork();
    }
    isWorking = false;
  }

  /** Known bytes are not read again. */
  async function look(group: readonly Waiting[]): Promise<(Waiting & { readonly read: ReadFile | null })[]> {
    const hashes = group.map(({ file }) => file.sha256);
    let known: ReadonlyMap<string, unknown> = new Map();
    try {
      known = await store.read((trx) => knownVersions(trx, hashes));
    } catch {
      // The commit meets the same trouble and tells it.
    }
    const looked: (Waiting & { readonly read: ReadFile | null })[] = [];
    for (const one of group) {
      const { bytes, sha256 } = one.file;
      try {
        looked.push({
          ...one,
          read: known.has(sha256) ? null : bytes === null ? tooLarge : readFile(bytes),
        });
      } catch (error) {
        // Nothing that a file may hold stops the others.
        one.fail(error);
      }
      await letOthersWork();
    }
    return looked;
  }

  async function commit(looked: readonly (Waiting & { readonly read: ReadFile | null })[]): Promise<void> {
    try {
      const at = now();
      const replies = await store.write(at, async (writing) => {
        const first = await firstReplies(
          writing.trx,
          looked.flatMap(({ command }) => command ?? []),
        );
        const isNew = ({ command }: Waiting): boolean => command === undefined || !first.has(command.key);
        const fresh = looked.filter(isNew);
        const received = await mergeFiles(writing, fresh);
        const own = new Map(fresh.map((one, index) => [one.answer, answered(received[index])]));
        await keepReplies(
          writing.trx,
          fresh.flatMap(({ command, answer }) => {
            const reply = own.get(answer);
            return command === undefined || reply === undefined ? [] : [{ ...command, reply }];
          }),
          at,
        );
        return looked.map((one) => own.get(one.answer) ?? first.get(one.command?.key ?? '') ?? lost);
      });
      for (const [index, reply] of replies.entries()) looked[index]?.answer(reply);
    } catch (error) {
      // A trouble of the store is everybody's. What one file alone does to a transaction must not be told to the others.
      if (looked.length === 1 || store.problemOf(error) !== null) for (const one of looked) one.fail(error);
      else for (const one of looked) await commit([one]);
    }
  }

  return {
    settled: () => working,
    receive: (file, command) =>
      new Promise<DeskReply<unknown>>((answer, fail) => {
        waiting.push({ file, command, answer, fail });
        if (!isWorking) working = work();
      }).then((reply) => {
        if (reply.ok) return reply.value as Received;
        throw new Refusal(reply.problem satisfies DeskProblem);
      }),
  };
}

const tooLarge: ReadFile = { whole: false, status: 'unreadable', reason: 'too-large', claim: null };
const lost = refused({ code: 'unexpected', incident: '' });
