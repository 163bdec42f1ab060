// The Electron that lies on this machine, and how it is started. Apart from start.mjs, so that it can be tested with made-up folders.
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { forwardSignals } from './tools.mjs';

/**
 * The executable of the package's own distribution, or undefined where it was not unpacked to its end or belongs to another version:
 * `path.txt` is written last, `dist/version` names what was unpacked. `override` is a folder that somebody vouches for.
 */
export function electronFile(packageFolder, override) {
  const usual = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform];
  const name = readText(join(packageFolder, 'path.txt')) ?? usual ?? 'electron';
  const file = join(override || join(packageFolder, 'dist'), name);
  if (!existsSync(file)) return undefined;
  if (override) return file;
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const unpacked = readText(join(packageFolder, 'dist/version'))?.replace(/^v/, '');
  return unpacked === version && existsSync(join(packageFolder, 'path.txt')) ? file : undefined;
}

/**
 * The executable, fetched by the package's own script where there is none; undefined where it cannot be had. What has come is told as
 * it grows. A download or an unpacking without a byte for `stalledMs` is given up.
 */
export async function presentOrFetched(packageFolder, override, { stalledMs = 15_000 } = {}) {
  const present = electronFile(packageFolder, override);
  if (present || override) return present;
  // What was interrupted or belongs to another version is not built upon.
  for (const part of ['dist', 'path.txt'])
    rmSync(join(packageFolder, part), { recursive: true, force: true });
  process.stderr.write('Đang tải Electron, chỉ làm một lần…\nFetching Electron, this happens once…\n');
  const temporary = mkdtempSync(join(tmpdir(), 'qtd-electron-'));
  try {
    const child = spawn(process.execPath, [join(packageFolder, 'install.js')], {
      cwd: packageFolder,
      stdio: ['ignore', 2, 2],
      env: {
        ...electronEnvironment(),
        TMPDIR: temporary,
        TEMP: temporary,
        TMP: temporary,
        ELECTRON_GET_NO_PROGRESS: '1',
      },
    });
    const code = await endOf(
      child,
      () => bytesBelow(temporary) + bytesBelow(join(packageFolder, 'dist')),
      stalledMs,
    );
    return code === 0 ? electronFile(packageFolder, override) : undefined;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** The exit code of a download, null where it was ended because nothing came any more. */
async function endOf(child, bytesNow, stalledMs) {
  const stopForwarding = forwardSignals(child);
  const endWithUs = () => child.kill('SIGKILL');
  process.on('exit', endWithUs);
  let bytes = 0;
  let told = 0;
  let grewAt = performance.now();
  const watch = setInterval(() => {
    const now = bytesNow();
    if (now !== bytes) grewAt = performance.now();
    else if (performance.now() - grewAt > stalledMs) child.kill('SIGKILL');
    bytes = now;
    const megabytes = Math.floor(bytes / 10_000_000) * 10;
    if (megabytes <= told) return;
    told = megabytes;
    process.stderr.write(`${megabytes} MB…\n`);
  }, 250);
  const { code, signal } = await new Promise((done) => {
    child.on('error', () => done({ code: 1 }));
    child.on('exit', (exitCode, exitSignal) => done({ code: exitCode, signal: exitSignal }));
  });
  clearInterval(watch);
  process.off('exit', endWithUs);
  stopForwarding();
  // Whoever stops the download stops the program.
  if (signal === 'SIGINT' || signal === 'SIGTERM' || signal === 'SIGHUP') process.exit(1);
  return code;
}

function bytesBelow(folder) {
  const entries = globSync('**/*', { cwd: folder });
  return entries.reduce(
    (sum, entry) => sum + (statSync(join(folder, entry), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}

/** Under Wayland windows are neither told that they may be shown nor put where they belong: X11 where there is one. */
export function electronArguments(env = process.env, platform = process.platform) {
  return platform === 'linux' && env.DISPLAY ? ['--ozone-platform=x11'] : [];
}

/** As Node alone it would open no window, and fetched through the proxies and certificates of this machine. */
export function electronEnvironment(env = process.env) {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...rest } = env;
  // The package puts version and file name right behind it.
  const mirror = env.ELECTRON_MIRROR && { ELECTRON_MIRROR: env.ELECTRON_MIRROR.replace(/\/*$/, '/') };
  return {
    ELECTRON_GET_USE_PROXY: '1',
    NODE_USE_ENV_PROXY: '1',
    NODE_USE_SYSTEM_CA: '1',
    ...rest,
    ...mirror,
  };
}

function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/** The sentence for a Linux whose sandbox rule ends Electron at its start (Ubuntu 23.10 and newer), with what mends it. */
export function sandboxAdvice(signal, electron) {
  if (signal !== 'SIGTRAP') return '';
  const file = join(dirname(electron), 'chrome-sandbox');
  return (
    `\nUbuntu chặn vùng an toàn của Electron. Chạy hai lệnh sau rồi mở lại / Ubuntu blocks Electron's sandbox. Run these two commands, then start again:\n` +
    `  sudo chown root:root "${file}"\n  sudo chmod 4755 "${file}"`
  );
}

/** Why the database cannot be opened on this Linux, or undefined where it can. `glibc` is the version that runs, such as 2.31. */
export function oldGlibc(glibc = process.report?.getReport().header.glibcVersionRuntime) {
  const [major, minor] = (glibc ?? '').split('.').map(Number);
  if (!glibc || major > 2 || minor >= 34) return undefined;
  return (
    `Linux của máy này quá cũ (glibc ${glibc}, cần từ 2.34): không mở được cơ sở dữ liệu. Dùng Ubuntu 22.04, Debian 12 trở lên.\n` +
    `The Linux of this PC is too old (glibc ${glibc}, 2.34 is needed): the database cannot be opened. Use Ubuntu 22.04, Debian 12 or newer.`
  );
}
