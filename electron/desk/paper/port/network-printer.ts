import {
  holdsStatusQuery,
  STATUS_QUERIES,
  statusQuery,
  type StatusQuery,
} from '#shared/domain/printing/esc-pos.ts';
import {
  isPaperLow,
  isStatusByte,
  opensUnaskedStatus,
  statusTrouble,
} from '#shared/domain/printing/printer-status.ts';
import type { PrintTrouble } from '#shared/domain/printing/trouble.ts';
import { PrinterLine, type PrinterAddress } from './printer-line.ts';

/**
 * Milliseconds: to connect, for one answer, for a goodbye, and for everything together, waiting in line included. To the
 * last comes what the bytes of the jobs before it in line take, and its own once they begin to go out.
 */
export type NetworkPatience = {
  readonly connectMs: number;
  readonly answerMs: number;
  readonly partingMs: number;
  readonly totalMs: number;
  /** Slower is no printer: half of the slowest one measured, 52 kB/s. */
  readonly bytesPerMs: number;
};

export const usualPatience: NetworkPatience = {
  connectMs: 3_000,
  answerMs: 700,
  partingMs: 1_000,
  totalMs: 10_000,
  bytesPerMs: 26,
};

type NetworkResult = {
  readonly trouble: PrintTrouble | null;
  readonly mayHavePrinted: boolean;
  /** How often it was tried; the second time by itself. */
  readonly attempts: number;
  /** Whether the printer told its state before it was sent anything. */
  readonly answered: boolean;
  readonly paperLow: boolean;
};

type Attempt = Omit<NetworkResult, 'attempts'>;

const well: Attempt = { trouble: null, mayHavePrinted: false, answered: false, paperLow: false };

/** Troubles before any ink: trying once more can do no harm. */
const tryAgain: ReadonlySet<PrintTrouble | null> = new Set(['not-reached', 'line-dropped']);

/**
 * Sends the bytes of a job to a network printer, or only asks how it is when there are none. Jobs for one printer go one
 * after another, because many take a single connection. Never rejects; `trouble: null` means handed over, not printed.
 */
export async function sendToPrinter(
  address: PrinterAddress,
  job: Uint8Array | undefined,
  patience: NetworkPatience,
  closing: AbortSignal,
): Promise<NetworkResult> {
  const printer = `${address.host} ${address.port}`;
  const before = turns.get(printer);
  const ahead = before?.bytes ?? 0;
  const time = new TimeLimit(patience.totalMs + ahead / patience.bytesPerMs, closing);
  const { end } = time;
  const hadToWait = before !== undefined;
  return inTurn(printer, ahead + (job?.length ?? 0), async (): Promise<NetworkResult> => {
    const first = end.aborted ? undefined : await attempt(address, job, patience, time);
    if (
      first === undefined ||
      (hadToWait && end.aborted && first.trouble !== null && !first.mayHavePrinted)
    ) {
      return { ...well, trouble: 'printer-busy', attempts: 0 };
    }
    const isWorthIt = tryAgain.has(first.trouble) && !first.mayHavePrinted && !end.aborted;
    if (!isWorthIt) return { ...first, attempts: 1 };
    return { ...(await attempt(address, job, patience, time)), attempts: 2 };
  }).finally(() => time.clear());
}

/** A signal that is aborted after some milliseconds or when the desk closes, whichever comes first. */
class TimeLimit {
  readonly #over = new AbortController();
  readonly #closing: AbortSignal;
  #timer: NodeJS.Timeout;
  #endsAt: number;

