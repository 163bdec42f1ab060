// What the scripts of this folder share: where things are, and how a tool is started.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const hostFile = join(root, 'out/main/host-cli.mjs');

/** A host runs all day beside a browser: new objects may take 2 MiB before they are sorted, not 16. Costs no measurable time. */
export const memoryFlags = ['--max-semi-space-size=2'];

/** The JavaScript file behind a command of an installed package. */
export function commandFile(packageName, command = packageName) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Runs a script under this Node and resolves to `{ code, text }`, the code 128 + signal when it was killed.
 * `output` says what becomes of its words: 'show', 'stderr' (ours stays clean), or 'collect' into `text`.
 */
export function runNode(file, args = [], { env = {}, output = 'show', flags = [], cwd = root } = {}) {
  const stdio = { show: 'inherit', stderr: ['inherit', 2, 2], collect: ['ignore', 'pipe', 'pipe'] }[output];
  const child = spawn(process.execPath, [...flags, file, ...args], {
    cwd,
    stdio,
    env: { ...process.env, ...env },
  });
  const stopForwarding = forwardSignals(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (text += part));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => {
      stopForwarding();
      done({ code: code ?? 128 + constants.signals[signal], text });
    });
  });
}

/** Passes a request to stop on to a child; Ctrl+C in a terminal reaches it by itself. Returns how to undo it. */
export function forwardSignals(child) {
  const listeners = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    const listener = () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    process.on(signal, listener);
    return [signal, listener];
  });
  return () => listeners.forEach(([signal, listener]) => process.off(signal, listener));
}

/** Whether windows can be opened here. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

export function present(path) {
  return existsSync(join(root, path));
}

/** Whether the calling module is the script that Node was started with. */
export function isMain(meta) {
  return meta.main === true;
}
