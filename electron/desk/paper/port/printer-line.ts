import { connect, type Socket } from 'node:net';

export type PrinterAddress = { readonly host: string; readonly port: number };

/**
 * A TCP connection to a printer, made of answers instead of events. Every wait ends: with what was waited for, with its
 * own time-out, when the connection is gone, or when `end` is aborted, which destroys the connection.
 */
export class PrinterLine {
  readonly #socket: Socket;
  readonly #heard: number[] = [];
  #isGone = false;
  #isBroken = false;
  #wake: () => void = () => {};

  private constructor(socket: Socket, end: AbortSignal) {
    this.#socket = socket;
    const gone = (): void => {
      this.#isGone = true;
      this.#wake();
    };
    socket.setNoDelay(true);
    socket.on('data', (bytes) => {
      this.#heard.push(...bytes.subarray(0, mostHeard - this.#heard.length));
      this.#wake();
    });
    socket.on('drain', () => this.#wake());
    // A printer has nothing to say after its last byte: half open is as good as gone.
    for (const event of ['end', 'close'] as const) socket.on(event, gone);
    socket.on('error', () => {
      this.#isBroken = true;
      gone();
    });
    const destroy = (): void => void socket.destroy();
    end.addEventListener('abort', destroy, { once: true });
    socket.once('close', () => end.removeEventListener('abort', destroy));
  }

  /** Connects within `ms`; undefined when nobody answers there. */
  static open(
    { host, port }: PrinterAddress,
    ms: number,
    end: AbortSignal,
  ): Promise<PrinterLine | undefined> {
    return new Promise((done) => {
      if (end.aborted) return done(undefined);
      const socket = connect({ host, port });
      const fail = (): void => {
        clearTimeout(timer);
        end.removeEventListener('abort', fail);
        socket.destroy();
        done(undefined);
      };
      const timer = setTimeout(fail, ms);
      end.addEventListener('abort', fail, { once: true });
      socket.on('error', fail);
      socket.once('connect', () => {
        clearTimeout(timer);
        end.removeEventListener('abort', fail);
        socket.off('error', fail);
        done(new PrinterLine(socket, end));
      });
    });
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** The next byte that the printer says, or undefined after `ms` of silence (no limit if absent) and on a line that is gone. */
  async byte(ms?: number): Promise<number | undefined> {
    await this.#until(() => this.#heard.length > 0, ms);
    return this.#heard.shift();
  }

  /** Forgets what the printer has said so far. */
  forget(): void {
    this.#heard.length = 0;
  }

  /** Resolves when the system has taken all bytes; false when the line was gone before. */
  async write(bytes: Uint8Array): Promise<boolean> {
    for (let at = 0; at < bytes.length && !this.#isGone; at += chunkBytes) {
      const flows = this.#socket.write(bytes.subarray(at, at + chunkBytes));
      if (!flows) await this.#until(() => !this.#socket.writableNeedDrain);
    }
    return !this.#isGone;
  }

  /** Says goodbye and waits, at most `ms`, for the printer to do the same. True when the line did not break on the way. */
  async finish(ms: number): Promise<boolean> {
    this.#socket.end();
    await this.#until(() => false, ms);
    this.#socket.destroy();
    return !this.#isBroken;
  }

  destroy(): void {
    this.#socket.destroy();
  }

  /** Waits until something holds, the line is gone, or the time is over. */
  #until(holds: () => boolean, ms?: number): Promise<void> {
    return new Promise((done) => {
      const timer = ms === undefined ? undefined : setTimeout(finish, ms);
      const look = (): void => {
        if (holds() || this.#isGone) finish();
      };
      const wake = (): void => look();
      function finish(): void {
        clearTimeout(timer);
        done();
      }
      this.#wake = wake;
      look();
    });
  }
}

const chunkBytes = 8 * 1024;
/** A printer answers in single bytes; who talks more is not listened to. */
const mostHeard = 256;
