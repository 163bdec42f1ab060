import type { Clock } from '../clock.ts';
import { seeDevice } from '../store/rows/device-row.ts';
import type { WritableStore } from '../store/store.ts';

export type DeviceLines = ReturnType<typeof deviceLines>;

/** Which devices have a stream of events open, whichever door they came through; a browser may have two. */
export function deviceLines(store: WritableStore, clock: Clock, log: (error: unknown) => void) {
  const up = new Map<string, number>();

  function see(device: string, drivers: boolean): void {
    try {
      store.write(() => seeDevice(store, device, clock.now(), drivers));
    } catch (error) {
      log(error);
    }
  }

  return {
    isUp: (device: string) => up.has(device),
    opened(device: string, drivers: boolean): void {
      up.set(device, (up.get(device) ?? 0) + 1);
      see(device, drivers);
    },
    /** `isNoted`: not while the desk closes, which ends every line. */
    ended(device: string, drivers: boolean, isNoted: boolean): void {
      const left = (up.get(device) ?? 1) - 1;
      if (left > 0) return void up.set(device, left);
      up.delete(device);
      if (isNoted) see(device, drivers);
    },
  };
}
