import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Lost } from '#shared/contract/problem.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import { openDatabase, type DataKey } from './cipher.ts';
import { PART } from './durable-file.ts';
import type { LastWord } from './last-word.ts';
import { CHAIN_START, walkChain } from './event-chain.ts';
import type { ChainPlace, ReadableStore } from './store.ts';
import { COPIES_FOLDER, removePart } from './verified-copy.ts';
import type { LogFile } from './write-ahead-log.ts';

/**
 * How the log found at a start fits the last word. `cut`: it holds less than was committed to it; `other`: it is not the log of
 * this database; `unproven`: the desk had not yet said which log is its own, so the journal must prove it.
 */
export type LogFit = 'fits' | 'cut' | 'other' | 'unproven';

/** A log that is `cut` or `other` must not be handed to SQLite, which would write it into the database. */
export function logFit(word: LastWord, log: LogFile | null): LogFit {
  const said = word.log;
  if (word.state === 'upgrading') return 'fits';
  if (log === null || log.frames === 0) return said !== null && said.frames > said.moved ? 'cut' : 'fits';
  if (said === null) return word.state === 'open' ? 'unproven' : 'other';
  // After a power cut the word may speak of the filling before.
  if (log.salt === said.salt) return log.frames < said.frames ? 'cut' : 'fits';
  return isNextFilling(said.salt, log.salt) ? 'fits' : 'other';
}

function isNextFilling(former: string, salt: string): boolean {
  const first = (text: string): number => Number.parseInt(text.slice(0, 8), 16);
  return (first(former) + 1) >>> 0 === first(salt);
}

type Reader = Pick<ReadableStore, 'prepare'>;

/** What an opened database lacks of what the desk last said; `null` where it holds all of it. */
export function lostOf(reader: Reader, word: LastWord, fit: LogFit): Lost | null {
  const head = headOf(reader);
  if (head.number < word.event)
    return { kind: 'behind', events: word.event - head.number, numbers: lostNumbers(reader, word) };
  if (hashAt(reader, word.event) !== word.hash) return { kind: 'other-file', events: 0, numbers: [] };
  if (fit === 'cut') return { kind: 'behind', events: 0, numbers: [] };
  if (fit === 'unproven' && !hasGoneOn(reader, word, head.number))
    return { kind: 'other-log', events: 0, numbers: [] };
  return null;
}

function headOf(reader: Reader): ChainPlace {
  return (
    reader.prepare<[], ChainPlace>('SELECT number, hash FROM event ORDER BY number DESC LIMIT 1').get() ??
    CHAIN_START
  );
}

function hashAt(reader: Reader, number: number): string | undefined {
  if (number === 0) return CHAIN_START.hash;
  return reader.prepare<[number], { hash: string }>('SELECT hash FROM event WHERE number = ?').get(number)
    ?.hash;
}

/** Whether events follow the word's own, each linked to the one before: no other log holds such. */
function hasGoneOn(reader: Reader, { event, hash }: LastWord, head: number): boolean {
  return head > event && walkChain(reader, { number: event, hash }, head - event).firstBroken === null;
}

/** Numbers of the last day that were given and are not in the database, first and last of each series. */
function lostNumbers(reader: Reader, { day, numbers }: LastWord): Lost['numbers'] {
  const last = reader.prepare<[string | null, string], { number: number }>(
    `SELECT d.last_number AS number FROM series_day d JOIN series s ON s.id = d.series_id WHERE d.day = ? AND s.letter = ?`,
  );
  return Object.entries(numbers).flatMap(([letter, given]) => {
    const held = last.get(day, letter)?.number ?? 0;
    return held < given ? [{ first: ticketNumber(letter, held + 1), last: ticketNumber(letter, given) }] : [];
  });
}

/** A copy of a larger database would take longer than an officer waits for a sentence. */
const COUNTED_BYTES = 128 * 1024 * 1024;

/**
 * What is lost where the log is cut, found in a copy: opening the file itself would write what is left of the log into it.
 * Where no copy can be made, or none that opens, only that something is lost.
 */
export function lostInCopy(file: string, folder: string, word: LastWord, key: DataKey | null): Lost {
  const some: Lost = { kind: 'behind', events: 0, numbers: [] };
  const part = join(folder, COPIES_FOLDER, `counted.db${PART}`);
  try {
    if (statSync(file).size > COUNTED_BYTES) return some;
    mkdirSync(join(folder, COPIES_FOLDER), { recursive: true, mode: 0o700 });
    copyFileSync(file, part);
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${part}-wal`);
    const copy = openDatabase(part, key, { fileMustExist: true });
    try {
      return lostOf(copy, word, 'cut') ?? some;
    } finally {
      copy.close();
    }
  } catch {
    return some;
  } finally {
    removePart(part);
  }
}
