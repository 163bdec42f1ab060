import type { Said } from './say-call.ts';

/** All samples here are of one channel at this rate. */
export const SAMPLE_RATE = 48_000;

/** Where each unit stands in the sprite of a voice: first sample and length. */
export type ClipIndex = Record<string, [start: number, length: number]>;

/** A voice ready to be joined. */
export type Clips = { readonly index: ClipIndex; readonly samples: Float32Array };

/** What is said with one voice. */
type Passage = { readonly clips: Clips; readonly said: readonly Said[] };

/** How many samples passages take, known before any is joined. A unit that the voice lacks takes none. */
export function joinedLength(
  passages: readonly { readonly index: ClipIndex; readonly said: readonly Said[] }[],
): number {
  return passages
    .flatMap(({ index, said }) => said.map(({ unit, gap }) => (index[unit]?.[1] ?? 0) + silence(gap)))
    .reduce((sum, length) => sum + length, 0);
}

/** One piece of sound out of clips, sample by sample, so that no gap can come between them. */
export function joinClips(passages: readonly Passage[]): Float32Array {
  const joined = new Float32Array(
    joinedLength(passages.map(({ clips, said }) => ({ index: clips.index, said }))),
  );
  let at = 0;
  for (const { clips, said } of passages) {
    for (const { unit, gap } of said) {
      const [start, length] = clips.index[unit] ?? [0, 0];
      joined.set(clips.samples.subarray(start, start + length), at);
      soften(joined.subarray(at, at + length));
      at += length + silence(gap);
    }
  }
  return joined;
}

/** 2 ms at each end: what a codec smeared over the edge of a clip would click. */
const EDGE = SAMPLE_RATE / 500;

function soften(clip: Float32Array): void {
  for (let at = 0; at < Math.min(EDGE, clip.length); at += 1) {
    const end = clip.length - 1 - at;
    clip[at] = ((clip[at] ?? 0) * at) / EDGE;
    clip[end] = ((clip[end] ?? 0) * at) / EDGE;
  }
}

function silence(milliseconds: number): number {
  return Math.round((milliseconds * SAMPLE_RATE) / 1000);
}

/** Samples of the chime before a call. */
export const CHIME_SAMPLES = Math.round(1.5 * SAMPLE_RATE);

/** Two struck notes, the lower one second, dying away before the first word. */
export function chime(): Float32Array {
  const samples = new Float32Array(CHIME_SAMPLES);
  const notes = [
    { from: 0, pitch: 784, lasts: 1 },
    { from: 0.42, pitch: 659, lasts: 1.05 },
  ];
  const tones = [
    { times: 1, loud: 0.22 },
    { times: 2.01, loud: 0.08 },
    { times: 3.02, loud: 0.03 },
  ];
  for (const { from, pitch, lasts } of notes) {
    const start = Math.round(from * SAMPLE_RATE);
    for (let at = start; at < samples.length; at += 1) {
      const second = (at - start) / SAMPLE_RATE;
      if (second > lasts) break;
      const edge = Math.min(1, second / 0.008) * Math.min(1, (lasts - second) / 0.05);
      for (const { times, loud } of tones)
        samples[at] =
          (samples[at] ?? 0) +
          loud *
            edge *
            Math.exp((-5 * Math.sqrt(times) * second) / lasts) *
            Math.sin(2 * Math.PI * pitch * times * second);
    }
  }
  return samples;
}
