import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { deskContract, type Input, type MethodName, type Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';

/** A client that costs little, so that a load on the host is not mostly a load on its own process. */
export type LoadClient = {
  /** One call; a command gets a fresh key unless one is given. A connection that breaks answers `unreachable`. */
  call<M extends MethodName>(method: M, input: Input<M>, key?: string): Promise<DeskReply<Output<M>>>;
  close(): void;
};

/** `keepAlive: false` opens a connection for each call, as the measurements of other programs did. */
export function loadClient(
  host: { readonly url: string; readonly token: string },
  { keepAlive = true } = {},
): LoadClient {
  const poster = jsonPoster(host.url, { keepAlive });
  const send = async (method: MethodName, input: unknown, key: string | undefined) =>
    (await poster.post(`/desk/${method}`, input, {
      authorization: `Bearer ${host.token}`,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    })) ?? { ok: false, problem: { code: 'unreachable' } };
  return {
    call<M extends MethodName>(method: M, input: Input<M>, key?: string) {
      const command = deskContract[method].kind === 'command';
      // The contract is checked where the desk answers; here its type is taken at its word.
      return send(method, input, key ?? (command ? randomUUID() : undefined)) as Promise<
        DeskReply<Output<M>>
      >;
    },
    close: () => poster.close(),
  };
}

/** Posts JSON to a server, any server; a connection that breaks, or an answer that is no JSON, is undefined. */
export function jsonPoster(url: string, { keepAlive = true } = {}) {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive, maxSockets: 64 });
  return {
    post(path: string, input: unknown, more: Readonly<Record<string, string>> = {}): Promise<unknown> {
      const body = JSON.stringify(input);
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        ...more,
      };
      return new Promise((done) => {
        const lost = () => done(undefined);
        const sent = request(
          { hostname, port, method: 'POST', path, headers, agent, timeout: 120_000 },
          (answer) => {
            const parts: Buffer[] = [];
            answer.on('data', (part: Buffer) => parts.push(part));
            answer.on('error', lost);
            answer.on('aborted', lost);
            answer.on('end', () => {
              try {
                done(JSON.parse(Buffer.concat(parts).toString('utf8')));
              } catch {
                lost();
              }
            });
          },
        );
        sent.on('timeout', () => sent.destroy());
        sent.on('error', lost);
        sent.setNoDelay(true);
        sent.end(body);
      });
    },
    close: () => agent.destroy(),
  };
}

/** The value of a call that must not be refused. */
export async function ask<M extends MethodName>(
  client: LoadClient,
  method: M,
  input: Input<M>,
): Promise<Output<M>> {
  const reply = await client.call(method, input);
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.problem)}`);
  return reply.value;
}
