import type { StartChild } from '#electron/desk/child-program.ts';
import { systemClock } from '#electron/desk/clock.ts';
import type { ReportPrinter } from '#electron/desk/delivery/exporting.ts';
import { openDesk } from '#electron/desk/open-desk.ts';
import { fingerprintOf } from '#electron/desk/lan/port/fingerprint.ts';
import { findHosts } from '#electron/join/find-host.ts';
import { joinedDesk } from '#electron/join/joined-desk.ts';
import { writeJoined, type Joined } from '#electron/join/joined-file.ts';
import { pinnedLine } from '#electron/join/pinned-line.ts';
import type { Secret } from '#shared/contract/secret.ts';
import { usualPatience } from '#electron/desk/paper/port/network-printer.ts';
import type { DriverPort } from '#electron/desk/paper/port/driver-port.ts';
import { rescue } from '#electron/desk/rescue.ts';
import { deskKeys } from '#electron/desk/seal/desk-keys.ts';
import type { SystemKeys } from '#electron/desk/system-keys.ts';
import { programUpdates, type Installer, type Updates } from '#electron/desk/update/port/updates.ts';
import { openTrainingDesk } from '#electron/desk/training/training-desk.ts';
import { trainingFolder } from './data-folder.ts';
import { joining, type BecomeLevel } from './joining.ts';
import { lanListener } from './lan-listener.ts';
import type { IncidentLog } from './incident-log.ts';
import { keepDesk, type KeptDesk, type ServedDesk } from './kept-desk.ts';

/** The office's desk, which may be on another PC, and a training desk. */
export type ServedPair = { office: ServedDesk; training: ServedDesk };

type DeskPairOptions = {
  version: string;
  electron: boolean;
  log: IncidentLog;
  /** The built pages where they are not those of this program. */
  rendererFolder?: string;
  drivers?: DriverPort;
  reportPrinter?: ReportPrinter;
  startChild?: StartChild;
  /** Absent where the program runs from its sources. */
  installer?: Installer | undefined;
  /** Where this PC keeps keys by itself; absent in host mode. */
  system?: SystemKeys;
  becomeLevel?: BecomeLevel;
  /** What opens the data, given with the start; a passphrase also enciphers data that is made here. */
  given?: Secret | undefined;
};

/** The desks of a data folder, each opened when it is first asked; in the place of the office's the one that this PC joined. Nobody trains on another PC. */
export function keepServedPair(folder: string, options: DeskPairOptions): ServedPair {
  const { version, installer } = options;
  const updates = programUpdates({ folder, version, installer, now: systemClock.now });
  const office = joining({
    folder,
    version,
    updates,
    own: () => keepOffice(folder, { ...options, updates }),
    of: (joined) => joinedOffice(folder, joined, options),
    becomeLevel: options.becomeLevel,
  });
  return { office, training: keepTraining(folder, options) };
}

function keepOffice(dataFolder: string, options: DeskPairOptions & { updates: Updates }): KeptDesk {
  const keys = deskKeys({
    folder: dataFolder,
    monotonic: systemClock.monotonic,
    system: options.system,
    given: options.given,
  });
  const { log, rendererFolder } = options;
  const lan = lanListener({
    desk: () => office,
    log,
    ...(rendererFolder === undefined ? {} : { rendererFolder }),
  });
  const office = keepDesk(
    async (moved) => {
      await keys.ready();
      return openDesk({ ...options, keys, folder: dataFolder, lan, copiesByItself: true }, moved);
    },
    systemClock.monotonic,
    rescue({ ...options, keys, folder: dataFolder, clock: systemClock }),
  );
  return office;
}

function joinedOffice(dataFolder: string, joined: Joined, options: DeskPairOptions): ServedDesk {
  const { version, electron, drivers } = options;
  const pin = fingerprintOf(joined.certificate);
  return joinedDesk({
    line: pinnedLine({ ...joined, version, drivers: drivers !== undefined }),
    at: joined,
    clock: systemClock,
    find: async () => (await findHosts()).find(({ fingerprint }) => fingerprint === pin),
    moved: ({ address, port }) => writeJoined(dataFolder, { ...joined, address, port }),
    own: { dataFolder, electron, keepsKeys: false, joinedAs: joined.name },
    printers: { drivers, networkPatience: usualPatience, closing: new AbortController().signal },
  });
}

function keepTraining(dataFolder: string, options: DeskPairOptions): KeptDesk {
  return keepDesk(
    () => openTrainingDesk({ ...options, folder: trainingFolder(dataFolder) }),
    systemClock.monotonic,
  );
}
