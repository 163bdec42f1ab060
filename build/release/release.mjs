// `npm run release [-- --notes <file.json>] [--from <version>]`: the installers under dist/ of this version as a signed folder, read again
// as a PC would. The key is brought by QTD_RELEASE_KEY (a minisign.key), its password by the file QTD_RELEASE_PASS_FILE.
// `npm run release -- --verify <folder>` only reads one.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { localDay } from '../../shared/domain/calendar/business-date.ts';
import { EDITIONS, PLATFORMS, RELEASE_KEYS, UPDATE_FILE } from '../../shared/domain/update/manifest.ts';
import { installerFile } from '../installer/installers.mjs';
import { programVersion } from '../installer/host-edition.mjs';
import { root } from '../tools.mjs';
import { makeRelease, verifyRelease } from './make-release.mjs';
import { readSecretKey } from './minisign.mjs';

/** The oldest version whose data every later one brings over by itself. */
const FIRST_VERSION = '0.1.0';

const { values } = parseArgs({
  options: { notes: { type: 'string' }, from: { type: 'string' }, verify: { type: 'string' } },
});
try {
  await tellVerified(values.verify === undefined ? await release() : resolve(values.verify));
} catch (error) {
  const reason = error.problem === undefined ? error.message : JSON.stringify(error.problem);
  process.stderr.write(`Không làm được bản phát hành / There is no release: ${reason}\n`);
  process.exitCode = 1;
}

async function release() {
  const key = ownKey();
  const version = programVersion();
  const installers = PLATFORMS.flatMap((platform) =>
    EDITIONS.map((edition) => ({ platform, edition, file: installerFile(platform, edition, version) })),
  ).filter(({ file }) => existsSync(file));
  if (installers.length === 0)
    throw new Error(
      `chưa có bộ cài nào của bản ${version} trong dist/ / no installer of ${version} in dist/: npm run package -- --win-installer --deb --host-edition`,
    );
  return makeRelease({
    folder: join(root, 'dist', `QuayTiepDan-${version}`),
    version,
    minimum: values.from ?? FIRST_VERSION,
    date: localDay(new Date().toISOString()),
    notes: values.notes === undefined ? { vi: [], en: [] } : JSON.parse(readFileSync(values.notes, 'utf8')),
    installers,
    key,
  });
}

function ownKey() {
  const { QTD_RELEASE_KEY: file, QTD_RELEASE_PASS_FILE: passFile } = process.env;
  if (!file) throw new Error('QTD_RELEASE_KEY chưa chỉ tệp khóa / QTD_RELEASE_KEY names no key file');
  const password = passFile ? readFileSync(passFile, 'utf8').replace(/\r?\n$/, '') : '';
  const key = readSecretKey(readFileSync(file, 'utf8'), password);
  if (!RELEASE_KEYS.includes(key.publicLine))
    throw new Error(
      'máy nào cũng sẽ từ chối khóa này / every PC would refuse this key: shared/domain/update/manifest.ts',
    );
  return key;
}

async function tellVerified(folder) {
  const { version, schema, files } = await verifyRelease(folder, RELEASE_KEYS);
  const say = (line) => process.stdout.write(`${line}\n`);
  say(`${folder}: ${version}, schema ${schema}`);
  for (const { name, size, sha256 } of files) say(`${sha256}  ${name} (${(size / 2 ** 20).toFixed(1)} MiB)`);
  const checks = RELEASE_KEYS.map((key) =>
    spawnSync('minisign', ['-V', '-q', '-m', join(folder, UPDATE_FILE), '-P', key]),
  );
  if (checks.some(({ error }) => error))
    return say(
      'minisign không có trên máy này / minisign is not on this machine: only our own check was made',
    );
  if (checks.every(({ status }) => status !== 0)) throw new Error('minisign -V refuses what was signed');
  say('minisign -V: đúng chữ ký / the signature is right');
}
