import { isQuietTime, type VoiceSettings } from './settings.ts';

/** What keeps a window from being heard, as it finds out itself. */
const SOUND_FAULTS = ['touch', 'none', 'stuck', 'unreadable'] as const;
/** What a window that should speak tells of its sound. */
export const SOUNDS = ['ready', ...SOUND_FAULTS] as const;
export type Sound = (typeof SOUNDS)[number];
/** `closed`: no window of that PC has told for so long that none is there. */
export const SILENCES = [...SOUND_FAULTS, 'closed'] as const;
type Silence = (typeof SILENCES)[number];

/** A window tells at every change, and so often without one. */
export const TELL_MS = 30_000;
/** What a window told counts so long: browsers let a hidden window run once a minute. */
export const TOLD_COUNTS_MS = 90_000;

/** A PC that may speak, and what its windows told within `TOLD_COUNTS_MS`, the latest last. */
type Speaker = { readonly voice: VoiceSettings; readonly told: readonly Sound[] };

/** Whether this PC should speak at this local time `HH:MM` of an open day. */
function shouldSpeak({ voice }: Speaker, time: string): boolean {
  return voice.on && !isQuietTime(voice, time);
}

/** How the sound of a PC stands: ready as soon as one of its windows is. */
export function soundOfPc(told: readonly Sound[]): Sound | 'closed' {
  return told.includes('ready') ? 'ready' : (told.at(-1) ?? 'closed');
}

/**
 * The PCs that should speak now and do not, while calls are heard from none. Nobody is missed while the day is not open
 * (`time` null), in quiet hours, or where no PC is to speak.
 */
export function silentSpeakers<S extends Speaker>(
  speakers: readonly S[],
  time: string | null,
): { readonly speaker: S; readonly why: Silence }[] {
  if (time === null) return [];
  const wished = speakers.filter((one) => shouldSpeak(one, time));
  const silent = wished.flatMap((speaker) => {
    const why = soundOfPc(speaker.told);
    return why === 'ready' ? [] : [{ speaker, why }];
  });
  return silent.length === wished.length ? silent : [];
}
