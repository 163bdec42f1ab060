import { existsSync, readFileSync, realpathSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

type PlaceProblem = { readonly reason: 'network-folder' | 'cloud-folder'; readonly detail: string };

/** `\\server\share` and `//host/share`, also in the long form `\\?\UNC\server\share`; not `\\?\C:\…`. */
const uncPath = /^(?:\\\\\?\\UNC\\|[\\/]{2}(?![?.][\\/]))[^\\/]/i;

const networkTypes =
  /^(?:nfs\d*|cifs|smb\d*|smbfs|ncpfs|afs|ceph|glusterfs|davfs|9p|vboxsf|vmhgfs|fuse\.(?:sshfs|glusterfs|davfs2?|gvfsd-fuse|smbnetfs|curlftpfs|s3fs|vmhgfs-fuse))$/;
const cloudTypes =
  /^fuse\.(?:rclone|google-drive-ocamlfuse|onedriver|dropbox|pcloud|megafuse|mega-cmd|protondrive)$/;

/** Folder names that the sync programs give; Google names its drive in the language of Windows. */
const cloudNames =
  /^(?:onedrive(?: - .+)?|dropbox(?: \(.+\))?|google ?drive(?:[ -].+)?|my drive|drive của tôi|icloud ?drive|mobile documents|cloudstorage|nextcloud|owncloud|pcloud ?drive|synologydrive|mega(?:sync(?: downloads)?)?|box(?:[ -](?:sync|box))?|proton ?drive(?: - .+)?|yandex\.disk)$/;

/**
 * Why a folder is no place for a live database: write-ahead logs and locks do not work over a network, and a sync
 * program copies a file in the middle of a write. `realFolder` is where links and mapped drives lead; `mounts` is the
 * text of /proc/mounts, empty elsewhere; `syncedFolders` are those that a sync program says are its own, whatever their names.
 */
export function placeProblem(
  folder: string,
  realFolder: string,
  mounts: string,
  syncedFolders: readonly string[] = [],
): PlaceProblem | null {
  for (const path of [folder, realFolder]) {
    const synced = syncedFolders.find((one) => isBelow(path, one));
    if (synced !== undefined) return { reason: 'cloud-folder', detail: synced };
    if (uncPath.test(path)) return { reason: 'network-folder', detail: path };
    const cloud = path.split(/[\\/]/).find((name) => cloudNames.test(name.normalize('NFC').toLowerCase()));
    if (cloud !== undefined) return { reason: 'cloud-folder', detail: cloud };
  }
  const type = fileSystemType(realFolder, mounts);
  if (networkTypes.test(type)) return { reason: 'network-folder', detail: type };
  if (cloudTypes.test(type)) return { reason: 'cloud-folder', detail: type };
  return null;
}

/** Where OneDrive really syncs to, as it tells the programs of Windows: its folder may bear any name. */
export function machineSyncedFolders(
  env: Readonly<Record<string, string | undefined>> = process.env,
): readonly string[] {
  return ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'].flatMap((name) => env[name] || []);
}

function isBelow(path: string, folder: string): boolean {
  const plain = (text: string): string =>
    text.normalize('NFC').toLowerCase().replaceAll('\\', '/').replace(/\/+$/, '');
  return `${plain(path)}/`.startsWith(`${plain(folder)}/`);
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

/** Bytes that a program may still write on the disk of a folder; null where there is no folder or its disk does not tell. */
export function freeBytesAt(folder: string): number | null {
  if (folder === '') return null;
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
