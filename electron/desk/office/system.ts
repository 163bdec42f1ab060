import { freeBytesAt } from '../store/storage-place.ts';
import type { Services } from '../desk-call.ts';
import type { SelfCheck } from '../self-check.ts';
import { chainHead } from '../store/rows/event-row.ts';
import { findOpenDay } from '../store/rows/day-row.ts';
import { readOffice } from '../store/rows/office-row.ts';

export const systemServices = (checking: SelfCheck, keepsKeys: () => boolean) =>
  ({
    'system.health'(call) {
      const { store } = call;
      const office = readOffice(store);
      return {
        version: call.version,
        schema: store.schema,
        businessDay: office === null ? null : (findOpenDay(store, office.id)?.day ?? null),
        store: { ...store.health },
        checks: checking.state(),
        freeBytes: freeBytesAt(store.folder),
        encrypted: store.cipher !== null,
        keepsKeys: keepsKeys(),
        electron: call.electron,
        training: call.training,
        lastEvent: chainHead(store).number,
        desk: call.desk,
        // The wall may know that the desk is well, not where it lives.
        dataFolder: call.caller.role === 'display' ? '' : store.folder,
      };
    },
    'system.move-in'(call) {
      call.append({ name: 'office.moved' });
      return { dataFolder: call.store.folder };
    },
    'system.verify-events': () => checking.verify(),
  }) satisfies Partial<Services>;
