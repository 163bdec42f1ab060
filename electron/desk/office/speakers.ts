import type { DeskEvent } from '#shared/contract/event.ts';
import { localTime } from '#shared/domain/calendar/business-date.ts';
import { silentSpeakers, TOLD_COUNTS_MS, type Sound } from '#shared/domain/voice/speakers.ts';
import type { Clock } from '../clock.ts';
import type { Services } from '../desk-call.ts';
import { findOpenDay } from '../store/rows/day-row.ts';
import { readDevice, speakingDevices } from '../store/rows/device-row.ts';
import { officeRow } from '../store/rows/office-row.ts';

export type Speakers = ReturnType<typeof roomSpeakers>;

/** No PC has so many windows; a display that tells for more is not remembered. */
const MOST_WINDOWS = 100;

/** What the windows of the room's PCs tell of their sound, and who is missed. */
export function roomSpeakers({ monotonic }: Pick<Clock, 'monotonic'>) {
  const told = new Map<string, { readonly device: string; readonly sound: Sound; readonly at: number }>();
  /** A day or a voice that has just begun leaves the windows time to open. */
  let begun = monotonic();

  function forgetOld(): void {
    for (const [window, { at }] of told) if (monotonic() - at >= TOLD_COUNTS_MS) told.delete(window);
  }

  const services = {
    'voice.tell'({ caller }, { window, sound }) {
      forgetOld();
      const key = `${caller.device} ${window}`;
      told.delete(key);
      if (told.size < MOST_WINDOWS) told.set(key, { device: caller.device, sound, at: monotonic() });
      return {};
    },
    'voice.silent'({ store, caller, at }) {
      forgetOld();
      const office = officeRow(store)?.id;
      const isOpen = office !== undefined && findOpenDay(store, office) !== undefined;
      const speakers = speakingDevices(store).map(({ id, name }) => ({
        id,
        name,
        voice: readDevice(store, id).voice,
        told: [...told.values()].filter(({ device }) => device === id).map(({ sound }) => sound),
      }));
      return silentSpeakers(speakers, isOpen ? localTime(at) : null)
        .filter(({ why }) => why !== 'closed' || monotonic() - begun >= TOLD_COUNTS_MS)
        .map(({ speaker: { id, name, voice }, why }) => ({
          deviceId: id,
          name,
          here: id === caller.device,
          where: voice.where,
          why,
        }));
    },
  } satisfies Partial<Services>;

  return {
    services,
    /** After a commit. */
    heard(events: readonly DeskEvent[]): void {
      const begins = (event: DeskEvent): boolean =>
        event.name === 'day.opened' ||
        ((event.name === 'device.updated' || event.name === 'office.updated') &&
          event.data.settings.includes('voice'));
      if (events.some(begins)) begun = monotonic();
    },
  };
}
