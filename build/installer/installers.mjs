// Which installer is made of what: `npm run package -- --deb | --win-installer [--host-edition]`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../tools.mjs';
import { makeDeb } from './deb.mjs';
import { addLauncher, makeWindowsInstaller } from './windows-installer.mjs';
import { hostEditionProblems, layOutHostEdition, programVersion, startWords } from './host-edition.mjs';

/** What a PC downloads at once over a slow line, or what a small stick holds. */
const largestHostEdition = 45 * 2 ** 20;

const hostDepends = 'libc6 (>= 2.34), libgcc-s1, libstdc++6';
const browsers = 'chromium | google-chrome-stable | microsoft-edge-stable | chromium-browser';
const electronDepends =
  'libc6 (>= 2.34), libgtk-3-0 | libgtk-3-0t64, libnotify4, libnss3, libxss1, libxtst6, xdg-utils, libatspi2.0-0 | libatspi2.0-0t64, libsecret-1-0';

/** Where the installer of a platform and edition is put. */
export function installerFile(platform, edition, version) {
  const names = {
    'linux-x64': `quay-tiep-dan${edition === 'host' ? '-host' : ''}_${version}_amd64.deb`,
    'win-x64': `QuayTiepDan${edition === 'host' ? '-Host' : ''}-Setup-${version}.exe`,
  };
  return join(root, 'dist', names[platform]);
}

/** The Debian package; `electron` is the unpacked Electron edition, the host edition is packed without it. */
export function debInstaller(electron, compression = ['-Zxz']) {
  const version = programVersion();
  const file = installerFile('linux-x64', electron ? 'electron' : 'host', version);
  const common = { file, version, epoch: sourceEpoch(), compression };
  if (electron) {
    const [start, ...args] = ['quay-tiep-dan', '--ozone-platform=x11'];
    return told(
      makeDeb({
        ...common,
        program: electron,
        start: [start, ...args],
        binary: start,
        depends: electronDepends,
      }),
    );
  }
  return inHostEdition('linux', (program) => {
    const start = startWords('linux');
    return told(
      makeDeb({ ...common, program, start, binary: start[0], depends: hostDepends, recommends: browsers }),
      largestHostEdition,
    );
  });
}

/** The Windows installer; `electron` as above. */
export function windowsInstaller(electron, compressor = 'lzma') {
  const version = programVersion();
  const file = installerFile('win-x64', electron ? 'electron' : 'host', version);
  const sign = signCommand();
  const common = { file, version, sign, compressor };
  if (sign === undefined)
    process.stdout.write(
      'Bộ cài không có chữ ký số (QTD_SIGN_PFX) / The installer is not signed (QTD_SIGN_PFX).\n',
    );
  if (electron) {
    makeWindowsInstaller({ ...common, program: electron, exe: 'quay-tiep-dan.exe' });
    return told(file);
  }
  return inHostEdition('win', (program) => {
    const exe = addLauncher(program, version, sign);
    makeWindowsInstaller({ ...common, program, exe, quit: [...startWords('win'), '--quit'] });
    return told(file, largestHostEdition);
  });
}

/**
 * The command that signs a file with the certificate that QTD_SIGN_PFX names (PKCS 12), its password in the file QTD_SIGN_PASS_FILE; undefined
 * without one. No time stamp: that would need a network, so the signature ends with the certificate.
 */
export function signCommand(env = process.env) {
  if (!env.QTD_SIGN_PFX) return undefined;
  const words = [process.execPath, join(root, 'build/installer/sign.mjs')];
  return words.map((word) => `"${word}"`).join(' ');
}

function inHostEdition(platform, make) {
  const folder = mkdtempSync(join(tmpdir(), 'quay-tiep-dan-edition-'));
  try {
    const program = layOutHostEdition(platform, join(folder, 'program'));
    const problems = hostEditionProblems(platform, program);
    if (problems.length > 0)
      throw new Error(`the host edition is wrong:\n${problems.slice(0, 20).join('\n')}`);
    return make(program);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function told(file, largest = Infinity) {
  const { size } = statSync(file);
  process.stdout.write(`${file}: ${(size / 2 ** 20).toFixed(1)} MiB\n`);
  if (size > largest) throw new Error(`${file} is larger than ${largest / 2 ** 20} MiB`);
  return file;
}

/** One date for all files: that of the last commit, so that whoever packs the same sources gets the same bytes. */
function sourceEpoch() {
  const named = process.env.SOURCE_DATE_EPOCH;
  if (named) return Number(named);
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
  return status === 0 ? Number(stdout) : 946_684_800;
}
