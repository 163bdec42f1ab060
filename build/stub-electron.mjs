// A folder shaped like Electron's distribution, for packing where the real one cannot be fetched: everything about the
// package can then be proven except that the window opens.
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion } from '@electron/fuses';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

const language = { lang: 1033, codepage: 1200 };
/** How Electron marks its fuses inside the executable, each a character '0' or '1' after version and count. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Writes the stub for `linux` or `win` into `folder`, which must be empty, and returns `folder`. */
export async function writeStubElectron(folder, platform, version) {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  for (const locale of ['en-US', 'vi', 'fr']) writeFileSync(join(folder, 'locales', `${locale}.pak`), '');
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, 'LICENSE'), '');
  writeFileSync(join(folder, 'LICENSES.chromium.html'), '');

  // An empty file is not an archive: the packer opens it.
  const app = join(folder, 'default-app');
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), '{}');
  await createPackage(app, join(folder, 'resources/default_app.asar'));
  rmSync(app, { recursive: true });

  const executable = join(folder, platform === 'win' ? 'electron.exe' : 'electron');
  writeFileSync(executable, platform === 'win' ? windowsExecutable(version) : fuseWire());
  chmodSync(executable, 0o755);
  return folder;
}

function fuseWire() {
  const count = Object.values(FuseV1Options).filter((value) => typeof value === 'number').length;
  return Buffer.concat([
    Buffer.from(sentinel),
    Buffer.from([Number(FuseVersion.V1), count]),
    Buffer.from('0'.repeat(count)),
  ]);
}

/** The packer writes name, version and the archive's digest into the resources, so it must be a real executable. */
function windowsExecutable(version) {
  const executable = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(executable);
  const info = Resource.VersionInfo.createEmpty();
  info.lang = language.lang;
  info.setStringValues(language, { FileVersion: version, ProductName: 'Electron' });
  info.outputToResourceEntries(resources.entries);
  resources.replaceResourceEntry({
    type: 'ELECTRON',
    id: 'FUSES',
    lang: language.lang,
    codepage: language.codepage,
    bin: new Uint8Array(fuseWire()).buffer,
  });
  resources.outputResource(executable);
  return Buffer.from(executable.generate());
}
