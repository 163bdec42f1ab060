// Runs a script of this folder under Node 24, installing the packages first when they are not those of the lock file.
// It is started by whatever Node the machine has (20 or newer) and therefore uses nothing but Node itself.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.installed');
const wantedMajor = 24;

const [script, ...args] = process.argv.slice(2);
if (!script) stop('node build/with-node24.mjs <script.mjs> [...]', 'no script was named.');

install();
const node = findNode24();
const child = spawn(node, [resolve(root, script), ...args], {
  stdio: 'inherit',
  env: { ...process.env, PATH: [dirname(node), join(modules, '.bin'), process.env.PATH].join(delimiter) },
});
forwardSignals(child);
stopWithNpm(child);
child.on('error', (error) => stop('Không chạy được Node 24.', `Node 24 did not start: ${error.message}`));
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));

/** Installs exactly the lock file, once per lock file and platform. */
function install() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8').replaceAll('\r\n', '\n');
  const stamp = createHash('sha256').update(`${process.platform}-${process.arch}\n${lock}`).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  if (!isInstalled(JSON.parse(lock))) {
    process.stderr.write(
      'Đang cài các gói cần dùng, chỉ làm một lần…\nInstalling the packages, this happens once…\n',
    );
    // `npm ci` by npm's own file: no shell, and no npm.cmd on Windows.
    const npmFile = process.env.npm_execpath;
    const npm = npmFile?.endsWith('npm-cli.js') ? [process.execPath, npmFile] : ['npm'];
    const [command, ...first] = [...npm, 'ci', '--include=dev', '--include=optional', '--loglevel=error'];
    const { status } = spawnSync(command, first, {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env: cleanEnvironment(),
      shell: process.platform === 'win32' && command === 'npm',
    });
    if (status !== 0) {
      stop(
        'Không cài được các gói. Đóng chương trình nếu nó đang mở, kiểm tra mạng hoặc kho gói npm (npm config get registry), rồi chạy lại lệnh.',
        'The packages could not be installed. Close the program if it is open, check the network or the npm registry, then run the command again.',
      );
    }
  }
  writeFileSync(stampFile, stamp);
}

/** Whether somebody's own `npm ci` or `npm install` already left what the lock file says: npm keeps a list of it. */
function isInstalled(lock) {
  const listFile = join(modules, '.package-lock.json');
  if (!existsSync(listFile)) return false;
  const present = JSON.parse(readFileSync(listFile, 'utf8')).packages;
  const agrees = ([path, entry]) => present[path]?.version === entry.version;
  const fits = (entry) =>
    (!entry.os || entry.os.includes(process.platform)) && (!entry.cpu || entry.cpu.includes(process.arch));
  return (
    Object.entries(lock.packages).every((item) => item[0] === '' || item[1].optional || agrees(item)) &&
    Object.entries(present).every(([path, entry]) => lock.packages[path]?.version === entry.version) &&
    Object.entries(lock.packages[''].optionalDependencies ?? {}).every(([name]) => {
      const entry = lock.packages[`node_modules/${name}`];
      return !fits(entry) || existsSync(join(modules, name));
    })
  );
}

/** npm tells a script's children about the outer package; the inner npm must not believe it. */
function cleanEnvironment() {
  const foreign = /^(npm_package_|npm_lifecycle_|npm_command$|npm_config_local_prefix$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/** The Node 24 of the platform package, or else the Node that runs this file if it is new enough. */
function findNode24() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const packaged = join(modules, `node-${platform}-${process.arch}`, 'bin', file);
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= wantedMajor) return process.execPath;
  return stop(
    `Máy ${process.platform}-${process.arch} chưa có gói Node ${wantedMajor}: hãy cài Node ${wantedMajor} trở lên rồi chạy lại lệnh.`,
    `There is no packaged Node ${wantedMajor} for ${process.platform}-${process.arch}: install Node ${wantedMajor} or newer and run the command again.`,
  );
}

/** A terminal sends Ctrl+C to parent and child alike, so it is passed on only where there is no terminal. */
function forwardSignals(target) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) target.kill(signal);
    });
  }
}

/** A stopped npm leaves its scripts running: without this, a killed `npm run host` would keep its port and its data. */
function stopWithNpm(target) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) target.kill('SIGTERM');
  }, 500).unref();
}

function stop(vietnamese, english) {
  process.stderr.write(`${vietnamese}\n${english}\n`);
  process.exit(1);
}
