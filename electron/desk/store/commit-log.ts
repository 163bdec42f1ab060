import type Database from 'better-sqlite3';
import { openLastWord, type FoundWord, type LastWord, type LastWordFile } from './last-word.ts';
import type { PageReader, PageSums } from './page-sums.ts';
import { saltOf } from './write-ahead-log.ts';

/** The log is brought into the database when it holds this many frames; a commit of the desk writes about ten. */
const MOST_FRAMES = 1000;

/** What follows each commit: the last word, and from time to time the way of the log into the database. */
export type CommitLog = {
  /** How it stands with the last word: as it was found at the start, or `failing` since its file takes no more. */
  readonly lastWord: FoundWord['state'] | 'failing';
  /** To be called after each commit, outside of any transaction. */
  committed(): void;
  /** Brings nothing into the database until `resume`; gives what a copy of both must hold. */
  rest(): RestingLog;
  resume(): void;
  /** Brings all of the log into the database, and cuts it so that nothing former is left in it; while it rests, afterwards. */
  scrub(): void;
  /** Brings all of the log into the database for good. Throws the driver's error. */
  empty(): void;
  /** To be called when the connection is closed: a log that was emptied before is never looked for again. */
  ended(): void;
};

/** The database, which nothing writes, and so many frames of its log hold what `word` says. */
type RestingLog = { readonly frames: number; readonly pageSize: number; readonly word: LastWord };

type HeadRow = { number: number; hash: string; day: string | null; numbers: string | null };

/** SQLite's answer to `wal_checkpoint`: busy, frames in the log, frames of them that are in the database. */
type Checkpoint = [busy: number, frames: number, moved: number];

/**
 * Takes over the log of an asserted and migrated connection: nothing else may checkpoint it. Throws the driver's or the
 * file system's error where the log cannot be emptied or the word not be said. `pages`: of an enciphered database.
 */
export function keepCommitLog(
  database: Database.Database,
  wordFile: string,
  found: FoundWord['state'],
  sums: PageSums,
  pages: PageReader | null,
): CommitLog {
  const pageSize = Number(database.pragma('page_size', { simple: true }));
  const log = `${database.name}-wal`;
  database.pragma('wal_autocheckpoint = 0');
  const state = database.prepare<[], Checkpoint>('PRAGMA wal_checkpoint(NOOP)').raw();
  const checkpoint = (mode: 'PASSIVE' | 'TRUNCATE'): Checkpoint =>
    database.prepare<[], Checkpoint>(`PRAGMA wal_checkpoint(${mode})`).raw().get() ?? [1, 0, 0];
  const head = database.prepare<[], HeadRow>(
    `SELECT e.number, e.hash, d.day,
       (SELECT group_concat(s.letter || n.last_number, ' ') FROM series_day n JOIN series s ON s.id = n.series_id
        WHERE n.office_id = d.office_id AND n.day = d.day) AS numbers
     FROM (SELECT 1) LEFT JOIN (SELECT number, hash FROM event ORDER BY number DESC LIMIT 1) e
     LEFT JOIN (SELECT office_id, day FROM business_day WHERE closed_at IS NULL
       UNION ALL SELECT * FROM (SELECT office_id, day FROM business_day ORDER BY office_id DESC, day DESC LIMIT 1) LIMIT 1) d`,
  );
  const file: LastWordFile = openLastWord(wordFile);
  let lastWord: CommitLog['lastWord'] = found;
  let filled: LastWord['log'] = null;
  let last: LastWord | null = null;
  let isResting = false;
  let isScrubDue = false;

  const word = (state: LastWord['state']): LastWord => {
    const row = head.get();
    return {
      state,
      event: row?.number ?? 0,
      hash: row?.hash ?? '0'.repeat(64),
      log: filled,
      day: row?.day ?? null,
      numbers: numbersOf(row?.numbers ?? null),
    };
  };
  const say = (next: LastWord, durably: boolean): void => {
    if (lastWord === 'failing') return;
    try {
      file.say(next, durably);
    } catch {
      // What is committed stands without it; that nothing vouches for it any more is said in the health of the desk.
      lastWord = 'failing';
    }
  };
  /** The log is only filled anew when the sums of what it brought are on the disk. */
  const takeSums = (frames: number): void => {
    sums.takeFrom(log, frames, pageSize, pages);
    sums.save();
  };
  /** Moves every frame, and says so on the disk before the log is filled anew or cut: after a power cut neither may look like a loss. */
  const moveAll = (): void => {
    const [busy, frames, moved] = checkpoint('PASSIVE');
    if (busy !== 0 || moved < frames) throw new Error(`the log stays: ${busy} ${frames} ${moved}`);
    takeSums(frames);
    if (filled !== null) filled = { ...filled, frames, moved };
    say(word('open'), true);
  };

  const scrub = (): void => {
    isScrubDue = isResting;
    if (isResting) return;
    try {
      moveAll();
      checkpoint('TRUNCATE');
    } catch {
      // A full or failing disk: the commits are safe in the log, which is brought over after a later one.
    }
  };

  const salt = saltOf(log);
  const [, frames] = checkpoint('PASSIVE');
  takeSums(frames);
  if (salt !== null && frames > 0) {
    filled = { salt, frames, moved: frames };
    file.say(word('open'), true);
    checkpoint('TRUNCATE');
  }
  file.say(word('open'), true);

  return {
    get lastWord() {
      return lastWord;
    },
    committed() {
      const [, frames, moved] = state.get() ?? [0, 0, 0];
      if (moved >= frames) return; // Nothing was written.
      // Once all of it is in the database, the log is filled anew, with another salt.
      const isNew = filled === null || filled.moved >= filled.frames || frames < filled.frames;
      filled = { salt: filled === null || isNew ? (saltOf(log) ?? '') : filled.salt, frames, moved };
      say(word('open'), isNew);
      if (isResting || frames < MOST_FRAMES) return;
      try {
        moveAll();
      } catch {
        // A full or failing disk: the commits are safe in the log, which is brought over after a later one.
      }
    },
    rest() {
      isResting = true;
      const [, frames, moved] = state.get() ?? [0, 0, 0];
      return { frames: moved >= frames ? 0 : frames, pageSize, word: word('open') };
    },
    resume() {
      isResting = false;
      if (isScrubDue) scrub();
    },
    scrub,
    empty() {
      moveAll();
      checkpoint('TRUNCATE');
      last = word('closed');
    },
    ended() {
      if (last !== null) say(last, true);
      file.close();
    },
  };
}

function numbersOf(text: string | null): Record<string, number> {
  const numbers: Record<string, number> = {};
  if (text !== null) for (const one of text.split(' ')) numbers[one.slice(0, 1)] = Number(one.slice(1));
  return numbers;
}
