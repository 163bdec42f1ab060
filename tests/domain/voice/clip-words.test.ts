import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SAMPLE_RATE, type Clips } from '#shared/domain/voice/join-clips.ts';
import { hasProgram, shippedVoice } from '#tests/support/shipped-voices.ts';
import { distance, features, pitches } from '#shared/domain/voice/sounds.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

const TONES: Readonly<Record<string, string>> = {
  '\u0301': 'sắc',
  '\u0300': 'huyền',
  '\u0309': 'hỏi',
  '\u0303': 'ngã',
  '\u0323': 'nặng',
};

const clip = ({ index, samples }: Clips, unit: string): Float32Array => {
  const [start, length] = index[unit] ?? [0, 0];
  return samples.subarray(start, start + length);
};

test.for(['north', 'south'])('%s: words rise, stay and fall with their tones', (voice, context) => {
  if (!hasProgram('ffmpeg'))
    context.skip('ffmpeg is not on this machine, so the shipped voices cannot be decoded here');
  const clips = shippedVoice(voice);
  const rises: Record<string, number[]> = {};
  const heights: Record<string, number[]> = {};
  const words = Object.keys(clips.index).filter((one) => /^\p{Ll}+$/u.test(one));
  // Every second one is enough to tell the tones apart, and half the time.
  for (const unit of words.filter((_, at) => at % 2 === 0)) {
    const tone =
      [...unit.normalize('NFD')].map((sign) => TONES[sign]).find((one) => one !== undefined) ?? 'ngang';
    const track = pitches(clip(clips, unit));
    (rises[tone] ??= []).push(median(track.slice(-3)) / median(track.slice(0, 3)));
    (heights[tone] ??= []).push(median(track));
  }
  const rise = (tone: string): number => median(rises[tone] ?? []);
  const height = (tone: string): number => median(heights[tone] ?? []);
  const sac = rises['sắc'] ?? [];
  // One track in fifty is an octave off.
  expect(sac.filter((one) => one > 1.02).length / sac.length).toBeGreaterThan(0.95);
  expect(Math.abs(rise('ngang') - 1)).toBeLessThan(0.03);
  expect(rise('huyền')).toBeLessThan(0.96);
  expect(rise('ngã')).toBeGreaterThan(1.04);
  expect(rise('sắc')).toBeGreaterThan(1.1);
  for (const low of ['huyền', 'nặng']) expect(height(low), low).toBeLessThan(height('ngang') - 8);
});

/** Those that decide where somebody goes. */
const WORDS = 'không một hai ba bốn năm sáu bảy tám chín mười mươi mốt tư lăm'.split(' ');

test.for([
  ['north', 'vi'],
  ['south', 'vi-vn-x-south'],
] as const)('%s: every clip is the word that its key says', ([voice, engine], context) => {
  if (!hasProgram('ffmpeg'))
    context.skip('ffmpeg is not on this machine, so the shipped voices cannot be decoded here');
  if (!hasProgram('espeak-ng'))
    context.skip('espeak-ng is not on this machine, so no word can be said anew to compare');
  const clips = shippedVoice(voice);
  const folder = temporaryFolder();
  const shipped = new Map(WORDS.map((word) => [word, features(clip(clips, word))]));
  const wrong = WORDS.filter((word) => {
    const file = join(folder, 'word.wav');
    execFileSync('espeak-ng', ['-v', engine, '-s', '150', '-p', '50', '-a', '70', '-w', file, '--', word]);
    const said = features(trimmed(resampled(readFileSync(file))));
    const apart = [...shipped].map(([other, sound]) => [other, distance(said, sound)] as const);
    return apart.toSorted(([, a], [, b]) => a - b)[0]?.[0] !== word;
  });
  expect(wrong).toEqual([]);
});

function trimmed(samples: Float32Array): Float32Array {
  const heard = (one: number): boolean => Math.abs(one) > 0.004;
  return samples.subarray(samples.findIndex(heard), samples.findLastIndex(heard) + 1);
}

/** A WAV file of espeak-ng (16 bit after 44 bytes) at the rate of the clips; good enough to compare. */
function resampled(wav: Buffer): Float32Array {
  const step = wav.readUInt32LE(24) / SAMPLE_RATE;
  const count = Math.floor((wav.length - 46) / 2 / step);
  return Float32Array.from({ length: count }, (_, at) => {
    const place = Math.floor(at * step);
    const [one, next] = [wav.readInt16LE(44 + 2 * place), wav.readInt16LE(46 + 2 * place)];
    return (one + (next - one) * (at * step - place)) / 32_768;
  });
}
