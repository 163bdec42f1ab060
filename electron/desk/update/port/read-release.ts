import { createHash } from 'node:crypto';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  compareVersions,
  UPDATE_FILE,
  UPDATE_SIGNATURE,
  updateManifest,
  type InstallerFile,
  type UpdateManifest,
} from '#shared/domain/update/manifest.ts';
import { updateVerdict, type Installed, type UpdateRefusal } from '#shared/domain/update/verdict.ts';
import { Refusal } from '../../refusal.ts';
import { verifySignature } from './minisign.ts';

/** A signed release as it lies in a folder; its installers were not looked at. */
export type Release = { readonly folder: string; readonly manifest: UpdateManifest };

/** Far above what a release says of itself. */
const MOST_BYTES = 64 * 1024;
/** So many folders of a disk are looked into. */
const MOST_FOLDERS = 200;
const CHUNK = 256 * 1024;

/**
 * The newest release in a folder, or one folder deeper, or in that of a file. Rejects with a `Refusal`: where none is signed, with what
 * is wrong with the first.
 */
export async function readRelease(path: string, keys: readonly string[], here: string): Promise<Release> {
  const found: Release[] = [];
  let trouble: unknown;
  for (const folder of await releaseFolders(path, here)) {
    try {
      found.push({ folder, manifest: await readManifest(folder, keys, here) });
    } catch (error) {
      trouble ??= error;
    }
  }
  const [newest] = found.sort((a, b) => compareVersions(b.manifest.version, a.manifest.version));
  if (newest !== undefined) return newest;
  throw trouble ?? updateRefused('nothing-there', here);
}

/** The installer of a release for what is installed. Throws a `Refusal` where it may not be put over that. */
export function installerOf({ manifest }: Release, here: Installed): InstallerFile {
  const verdict = updateVerdict(manifest, here);
  if (verdict.ok) return verdict.file;
  throw updateRefused(verdict.reason, here.version, { found: manifest.version, needed: verdict.needed });
}

export function updateRefused(
  reason: UpdateRefusal,
  here: string,
  more: { readonly found?: string; readonly needed?: string; readonly file?: string } = {},
): Refusal {
  return new Refusal({ code: 'update-refused', reason, here, found: '', needed: '', file: '', ...more });
}

/**
 * Reads an installer to its end, into `to` where there is one, and compares what was read with what the release says. Rejects with a
 * `Refusal`, or with the error of the disk that it is written to.
 */
export async function readInstaller(
  { folder, manifest }: Release,
  file: InstallerFile,
  here: string,
  to?: string,
): Promise<void> {
  const no = (reason: UpdateRefusal): Refusal =>
    updateRefused(reason, here, { found: manifest.version, file: file.name });
  const from = await open(join(folder, file.name), 'r').catch((error: NodeJS.ErrnoException) => {
    throw no(error.code === 'ENOENT' ? 'file-missing' : 'not-readable');
  });
  try {
    const into = to === undefined ? undefined : await open(to, 'w', 0o700);
    try {
      const hash = createHash('sha256');
      const chunk = Buffer.alloc(CHUNK);
      let size = 0;
      for (;;) {
        const { bytesRead } = await from.read(chunk, 0, CHUNK, null).catch(() => {
          throw no('not-readable');
        });
        if (bytesRead === 0) break;
        size += bytesRead;
        if (size > file.size) throw no('file-changed');
        hash.update(chunk.subarray(0, bytesRead));
        await into?.writeFile(chunk.subarray(0, bytesRead));
      }
      if (size < file.size) throw no('file-cut');
      if (hash.digest('hex') !== file.sha256) throw no('file-changed');
      await into?.sync();
    } finally {
      await into?.close();
    }
  } finally {
    await from.close();
  }
}

async function releaseFolders(path: string, here: string): Promise<string[]> {
  try {
    const at = (await stat(path)).isDirectory() ? path : dirname(path);
    if (await isThere(join(at, UPDATE_FILE))) return [at];
    if (at !== path) return [];
    const entries = await readdir(path, { withFileTypes: true });
    const folders = entries
      .filter((entry) => entry.isDirectory())
      .slice(0, MOST_FOLDERS)
      .map(({ name }) => join(path, name));
    const held = await Promise.all(folders.map((folder) => isThere(join(folder, UPDATE_FILE))));
    return folders.filter((_, index) => held[index]);
  } catch {
    throw updateRefused('not-readable', here);
  }
}

function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function readManifest(folder: string, keys: readonly string[], here: string): Promise<UpdateManifest> {
  const bytes = await readSmall(join(folder, UPDATE_FILE), here);
  const signature = await readSmall(join(folder, UPDATE_SIGNATURE), here).catch(() => undefined);
  if (signature === undefined) throw updateRefused('not-signed', here);
  const signed = await verifySignature(bytes, signature.toString('utf8'), keys);
  if (!signed.ok) throw updateRefused(signed.why === 'unknown-key' ? 'unknown-key' : 'signature-wrong', here);
  // Only what is signed is read.
  const parsed = updateManifest.safeParse(jsonOf(bytes));
  if (!parsed.success) throw updateRefused('unknown-form', here);
  return parsed.data;
}

async function readSmall(file: string, here: string): Promise<Buffer> {
  const size = await stat(file)
    .then(({ size: bytes }) => bytes)
    .catch(() => Infinity);
  if (size > MOST_BYTES) throw updateRefused(size === Infinity ? 'not-readable' : 'signature-wrong', here);
  return readFile(file).catch(() => {
    throw updateRefused('not-readable', here);
  });
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
