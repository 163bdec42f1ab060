import { SAMPLE_RATE } from '#shared/domain/voice/join-clips.ts';
import { soundOf, type RecordedUnit } from '#shared/domain/voice/recorded-voice.ts';
import { unitsToRecord } from '#shared/domain/voice/units.ts';
import type { Dialect } from '#shared/domain/voice/read-number.ts';

/** A tone of so many seconds. */
export function tone(pitch: number, seconds: number, loud = 0.3): Float32Array {
  return Float32Array.from(
    { length: Math.round(seconds * SAMPLE_RATE) },
    (_, at) => loud * Math.sin((2 * Math.PI * pitch * at) / SAMPLE_RATE),
  );
}

/** A whole voice of tones, each unit another. */
export function toneVoice(spoken: Dialect = 'north'): RecordedUnit[] {
  return unitsToRecord(spoken).map((unit, at) => ({ unit, sound: soundOf(tone(200 + 10 * at, 0.1)) }));
}
