import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { defaultDataFolder } from '#electron/host/data-folder.ts';

test.each([
  ['linux', {}, join(homedir(), '.local/share/quay-tiep-dan')],
  ['linux', { XDG_DATA_HOME: '/x/data' }, join('/x/data', 'quay-tiep-dan')],
  ['linux', { XDG_DATA_HOME: '' }, join(homedir(), '.local/share/quay-tiep-dan')],
  ['win32', { LOCALAPPDATA: '/c/AppData/Local' }, join('/c/AppData/Local', 'QuayTiepDan')],
  ['win32', {}, join(homedir(), 'AppData/Local/QuayTiepDan')],
  ['darwin', {}, join(homedir(), 'Library/Application Support/QuayTiepDan')],
  ['linux', { QTD_DATA: '/elsewhere', XDG_DATA_HOME: '/x/data' }, resolve('/elsewhere')],
  ['win32', { QTD_DATA: 'relative', LOCALAPPDATA: '/c' }, resolve('relative')],
] as const)('on %s with %j the data lies in %s', (platform, env, folder) => {
  expect(defaultDataFolder(env, platform)).toBe(folder);
});
