import type { StartChild } from '#electron/desk/child-program.ts';
import { systemClock } from '#electron/desk/clock.ts';
import type { ReportPrinter } from '#electron/desk/delivery/exporting.ts';
import { openDesk } from '#electron/desk/open-desk.ts';
import type { Secret } from '#shared/contract/secret.ts';
import type { DriverPort } from '#electron/desk/paper/port/driver-port.ts';
import { rescue } from '#electron/desk/rescue.ts';
import { deskKeys } from '#electron/desk/seal/desk-keys.ts';
import type { SystemKeys } from '#electron/desk/system-keys.ts';
import { openTrainingDesk } from '#electron/desk/training/training-desk.ts';
import { trainingFolder } from './data-folder.ts';
import type { IncidentLog } from './incident-log.ts';
import { keepDesk, type KeptDesk } from './kept-desk.ts';

export type DeskPair = { office: KeptDesk; training: KeptDesk };

/** The office's desk and its training desk over one data folder. Each is opened when it is first asked. */
export function keepDeskPair(
  dataFolder: string,
  options: {
    version: string;
    electron: boolean;
    log: IncidentLog;
    drivers?: DriverPort;
    reportPrinter?: ReportPrinter;
    startChild?: StartChild;
    /** Where this PC keeps keys by itself; absent in host mode. */
    system?: SystemKeys;
    /** What opens the data, given with the start; a passphrase also enciphers data that is made here. */
    given?: Secret | undefined;
  },
): DeskPair {
  const keys = deskKeys({
    folder: dataFolder,
    monotonic: systemClock.monotonic,
    system: options.system,
    given: options.given,
  });
  return {
    office: keepDesk(
      async (moved) => {
        await keys.ready();
        return openDesk({ ...options, keys, folder: dataFolder, copiesByItself: true }, moved);
      },
      systemClock.monotonic,
      rescue({ ...options, keys, folder: dataFolder, clock: systemClock }),
    ),
    training: keepDesk(
      () => openTrainingDesk({ ...options, folder: trainingFolder(dataFolder) }),
      systemClock.monotonic,
    ),
  };
}
