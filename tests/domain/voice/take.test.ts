import { expect, test } from 'vitest';
import { SAMPLE_RATE } from '#shared/domain/voice/join-clips.ts';
import { loudness } from '#shared/domain/voice/loudness.ts';
import { recordedVoice, samplesOf, soundOf } from '#shared/domain/voice/recorded-voice.ts';
import { nothingRecorded, record, type Recorded, type Said } from '#shared/domain/voice/take.ts';
import { toneVoice } from '#tests/support/recorded-voice.ts';

/** A vowel by its pitch and the two tones of its throat, with the edges of a word. */
function vowel(pitch: number, [low, high]: readonly [number, number], seconds: number): Float32Array {
  const length = Math.round(seconds * SAMPLE_RATE);
  return Float32Array.from({ length }, (_, at) => {
    const time = at / SAMPLE_RATE;
    const edge = Math.min(1, time / 0.03, (seconds - time) / 0.05);
    let sum = 0;
    for (let harmonic = 1; harmonic * pitch < 5000; harmonic += 1) {
      const hertz = harmonic * pitch;
      const loud = 1 / (1 + ((hertz - low) / 120) ** 2) + 0.5 / (1 + ((hertz - high) / 200) ** 2);
      sum += loud * Math.sin(2 * Math.PI * hertz * time);
    }
    return 0.15 * edge * sum;
  });
}
const A = [800, 1300] as const;
const I = [300, 2300] as const;

/** What a microphone hears: the sound after so many seconds of a room, and half a second more. */
function recording(
  sound: Float32Array,
  { before = 0.5, after = 0.5, noise = 0.0005, gain = 1 } = {},
): Float32Array {
  const start = Math.round(before * SAMPLE_RATE);
  const whole = new Float32Array(start + sound.length + Math.round(after * SAMPLE_RATE));
  whole.set(sound, start);
  let seed = 1;
  return whole.map((value) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return Math.max(-1, Math.min(1, value * gain + noise * (seed / 1_073_741_823 - 1)));
  });
}
const first = (recorded: Float32Array) => record(nothingRecorded, recorded, 1, () => []);
const faultOf = (recorded: Float32Array) => first(recorded).fault ?? 'none';
const word = vowel(140, A, 0.4);

test('a word is cut out of the silence around it, and the click of a key is not the word', () => {
  const recorded = recording(word, { before: 1, after: 1 });
  recorded.fill(0.4, 9600, 9700);
  const samples = first(recorded).first?.samples ?? [];
  expect(samples.length / SAMPLE_RATE).toBeGreaterThan(0.4);
  expect(samples.length / SAMPLE_RATE).toBeLessThan(0.55);
});

test('what cannot be used is refused for what it is', () => {
  expect(faultOf(recording(word))).toBe('none');
  expect(faultOf(recording(word, { gain: 0.0002 }))).toBe('silent');
  expect(faultOf(recording(word, { gain: 0.02, noise: 0.0001 }))).toBe('quiet');
  expect(faultOf(recording(word, { gain: 12 }))).toBe('clipped');
  expect(faultOf(recording(word, { noise: 0.1 }))).toBe('noisy');
  expect(faultOf(recording(word, { before: 0.1 }))).toBe('cut');
  expect(faultOf(recording(word, { after: 0 }))).toBe('cut');
  expect(faultOf(recording(vowel(140, A, 0.05)))).toBe('short');
  expect(faultOf(recording(vowel(140, A, 2)))).toBe('long');
  expect(faultOf(new Float32Array(100))).toBe('silent');
});

test('a word that begins or ends at the edge of what was heard is cut', () => {
  const tone = Float32Array.from(
    { length: 0.4 * SAMPLE_RATE },
    (_, at) => 0.15 * Math.sin((2 * Math.PI * 1000 * at) / SAMPLE_RATE),
  );
  const hundredths = [0, 1, 2, 3];
  // The click of the key that begins and of the one that ends is left out of what is heard.
  expect(hundredths.map((silent) => faultOf(recording(tone, { before: 0.15 + silent / 100 })))).toEqual([
    'cut',
    'cut',
    'none',
    'none',
  ]);
  // A tone that stops dead is heard a hundredth longer.
  expect(hundredths.map((silent) => faultOf(recording(tone, { after: 0.1 + silent / 100 })))).toEqual([
    'cut',
    'cut',
    'cut',
    'none',
  ]);
});

/** How often it was said so far, and what was wrong the latest time. */
const outcome = ({ first: one, second, fault }: Recorded) => [
  Number(one !== null) + Number(second !== null),
  fault,
];

test('a word is said twice; another word, or one that is much longer, begins both anew', () => {
  const once = first(recording(word));
  const twice = (sound: Float32Array, others: readonly Float32Array[] = []) =>
    outcome(record(once, recording(sound), 1, () => others.map(kept)));
  const kept = (sound: Float32Array): Said => {
    const said = first(recording(sound)).first;
    if (said === null) throw new Error('not heard');
    return said;
  };
  expect(twice(vowel(146, [820, 1330], 0.44))).toEqual([2, null]);
  expect(twice(vowel(140, I, 0.4))).toEqual([0, 'unlike']);
  expect(twice(vowel(140, A, 0.9))).toEqual([0, 'unlike']);
  const other = vowel(160, [700, 1300], 0.4);
  expect(twice(other, [word])).toEqual([2, null]);
  expect(twice(other, [vowel(160, [702, 1300], 0.4)])).toEqual([0, 'other']);
});

test('a bad second time leaves the first, and after both a further one begins anew', () => {
  const once = first(recording(word));
  const clipped = record(once, recording(word, { gain: 12 }), 1, () => []);
  expect(outcome(clipped)).toEqual([1, 'clipped']);
  const twice = record(clipped, recording(word), 1, () => []);
  expect(outcome(twice)).toEqual([2, null]);
  expect(outcome(record(twice, recording(word), 1, () => []))).toEqual([1, null]);
});

test('a recorded voice is as loud as the shipped ones by one gain, and never clipped', () => {
  const quiet = toneVoice().map(({ unit, sound }, at) => ({
    unit,
    sound: soundOf(samplesOf(sound).map((value) => value * (at === 0 ? 0.2 : 0.1))),
  }));
  const { samples, index } = recordedVoice(quiet);
  expect(loudness(samples)).toBeGreaterThan(-17.5);
  expect(loudness(samples)).toBeLessThan(-14.5);
  expect(samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0)).toBeLessThan(0.9);
  expect(Object.keys(index)).toEqual(quiet.map(({ unit }) => unit));
  expect(recordedVoice([]).samples).toHaveLength(0);
});
