import { z } from 'zod';
import { dialect } from './read-number.ts';
import { callSentence, numberReading } from './say-call.ts';

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;
const MOST_QUIET_SPANS = 4;
const timeOfDay = z.string().regex(TIME_OF_DAY);

/** How one PC reads calls aloud. Which PC has the loudspeaker is a matter of the room, so it belongs to a PC. */
export const voiceSettings = z.object({
  on: z.boolean(),
  /** Whose sound is heard: that of the wall display, or of the working window where there is no wall. */
  where: z.enum(['wall', 'window']),
  /** How the shipped voice counts. */
  voice: dialect,
  /**
   * Who speaks; absent, the shipped voice. The office's own voice counts as it was recorded; `local` is a Vietnamese voice that the
   * system of that PC has itself.
   */
  speaker: z.enum(['office', 'local']).optional(),
  numbers: numberReading,
  sentence: callSentence,
  /** Each call in English too. */
  english: z.boolean(),
  times: z.int().min(1).max(3),
  /** Percent. */
  volume: z.int().min(0).max(100),
  chime: z.boolean(),
  /** Local times between which nothing is said; an end before its beginning lies on the next day. */
  quiet: z.array(z.object({ from: timeOfDay, to: timeOfDay })).max(MOST_QUIET_SPANS),
});
export type VoiceSettings = z.infer<typeof voiceSettings>;

/** What a PC starts with: silent, until somebody has heard it and switched it on. */
export const defaultVoice: VoiceSettings = {
  on: false,
  where: 'wall',
  voice: 'north',
  numbers: 'digits',
  sentence: 'plain',
  english: false,
  times: 2,
  volume: 70,
  chime: true,
  quiet: [],
};

/** Whether nothing is said at this local time `HH:MM`. */
export function isQuietTime({ quiet }: Pick<VoiceSettings, 'quiet'>, time: string): boolean {
  return quiet.some(({ from, to }) => (from <= to ? from <= time && time < to : from <= time || time < to));
}

const SPAN = /^(\d{1,2})[:h.](\d{2})\s*[-–—]\s*(\d{1,2})[:h.](\d{2})$/;

/** Quiet hours as somebody writes them, such as `11:30–13:00, 17:00–07:30`; null where they cannot be read. */
export function quietHours(typed: string): VoiceSettings['quiet'] | null {
  const spans = typed
    .split(/[,;]/)
    .map((span) => span.trim())
    .filter((span) => span !== '');
  const read = spans.map((span) => {
    const [, h1 = '', m1 = '', h2 = '', m2 = ''] = SPAN.exec(span) ?? [];
    return { from: `${h1.padStart(2, '0')}:${m1}`, to: `${h2.padStart(2, '0')}:${m2}` };
  });
  const areTimes = read.every(({ from, to }) => TIME_OF_DAY.test(from) && TIME_OF_DAY.test(to));
  return areTimes && read.length <= MOST_QUIET_SPANS ? read : null;
}

export function writtenQuiet(quiet: VoiceSettings['quiet']): string {
  return quiet.map(({ from, to }) => `${from}–${to}`).join(', ');
}

/** A call older than this is not said any more: whoever it calls has gone up or been called again. */
const TOO_OLD_MS = 2 * 60_000;

/** Whether a call made at `calledAt` is still said at `now`, both in milliseconds of the desk's clock. */
export function isFreshCall(calledAt: number, now: number): boolean {
  return now - calledAt < TOO_OLD_MS;
}
