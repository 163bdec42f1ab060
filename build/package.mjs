// `npm run package -- --linux | --win`: the packed program as a folder under dist/, and the proof that it holds what it
// should. `--deb` and `--win-installer` put it into an installer, with `--host-edition` the program with Node and the PC's own browser
// in Electron's place.
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, getCurrentFuseWire } from '@electron/fuses';
import { ensureBuilt, nodeEntries, pages } from './build.mjs';
import { fuseWire, ofHostEdition } from './electron-builder.mjs';
import { thirdPartyNotices } from './installer/notices.mjs';
import { debInstaller, windowsInstaller } from './installer/installers.mjs';
import { smokeTest } from './package-smoke.mjs';
import { writeStubElectron } from './stub-electron.mjs';
import { commandFile, packedArchive, present, root, runNode } from './tools.mjs';

/** The program without Electron: a folder that slipped in would be far larger. */
const largestArchive = 20 * 2 ** 20;

const { values } = parseArgs({
  options: {
    linux: { type: 'boolean' },
    win: { type: 'boolean' },
    deb: { type: 'boolean' },
    'win-installer': { type: 'boolean' },
    'host-edition': { type: 'boolean' },
  },
});
const installers = { linux: values.deb && debInstaller, win: values['win-installer'] && windowsInstaller };
const platforms = ['linux', 'win'].filter((name) => values[name] || installers[name]);
if (platforms.length === 0) platforms.push(process.platform === 'win32' ? 'win' : 'linux');

if (values['host-edition']) {
  await ensureBuilt();
  for (const platform of platforms) await installers[platform]?.();
  process.exit();
}
const hollow = platforms.filter((platform) => installers[platform] && !realElectron(platform));
if (hollow.length > 0) {
  process.stderr.write(
    `Không làm bộ cài: chưa có Electron cho ${hollow.join(', ')}. Đặt ELECTRON_OVERRIDE_DIST_PATH là thư mục Electron đã giải nén, hoặc thêm --host-edition.\n` +
      `No installer is made: there is no Electron for ${hollow.join(', ')}. Let ELECTRON_OVERRIDE_DIST_PATH name an unpacked Electron, or add --host-edition.\n`,
  );
  process.exit(1);
}

await ensureBuilt();
for (const platform of platforms) {
  // In a line of its own: a call that is not made computes no argument, and nothing would be packed.
  const folder = await pack(platform);
  await installers[platform]?.(folder);
}
const absent = platforms.map(packedArchive).filter((file) => !existsSync(file));
if (absent.length > 0) throw new Error(`not packed: ${absent.join(', ')}`);

async function pack(platform) {
  const temporary = mkdtempSync(join(tmpdir(), 'quay-tiep-dan-package-'));
  try {
    const electron = realElectron(platform) ?? (await stub(platform, join(temporary, 'electron')));
    const { code, text } = await runNode(
      commandFile('electron-builder'),
      [
        `--${platform}`,
        'dir',
        '--x64',
        '--publish',
        'never',
        '--config',
        'build/electron-builder.mjs',
      ].concat(`-c.electronDist=${electron}`),
      { output: 'collect' },
    );
    if (code !== 0) throw new Error(`electron-builder failed (${code}):\n${text}`);
    const folder = join(root, 'dist', `${platform}-unpacked`);
    const archive = packedArchive(platform);
    writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices());
    const problems = [...contentProblems(platform, archive), ...(await fuseProblems(platform, folder))];
    const unpacked = join(temporary, 'app');
    extractAll(archive, unpacked);
    // Only this machine's own package can be run here.
    if (platform === 'linux' && process.platform === 'linux')
      problems.push(...(await smokeTest(unpacked, temporary)));
    if (problems.length > 0)
      throw new Error(`${folder}: ${problems.length} problems\n${problems.slice(0, 20).join('\n')}`);
    process.stdout.write(
      `${folder}: app.asar ${Math.round(statSync(archive).size / 1024)} KiB, contents and fuses right\n`,
    );
    return folder;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** A real distribution for that platform: the one named, or the one that npm's package fetched for this machine. */
function realElectron(platform) {
  const file = platform === 'win' ? 'electron.exe' : 'electron';
  const folders = [process.env.ELECTRON_OVERRIDE_DIST_PATH, join(root, 'node_modules/electron/dist')].filter(
    Boolean,
  );
  return folders.find((folder) => existsSync(join(folder, file)));
}

async function stub(platform, folder) {
  const { version } = JSON.parse(await readFile(join(root, 'node_modules/electron/package.json'), 'utf8'));
  process.stdout.write(
    `no Electron for ${platform} here: packing around a stub, the result does not start\n`,
  );
  return writeStubElectron(folder, platform, version);
}

function contentProblems(platform, archive) {
  const problems = [];
  const entries = listPackage(archive, { isPack: false }).map((entry) => entry.replaceAll('\\', '/'));
  const own = nodeEntries.filter(({ file }) => !ofHostEdition.includes(file));
  const wanted = ['/package.json', ...own.map(({ folder, file }) => `/out/${folder}/${file}`)];
  wanted.push(
    ...pages
      .filter((page) => present(`renderer/entries/${page}.html`))
      .map((page) => `/out/renderer/${page}.html`),
  );
  for (const entry of wanted) if (!entries.includes(entry)) problems.push(`${entry} is missing`);

  const allowed =
    /^\/(package\.json|LICENSE|out(\/(main|preload|renderer)(\/.*)?)?|node_modules(\/better-sqlite3(\/.*)?)?)$/;
  for (const entry of entries) {
    if (!allowed.test(entry) || entry.endsWith('.map'))
      problems.push(`${entry} does not belong in the package`);
  }
  const native = entries.filter((entry) => entry.endsWith('.node'));
  const expected = `/node_modules/better-sqlite3/prebuilds/${platform === 'win' ? 'win32' : 'linux'}-x64.node`;
  if (native.join() !== expected)
    problems.push(`native modules: ${native.join(', ') || 'none'} instead of ${expected}`);
  if (!existsSync(join(`${archive}.unpacked`, expected)))
    problems.push(`${expected} is not beside the archive`);
  if (statSync(archive).size > largestArchive) problems.push(`app.asar has ${statSync(archive).size} bytes`);
  return problems;
}

async function fuseProblems(platform, folder) {
  const wire = await getCurrentFuseWire(
    join(folder, platform === 'win' ? 'quay-tiep-dan.exe' : 'quay-tiep-dan'),
  );
  return fuseWire
    .filter(({ index, on }) => wire[index] !== (on ? FuseState.ENABLE : FuseState.DISABLE))
    .map(({ name, on }) => `fuse ${name} is not ${on ? 'on' : 'off'}`);
}
