// The folder of a release: installers, what they are, and the signature of that.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readInstaller, readRelease } from '../../electron/desk/update/port/read-release.ts';
import { MIGRATIONS, latestSchema } from '../../electron/desk/store/migrations/migrations.ts';
import { UPDATE_FILE, UPDATE_SIGNATURE, updateManifest } from '../../shared/domain/update/manifest.ts';
import { signatureOf } from './minisign.mjs';

/**
 * Writes `folder`, which it empties. `installers` are files with their platform and edition, `key` is one of `readSecretKey`, `minimum` the
 * oldest version that this one is put over, `notes` lines by language.
 */
export async function makeRelease({
  folder,
  version,
  minimum,
  date,
  notes,
  installers,
  key,
  schema = latestSchema(MIGRATIONS),
}) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = installers.map(({ platform, edition, file }) => {
    const name = basename(file);
    cpSync(file, join(folder, name));
    const sha256 = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
    return { platform, edition, name, size: statSync(file).size, sha256 };
  });
  const manifest = updateManifest.parse({
    form: 'QTD-UPDATE-1',
    version,
    minimum,
    schema,
    date,
    notes,
    files,
  });
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(folder, UPDATE_FILE), bytes);
  writeFileSync(
    join(folder, UPDATE_SIGNATURE),
    await signatureOf(bytes, key, `quay-tiep-dan ${version} ${date}`),
  );
  return folder;
}

/** Reads a release as the program does, with all its installers; rejects with what is wrong with it. */
export async function verifyRelease(folder, keys) {
  const release = await readRelease(folder, keys, '');
  for (const file of release.manifest.files) await readInstaller(release, file, '');
  return release.manifest;
}
