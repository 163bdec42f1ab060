import { randomUUID } from 'node:crypto';
import { Agent, request, type AgentOptions } from 'node:https';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { fingerprintOf } from '#electron/desk/lan/port/fingerprint.ts';
import { DRIVERS_HEADER, RUN_HEADER, VERSION_HEADER } from '#shared/contract/lan-line.ts';
import type { DeskProblem, DeskReply } from '#shared/contract/problem.ts';
import { streamReader, type SentMessage } from '#shared/contract/sent-messages.ts';

export type HostAddress = { readonly address: string; readonly port: number };

type Wish = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** A request that got no answer; `sent`: it may have arrived. */
export class LineFault extends Error {
  readonly sent: boolean;
  constructor(message: string, sent: boolean) {
    super(message);
    this.sent = sent;
  }
}

/** How a stream of events was over. */
export type StreamEnd =
  | { kind: 'lost' }
  /** Nothing came, and nobody said why: whatever else waits on this line waits in vain. */
  | { kind: 'silent' }
  /** The desk said so: it was closed or replaced, and the line is well. */
  | { kind: 'ended' }
  | { kind: 'foreign' }
  | { kind: 'refused'; problem: DeskProblem };

/** The line to one desk, known by its certificate: no name, no authority and no clock vouches for it. */
export type PinnedLine = {
  /** Rejects with a `LineFault` where nothing came back. */
  ask(at: HostAddress, wish: Wish): Promise<DeskReply<unknown>>;
  /** Hands on messages until the stream is over, or says nothing for `quietMs`. */
  stream(at: HostAddress, path: string, hear: (message: SentMessage) => void): Promise<StreamEnd>;
  /** Lets every connection go; what waits for an answer gets none. */
  cut(): void;
};

const CONNECT_MS = 1_000;
const ANSWER_MS = 3_000;
/** The desk says something every second. With its beat a line that is cut is noticed within three. */
const QUIET_MS = 2_500;
/** A command may wait for a disk or a printer that long; a line that is dead is noticed before. */
const ASK_MS = 120_000;

const NOBODY = 'nobody answers';

const unpack = promisify(gunzip);

export function pinnedLine(
  to: { certificate: string; token: string; version: string; drivers: boolean },
  patience: { connectMs?: number; quietMs?: number } = {},
): PinnedLine {
  const { connectMs = CONNECT_MS, quietMs = QUIET_MS } = patience;
  const pin = fingerprintOf(to.certificate);
  const trust: AgentOptions = {
    ca: to.certificate,
    minVersion: 'TLSv1.3',
    checkServerIdentity: (_name, { fingerprint256 }) =>
      fingerprint256.replaceAll(':', '').toLowerCase() === pin ? undefined : new Error('another certificate'),
  };
  const calls = new Agent({ ...trust, keepAlive: true, maxSockets: 12, maxFreeSockets: 4 });
  const streams = new Agent(trust);
  const own = {
    authorization: `Bearer ${to.token}`,
    [VERSION_HEADER]: to.version,
    [RUN_HEADER]: randomUUID(),
    ...(to.drivers ? { [DRIVERS_HEADER]: '1' } : {}),
  };

  /** A request whose connection must be there soon. */
  function begin(
    agent: Agent,
    { address, port }: HostAddress,
    { method, path, headers, body }: Wish,
  ): ClientRequest {
    const asked = request({
      agent,
      host: address,
      port,
      method,
      path,
      headers: {
        ...own,
        ...headers,
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
      },
    });
    asked.once('socket', (socket) => {
      if (!socket.connecting) return;
      const slow = setTimeout(() => asked.destroy(new Error(NOBODY)), connectMs);
      const done = (): void => clearTimeout(slow);
      socket.once('connect', done).once('close', done);
      asked.once('close', done);
    });
    asked.end(body);
    return asked;
  }

  return {
    ask(at, wish) {
      return new Promise((done, failed) => {
        const asked = begin(calls, at, { ...wish, headers: { 'accept-encoding': 'gzip', ...wish.headers } });
        let mayHaveArrived = false;
        asked.once('socket', (socket) => {
          if (asked.reusedSocket || !socket.connecting) mayHaveArrived = true;
          else socket.once('secureConnect', () => (mayHaveArrived = true));
        });
        const fail = (error: Error): void => failed(new LineFault(error.message, mayHaveArrived));
        asked.setTimeout(ASK_MS, () => asked.destroy(new Error('no answer')));
        asked.once('error', fail);
        asked.once('response', (response) => {
          // What is cut off or unreadable is no answer either.
          done(
            readReply(response).catch((error: Error) => {
              throw new LineFault(error.message, true);
            }),
          );
        });
      });
    },
    stream(at, path, hear) {
      return new Promise((done) => {
        const asked = begin(streams, at, { method: 'GET', path, headers: { accept: 'text/event-stream' } });
        let quiet = setTimeout(() => asked.destroy(new Error(NOBODY)), ANSWER_MS + connectMs);
        const end = (how: StreamEnd): void => {
          clearTimeout(quiet);
          done(how);
          asked.destroy();
        };
        asked.once('error', (error) => {
          const isSilent = error.message === NOBODY;
          end({ kind: isSilent ? 'silent' : isForeign(error) ? 'foreign' : 'lost' });
        });
        asked.once('close', () => end({ kind: 'lost' }));
        asked.once('response', (response) => {
          if (response.statusCode !== 200) {
            readReply(response).then(
              (reply) => end(reply.ok ? { kind: 'lost' } : { kind: 'refused', problem: reply.problem }),
              () => end({ kind: 'lost' }),
            );
            return;
          }
          const read = streamReader(hear);
          response.setEncoding('utf8');
          response.on('data', (piece: string) => {
            clearTimeout(quiet);
            quiet = setTimeout(() => end({ kind: 'silent' }), quietMs);
            read(piece);
          });
          response.once('error', () => end({ kind: 'lost' }));
          response.once('end', () => end({ kind: 'ended' }));
        });
      });
    },
    cut() {
      calls.destroy();
      streams.destroy();
    },
  };
}

async function readReply(response: IncomingMessage): Promise<DeskReply<unknown>> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  const text = response.headers['content-encoding'] === 'gzip' ? await unpack(bytes) : bytes;
  const reply: unknown = JSON.parse(text.toString('utf8'));
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) throw new Error('no reply');
  return reply as DeskReply<unknown>;
}

/** Somebody answers who is not the desk: with another certificate, or without any. */
function isForeign(error: Error & { code?: string }): boolean {
  const code = error.code ?? '';
  return (
    /CERT|SELF_SIGNED|VERIFY|^ERR_TLS|^ERR_SSL|^EPROTO/.test(code) || error.message === 'another certificate'
  );
}
