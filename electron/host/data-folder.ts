import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where this user's desk lives when nobody says otherwise. `QTD_DATA` names another folder. */
export function defaultDataFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const named = env['QTD_DATA'];
  if (named) return resolve(named);
  if (platform === 'win32') {
    return join(env['LOCALAPPDATA'] || join(homedir(), 'AppData', 'Local'), 'QuayTiepDan');
  }
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'QuayTiepDan');
  return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'quay-tiep-dan');
}

/** A receiving level has a folder of its own below the one that the program was given: nothing of it lies among the files of a desk. */
export function levelFolder(dataFolder: string): string {
  return join(dataFolder, 'level');
}

/** Training has a database of its own, below the office's folder. */
export function trainingFolder(dataFolder: string): string {
  return join(dataFolder, 'training');
}