  constructor(ms: number, closing: AbortSignal) {
    this.#closing = closing;
    this.#endsAt = performance.now() + ms;
    this.#timer = setTimeout(this.#abort, ms);
    if (closing.aborted) this.#abort();
    closing.addEventListener('abort', this.#abort);
  }

  get end(): AbortSignal {
    return this.#over.signal;
  }

  extend(ms: number): void {
    this.#endsAt += ms;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#abort, this.#endsAt - performance.now());
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#closing.removeEventListener('abort', this.#abort);
  }

  readonly #abort = (): void => this.#over.abort();
}

/** The last in line of each printer, with the bytes of everybody up to it. */
const turns = new Map<string, { readonly over: Promise<unknown>; readonly bytes: number }>();

/** Nobody waits here longer than their own patience: whoever is before them ends at its own limit, which came earlier. */
function inTurn<T>(printer: string, bytes: number, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(printer)?.over ?? Promise.resolve()).then(work);
  const over = turn
    .catch(() => undefined)
    .then(() => {
      if (turns.get(printer)?.over === over) turns.delete(printer);
    });
  turns.set(printer, { over, bytes });
  return turn;
}

async function attempt(
  address: PrinterAddress,
  job: Uint8Array | undefined,
  patience: NetworkPatience,
  time: TimeLimit,
): Promise<Attempt> {
  const line = await PrinterLine.open(address, patience.connectMs, time.end);
  if (line === undefined) return { ...well, trouble: 'not-reached' };
  try {
    const before = await askStatus(line, patience.answerMs, patience.answerMs);
    if (before.trouble !== null || job === undefined) return { ...before, mayHavePrinted: false };
    return { ...before, ...(await handOver(line, job, before.answered, patience, time)) };
  } finally {
    line.destroy();
  }
}

/** From the first byte on some paper may come out. */
async function handOver(
  line: PrinterLine,
  job: Uint8Array,
  answers: boolean,
  patience: NetworkPatience,
  time: TimeLimit,
): Promise<Pick<Attempt, 'trouble' | 'mayHavePrinted'>> {
  const { end } = time;
  time.extend(job.length / patience.bytesPerMs);
  const lost = (): Pick<Attempt, 'trouble' | 'mayHavePrinted'> => ({
    trouble: end.aborted ? 'no-answer' : 'line-dropped',
    mayHavePrinted: true,
  });
  line.forget();
  if (!(await line.write(job))) return lost();
  if (answers && !holdsStatusQuery(job)) {
    // A printer that answered before and is silent now has stalled: its patience is the whole rest.
    const after = await askStatus(line, undefined, patience.answerMs);
    if (after.trouble === 'line-dropped') return lost();
    if (after.trouble !== null) return { trouble: after.trouble, mayHavePrinted: true };
  }
  if (!(await line.finish(patience.partingMs))) return lost();
  return end.aborted ? lost() : { trouble: null, mayHavePrinted: false };
}

/**
 * Asks a printer how it is: the first answer may take `firstMs` (no limit if absent), the others `restMs` each. One that
 * does not answer at all is taken as it is: many never do. What answers with something else is no such printer.
 */
async function askStatus(line: PrinterLine, firstMs: number | undefined, restMs: number): Promise<Attempt> {
  const answers: { [query in StatusQuery]?: number } = {};
  let ms = firstMs;
  for (const query of STATUS_QUERIES) {
    const asked = await line.write(statusQuery(query));
    const answer = asked ? await statusByte(line, ms) : undefined;
    if (answer === 'garbled') return { ...well, trouble: 'not-a-printer' };
    if (answer !== undefined) answers[query] = answer;
    if (answers[1] === undefined) break;
    ms = restMs;
  }
  const answered = answers[1] !== undefined;
  if (!answered && line.isGone) return { ...well, trouble: 'line-dropped' };
  return { trouble: statusTrouble(answers), mayHavePrinted: false, answered, paperLow: isPaperLow(answers) };
}

/** The next status byte; what a printer says unasked, four bytes at a time, is passed over. */
async function statusByte(
  line: PrinterLine,
  ms: number | undefined,
): Promise<number | 'garbled' | undefined> {
  for (;;) {
    const byte = await line.byte(ms);
    if (byte === undefined || isStatusByte(byte)) return byte;
    if (!opensUnaskedStatus(byte)) return 'garbled';
    for (let skipped = 0; skipped < 3; skipped += 1) await line.byte(ms);
  }
}
