import {
  compareVersions,
  type Edition,
  type InstallerFile,
  type Platform,
  type UpdateManifest,
} from './manifest.ts';

/** Why a release is not put onto this PC. */
export const UPDATE_REFUSALS = [
  /** Neither the file nor the folder holds a release. */
  'nothing-there',
  /** It cannot be read: a stick that was pulled out, a share that is gone. */
  'not-readable',
  'not-signed',
  /** Signed with a key that this program does not know. */
  'unknown-key',
  /** By one of the known keys, but of something else: it was changed. */
  'signature-wrong',
  /** Signed, and of a form that this version does not understand. */
  'unknown-form',
  'other-platform',
  'same-version',
  'older-version',
  /** Another version must come between. */
  'step-missing',
  /** It knows less of the database than what is in use. */
  'schema-older',
  /** This PC joined another one, which has another version. */
  'other-than-host',
  'file-missing',
  'file-cut',
  'file-changed',
  /** What was reviewed before is not there any more. */
  'not-reviewed',
  /** Run from its sources: no installer made it. */
  'not-installed',
  /** Only an administrator may put it over this one. */
  'needs-administrator',
  /** The training desk and a joined one have nothing to update. */
  'not-here',
] as const;
export type UpdateRefusal = (typeof UPDATE_REFUSALS)[number];

/** What an update would be put over. */
export type Installed = {
  readonly version: string;
  /** The newest migration of the database; null where its desk is on another PC. */
  readonly schema: number | null;
  readonly platform: Platform;
  /** Null: run from its sources, so that it is asked for the host edition. */
  readonly edition: Edition | null;
  /** The version of the PC that this one joined. */
  readonly host: string | null;
};

type UpdateVerdict =
  | { readonly ok: true; readonly file: InstallerFile }
  /** `needed`: the version that is asked for, where there is one. */
  | { readonly ok: false; readonly reason: UpdateRefusal; readonly needed: string };

/** Whether a release may be put over what is installed, and by which of its files. Its signature was looked at before. */
export function updateVerdict(release: UpdateManifest, here: Installed): UpdateVerdict {
  const no = (reason: UpdateRefusal, needed = ''): UpdateVerdict => ({ ok: false, reason, needed });
  const apart = compareVersions(release.version, here.version);
  if (apart === 0) return no('same-version');
  if (apart < 0) return no('older-version');
  if (here.host !== null && release.version !== here.host) return no('other-than-host', here.host);
  if (here.schema !== null && release.schema < here.schema) return no('schema-older');
  if (compareVersions(here.version, release.minimum) < 0) return no('step-missing', release.minimum);
  const file = release.files.find(
    ({ platform, edition }) => platform === here.platform && edition === (here.edition ?? 'host'),
  );
  return file === undefined ? no('other-platform') : { ok: true, file };
}
