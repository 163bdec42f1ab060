import { join } from 'node:path';
import type { Copy, CopyPlace, CopySettings } from '#shared/contract/backup.ts';
import type { CopyCause, CopyTrouble } from '#shared/contract/backup-words.ts';
import type { StartChild } from '../child-program.ts';
import type { Clock } from '../clock.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { CHAIN_START } from '../store/event-chain.ts';
import { eventsSince, type NewEvent } from '../store/rows/event-row.ts';
import { issuedEver } from '../store/rows/day-row.ts';
import { officeRow } from '../store/rows/office-row.ts';
import type { Store } from '../store/store.ts';
import { newCopyId, ownCopies, type Manifest } from './copy-folder.ts';
import { listed, lookAt, lookUnder, placesOf, placeState } from './copy-places.ts';
import { readCopySettings } from './copy-settings.ts';
import { CopyFailed } from './copy-trouble.ts';
import { runInChild } from './run-in-child.ts';

/** What makes and knows the copies of an open desk. */
export type CopyKeeper = {
  settings(): CopySettings;
  /** Rejects with a `Refusal`. */
  make(by: CopyCause): Promise<Copy>;
  list(folder?: string): Promise<Copy[]>;
  places(): Promise<CopyPlace[]>;
  /** When the newest good copy was made, wherever it lies, and how many lie open to whoever finds them. */
  known(): KnownCopies | Promise<KnownCopies>;
  stop(): void;
};

type KnownCopies = { readonly lastBackup: string | null; readonly plainCopies: number };

type Keeping = {
  readonly store: Store;
  readonly clock: Clock;
  readonly version: string;
  readonly startChild: StartChild;
  /** By the rhythm of the settings, too. */
  readonly byItself: boolean;
  /** Files of the data folder that belong into every copy, by name. */
  readonly beside: readonly string[];
  /** Appends an event of the desk itself and announces it. */
  readonly record: (event: NewEvent) => void;
  readonly tell: (error: unknown) => void;
};

/** How often it is looked whether a copy is due. */
const LOOK_MS = 60_000;
/** An answer does not wait longer for a slow place. */
const PLACES_MS = 20_000;
/** What happens to copies is no change that asks for another copy. */
const LOOKED_EVENTS = 20;

