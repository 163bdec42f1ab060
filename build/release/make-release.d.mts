import type { Edition, Platform, UpdateManifest } from '#shared/domain/update/manifest.ts';
import type { SecretKey } from './minisign.mjs';
export function makeRelease(options: {
  folder: string;
  version: string;
  minimum: string;
  date: string;
  notes: UpdateManifest['notes'];
  installers: readonly { platform: Platform; edition: Edition; file: string }[];
  key: SecretKey;
  schema?: number;
}): Promise<string>;
export function verifyRelease(folder: string, keys: readonly string[]): Promise<UpdateManifest>;
