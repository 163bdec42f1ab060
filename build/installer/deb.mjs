// A Debian package around a folder with the program, the same bytes each time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  globSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../tools.mjs';
import { iconSizes, resources } from './icons.mjs';

const home = 'usr/lib/quay-tiep-dan';

/**
 * Makes `file` out of `program` (a folder). `start` is the command line within that folder, `binary` the file of it whose sandbox AppArmor
 * is told of, `depends` what Debian calls the libraries it needs, `epoch` the seconds that every file is dated, `compression` options of
 * dpkg-deb.
 */
export function makeDeb({ program, file, version, start, binary, depends, recommends, epoch, compression }) {
  const tree = mkdtempSync(join(tmpdir(), 'quay-tiep-dan-deb-'));
  try {
    cpSync(program, join(tree, home), { recursive: true });
    write(tree, 'usr/bin/quay-tiep-dan', starter(start), 0o755);
    write(tree, 'usr/share/applications/quay-tiep-dan.desktop', desktopEntry);
    for (const size of iconSizes) {
      const icon = readFileSync(join(resources, `icons/${size}x${size}.png`));
      write(tree, `usr/share/icons/hicolor/${size}x${size}/apps/quay-tiep-dan.png`, icon);
    }
    write(
      tree,
      'usr/share/icons/hicolor/scalable/apps/quay-tiep-dan.svg',
      readFileSync(join(root, 'renderer/ui/icon.svg')),
    );
    const copyright = `${readFileSync(join(root, 'LICENSE'), 'utf8')}\nParts of others: /${home}/THIRD-PARTY-NOTICES.txt\n`;
    write(tree, 'usr/share/doc/quay-tiep-dan/copyright', copyright);
    const changes = readFileSync(join(root, 'CHANGELOG.md'));
    write(tree, 'usr/share/doc/quay-tiep-dan/changelog.gz', gzipSync(changes, { level: 9 }));
    write(tree, 'usr/share/quay-tiep-dan/apparmor', appArmorProfile(`/${home}/${binary}`));
    const files = filesOf(tree);
    for (const path of files) chmodSync(join(tree, path), modeOf(tree, path));
    write(tree, 'DEBIAN/md5sums', files.map((path) => `${md5(join(tree, path))}  ${path}\n`).join(''));
    write(tree, 'DEBIAN/control', control({ version, depends, recommends, size: kibibytes(tree, files) }));
    write(tree, 'DEBIAN/postinst', postinst, 0o755);
    write(tree, 'DEBIAN/prerm', prerm, 0o755);
    write(tree, 'DEBIAN/postrm', postrm, 0o755);
    // Whoever packs has a umask of their own.
    for (const folder of foldersOf(tree)) chmodSync(folder, 0o755);
    mkdirSync(dirname(file), { recursive: true });
    const { status, stderr } = spawnSync(
      'dpkg-deb',
      ['--root-owner-group', ...compression, '--build', tree, file],
      { encoding: 'utf8', env: { ...process.env, SOURCE_DATE_EPOCH: String(epoch) } },
    );
    if (status !== 0) throw new Error(`dpkg-deb ended with ${status}: ${stderr}`);
    return file;
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

/** It finds its folder from itself, so that it also runs out of a tree that is not the system's own. */
function starter([command, ...args]) {
  return `#!/bin/sh
program=$(dirname "$(readlink -f "$0")")/../lib/quay-tiep-dan
exec "$program/${command}" ${args.map((word) => (word.startsWith('-') ? word : `"$program/${word}"`)).join(' ')} "$@"
`;
}

const desktopEntry = `[Desktop Entry]
Type=Application
Name=Quầy Tiếp Dân
GenericName=Reception desk
GenericName[vi]=Quầy tiếp nhận
Comment=Queue, papers, guidance slips and counts of the day
Comment[vi]=Hàng chờ, giấy tờ, phiếu hướng dẫn và số liệu ngày
Exec=quay-tiep-dan
Icon=quay-tiep-dan
StartupWMClass=quay-tiep-dan
Terminal=false
Categories=Office;
`;

/** Since 23.10 Ubuntu lets only programs it knows build the sandbox of a browser. Nothing else is restricted. */
function appArmorProfile(binary) {
  return `abi <abi/4.0>,
include <tunables/global>

profile quay-tiep-dan ${binary} flags=(unconfined) {
  userns,
  include if exists <local/quay-tiep-dan>
}
`;
}

function control({ version, depends, recommends, size }) {
  return `Package: quay-tiep-dan
Version: ${version}
Section: misc
Priority: optional
Architecture: amd64
Installed-Size: ${size}
Depends: ${depends}
${recommends ? `Recommends: ${recommends}\n` : ''}Maintainer: Quay Tiep Dan <noreply@invalid>
Description: reception desk of a Vietnamese ward
 Queue, checklist of papers, guidance slips and the frozen counts of the day,
 for the reception of people who come for an electronic identity.
`;
}

/**
 * Older AppArmor does not know the word userns and needs no such profile. Where users may build no sandbox at all, Electron's own
 * helper builds it.
 */
const postinst = `#!/bin/sh
set -e
helper="$DPKG_ROOT/${home}/chrome-sandbox"
if [ "$1" = configure ] && [ -e "$helper" ] && ! unshare --user true 2>/dev/null; then
  chmod 4755 "$helper"
fi
if [ "$1" = configure ] && [ -e "$DPKG_ROOT/etc/apparmor.d/abi/4.0" ]; then
  cp "$DPKG_ROOT/usr/share/quay-tiep-dan/apparmor" "$DPKG_ROOT/etc/apparmor.d/quay-tiep-dan"
  if [ -z "$DPKG_ROOT" ] && command -v apparmor_parser >/dev/null; then
    apparmor_parser --replace --write-cache /etc/apparmor.d/quay-tiep-dan || true
  fi
fi
`;

const prerm = `#!/bin/sh
set -e
if [ "$1" = remove ] && [ -e "$DPKG_ROOT/etc/apparmor.d/quay-tiep-dan" ]; then
  if [ -z "$DPKG_ROOT" ] && command -v apparmor_parser >/dev/null; then
    apparmor_parser --remove /etc/apparmor.d/quay-tiep-dan || true
  fi
  rm -f "$DPKG_ROOT/etc/apparmor.d/quay-tiep-dan"
fi
`;

/** What the desks hold lies in the homes of the users and is nobody's to remove, not even at a purge. */
const postrm = `#!/bin/sh
set -e
if [ "$1" = purge ]; then
  rm -f "$DPKG_ROOT/etc/apparmor.d/local/quay-tiep-dan"
fi
`;

function write(tree, path, content, mode = 0o644) {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), content, { mode });
  chmodSync(join(tree, path), mode);
}

function filesOf(tree) {
  return globSync('**/*', { cwd: tree })
    .filter((path) => lstatSync(join(tree, path)).isFile())
    .sort();
}

function foldersOf(tree) {
  return [tree, ...globSync('**/', { cwd: tree }).map((path) => join(tree, path))].filter((path) =>
    lstatSync(path).isDirectory(),
  );
}

/** Who may run a file is kept, and nothing else of its mode. */
function modeOf(tree, path) {
  return lstatSync(join(tree, path)).mode & 0o100 ? 0o755 : 0o644;
}

function md5(file) {
  return createHash('md5').update(readFileSync(file)).digest('hex');
}

function kibibytes(tree, files) {
  return files.reduce((sum, path) => sum + Math.ceil(lstatSync(join(tree, path)).size / 1024), 0);
}