export function copyKeeper(keeping: Keeping): CopyKeeper {
  const { store, clock, startChild, record, tell } = keeping;
  const { folder } = store;
  const closing = new AbortController();
  const troubles = new Map<string, CopyTrouble | null>();
  /** One copy after another goes to a place; a slow one gets the newest when it is ready for it. */
  const putting = new Map<string, { wanted: string | null; done: Promise<void> }>();
  let last: { at: string; events: number } | null | undefined;
  let making: Promise<Manifest> | undefined;

  const settings = (): CopySettings => readCopySettings(folder);

  async function makeNow(by: CopyCause): Promise<Manifest> {
    const office = officeRow(store);
    const { log } = store;
    if (office === undefined) throw new Refusal({ code: 'not-set-up' });
    if (log === null) throw new CopyFailed('failed', 'the desk lies in memory');
    const at = clock.now();
    const { frames, pageSize, word } = log.rest();
    try {
      const manifest = await runInChild<'make'>(
        startChild,
        {
          task: 'make',
          dataFolder: folder,
          key: store.key,
          frames,
          pageSize,
          from: by === 'day-close' ? CHAIN_START : (store.checks?.verified ?? CHAIN_START),
          deep: by === 'day-close',
          beside: keeping.beside,
          manifest: {
            form: 'QTD-COPY-1',
            id: newCopyId(at, newId().slice(-8)),
            at,
            office: { id: office.id, name: office.name },
            version: keeping.version,
            schema: store.schema,
            cipher: store.cipher,
            events: word.event,
            hash: word.hash,
            businessDay: word.day,
            numbers: word.numbers,
          },
        },
        closing.signal,
      );
      troubles.set(folder, null);
      last = manifest;
      return manifest;
    } catch (error) {
      if (error instanceof CopyFailed) troubles.set(folder, error.trouble);
      throw error;
    } finally {
      log.resume();
    }
  }

  function put(place: string, id: string): Promise<void> {
    const running = putting.get(place);
    if (running !== undefined) {
      running.wanted = id;
      return running.done;
    }
    const turn: { wanted: string | null; done: Promise<void> } = { wanted: id, done: Promise.resolve() };
    turn.done = (async () => {
      while (turn.wanted !== null) {
        const wanted = turn.wanted;
        turn.wanted = null;
        troubles.set(place, await putNow(place, wanted));
      }
      putting.delete(place);
    })();
    putting.set(place, turn);
    return turn.done;
  }

  async function putNow(place: string, id: string): Promise<CopyTrouble | null> {
    try {
      const order = { task: 'put', dataFolder: folder, id, place, now: clock.now() } as const;
      return (await runInChild<'put'>(startChild, order, closing.signal)).slow ? 'slow' : null;
    } catch (error) {
      return error instanceof CopyFailed ? error.trouble : 'failed';
    }
  }

  /** Puts a finished copy into every place, and journals how many took it. */
  async function spread({ id, events, tickets }: Manifest, by: CopyCause): Promise<void> {
    const { places } = settings();
    await Promise.all(places.map((place) => put(place, id)));
    if (closing.signal.aborted) return;
    const placed = places.filter((place) => [null, 'slow', undefined].includes(troubles.get(place))).length;
    record({ name: 'backup.made', data: { copy: id, by, events, tickets, placed, places: places.length } });
  }

  async function make(by: CopyCause): Promise<Copy> {
    if (making !== undefined) await making.catch(() => undefined);
    making = makeNow(by);
    try {
      const manifest = await making;
      await Promise.race([spread(manifest, by), pause(PLACES_MS)]);
      const copy = (await list()).find(({ id }) => id === manifest.id);
      if (copy === undefined) throw new CopyFailed('gone', join(ownCopies(folder), manifest.id));
      return copy;
    } catch (error) {
      if (!(error instanceof CopyFailed)) throw error;
      if (closing.signal.aborted) throw new Refusal({ code: 'desk-closing' });
      tell(error);
      throw new Refusal({ code: 'backup-failed', trouble: error.trouble, detail: error.message });
    } finally {
      making = undefined;
    }
  }

  async function list(other?: string): Promise<Copy[]> {
    const office = officeRow(store)?.id ?? null;
    const looked =
      other !== undefined
        ? [await lookUnder(other)]
        : folder === ''
          ? []
          : await Promise.all(placesOf(folder, settings().places).map(lookAt));
    return listed(looked, office, office === null ? null : issuedEver(store));
  }

  /** Whether something but copies happened since the newest copy. */
  function isChanged(events: number): boolean {
    return eventsSince(store, events, LOOKED_EVENTS).some(({ name }) => !name.startsWith('backup.'));
  }

  async function look(): Promise<void> {
    if (making !== undefined || officeRow(store) === undefined) return;
    if (last === undefined) {
      const [newest] = await list();
      last ??= newest ?? null;
    }
    const since = last === null ? Infinity : Math.abs(Date.parse(clock.now()) - Date.parse(last.at));
    if (since < settings().minutes * 60_000 || (last !== null && !isChanged(last.events))) return;
    await make('rhythm');
  }

  const timer = setInterval(() => void look().catch(tell), LOOK_MS);
  timer.unref();
  if (!keeping.byItself) clearInterval(timer);

  function places(): Promise<CopyPlace[]> {
    const office = officeRow(store)?.id ?? null;
    const known = folder === '' ? [] : placesOf(folder, settings().places);
    return Promise.all(
      known.map((place) => placeState(place, folder, office, troubles.get(place.folder) ?? null)),
    );
  }

  return {
    settings,
    make,
    list,
    places,
    known: () =>
      folder === ''
        ? { lastBackup: null, plainCopies: 0 }
        : places().then((all) => ({
            lastBackup: newestOf(all),
            plainCopies: all.reduce((sum, { plain }) => sum + plain, 0),
          })),
    stop() {
      clearInterval(timer);
      closing.abort();
    },
  };
}

/** The newest good copy of some places. */
export function newestOf(places: readonly CopyPlace[]): string | null {
  return places.reduce<string | null>(
    (newest, place) => (place.newest !== null && place.newest > (newest ?? '') ? place.newest : newest),
    null,
  );
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, ms).unref();
  });
}
