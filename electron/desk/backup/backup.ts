import type { Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import { officeRow } from '../store/rows/office-row.ts';
import { findCopies } from './find-copies.ts';
import { newestOf, type CopyKeeper } from './copy-keeper.ts';
import { saveCopySettings } from './copy-settings.ts';

export const backupServices = (keeper: CopyKeeper) =>
  ({
    'backup.settings': () => keeper.settings(),
    async 'backup.set-settings'(call, input) {
      const { places, minutes } = keeper.settings();
      const saved = saveCopySettings(call.store.folder, {
        places: input.places ?? places,
        minutes: input.minutes ?? minutes,
      });
      call.store.write(() =>
        call.append({
          name: 'backup.updated',
          data: { places: saved.places.length, minutes: saved.minutes },
        }),
      );
      return saved;
    },
    'backup.make': () => keeper.make('hand'),
    // Closes the desk: whoever keeps it serves this beside it.
    'backup.restore'() {
      throw new Refusal({ code: 'desk-closing' });
    },
    'backup.list': (_call, input) => keeper.list(input.folder),
    'backup.find': ({ store }) => findCopies(officeRow(store)?.id ?? null),
    async 'backup.status'() {
      const places = await keeper.places();
      return { lastBackup: newestOf(places), places };
    },
  }) satisfies Partial<Services>;
