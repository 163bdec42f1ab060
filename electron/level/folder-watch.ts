import type { LevelOutput } from '#shared/contract/level.ts';

type Watched = NonNullable<LevelOutput<'level.state'>['watched']>;
/** How the watched folder was when it was last looked at. */
export type WatchState = Pick<Watched, 'lastLook' | 'trouble'>;

/** Looks for files in a folder, over and over. */
export type FolderWatch = {
  readonly state: WatchState;
  /** Looks at this folder from now on; null: at none. */
  follow(folder: string | null): void;
  stop(): Promise<void>;
};
