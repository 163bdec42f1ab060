import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type TestContext } from 'vitest';
import {
  chime,
  CHIME_SAMPLES,
  joinClips,
  joinedLength,
  SAMPLE_RATE,
  type Clips,
} from '#shared/domain/voice/join-clips.ts';
import { loudness } from '#shared/domain/voice/loudness.ts';
import { sayCall } from '#shared/domain/voice/say-call.ts';
import { englishUnits, vietnameseUnits } from '../../../build/voice-units.mjs';
import { hasProgram, shippedIndex, shippedVoice } from '#tests/support/shipped-voices.ts';

const units = { north: vietnameseUnits('north'), south: vietnameseUnits('south'), english: englishUnits() };
type Voice = keyof typeof units;
const VOICES: readonly Voice[] = ['north', 'south', 'english'];

const opened = new Map<Voice, Clips>();
function clips(voice: Voice, { skip }: TestContext): Clips {
  if (!hasProgram('ffmpeg'))
    skip('ffmpeg is not on this machine, so the shipped voices cannot be decoded here');
  const known = opened.get(voice) ?? shippedVoice(voice);
  opened.set(voice, known);
  return known;
}

const unitOf = ({ index, samples }: Clips, unit: string): Float32Array => {
  const [start, length] = index[unit] ?? [0, 0];
  return samples.subarray(start, start + length);
};
const peak = (samples: Float32Array): number =>
  samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
const decibels = (value: number): number => 20 * Math.log10(value);
/** Of the loudest tenth of a second. */
function power(samples: Float32Array): number {
  const step = 0.02 * SAMPLE_RATE;
  const sums: number[] = [];
  for (let from = 0; from < samples.length; from += step) {
    let sum = 0;
    for (const one of samples.subarray(from, from + step)) sum += one * one;
    sums.push(sum / step);
  }
  const tenths = sums.map((_, at) => sums.slice(at, at + 5).reduce((sum, one) => sum + one, 0) / 5);
  return 10 * Math.log10(Math.max(...tenths));
}

test('the shipped voices together are smaller than 600 KB, and each holds exactly its units', () => {
  const folder = fileURLToPath(new URL('../../../renderer/voice/clips/', import.meta.url));
  const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(`${folder}${file}`).size, 0);
  expect(bytes).toBeLessThan(600_000);
  for (const voice of VOICES)
    expect(Object.keys(shippedIndex(voice)).toSorted()).toEqual([...units[voice].keys()].toSorted());
});

test.for(VOICES)(
  '%s: every clip lasts as long as a word, begins at once and has quiet edges',
  (voice, context) => {
    const known = clips(voice, context);
    const faults: string[] = [];
    for (const unit of Object.keys(known.index)) {
      const heard = unitOf(known, unit);
      const seconds = heard.length / SAMPLE_RATE;
      const words = units[voice].get(unit)?.split(' ').length ?? 1;
      if (seconds < 0.1 || seconds > 0.45 + 0.5 * words) faults.push(`${unit} lasts ${seconds.toFixed(2)} s`);
      const edge = 0.002 * SAMPLE_RATE;
      if (Math.max(peak(heard.subarray(0, edge)), peak(heard.subarray(-edge))) > 0.1)
        faults.push(`${unit} has loud edges`);
      const lead = heard.findIndex((one) => Math.abs(one) > 0.004) / SAMPLE_RATE;
      if (lead > 0.015) faults.push(`${unit} begins after ${Math.round(lead * 1000)} ms`);
    }
    expect(faults).toEqual([]);
  },
);

test.for(VOICES)(
  '%s is as loud as speech in a hall, never clipped, and no word falls behind',
  (voice, context) => {
    const known = clips(voice, context);
    expect(loudness(known.samples)).toBeGreaterThan(-17.5);
    expect(loudness(known.samples)).toBeLessThan(-14.5);
    expect(decibels(peak(known.samples))).toBeLessThan(-1);
    const loud = Object.keys(known.index).map((unit) => power(unitOf(known, unit)));
    const middle = loud.toSorted((a, b) => a - b)[loud.length >> 1] ?? 0;
    const quiet = Object.keys(known.index).filter((_, at) => Math.abs((loud[at] ?? 0) - middle) > 6);
    expect(quiet).toEqual([]);
  },
);

test('a call is joined to the sample, without a step between its clips', (context) => {
  const known = clips('north', context);
  const has = (unit: string) => known.index[unit] !== undefined;
  const manner = { voice: 'north', numbers: 'digits', sentence: 'plain' } as const;
  const said = sayCall({ number: 'A007', counter: 'Quầy 2' }, manner, has);
  const joined = joinClips([{ clips: known, said }]);
  const spoken = said.reduce((sum, { unit, gap }) => sum + (known.index[unit]?.[1] ?? 0) + gap * 48, 0);
  expect(joined.length).toBe(spoken);
  expect(joinedLength([{ index: known.index, said }])).toBe(spoken);
  let at = 0;
  for (const { unit, gap } of said) {
    at += known.index[unit]?.[1] ?? 0;
    expect(peak(joined.subarray(at, at + gap * 48)), unit).toBe(0);
    expect(Math.abs(joined[at - 1] ?? 0), unit).toBeLessThan(0.001);
    at += gap * 48;
  }
});

test('the chime begins and ends in silence and is no louder than the voice', () => {
  const samples = chime();
  expect(samples).toHaveLength(CHIME_SAMPLES);
  expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.001);
  expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.001);
  expect(peak(samples)).toBeGreaterThan(0.1);
  expect(peak(samples)).toBeLessThan(0.7);
});

test('loudness is measured as BS.1770 says: a tone of 997 Hz at full scale in one channel is −3.01 LUFS', () => {
  const tone = Float32Array.from({ length: 5 * SAMPLE_RATE }, (_, at) =>
    Math.sin((2 * Math.PI * 997 * at) / SAMPLE_RATE),
  );
  expect(loudness(tone)).toBeCloseTo(-3.01, 1);
  expect(loudness(tone.map((one) => one / 10))).toBeCloseTo(-23.01, 1);
  expect(loudness(new Float32Array(SAMPLE_RATE))).toBe(-Infinity);
});

test.each([
  ['a part of −69.5 LUFS counts', -61, -69.5, -63.4],
  ['one below −70 does not', -61, -70.5, -61],
  ['nor does one more than 10 below the mean of all', -20, -34, -20],
  ['one less than 10 below it counts', -20, -28, -22.4],
])('of a recording with a soft half, %s', (_what, loud, soft, expected) => {
  const half = 20 * SAMPLE_RATE;
  const samples = Float32Array.from({ length: 2 * half }, (_, at) => {
    const level = (at < half ? loud : soft) + 3.01;
    return 10 ** (level / 20) * Math.sin((2 * Math.PI * 997 * at) / SAMPLE_RATE);
  });
  expect(Math.abs(loudness(samples) - expected)).toBeLessThan(0.15);
});
