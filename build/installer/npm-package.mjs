// Packages of npm for another platform than this one, which `npm ci` does not install: fetched by npm, compared with the lock file's
// digest, kept under node_modules/.cache.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNpm } from '../tools.mjs';

const cache = join(root, 'node_modules/.cache/packages');

/** The folder of a package that the lock file names, installed or fetched. */
export function lockedPackage(name) {
  const installed = join(root, 'node_modules', name);
  if (existsSync(installed)) return installed;
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const { version, integrity } = lock.packages[`node_modules/${name}`];
  return fetchedPackage(name, version, integrity);
}

/** The folder of exactly these bytes of a package; throws where they cannot be had. */
export function fetchedPackage(name, version, integrity) {
  const folder = join(cache, `${name}-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, '.fresh-'));
  try {
    const trouble =
      `Không lấy được gói ${name} ${version}: kiểm tra mạng hoặc kho gói npm rồi chạy lại.\n` +
      `The package ${name} ${version} cannot be fetched: check the network or the npm registry and run again.`;
    const file = runNpm(['pack', `${name}@${version}`], fresh, trouble)
      .trim()
      .split('\n')
      .at(-1);
    const bytes = readFileSync(join(fresh, file));
    const [algorithm, wanted] = integrity.split(/-(.*)/s);
    if (createHash(algorithm).update(bytes).digest('base64') !== wanted)
      throw new Error(`${name} ${version} is not what the lock file names: its digest differs`);
    const { status } = spawnSync('tar', ['-xzf', file], { cwd: fresh, stdio: ['ignore', 2, 2] });
    if (status !== 0) throw new Error(`${name}: tar ended with ${status}`);
    renameSync(join(fresh, 'package'), folder);
    return folder;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
