import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_NAME, MARKER_NAME, readMarker, writeMarker, type Home, type Marker } from './marker.ts';
import { realFolderOf } from './storage-place.ts';

/** Runs a program of the system; answers what it prints. */
type RunProgram = (program: string, args: readonly string[]) => string;

const run: RunProgram = (program, args) =>
  execFileSync(program, args, { encoding: 'utf8', timeout: 2_000, windowsHide: true });

/** A hash of what the operating system calls this machine; `null` where it does not say. Nothing can be read back from it. */
export function thisMachine(
  platform: NodeJS.Platform = process.platform,
  ask: RunProgram = run,
): string | null {
  const id = machineId(platform, ask).trim().toLowerCase();
  return id === '' ? null : createHash('sha256').update(`quay-tiep-dan ${id}`).digest('hex').slice(0, 16);
}

function machineId(platform: NodeJS.Platform, ask: RunProgram): string {
  try {
    if (platform === 'linux') return readFileSync('/etc/machine-id', 'utf8');
    const [program, args, found] =
      platform === 'win32'
        ? ([
            'reg',
            ['query', 'HKLM\\SOFTWARE\\Microsoft\\Cryptography', '/v', 'MachineGuid'],
            /REG_SZ\s+(\S+)/,
          ] as const)
        : (['ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice'], /IOPlatformUUID" = "([^"]+)"/] as const);
    return found.exec(ask(program, args))?.[1] ?? '';
  } catch {
    return '';
  }
}

/** Where else a desk may be at work with what a folder holds: in a folder of this machine, or (`null`) on another one. */
type Elsewhere = { readonly folder: string | null };

/** `null` where the folder is at home, was renamed, or does not know its home. */
export function copiedFrom({ home, created }: Marker, here: Home): Elsewhere | null {
  if (home === null) return null;
  if (home.machine !== null && here.machine !== null && home.machine !== here.machine)
    return { folder: null };
  if (home.folder === here.folder || realFolderOf(home.folder) === here.folder) return null;
  return holdsDesk(home.folder, created) ? { folder: home.folder } : null;
}

/** Whether a folder holds the desk that began at an instant: its office is known only from the second start on. */
function holdsDesk(folder: string, created: string): boolean {
  return markerOf(folder)?.created === created && existsSync(join(folder, DATABASE_NAME));
}

function markerOf(folder: string): Marker | null {
  try {
    const marker = readMarker(join(folder, MARKER_NAME));
    return marker === 'unreadable' ? null : marker;
  } catch {
    return null;
  }
}

/** Tells the folder that this one was moved from, where it is still there, that its desk lives here now. */
export function retire(folder: string, here: Home): void {
  const marker = markerOf(folder);
  if (marker !== null) writeMarker(join(folder, MARKER_NAME), { ...marker, home: here });
}
