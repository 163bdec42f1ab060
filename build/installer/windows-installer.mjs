// The Windows installer around a folder with the program: our own script for Debian's makensis.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { memoryFlags, root } from '../tools.mjs';
import { resources } from './icons.mjs';

const scripts = join(root, 'build/installer/windows');
const icon = join(resources, 'icon.ico');

/** Writes QuayTiepDan.exe, which starts the host edition, into its folder and returns its name; `sign` as below. */
export function addLauncher(program, version, sign) {
  const exe = 'QuayTiepDan.exe';
  makensis('launcher.nsi', {
    OUT: join(program, exe),
    ICON: icon,
    VERSION: version,
    RUNTIME: 'runtime\\node.exe',
    FLAGS: memoryFlags.join(' '),
    PROGRAM: 'out\\main\\host-window.mjs',
    ...(sign && { SIGN: `${sign} "%1"` }),
  });
  return exe;
}

/**
 * Makes `file` out of `program` (a folder with `exe` in it). `quit` is the command line within that folder that ends the running program and
 * waits for its end, where there is one; `sign` a command that signs the file it is followed by; `compressor` one of makensis, or `off`.
 */
export function makeWindowsInstaller({ program, file, version, exe, quit = [], sign, compressor = 'lzma' }) {
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const [quitBinary = '', ...quitArguments] = quit;
  makensis('installer.nsi', {
    OUT: file,
    SRC: program,
    ICON: icon,
    LICENCE: join(root, 'LICENSE'),
    VERSION: version,
    EXE: exe,
    QUIT: quitBinary.replaceAll('/', '\\'),
    QUITARGS: quitArguments
      .map((word) => (word.startsWith('-') ? word : `"$INSTDIR\\${word.replaceAll('/', '\\')}"`))
      .join(' '),
    COMPRESSOR: compressor,
    ...(sign && { SIGN: `${sign} "%1"` }),
  });
  return statSync(file).size;
}

/** Whether installers for Windows can be made here. */
export function hasMakensis() {
  return spawnSync('makensis', ['-VERSION']).status === 0;
}

function makensis(script, names) {
  const defined = Object.entries(names).map(([name, value]) => `-D${name}=${value}`);
  const { status, stdout, stderr, error } = spawnSync(
    'makensis',
    ['-V2', '-WX', '-INPUTCHARSET', 'UTF8', ...defined, join(scripts, script)],
    { encoding: 'utf8' },
  );
  if (error)
    throw new Error(
      'Chưa có makensis để làm bộ cài Windows (Debian, Ubuntu: apt-get install nsis).\n' +
        'There is no makensis to make the Windows installer with (Debian, Ubuntu: apt-get install nsis).',
    );
  if (status !== 0) throw new Error(`makensis ended with ${status}: ${stdout}${stderr}`);
}
