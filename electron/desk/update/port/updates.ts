import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { copyFile, readdir, rm } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import type { Output } from '#shared/contract/desk-contract.ts';
import type { UpdateOffer, UpdateState } from '#shared/contract/update.ts';
import {
  compareVersions,
  RELEASE_KEYS,
  UPDATE_FILE,
  UPDATE_SIGNATURE,
  type Edition,
  type InstallerFile,
  type Platform,
} from '#shared/domain/update/manifest.ts';
import { updateVerdict, type Installed, type UpdateRefusal } from '#shared/domain/update/verdict.ts';
import { Refusal } from '../../refusal.ts';
import { renameDurably, writeWhole } from '../../store/durable-file.ts';
import { inTime, pluggedDisks } from '../../plugged-disks.ts';
import { installerOf, readInstaller, readRelease, updateRefused, type Release } from './read-release.ts';

/** How an installer is started on this PC. */
export type Installer = {
  readonly edition: Edition;
  /** Where this program lies only an administrator may write. */
  readonly byAdministrator: boolean;
  /** Its exit code; the program may be asked to close, and be gone, before. Rejects where it does not start. */
  start(file: string): Promise<number | null>;
};

type UpdatesOptions = {
  /** Data folder; empty where the desk lies in memory. */
  readonly folder: string;
  readonly version: string;
  readonly now: () => string;
  /** Absent where the program runs from its sources. */
  readonly installer?: Installer | undefined;
  readonly keys?: readonly string[];
  readonly platform?: Platform;
  readonly disks?: () => Promise<readonly string[]>;
};

/** What is known only at the time of a call. */
export type Around = Pick<Installed, 'schema' | 'host'>;

/** Updates of the program of this PC. All reject with a `Refusal`. */
export type Updates = {
  /** Where it keeps what is its own; empty where there is no data folder. */
  readonly folder: string;
  state(around: Around): Promise<UpdateState>;
  find(around: Around): Promise<Output<'update.find'>>;
  /** Gives the version that was copied. */
  review(path: string, around: Around): Promise<string>;
  /** `before`: what must be done before the installer may end this program. `ended` hears its exit code where it is not 0. */
  install<T>(
    version: string,
    around: Around,
    before: () => Promise<T>,
    ended: (exitCode: number | null) => void,
  ): Promise<T>;
  watch(folder: string | null): void;
  /** The watched folder, where other PCs of the network find it by the same name. */
  shared(): string | null;
  seen(): void;
  /** The update that this version is the end of, the first time that it is asked. */
  arrived(): { readonly version: string; readonly before: string } | null;
};

const FOLDER = 'update';
const SETTINGS = 'settings.json';
const STARTED = 'started.json';

const settingsForm = z.object({ folder: z.string().nullable() });
const startedForm = z.object({
  from: z.string(),
  to: z.string(),
  at: z.string(),
  notes: z.object({ vi: z.array(z.string()), en: z.array(z.string()) }),
  exitCode: z.int().nullable(),
  told: z.boolean(),
});
type Started = z.infer<typeof startedForm>;

