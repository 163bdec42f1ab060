import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LevelOutput } from '#shared/contract/level.ts';
import { MOST_TOGETHER } from '#shared/contract/level-shapes.ts';
import { MOST_BYTES } from '#electron/books/verify.mjs';
import type { Worker } from './level.ts';
import type { HandedFile } from './receive/merge-files.ts';
import { plain, sha256Of } from './receive/read-file.ts';
import type { Receiver } from './receive/receiver.ts';

type Watched = NonNullable<LevelOutput<'level.state'>['watched']>;
/** How the watched folder was when it was last looked at. */
export type WatchState = Pick<Watched, 'lastLook' | 'trouble'>;

/** Looks for files in a folder, over and over. */
export type FolderWatch = {
  readonly state: WatchState;
  /** Looks at this folder from now on; null: at none. `by` stands in the ledger. */
  follow(next: { readonly folder: string; readonly by: Worker } | null): void;
  /** Looks once; a look that is under way is joined. */
  look(): Promise<void>;
  stop(): Promise<void>;
};

/** How often a folder is looked at. A file is taken when two looks found it alike: whoever copies it has ended by then. */
const LOOK_MS = 5_000;
/** What programs write beside the file that it will become. */
const unfinished = /^[.~]|\.(?:part|tmp|crdownload|download)$/i;

/**
 * Takes the files of a folder, of this PC or a share, as soon as they are whole; none is moved or deleted. A folder that goes away is
 * said and looked for again. What the store could not take is handed in at the next look.
 */
export function folderWatch(
  receiver: Receiver,
  now: () => string,
  tell: (error: unknown) => void,
): FolderWatch {
  let followed: { readonly folder: string; readonly by: Worker } | null = null;
  let state: WatchState = { lastLook: null, trouble: null };
  /** Size and time of each file as the last look found it, and as it was when it was handed on. */
  let seen = new Map<string, string>();
  const handed = new Map<string, string>();
  let looking: Promise<void> | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  async function lookOnce(): Promise<void> {
    if (followed === null) return;
    const { folder, by } = followed;
    try {
      const found = await filesOf(folder);
      const settled = [...found].filter(
        ([name, mark]) => seen.get(name) === mark && handed.get(name) !== mark,
      );
      seen = found;
      for (const name of handed.keys()) if (!found.has(name)) handed.delete(name);
      state = { lastLook: now(), trouble: null };
      for (let from = 0; from < settled.length; from += MOST_TOGETHER)
        await Promise.all(
          settled.slice(from, from + MOST_TOGETHER).map(async ([name, mark]) => {
            const file = await fileAt(join(folder, name), name, by);
            if (file === null) return;
            await receiver.receive(file);
            handed.set(name, mark);
          }),
        );
    } catch (error) {
      if (isOfFolder(error)) state = { ...state, trouble: troubleOf(error) };
      else tell(error);
    }
  }

  const look = (): Promise<void> => {
    looking ??= lookOnce().finally(() => (looking = null));
    return looking;
  };

  return {
    get state() {
      return state;
    },
    follow(next) {
      clearInterval(timer);
      followed = next;
      state = { lastLook: null, trouble: null };
      seen = new Map();
      handed.clear();
      if (next === null) return;
      timer = setInterval(() => void look(), LOOK_MS);
      timer.unref();
      void look();
    },
    look,
    async stop() {
      clearInterval(timer);
      followed = null;
      await looking;
    },
  };
}

/** The files of a folder that may be finished, each with its size and time. */
async function filesOf(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile() || unfinished.test(entry.name)) continue;
    try {
      const { size, mtimeMs } = await stat(join(folder, entry.name));
      if (size > 0) found.set(entry.name, `${size} ${mtimeMs}`);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }
  return found;
}

/** A file of the folder; of one that is too large only its hash is made. Null where it is gone again. */
async function fileAt(path: string, name: string, by: Worker): Promise<HandedFile | null> {
  try {
    const { size } = await stat(path);
    const told = { size, fileName: plain(name), route: 'folder' as const, by };
    if (size > MOST_BYTES) {
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
      return { ...told, sha256: hash.digest('hex'), bytes: null };
    }
    const bytes = await readFile(path);
    return { ...told, size: bytes.length, sha256: sha256Of(bytes), bytes };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function isOfFolder(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}

function troubleOf(error: unknown): NonNullable<WatchState['trouble']> {
  return ['EACCES', 'EPERM', 'EIO'].includes(codeOf(error)) ? 'unreadable' : 'gone';
}
