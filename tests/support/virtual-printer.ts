import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Raster } from '#shared/domain/printing/raster.ts';
import { PaperRoll, thermalDecoder } from './thermal-decoder.ts';

/** What a well printer answers to DLE EOT 1, 2 and 4. */
export const WELL = { 1: 0x12, 2: 0x12, 4: 0x12 } as const;

export type PrinterTemper = {
  /** Answers to the status queries; one that is absent is not answered. */
  readonly status?: { readonly [query: number]: number };
  /** Says this instead of any status. */
  readonly says?: string;
  /** Says this as soon as somebody connects. */
  readonly greets?: Uint8Array;
  /** Rows of paper on the roll. */
  readonly paperRows?: number;
  /** Bytes of all jobs after which it neither reads nor answers until `resume`. */
  readonly stallsAt?: number;
  /** Bytes of all jobs after which it breaks the connection, and how. */
  readonly dropsAt?: number;
  readonly drops?: 'reset' | 'politely';
  /** Connections it breaks before it listens to one. */
  readonly refuses?: number;
  /** Looks for status queries in everything it receives, as some do, in the middle of a picture too. */
  readonly eager?: boolean;
  /** Takes everything, says that all is well, prints nothing. */
  readonly lies?: boolean;
};

/** A thermal printer on TCP that prints into memory. */
export class VirtualPrinter {
  readonly host = '127.0.0.1';
  readonly port: number;
  readonly sheets: { readonly how: 'cut' | 'fed'; readonly picture: Raster }[] = [];
  /** What it read and could not understand: it would be printed as letters. */
  readonly unknown: number[] = [];
  connections = 0;
  /** Resolves when it stalls for the first time. */
  readonly stalled: Promise<void>;
  readonly #server: Server;
  readonly #temper: PrinterTemper;
  readonly #paper = new PaperRoll();
  readonly #sockets = new Set<Socket>();
  #heard = 0;
  #resumed = false;
  #stall: () => void = () => {};

  /** Use {@link VirtualPrinter.start} or `open`. */
  constructor(server: Server, temper: PrinterTemper) {
    this.#server = server;
    this.#temper = temper;
    this.port = (server.address() as AddressInfo).port;
    this.#paper.left = temper.paperRows ?? Infinity;
    this.stalled = new Promise((done) => (this.#stall = done));
    server.on('connection', (socket) => this.#listen(socket));
  }

  /** For a test of vitest, which stops it. */
  static async start(temper: PrinterTemper = { status: WELL }): Promise<VirtualPrinter> {
    const { onTestFinished } = await import('vitest');
    const printer = await VirtualPrinter.open(temper);
    onTestFinished(() => printer.stop());
    return printer;
  }

  /** Whoever opens it stops it. */
  static async open(temper: PrinterTemper = { status: WELL }): Promise<VirtualPrinter> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new VirtualPrinter(server, temper);
  }

  /** Goes on where it stalled. */
  resume(): void {
    this.#resumed = true;
    for (const socket of this.#sockets) socket.resume();
  }

  stop(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  #listen(socket: Socket): void {
    this.connections += 1;
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => {});
    const { greets, refuses = 0 } = this.#temper;
    if (this.connections <= refuses) return void socket.destroy();
    if (greets !== undefined) socket.write(greets);
    const decode = this.#decoder(socket);
    socket.on('data', (bytes) => this.#take(socket, bytes, decode));
  }

  /** Reads as far as its temper lets it. */
  #take(socket: Socket, bytes: Uint8Array, decode: (bytes: Uint8Array) => void): void {
    const { stallsAt = Infinity, dropsAt = Infinity, drops } = this.#temper;
    const mayRead = Math.min(this.#resumed ? Infinity : stallsAt, dropsAt) - this.#heard;
    decode(bytes.subarray(0, mayRead));
    if (this.#temper.eager === true) this.#answerAll(socket, bytes.subarray(0, mayRead));
    this.#heard += Math.min(bytes.length, mayRead);
    if (this.#heard >= dropsAt) {
      if (drops === 'politely') socket.end();
      else socket.resetAndDestroy();
    } else if (bytes.length >= mayRead) {
      socket.pause();
      socket.unshift(bytes.subarray(mayRead));
      this.#stall();
    }
  }

  #decoder(socket: Socket): (bytes: Uint8Array) => void {
    return thermalDecoder({
      band: (widthBytes, rows) => this.#paper.print(widthBytes, rows),
      sheet: (how) => {
        const picture = this.#paper.tear();
        if (this.#temper.lies !== true) this.sheets.push({ how, picture });
      },
      status: (query) => {
        if (this.#temper.eager !== true) this.#answer(socket, query);
      },
      density: () => {},
      initialise: () => {},
      unknown: (byte) => this.unknown.push(byte),
    });
  }

  #answerAll(socket: Socket, bytes: Uint8Array): void {
    bytes.forEach((byte, at) => {
      if (byte === 0x10 && bytes[at + 1] === 0x04) this.#answer(socket, bytes[at + 2] ?? 0);
    });
  }

  #answer(socket: Socket, query: number): void {
    const { says, status } = this.#temper;
    if (says !== undefined) return void socket.write(says);
    const answer = status?.[query];
    if (answer === undefined) return;
    const isOut = this.#paper.left <= 0;
    socket.write(Uint8Array.of(isOut && query === 4 ? answer | 0x60 : answer));
  }
}
