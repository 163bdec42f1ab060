import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportPrinter } from '#electron/desk/delivery/exporting.ts';
import type { LevelDoorState } from '#shared/contract/level-officer.ts';
import type { LevelPage } from '#shared/contract/level-page.ts';
import { shippedCalendar } from '#shared/rules/shipped-calendar.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { refused } from '#shared/contract/problem.ts';
import { systemClock, type Clock } from '#electron/desk/clock.ts';
import { Refusal } from '#electron/desk/refusal.ts';
import { closeToOthers } from '#electron/desk/store/close-to-others.ts';
import { detailOf, startUpReason } from '#electron/desk/store/store-fault.ts';
import { officerPins } from '#electron/access/pins.ts';
import { levelAccess } from './access/access.ts';
import { levelDispatcher, type LevelLog } from './dispatch.ts';
import { folderWatch } from './folder-watch.ts';
import { levelKey } from './level-key.ts';
import type { Level } from './level.ts';
import { officeDoor } from './office-door.ts';
import { fileReceiver } from './receive/receiver.ts';
import { levelServices } from './services.ts';
import { forgetOldKeys } from './store/idempotency-row.ts';
import { openLevelStore, type LevelStore } from './store/level-store.ts';
import { NewerSchema } from './store/migrations.ts';
import { postgresProblem } from './store/postgres-engine.ts';
import { readSettings } from './store/setting-row.ts';
import { LEVEL_FILE } from './store/sqlite-engine.ts';
import type { BecomeDesk } from './this-pc.ts';

type OpenLevelOptions = {
  /** Folder of the level on this PC: its key, and its database where that is SQLite. */
  readonly folder: string;
  /** Address of a PostgreSQL database, `postgres://…`; without it the level lives in a file of the folder. */
  readonly database?: string | undefined;
  readonly clock?: Clock;
  readonly log?: LevelLog;
  /** How the door to other PCs stands that the program around it keeps; null where there is none. */
  readonly door?: () => LevelDoorState | null;
  /** How dear a guess of a PIN is. */
  readonly pinCost?: { readonly m: number; readonly t: number };
  /** Draws the printed report; absent where there is no browser. */
  readonly printer?: ReportPrinter<LevelPage>;
  /** The way back of a PC that chose to be a level; absent where the level is all there is. */
  readonly becomeDesk?: BecomeDesk | undefined;
};

/**
 * Opens a receiving level: the one composition root of this room. Rejects with a Refusal that says why it cannot be opened
 * (`desk-not-open`, `level-store-cut`, `office-key-damaged`); nothing of an existing level is changed then.
 */
export async function openLevel(options: OpenLevelOptions): Promise<Level> {
  const { folder, clock = systemClock, log = () => {} } = options;
  const store = await opened(options);
  try {
    const key = await levelKey(store, folder, clock.now());
    const forget = () => store.write(clock.now(), ({ trx }) => forgetOldKeys(trx, clock.now()));
    await forget();
    const forgetting = setInterval(() => {
      forget().catch((error: unknown) => log('', 'idempotency', error));
    }, 86_400_000);
    forgetting.unref();
    const receiver = fileReceiver(store, clock.now);
    const watch = folderWatch(receiver, clock.now, (error) => log('', 'folder.watch', error));
    const { watched } = await store.read(readSettings);
    watch.follow(
      watched && {
        folder: watched.folder,
        by: { name: watched.by, officer: watched.officer ?? null },
      },
    );
    const access = levelAccess(store);
    const dispatch = levelDispatcher({
      folder,
      key,
      calendar: shippedCalendar(),
      printer: options.printer,
      store,
      receiver,
      watch,
      now: clock.now,
      callerOf: access.callerOf,
      services: levelServices(
        {
          engine: store.engine,
          watchState: () => watch.state,
          door: options.door ?? (() => null),
          becomeDesk: options.becomeDesk,
        },
        access,
        officerPins(clock, options.pinCost),
      ),
      log,
    });
    const { receiveFrom, knowsOffice } = officeDoor(store, dispatch);
    let isClosed = false;
    return {
      dispatch: async (...call) => (isClosed ? refused({ code: 'desk-closing' }) : dispatch(...call)),
      receiveFrom: async (...call) => (isClosed ? refused({ code: 'desk-closing' }) : receiveFrom(...call)),
      knowsOffice,
      hasPins: access.hasPins,
      isSignedIn: access.isSignedIn,
      revision: store.revision,
      onChange: store.onChange,
      async close() {
        isClosed = true;
        clearInterval(forgetting);
        await watch.stop();
        await access.settled();
        await receiver.settled();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function opened({ folder, database }: OpenLevelOptions): Promise<LevelStore> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const store = await openLevelStore(folder, database);
    // In it lie PINs, which whoever may read them tries through in minutes.
    closeToOthers(folder, 'level');
    return store;
  } catch (error) {
    throw new Refusal(openingProblem(error, folder, database));
  }
}

function openingProblem(error: unknown, folder: string, database: string | undefined): DeskProblem {
  const cut = database === undefined ? null : postgresProblem(error);
  if (cut !== null) return cut;
  return {
    code: 'desk-not-open',
    reason: error instanceof NewerSchema ? 'newer' : startUpReason(error),
    file: database === undefined ? join(folder, LEVEL_FILE) : 'PostgreSQL',
    detail: detailOf(error),
  };
}
