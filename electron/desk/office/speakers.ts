import type { DeskEvent } from '#shared/contract/event.ts';
import { localTime } from '#shared/domain/calendar/business-date.ts';
import type { RoomSpeaker } from '#shared/contract/voice.ts';
import { silentSpeakers, soundOfPc, TOLD_COUNTS_MS, type Sound } from '#shared/domain/voice/speakers.ts';
import type { Clock } from '../clock.ts';
import type { QueryCall, Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import { findOpenDay } from '../store/rows/day-row.ts';
import {
  deviceRow,
  deviceRows,
  readDevice,
  saveDevice,
  speakingDevices,
  type DeviceRow,
} from '../store/rows/device-row.ts';
import { officeRow } from '../store/rows/office-row.ts';

export type Speakers = ReturnType<typeof roomSpeakers>;

/** No PC has so many windows; a display that tells for more is not remembered. */
const MOST_WINDOWS = 100;

type Told = {
  readonly device: string;
  readonly sound: Sound;
  readonly hasLocal: boolean | undefined;
  readonly at: number;
};

/** What the windows of the room's PCs tell of their sound, and who is missed. */
export function roomSpeakers({ monotonic }: Pick<Clock, 'monotonic'>) {
  const told = new Map<string, Told>();
  /** A day or a voice that has just begun leaves the windows time to open. */
  let begun = monotonic();

  function forgetOld(): void {
    for (const [window, { at }] of told) if (monotonic() - at >= TOLD_COUNTS_MS) told.delete(window);
  }

  function toldBy(id: string): Told[] {
    return [...told.values()].filter(({ device }) => device === id);
  }

  function asSpeaker({ store, caller }: Pick<QueryCall, 'store' | 'caller'>, row: DeviceRow): RoomSpeaker {
    const { id, name, kind } = row;
    const ofPc = toldBy(id);
    return {
      deviceId: id,
      name,
      kind,
      here: id === caller.device,
      voice: readDevice(store, id).voice,
      sound: soundOfPc(ofPc.map(({ sound }) => sound)),
      hasLocal: ofPc.findLast(({ hasLocal }) => hasLocal !== undefined)?.hasLocal ?? null,
    };
  }

  const services = {
    'voice.tell'({ caller }, { window, sound, hasLocal }) {
      forgetOld();
      const key = `${caller.device} ${window}`;
      told.delete(key);
      if (told.size < MOST_WINDOWS)
        told.set(key, { device: caller.device, sound, hasLocal, at: monotonic() });
      return {};
    },
    'voice.speakers'(call) {
      forgetOld();
      return deviceRows(call.store)
        .filter(({ revokedAt }) => revokedAt === null)
        .map((row) => asSpeaker(call, row));
    },
    'device.set-voice'(call, { deviceId, voice }) {
      const row = deviceRow(call.store, deviceId);
      if (row === undefined || row.revokedAt !== null) throw new Refusal({ code: 'unknown-device' });
      saveDevice(call.store, deviceId, { voice });
      call.append({ name: 'device.updated', data: { settings: ['voice'], deviceId } });
      forgetOld();
      return asSpeaker(call, row);
    },
    'voice.silent'({ store, caller, at }) {
      forgetOld();
      const office = officeRow(store)?.id;
      const isOpen = office !== undefined && findOpenDay(store, office) !== undefined;
      const speakers = speakingDevices(store).map(({ id, name }) => ({
        id,
        name,
        voice: readDevice(store, id).voice,
        told: toldBy(id).map(({ sound }) => sound),
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
