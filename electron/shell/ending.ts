import { app } from 'electron';
import type { IncidentLog } from '#electron/host/incident-log.ts';
import type { Refused } from './lock-down.ts';
import type { WindowOptions } from './window.ts';

/** What the program begins with, whatever its PC is. */
export type ShellStart = {
  /** The folder that the program was given. */
  readonly dataFolder: string;
  readonly log: IncidentLog;
  /** Hears what a page was refused, with no more of an address than its origin. */
  readonly tell: (refused: Refused, where: string) => void;
  readonly windowOptions: Pick<WindowOptions, 'preloadFile' | 'stateFile' | 'monotonic' | 'log' | 'shown'>;
};

/** What does not end in this time ends with the program: what it has acknowledged is on the disk. */
const mostClosingMs = 8_000;

/** Holds the end of the program until `close` has let go of all files. */
export function endWith(close: () => Promise<unknown>): void {
  let isClosing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    // As a power cut: a thread that is ended in order would close the database without its last word.
    const late = setTimeout(() => process.kill(process.pid, 'SIGKILL'), mostClosingMs);
    void close().finally(() => {
      clearTimeout(late);
      app.exit(0);
    });
  });
}

/** Ends the program and starts it again once it is gone: this PC was made another thing. */
export function startAgain(): void {
  app.relaunch();
  app.quit();
}
