import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** The host as it stands in the sources: nothing needs to be built. */
export const SOURCE_HOST = join(root, 'electron/host/host-cli.ts');
/** The host as it is shipped. */
export const BUILT_HOST = join(root, 'out/main/host-cli.mjs');
/** The one that tests start: as built where that comes from these very sources (vitest.config.ts). */
export const HOST_FILE = process.env['HOST_FILE'] ?? SOURCE_HOST;
/** The level that tests start. */
export const LEVEL_FILE = join(
  root,
  HOST_FILE === BUILT_HOST ? 'out/main/level-cli.mjs' : 'electron/level-host/level-cli.ts',
);
/** As build/host-process.mjs starts it. */
const flags = ['--max-semi-space-size=2'];

/** A host in a process of its own, as the office runs it. The caller stops it. */
export type RunningHost = {
  readonly url: string;
  readonly token: string;
  readonly pid: number;
  /** Milliseconds from the start of the process to its first line. */
  readonly startedInMs: number;
  /** Ends it and waits until it is gone. `SIGKILL` leaves it no chance to tidy up. */
  stop(signal?: NodeJS.Signals): Promise<void>;
};

/** Starts a host over a data folder on a free port. Rejects with what it wrote to stderr when it ends before its first line. */
export async function runHost(
  dataFolder: string,
  file = HOST_FILE,
  more: readonly string[] = [],
): Promise<RunningHost> {
  const started = performance.now();
  const child = spawn(process.execPath, [...flags, file, '--data', dataFolder, '--port', '0', ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { url, token } = await firstLine(child);
  const startedInMs = performance.now() - started;
  return {
    url,
    token,
    pid: child.pid ?? 0,
    startedInMs,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise<void>((done) => child.once('exit', () => done()));
      child.kill(signal);
      await ended;
    },
  };
}

function firstLine(child: ChildProcess): Promise<{ url: string; token: string }> {
  let said = '';
  child.stderr?.on('data', (part: Buffer) => (said += part.toString('utf8')));
  return new Promise((started, failed) => {
    if (child.stdout === null) return failed(new Error('the host has no output'));
    createInterface({ input: child.stdout }).once('line', (line) => {
      try {
        started(JSON.parse(line) as { url: string; token: string });
      } catch {
        failed(new Error(`the host's first line is not JSON: ${line}`));
      }
    });
    child.once('error', failed);
    child.once('exit', (code, signal) =>
      failed(new Error(`the host ended (${code ?? signal}) before its first line:\n${said}`)),
    );
  });
}
