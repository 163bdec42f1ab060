import {
  CHIME_SAMPLES,
  chime,
  joinClips,
  joinedLength,
  SAMPLE_RATE,
  type ClipIndex,
  type Clips,
} from './join-clips.ts';
import { sayCall, sayCallInEnglish, type Said, type SpokenCall } from './say-call.ts';
import type { VoiceSettings } from './settings.ts';

/** The voice of the office's language, and the English one where calls are said in English too. */
export type Voices<V> = { readonly own: V; readonly english: V | null };

type Passages = readonly { readonly voice: 'own' | 'english'; readonly said: readonly Said[] }[];

/** Everything that is said for one call: each time in Vietnamese, then in English where that is wished. */
function passages(call: SpokenCall, settings: VoiceSettings, voices: Voices<ClipIndex>): Passages {
  const { own, english } = voices;
  return Array.from({ length: settings.times }, (_, time) => [
    { voice: 'own' as const, said: sayCall(call, settings, (unit) => unit in own, time > 0) },
    ...(settings.english && english !== null
      ? [{ voice: 'english' as const, said: sayCallInEnglish(call, settings, (unit) => unit in english) }]
      : []),
  ]).flat();
}

/** How many milliseconds the announcement of a call takes, chime and repetition included. */
export function announcementMs(call: SpokenCall, settings: VoiceSettings, voices: Voices<ClipIndex>): number {
  const spoken = passages(call, settings, voices).map(({ voice, said }) => ({
    index: voices[voice] ?? {},
    said,
  }));
  return ((joinedLength(spoken) + (settings.chime ? CHIME_SAMPLES : 0)) / SAMPLE_RATE) * 1000;
}

/** The announcement of a call as one piece of sound. */
export function announcement(call: SpokenCall, settings: VoiceSettings, voices: Voices<Clips>): Float32Array {
  const { own, english } = voices;
  const indexes = { own: own.index, english: english?.index ?? null };
  const spoken = joinClips(
    passages(call, settings, indexes).map(({ voice, said }) => ({ clips: voices[voice] ?? own, said })),
  );
  if (!settings.chime) return spoken;
  const whole = new Float32Array(CHIME_SAMPLES + spoken.length);
  whole.set(chime());
  whole.set(spoken, CHIME_SAMPLES);
  return whole;
}
