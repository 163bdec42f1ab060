import { spawn, spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';

export function hasCommand(name: string): boolean {
  return spawnSync('which', [name]).status === 0;
}

/** A screen that nobody sees, an Xvfb of its own; resolves to its name, such as `:99`, when it stands. */
export async function newScreen(): Promise<string> {
  const child = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1366x768x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill());
  const number = await new Promise<Buffer>((done, failed) => {
    child.once('error', failed);
    child.stdout.once('data', done);
  });
  return `:${number.toString('utf8').trim()}`;
}
