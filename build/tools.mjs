// What the scripts of this folder share: where things are, and how a tool is started.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const hostFile = join(root, 'out/main/host-cli.mjs');
export const levelFile = join(root, 'out/main/level-cli.mjs');

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

/** Runs npm by its own file (no shell, no npm.cmd) and throws `trouble` where that fails. What it writes is returned. */
export function runNpm(args, cwd, trouble) {
  const npmFile = process.env.npm_execpath;
  const isFile = npmFile?.endsWith('npm-cli.js');
  const [command, ...first] = isFile ? [process.execPath, npmFile] : ['npm'];
  // npm tells a script's children about the outer package; the inner npm must not believe it.
  const foreign = /^(npm_package_|npm_lifecycle_|npm_command$|npm_config_local_prefix$)/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  const { status, stdout } = spawnSync(command, [...first, ...args, '--loglevel=error'], {
    cwd,
    stdio: ['ignore', 'pipe', 2],
    encoding: 'utf8',
    env,
    shell: process.platform === 'win32' && !isFile,
  });
  if (status !== 0) throw new Error(trouble);
  return stdout;
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

/** What packing for `linux` or `win` makes: the archive with the program in it. */
export function packedArchive(platform) {
  return join(root, 'dist', `${platform}-unpacked/resources/app.asar`);
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