export function programUpdates(options: UpdatesOptions): Updates {
  const { version, now, installer, keys = RELEASE_KEYS, disks = pluggedDisks } = options;
  const own = options.folder === '' ? undefined : join(options.folder, FOLDER);
  const platform = options.platform ?? (process.platform === 'win32' ? 'win-x64' : 'linux-x64');
  /** An installer that this run has started is still at work. */
  let isRunning = false;

  const here = (around: Around): Installed => ({
    ...around,
    version,
    platform,
    edition: installer?.edition ?? null,
  });
  const inOwn = (): string => {
    if (own === undefined) throw updateRefused('not-here', version);
    mkdirSync(own, { recursive: true, mode: 0o700 });
    return own;
  };
  const read = <T>(name: string, form: z.ZodType<T>): T | null => {
    try {
      return own === undefined ? null : form.parse(JSON.parse(readFileSync(join(own, name), 'utf8')));
    } catch {
      return null;
    }
  };
  const write = (name: string, value: unknown): void =>
    writeWhole(join(inOwn(), name), `${JSON.stringify(value, null, 2)}\n`);
  const copyFolder = (release: string): string => join(inOwn(), release);

  /** The copies that lie on this PC, newer than this version. */
  async function copied(): Promise<string[]> {
    const entries = own === undefined ? [] : await readdir(own).catch(() => []);
    return entries.filter((name) => /^\d+\.\d+\.\d+$/.test(name));
  }

  async function ready(around: Around): Promise<UpdateState['ready']> {
    for (const name of await copied()) {
      try {
        const release = await readRelease(copyFolder(name), keys, version);
        const file = installerOf(release, here(around));
        return { ...offerOf(release, file), file: join(release.folder, file.name) };
      } catch {
        // It is looked at again, and refused with its reason, when somebody wants it.
      }
    }
    return null;
  }

  async function watched(
    around: Around,
    folder: string | null,
  ): Promise<Pick<UpdateState, 'found' | 'trouble'>> {
    const none = (trouble: UpdateRefusal | null) => ({ found: null, trouble });
    if (folder === null) return none(null);
    try {
      const release = await inTime(readRelease(folder, keys, version));
      if (compareVersions(release.manifest.version, version) <= 0) return none(null);
      return { found: offerOf(release, installerOf(release, here(around))), trouble: null };
    } catch (error) {
      const reason = reasonOf(error);
      return none(reason === 'nothing-there' ? null : reason);
    }
  }

  function last(): UpdateState['last'] {
    const started = read(STARTED, startedForm);
    if (started === null) return null;
    const { told: _, ...rest } = started;
    const outcome = started.to === version ? 'installed' : isRunning ? 'running' : 'failed';
    return { ...rest, outcome };
  }

  return {
    folder: own ?? '',
    async state(around) {
      const folder = read(SETTINGS, settingsForm)?.folder ?? null;
      return {
        version,
        edition: installer?.edition ?? null,
        byAdministrator: installer?.byAdministrator ?? false,
        folder,
        ...(await watched(around, folder)),
        ready: await ready(around),
        last: last(),
      };
    },
    async find(around) {
      const looked = await Promise.all(
        (await disks()).map(async (disk) => {
          const release = await inTime(readRelease(disk, keys, version)).catch(() => undefined);
          if (release === undefined) return [];
          const verdict = updateVerdict(release.manifest, here(around));
          const refused = verdict.ok ? null : verdict.reason;
          return [{ folder: release.folder, version: release.manifest.version, refused }];
        }),
      );
      const found = new Map(looked.flat().map((one) => [one.folder, one]));
      return [...found.values()].sort((a, b) => compareVersions(b.version, a.version));
    },
    async review(path, around) {
      if (!isAbsolute(path)) throw updateRefused('nothing-there', version);
      const release = await readRelease(path, keys, version);
      const file = installerOf(release, here(around));
      // One copy at a time: whatever was reviewed before is superseded.
      for (const name of await copied()) await rm(copyFolder(name), { recursive: true, force: true });
      const folder = copyFolder(release.manifest.version);
      mkdirSync(folder, { mode: 0o700 });
      try {
        const part = join(folder, `${file.name}.part`);
        await readInstaller(release, file, version, part);
        renameDurably(part, join(folder, file.name));
        for (const name of [UPDATE_SIGNATURE, UPDATE_FILE])
          await copyFile(join(release.folder, name), join(folder, name)).catch(() => {
            throw updateRefused('not-readable', version);
          });
      } catch (error) {
        rmSync(folder, { recursive: true, force: true });
        throw error;
      }
      return release.manifest.version;
    },
    async install(wanted, around, before, ended) {
      if (isRunning) throw new Refusal({ code: 'desk-closing' });
      const names = await copied();
      if (!names.includes(wanted)) throw updateRefused('not-reviewed', version, { found: wanted });
      // Whatever lay in this folder since: nothing is started that was not looked at just now.
      const release = await readRelease(copyFolder(wanted), keys, version);
      const file = installerOf(release, here(around));
      await readInstaller(release, file, version);
      const path = join(release.folder, file.name);
      const at = { found: release.manifest.version, file: path };
      if (installer === undefined) throw updateRefused('not-installed', version, at);
      if (installer.byAdministrator) throw updateRefused('needs-administrator', version, at);
      isRunning = true;
      try {
        const done = await before();
        const started: Started = {
          from: version,
          to: release.manifest.version,
          at: now(),
          notes: release.manifest.notes,
          exitCode: null,
          told: false,
        };
        write(STARTED, started);
        const end = (exitCode: number | null): void => {
          isRunning = false;
          if (exitCode === 0) return;
          write(STARTED, { ...started, exitCode });
          ended(exitCode);
        };
        installer.start(path).then(end, () => end(null));
        return done;
      } catch (error) {
        isRunning = false;
        throw error;
      }
    },
    shared() {
      const folder = read(SETTINGS, settingsForm)?.folder ?? null;
      return folder?.startsWith('\\\\') ? folder : null;
    },
    watch(folder) {
      if (folder !== null && !isAbsolute(folder)) throw updateRefused('nothing-there', version);
      write(SETTINGS, { folder });
    },
    seen() {
      if (own !== undefined) rmSync(join(own, STARTED), { force: true });
    },
    arrived() {
      const started = read(STARTED, startedForm);
      if (started === null || started.told || started.to !== version) return null;
      write(STARTED, { ...started, told: true });
      try {
        rmSync(copyFolder(version), { recursive: true, force: true });
      } catch {
        // Windows keeps an installer that has not quite ended; the next review takes it away.
      }
      return { version, before: started.from };
    },
  };
}

function offerOf({ folder, manifest }: Release, { size }: InstallerFile): UpdateOffer {
  const { version, minimum, date, notes } = manifest;
  return { version, minimum, date, notes, bytes: size, folder };
}

function reasonOf(error: unknown): UpdateRefusal {
  const problem = error instanceof Refusal ? error.problem : undefined;
  return problem?.code === 'update-refused' ? problem.reason : 'not-readable';
}
