// Starts the built host as a child process and waits for its first line, `{"url": …, "token": …}`.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import { forwardSignals, hostFile, memoryFlags } from './tools.mjs';

/**
 * `args` is what the host understands: `--data <folder> --port <n>`. Of the answer `{ url, token, displayToken, ended }`, `ended`
 * resolves to the exit code. `onAddress` hears every address, for a host that restarts.
 * A host that ends before its first line ends this process with the same code: it has said on stderr what is wrong.
 */
export async function startHost(args, { file = hostFile, flags = memoryFlags, onAddress } = {}) {
  const child = spawn(process.execPath, [...flags, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  forwardSignals(child);
  const ended = new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code, signal) => done(code ?? 128 + constants.signals[signal]));
  });
  const first = new Promise((done) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = readAddress(line);
      if (!address) return void process.stdout.write(`${line}\n`);
      done(address);
      onAddress?.(address);
    });
  });
  const address = await Promise.race([first, ended.then((code) => process.exit(code || 1))]);
  return { ...address, ended };
}

function readAddress(line) {
  try {
    const { url, token, displayToken } = JSON.parse(line);
    return typeof url === 'string' ? { url, token, displayToken } : undefined;
  } catch {
    return undefined;
  }
}
