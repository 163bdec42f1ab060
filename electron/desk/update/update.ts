import type { CopyKeeper } from '../backup/copy-keeper.ts';
import type { Caller, Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import type { NewEvent } from '../store/rows/event-row.ts';
import { officeRow } from '../store/rows/office-row.ts';
import type { Actor } from '../store/rows/officer-row.ts';
import type { Store } from '../store/store.ts';
import { updateRefused } from './port/read-release.ts';
import type { Updates } from './port/updates.ts';

type Updating = {
  readonly store: Store;
  /** The device of this PC. */
  readonly own: Pick<Actor, 'device'>;
  readonly updates: Updates;
  readonly keeper: Pick<CopyKeeper, 'make'>;
  /** Appends an event of the desk itself and announces it. */
  readonly record: (event: NewEvent) => void;
};

export const updateServices = ({ store, own, updates, keeper, record }: Updating) => {
  const around = { schema: store.schema, host: null };
  /** A PC updates itself: a path that another one names is not one of this. */
  const assertHere = ({ device }: Caller): void => {
    if (device !== own.device) throw new Refusal({ code: 'main-pc-only' });
  };
  return {
    'update.state': () => updates.state(around),
    'update.find': ({ caller }) => {
      assertHere(caller);
      return updates.find(around);
    },
    async 'update.review'({ caller, training, version, append }, { path }) {
      assertHere(caller);
      if (training) throw updateRefused('not-here', version);
      const found = await updates.review(path, around);
      store.write(() => append({ name: 'update.reviewed', data: { version: found } }));
      return updates.state(around);
    },
    async 'update.install'({ caller, training, version, append }, input) {
      assertHere(caller);
      if (training) throw updateRefused('not-here', version);
      const before = async (): Promise<string | null> => {
        const copy = officeRow(store) === undefined ? null : (await keeper.make('update')).id;
        store.write(() =>
          append({ name: 'update.started', data: { version: input.version, before: version } }),
        );
        return copy;
      };
      const ended = (exitCode: number | null): void =>
        record({ name: 'update.failed', data: { version: input.version, exitCode } });
      return { version: input.version, copy: await updates.install(input.version, around, before, ended) };
    },
    async 'update.watch'({ caller, append }, { folder }) {
      assertHere(caller);
      updates.watch(folder);
      store.write(() => append({ name: 'update.watched', data: { on: folder !== null } }));
      return updates.state(around);
    },
    async 'update.seen'({ caller, append }) {
      assertHere(caller);
      updates.seen();
      store.write(() => append({ name: 'update.seen', data: {} }));
      return updates.state(around);
    },
  } satisfies Partial<Services>;
};

/** The desk is the end of an update: the journal says so once. To be called when it opens, which it does whatever comes of this. */
export function tellArrived({
  store,
  updates,
  record,
  log,
}: Pick<Updating, 'store' | 'updates' | 'record'> & { readonly log: (error: unknown) => void }): void {
  if (officeRow(store) === undefined) return;
  try {
    const arrived = updates.arrived();
    if (arrived !== null) record({ name: 'update.installed', data: arrived });
  } catch (error) {
    log(error);
  }
}
