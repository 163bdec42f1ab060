import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';

/** What a second start may ask of the program that runs: another window, or to close. */
export type Wish = 'window' | 'quit';

/** Where the program of a data folder listens for its second start: a pipe of Windows, or a socket that only this user reaches. */
export function programDoor(
  dataFolder: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const name = platform === 'win32' ? dataFolder.toLowerCase() : dataFolder;
  const mark = createHash('sha256').update(name).digest('hex').slice(0, 16);
  if (platform === 'win32') return `\\\\.\\pipe\\quay-tiep-dan-${mark}`;
  return join(env['XDG_RUNTIME_DIR'] || dataFolder, `quay-tiep-dan-${mark}.sock`);
}

/** Tells the running program a wish and resolves when it was granted, after `quit` when that program is gone; false where none runs. */
export function askRunning(door: string, wish: Wish): Promise<boolean> {
  return new Promise((done) => {
    let heard = false;
    const socket = connect(door, () => void socket.write(`${wish}\n`));
    socket.on('data', () => {
      heard = true;
      if (wish === 'window') socket.end();
    });
    socket.on('error', () => done(heard));
    socket.on('close', () => done(heard));
  });
}

/** Listens for second starts. A socket that a killed program left is taken over; call `askRunning` before. */
export async function answerAtDoor(door: string, grant: (wish: Wish) => void): Promise<Server> {
  if (!door.startsWith('\\\\')) {
    mkdirSync(dirname(door), { recursive: true });
    rmSync(door, { force: true });
  }
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (bytes) => {
      const wish = bytes.toString('utf8').trim();
      if (wish !== 'window' && wish !== 'quit') return void socket.destroy();
      // After `quit` the line stays open: its end is how the asker knows that this program is gone.
      socket.write('ok\n');
      grant(wish);
    });
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(door, done);
  });
  return server;
}
