import { base64Of, bytesOfBase64 } from '../printing/base64.ts';
import { SAMPLE_RATE, type Clips, type ClipIndex } from './join-clips.ts';
import { loudness } from './loudness.ts';

/** The sound of one unit as an office keeps it: base64 of 16-bit samples, low byte first, one channel at 48,000 a second. */
export type RecordedUnit = { readonly unit: string; readonly sound: string };

/** Longest unit that is kept, in samples. */
export const MOST_SAMPLES = 4 * SAMPLE_RATE;

export function soundOf(samples: Float32Array): string {
  const view = new DataView(new ArrayBuffer(samples.length * 2));
  samples.forEach((value, at) =>
    view.setInt16(at * 2, Math.round(Math.max(-1, Math.min(1, value)) * 32_767), true),
  );
  return base64Of(new Uint8Array(view.buffer));
}

/** The samples of a kept unit; empty where the text holds none. */
export function samplesOf(sound: string): Float32Array {
  const bytes = bytesOfBase64(sound) ?? new Uint8Array();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length & ~1);
  // A loop: a voice has some 1.5 million samples, and a wall waits for them.
  const samples = new Float32Array(view.byteLength / 2);
  for (let at = 0; at < samples.length; at += 1) samples[at] = view.getInt16(at * 2, true) / 32_767;
  return samples;
}

/** As loud as the shipped voices, in LUFS. */
const LOUDNESS = -16;
/** Where a peak begins to be bent, and what it never reaches. */
const BEND = 0.6;
const MOST = 0.89;

/** A recorded voice ready to be joined: all units brought to the loudness of speech in a hall by one gain, its peaks rounded. */
export function recordedVoice(units: readonly RecordedUnit[]): Clips {
  const clips = units.map(({ unit, sound }) => ({ unit, samples: samplesOf(sound) }));
  const samples = new Float32Array(clips.reduce((sum, clip) => sum + clip.samples.length, 0));
  const index: ClipIndex = {};
  let at = 0;
  for (const clip of clips) {
    samples.set(clip.samples, at);
    index[clip.unit] = [at, clip.samples.length];
    at += clip.samples.length;
  }
  const gain = 10 ** ((LOUDNESS - loudness(samples)) / 20);
  return { index, samples: Number.isFinite(gain) ? samples.map((value) => bent(value * gain)) : samples };
}

function bent(value: number): number {
  const over = Math.abs(value) - BEND;
  if (over <= 0) return value;
  return Math.sign(value) * (BEND + (MOST - BEND) * Math.tanh(over / (MOST - BEND)));
}
