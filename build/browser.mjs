// Finds a Chromium for the tests, or gets one from npm: a machine with Node and npm alone can run every test.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browserPlaces } from '../electron/host/installed-browser.ts';
import { testBrowserFile } from '../electron/host/program-files.ts';
import { isMain, root, runNpm } from './tools.mjs';

/** Enough for a test browser on any machine: as root, without a graphics card, without calling home. */
const testFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // All pages in one process: each finds the program compiled, and none is started ahead of its page.
  '--renderer-process-limit=1',
  // Streamed, a script is parsed anew for each page though that process has it compiled. What else is named Playwright leaves out, too,
  // and of two such lists the last one counts.
  '--disable-features=ScriptStreaming,PaintHolding,HttpsUpgrades,ThirdPartyStoragePartitioning,MediaRouter,OptimizationHints',
];

const packageFolder = join(root, 'build/browser');
const unpacked = dirname(testBrowserFile);

/** A browser that can show a window, or undefined; the one of the tests has none. */
export function installedBrowser() {
  return browserPlaces().find((path) => path !== testBrowserFile && existsSync(path) && answers(path));
}

/** The browser of the tests as Playwright's launch options, `{ executablePath, args }`; got from npm where there is none. */
export async function testBrowser() {
  const executablePath = installedBrowser() ?? (await browserFromNpm());
  return { executablePath, args: testFlags };
}

async function browserFromNpm() {
  if (existsSync(testBrowserFile)) return testBrowserFile;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Không tìm thấy trình duyệt để chạy kiểm thử. Hãy cài Chrome, Edge hoặc Chromium, hoặc đặt CHROMIUM_PATH.\n' +
        'No browser for the tests. Install Chrome, Edge or Chromium, or set CHROMIUM_PATH.',
    );
  }
  process.stderr.write('Đang lấy trình duyệt kiểm thử từ npm…\nGetting the test browser from npm…\n');
  runNpm(
    ['ci', '--no-audit', '--no-fund'],
    packageFolder,
    'Không lấy được trình duyệt kiểm thử từ npm. Hãy kiểm tra mạng, hoặc cài Chromium (apt-get install chromium) rồi chạy lại.\n' +
      'The test browser could not be installed from npm. Check the network, or install Chromium and run again.',
  );
  await unpack();
  return testBrowserFile;
}

/** Unpacks into a folder of its own and moves it into place when it is whole. */
async function unpack() {
  const entry = join(packageFolder, 'node_modules/@sparticuz/chromium');
  const { inflate } = await import(pathToFileURL(join(entry, 'build/lambdafs.js')).href);
  const fresh = mkdtempSync(`${unpacked}-`);
  const outer = process.env.TMPDIR;
  process.env.TMPDIR = fresh; // where the package unpacks: it asks os.tmpdir() when it is called
  const parts = ['chromium.br', 'al2023.tar.br', 'swiftshader.tar.br', 'fonts.tar.br'];
  const unpacking = parts.map((file) => inflate(join(entry, 'bin', file)));
  if (outer === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = outer;
  await Promise.all(unpacking);
  writeFileSync(join(fresh, 'fonts.conf'), fontList(join(unpacked, 'fonts')));
  writeFileSync(join(fresh, 'browser'), startScript);
  chmodSync(join(fresh, 'browser'), 0o755);
  rmSync(unpacked, { recursive: true, force: true });
  renameSync(fresh, unpacked);
}

/**
 * Starts it with the libraries and the font list that a bare machine lacks (without a font every text is invisible), and without
 * the sandbox, which its build does not have.
 */
const startScript = `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" --no-sandbox "$@"
`;

function fontList(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(unpacked, 'font-cache')}</cachedir>
</fontconfig>
`;
}

/** Some systems ship a file of that name which only tells how to install the browser. Windows opens a window instead. */
function answers(path) {
  if (process.platform !== 'linux') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 15_000 }).status === 0;
}

if (isMain(import.meta)) process.stdout.write(`${(await testBrowser()).executablePath}\n`);
