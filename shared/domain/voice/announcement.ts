import {
  CHIME_SAMPLES,
  chime,
  joinClips,
  joinedLength,
  SAMPLE_RATE,
  type ClipIndex,
  type Clips,
} from './join-clips.ts';
import { sayCall, sayCallInEnglish, writtenOut, type Said, type SpokenCall } from './say-call.ts';
import type { VoiceSettings } from './settings.ts';

/** The voice of the office's language, and the English one where calls are said in English too. */
export type Voices<V> = { readonly own: V; readonly english: V | null };

type Has = Voices<(unit: string) => boolean>;
type Passage = { readonly voice: 'own' | 'english'; readonly said: readonly Said[] };

/** Everything that is said for one call: each time in Vietnamese, then in English where that is wished. */
function passages(call: SpokenCall, settings: VoiceSettings, { own, english }: Has): Passage[] {
  return Array.from({ length: settings.times }, (_, time): Passage[] => [
    { voice: 'own', said: sayCall(call, settings, own, time > 0) },
    ...(settings.english && english !== null
      ? [{ voice: 'english' as const, said: sayCallInEnglish(call, settings, english) }]
      : []),
  ]).flat();
}

const hasOf = ({ own, english }: Voices<ClipIndex>): Has => ({
  own: (unit) => unit in own,
  english: english === null ? null : (unit) => unit in english,
});

/** How many milliseconds the announcement of a call takes, chime and repetition included. */
export function announcementMs(call: SpokenCall, settings: VoiceSettings, voices: Voices<ClipIndex>): number {
  const spoken = passages(call, settings, hasOf(voices)).map(({ voice, said }) => ({
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
    passages(call, settings, hasOf(indexes)).map(({ voice, said }) => ({
      clips: voices[voice] ?? own,
      said,
    })),
  );
  if (!settings.chime) return spoken;
  const whole = new Float32Array(CHIME_SAMPLES + spoken.length);
  whole.set(chime());
  whole.set(spoken, CHIME_SAMPLES);
  return whole;
}

/**
 * The parts of an announcement for a voice that reads text: its sentences, which say every name as it is written, and between them what
 * is played, the chime and English. `instead` is the sentence for a voice of clips, where the other does not speak.
 */
export type ReadPart =
  | { readonly text: string; readonly instead: Float32Array }
  | { readonly play: Float32Array };

export function readAnnouncement(
  call: SpokenCall,
  settings: VoiceSettings,
  voices: Voices<Clips>,
): ReadPart[] {
  const { own, english } = voices;
  const has = hasOf({ own: own.index, english: english?.index ?? null });
  const clips = passages(call, settings, has);
  const texts = passages(call, settings, { ...has, own: () => true });
  return [
    ...(settings.chime ? [{ play: chime() }] : []),
    ...clips.map(({ voice, said }, at): ReadPart => {
      const sound = joinClips([{ clips: voices[voice] ?? own, said }]);
      return voice === 'own' ? { text: writtenOut(texts[at]?.said ?? []), instead: sound } : { play: sound };
    }),
  ];
}
