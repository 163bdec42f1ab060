import { existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { syncFolder } from './durable-file.ts';
import { heldFile } from './held-file.ts';

/**
 * What the desk last committed, in a file beside the database (docs/decisions/0018-last-word.md). It is written after each
 * commit and left to the operating system to bring to the disk: the end of the program does not lose it, a power cut may
 * leave an older one, which says less and nothing wrong.
 */
export type LastWord = {
  /** `upgrading`: a log that no word speaks of is being filled with a new schema. */
  readonly state: 'open' | 'closed' | 'upgrading';
  /** The last event of the journal: its number and its hash. */
  readonly event: number;
  readonly hash: string;
  /** The log that holds the last commits: its salt, how many of its frames were committed and how many are in the database. */
  readonly log: { readonly salt: string; readonly frames: number; readonly moved: number } | null;
  /** The last business day and the last number of each series on it, by letter. */
  readonly day: string | null;
  readonly numbers: Readonly<Record<string, number>>;
};

export const LAST_WORD_NAME = 'desk.last';

/** Two places of this size, written in turn and each in disk sectors of its own: a torn one leaves the other. */
const SLOT = 1024;
const FORM = 'QTD-LAST-1';

const slotText =
  /^QTD-LAST-1 (\d+) (open|closed|upgrading) (\d+) ([0-9a-f]{64}) (-|[0-9a-f]{16} \d+ \d+) (-|\d{4}-\d\d-\d\d)((?: [A-Z]\d+)*) ([0-9a-f]{8}) *\n?$/;

function textOf(turn: number, { state, event, hash, log, day, numbers }: LastWord): string {
  const filled = log === null ? '-' : `${log.salt} ${log.frames} ${log.moved}`;
  let text = `${FORM} ${turn} ${state} ${event} ${hash} ${filled} ${day ?? '-'}`;
  for (const letter in numbers) text += ` ${letter}${numbers[letter]}`;
  return `${text} ${crc32(text).toString(16).padStart(8, '0')}`;
}

function parsed(slot: string): { turn: number; word: LastWord } | null {
  const found = slotText.exec(slot);
  if (found === null) return null;
  const [, turn, state, event, hash = '', log = '-', day = '-', numbers = '', sum] = found;
  const text = slot.slice(0, slot.lastIndexOf(` ${sum}`));
  if (crc32(text).toString(16).padStart(8, '0') !== sum) return null;
  const [salt = '', frames, moved] = log.split(' ');
  return {
    turn: Number(turn),
    word: {
      state: state as LastWord['state'],
      event: Number(event),
      hash,
      log: log === '-' ? null : { salt, frames: Number(frames), moved: Number(moved) },
      day: day === '-' ? null : day,
      numbers: Object.fromEntries(
        numbers
          .split(' ')
          .filter(Boolean)
          .map((one) => [one.slice(0, 1), Number(one.slice(1))]),
      ),
    },
  };
}

/**
 * What was found beside a database: a word that is `kept`, none yet (it is `began` with this start), or a file that is
 * `unreadable`. Where no word is known, nothing is known of what the database may lack.
 */
export type FoundWord = {
  readonly state: 'kept' | 'began' | 'unreadable';
  readonly known: LastWord | null;
  /** How often it was written. */
  readonly turn: number;
};

/** The newer of the two places of the file. Throws the file system's error where it is there and cannot be read. */
export function readLastWord(file: string): FoundWord {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { state: 'began', known: null, turn: 0 };
    throw error;
  }
  const slots = [0, SLOT].flatMap((at) => parsed(bytes.toString('latin1', at, at + SLOT)) ?? []);
  const newest = slots.sort((a, b) => b.turn - a.turn)[0];
  if (newest === undefined) return { state: 'unreadable', known: null, turn: 0 };
  return { state: 'kept', known: newest.word, turn: newest.turn };
}

/** The file of the last word, held open while the desk is. */
export type LastWordFile = {
  /** Writes a word; with `durably` it is on the disk afterwards. */
  say(word: LastWord, durably: boolean): void;
  close(): void;
};

/** Opens the file to be written, makes it where there is none. Throws the file system's error. */
export function openLastWord(file: string): LastWordFile {
  let { turn } = readLastWord(file);
  const isNew = !existsSync(file);
  const held = heldFile(openSync(file, isNew ? 'w+' : 'r+', 0o600));
  if (isNew) syncFolder(dirname(file));
  const slot = Buffer.alloc(SLOT);
  return {
    say(word, durably) {
      const { handle } = held;
      turn += 1;
      slot.fill(' ');
      slot.write(textOf(turn, word), 'latin1');
      slot.write('\n', SLOT - 1, 'latin1');
      writeSync(handle, slot, 0, SLOT, (turn % 2) * SLOT);
      if (durably) fsyncSync(handle);
    },
    close: held.close,
  };
}

/** Says a word and lets the file go. Throws the file system's error. */
export function sayOnce(file: string, word: LastWord): void {
  const opened = openLastWord(file);
  try {
    opened.say(word, true);
  } finally {
    opened.close();
  }
}
