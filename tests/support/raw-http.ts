import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';

export type RawAnswer = { status: number; headers: IncomingHttpHeaders; text: string };

export type RawRequest = {
  method?: string;
  path?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
  /** Without a length the body is sent in pieces. */
  chunked?: boolean;
};

/** A request with headers that `fetch` would set itself, such as Host and Origin. */
export function rawRequest(
  url: string,
  { method = 'GET', path = '/', headers = {}, body, chunked }: RawRequest,
): Promise<RawAnswer> {
  return new Promise((done, failed) => {
    const { hostname, port } = new URL(url);
    const length = body === undefined || chunked ? {} : { 'content-length': Buffer.byteLength(body) };
    const sent = request(
      { hostname, port, method, path, headers: { ...length, ...headers }, agent: false },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          done({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(parts).toString('utf8'),
          }),
        );
        answer.on('error', failed);
      },
    );
    sent.on('error', failed);
    if (chunked) sent.write(body ?? ''); // before the end nobody knows the length
    sent.end(chunked ? undefined : body);
  });
}

/** Writes these very bytes on a connection and resolves to all that comes back until the other side closes it. */
export function rawBytes(url: string, bytes: string): Promise<string> {
  return new Promise((done, failed) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let text = '';
    socket.on('data', (part) => (text += part.toString('utf8')));
    socket.on('close', () => done(text));
    socket.on('error', failed);
  });
}
