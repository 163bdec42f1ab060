// The Electron that lies on this machine, and how it is started. Apart from start.mjs, so that it can be tested with made-up folders.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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

/** Under Wayland windows are neither told that they may be shown nor put where they belong: X11 where there is one. */
export function electronArguments(env = process.env, platform = process.platform) {
  return platform === 'linux' && env.DISPLAY ? ['--ozone-platform=x11'] : [];
}

/** As Node alone it would open no window, and fetched through the proxies and certificates of this machine. */
export function electronEnvironment(env = process.env) {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...rest } = env;
  return { ELECTRON_GET_USE_PROXY: '1', NODE_USE_ENV_PROXY: '1', NODE_USE_SYSTEM_CA: '1', ...rest };
}

function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}
