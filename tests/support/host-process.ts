import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { httpDesk } from '#renderer/desk/http-desk.ts';
import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import { valueOf } from './desk-clients.ts';
import { HOST_FILE } from './running-host.ts';
import { withToken } from './with-token.ts';

export type HostAddress = { url: string; token: string; displayToken: string };

/** Calls that must succeed, at a host that listens. */
export const clientOf = ({ url, token }: HostAddress) => {
  const desk = httpDesk({ base: url, access: withToken(token) });
  return async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> =>
    valueOf(await desk.call(method, input, randomUUID())) as Output<M>;
};

/** The host as a process of its own, as it was built or from its source; ended with the test if it still runs. */
export function spawnHost(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  file = HOST_FILE,
) {
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const lines: string[] = [];
  let stderr = '';
  child.stderr.on('data', (part: Buffer) => (stderr += part.toString('utf8')));
  const ended = new Promise<number | string>((done) =>
    child.once('close', (code, signal) => done(code ?? signal ?? 'gone')),
  );
  const firstLine = new Promise<string>((done) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      done(line);
    });
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    child,
    lines,
    /** Everything said on stderr so far. */
    stderr: () => stderr,
    /** The exit code, or the signal that ended it. */
    ended,
    async address(): Promise<HostAddress> {
      const line = await Promise.race([
        firstLine,
        ended.then((code) => {
          throw new Error(`the host ended (${code}) before its first line: ${stderr}`);
        }),
      ]);
      return JSON.parse(line) as HostAddress;
    },
  };
}
