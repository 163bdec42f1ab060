import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UpdateManifest } from '#shared/domain/update/manifest.ts';
import { makeRelease } from '../../build/release/make-release.mjs';
import { readSecretKey, type SecretKey } from '../../build/release/minisign.mjs';
import { temporaryFolder } from './temporary-folder.ts';

/** A secret key as `minisign -G -W` writes it. */
export function newKeyText(): string {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32);
  const open = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const head = Buffer.concat([Buffer.from('Ed\0\0B2', 'latin1'), Buffer.alloc(48)]);
  const bytes = Buffer.concat([head, randomBytes(8), seed, open, Buffer.alloc(32)]);
  return `untrusted comment: a key of a test\n${bytes.toString('base64')}\n`;
}

export function newReleaseKey(): SecretKey {
  return readSecretKey(newKeyText());
}

type Wish = Partial<Pick<UpdateManifest, 'version' | 'minimum' | 'schema'>> & {
  readonly folder: string;
  readonly key: SecretKey;
  readonly installers?: Parameters<typeof makeRelease>[0]['installers'];
};

/** A release of invented installers, for both systems in the host edition. */
export function signedRelease({ installers, version = '2.0.0', ...wish }: Wish): Promise<string> {
  const made = temporaryFolder('installers');
  mkdirSync(made, { recursive: true });
  const invented = (['win-x64', 'linux-x64'] as const).map((platform) => {
    const file = join(made, platform === 'win-x64' ? `Setup-${version}.exe` : `setup_${version}_amd64.deb`);
    writeFileSync(file, createHash('sha512').update(`${platform} ${version}`).digest());
    return { platform, edition: 'host' as const, file };
  });
  return makeRelease({
    version,
    minimum: '1.0.0',
    date: '2026-11-19',
    notes: { vi: ['Điều mới'], en: ['Something new'] },
    installers: installers ?? invented,
    ...wish,
  });
}
