import { z } from 'zod';
import { dialect } from '#shared/domain/voice/read-number.ts';
import { MOST_SAMPLES } from '#shared/domain/voice/recorded-voice.ts';
import { voiceSettings } from '#shared/domain/voice/settings.ts';
import { CORE_UNITS } from '#shared/domain/voice/units.ts';
import { SILENCES, SOUNDS } from '#shared/domain/voice/speakers.ts';
import { count, id } from '#shared/domain/values.ts';
import { deviceKind } from './lan.ts';
import { everyone, leaders, officers, type DeskMethod } from './method.ts';

const unit = z.enum(CORE_UNITS);
const nothing = z.object({});

/** 16-bit samples of one channel at 48,000 a second, low byte first. */
const recordedUnit = z.object({ unit, sound: z.base64().max(Math.ceil((MOST_SAMPLES * 2) / 3) * 4) });
/** The first where none is named. */
const whichPart = z.object({ part: count.optional() });
/** `parts`: how many there are in all. */
const partOfVoice = z.object({ units: z.array(recordedUnit), parts: count });

const ownVoice = z.object({
  /** How the voice in use counts; null while there is none. */
  used: dialect.nullable(),
  /** Recorded and not in use yet. */
  taken: z.array(unit),
});
export type OwnVoice = z.infer<typeof ownVoice>;

/** A PC that should read calls aloud and does not. */
const silentPc = z.object({
  deviceId: id,
  /** Empty of the desk's own PC. */
  name: z.string(),
  /** The PC that asks. */
  here: z.boolean(),
  where: voiceSettings.shape.where,
  why: z.enum(SILENCES),
});

/** A PC or TV of the room, and how calls are read aloud there. */
const roomSpeaker = z.object({
  deviceId: id,
  /** Empty of the desk's own PC. */
  name: z.string(),
  kind: deviceKind,
  /** The PC that asks. */
  here: z.boolean(),
  voice: voiceSettings,
  /** As its windows told; `closed` where none did, so also while nothing is to be read there. */
  sound: z.enum(['ready', ...SILENCES]),
  /** Whether its system has a Vietnamese voice; null while no window has told. */
  hasLocal: z.boolean().nullable(),
});
export type RoomSpeaker = z.infer<typeof roomSpeaker>;

/** The office's own voice: recorded unit by unit, used as a whole. */
export const voiceContract = {
  /**
   * How the sound of a window stands that should read calls aloud; told at each change and every `TELL_MS`. It is remembered for as
   * long as it counts and stored nowhere. `window` tells windows of one PC apart.
   */
  'voice.tell': {
    kind: 'query',
    stale: [],
    roles: everyone,
    input: z.object({
      window: z.string().min(1).max(40),
      sound: z.enum(SOUNDS),
      /** Its system has a Vietnamese voice. */
      hasLocal: z.boolean().optional(),
    }),
    output: nothing,
  },
  /** Every PC and TV of the room that was not revoked, the desk's own first. */
  'voice.speakers': {
    kind: 'query',
    stale: ['device', 'office'],
    roles: leaders,
    input: nothing,
    output: z.array(roomSpeaker),
  },
  /** How a PC of the room reads calls aloud, said from another. Refused with `unknown-device`, also of a revoked one. */
  'device.set-voice': {
    kind: 'command',
    roles: leaders,
    input: z.object({ deviceId: id, voice: voiceSettings }),
    output: roomSpeaker,
  },
  /** The PCs that should read calls aloud now and do not; none while one is heard. */
  'voice.silent': {
    kind: 'query',
    stale: ['device', 'day', 'office'],
    roles: officers,
    input: nothing,
    output: z.array(silentPc),
  },
  'voice.show': {
    kind: 'query',
    stale: ['voice', 'office.set-up'],
    roles: officers,
    input: nothing,
    output: ownVoice,
  },
  /** What calls are joined of, in parts that are quickly answered; no unit while no voice is in use. */
  'voice.sound': {
    kind: 'query',
    stale: ['voice.used', 'voice.removed', 'office.set-up'],
    roles: everyone,
    input: whichPart,
    output: partOfVoice,
  },
  /** What is recorded, new takes before those in use, in parts. */
  'voice.takes': { kind: 'query', stale: [], roles: leaders, input: whichPart, output: partOfVoice },
  /** Keeps a take in place of the one before. */
  'voice.keep': {
    kind: 'command',
    roles: leaders,
    bodyKiB: 600,
    input: recordedUnit,
    output: z.object({ taken: count }),
  },
  /**
   * Brings the new takes into use, with those units in use that were not said anew; with `units` the takes of these alone, as of a
   * voice of another office. Refused with `voice-not-whole`.
   */
  'voice.use': {
    kind: 'command',
    roles: leaders,
    input: z.object({ units: z.array(unit).max(CORE_UNITS.length).optional() }),
    output: ownVoice,
  },
  /** Nothing of it is left but in copies made before. */
  'voice.remove': { kind: 'command', roles: leaders, input: nothing, output: ownVoice },
} as const satisfies Record<string, DeskMethod>;
