import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

type PlaceProblem = { readonly reason: 'network-folder' | 'cloud-folder'; readonly detail: string };

/** `\\server\share` and `//host/share`, also in the long form `\\?\UNC\server\share`; not `\\?\C:\…`. */
const uncPath = /^(?:\\\\\?\\UNC\\|[\\/]{2}(?![?.][\\/]))[^\\/]/i;

const networkTypes =
  /^(?:nfs\d*|cifs|smb\d*|smbfs|ncpfs|afs|ceph|glusterfs|davfs|fuse\.(?:sshfs|glusterfs|davfs2?|gvfsd-fuse|smbnetfs|curlftpfs|s3fs))$/;
const cloudTypes = /^fuse\.(?:rclone|google-drive-ocamlfuse|onedriver|dropbox|pcloud)$/;

/** Folder names that the sync programs give; Google names its drive in the language of Windows. */
const cloudNames =
  /^(?:onedrive(?: - .+)?|dropbox(?: \(.+\))?|google ?drive(?:[ -].+)?|my drive|drive của tôi|icloud ?drive|mobile documents|cloudstorage|nextcloud|owncloud|pcloud ?drive|synologydrive|megasync|box sync|yandex\.disk)$/;

/**
 * Why a folder is no place for a live database: write-ahead logs and locks do not work over a network, and a sync
 * program copies a file in the middle of a write. `realFolder` is where links and mapped drives lead; `mounts` is the
 * text of /proc/mounts, empty elsewhere.
 */
export function placeProblem(folder: string, realFolder: string, mounts: string): PlaceProblem | null {
  for (const path of [folder, realFolder]) {
    if (uncPath.test(path)) return { reason: 'network-folder', detail: path };
    const cloud = path.split(/[\\/]/).find((name) => cloudNames.test(name.normalize('NFC').toLowerCase()));
    if (cloud !== undefined) return { reason: 'cloud-folder', detail: cloud };
  }
  const type = fileSystemType(realFolder, mounts);
  if (networkTypes.test(type)) return { reason: 'network-folder', detail: type };
  if (cloudTypes.test(type)) return { reason: 'cloud-folder', detail: type };
  return null;
}

/** Where a folder that may not exist yet would really lie: on Windows a mapped drive gives its share. */
export function realFolderOf(folder: string): string {
  const wanted = resolve(folder);
  let existing = wanted;
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  try {
    return realpathSync.native(existing) + wanted.slice(existing.length);
  } catch {
    return wanted;
  }
}

/** The mount table of this machine; empty where there is none to read. */
export function machineMounts(): string {
  try {
    return process.platform === 'linux' ? readFileSync('/proc/mounts', 'utf8') : '';
  } catch {
    return '';
  }
}

/** The type of the file system that holds a path: the longest mount point above it, the last one where several match. */
function fileSystemType(path: string, mounts: string): string {
  let longest = -1;
  let found = '';
  for (const line of mounts.split('\n')) {
    const [, escaped, type] = line.split(' ');
    if (escaped === undefined || type === undefined) continue;
    const point = escaped.replaceAll(/\\(\d{3})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    const holds = path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`);
    if (holds && point.length >= longest) {
      longest = point.length;
      found = type;
    }
  }
  return found;
}
