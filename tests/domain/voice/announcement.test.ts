import { expect, test } from 'vitest';
import { announcement, announcementMs, readAnnouncement } from '#shared/domain/voice/announcement.ts';
import { CHIME_SAMPLES, joinClips, SAMPLE_RATE, type Clips } from '#shared/domain/voice/join-clips.ts';
import {
  defaultVoice,
  isFreshCall,
  isQuietTime,
  quietHours,
  writtenQuiet,
} from '#shared/domain/voice/settings.ts';
import { sampleCall } from '#shared/domain/voice/units.ts';
import { englishUnits, vietnameseUnits } from '../../../build/voice-units.mjs';

/** A voice whose clips all last a tenth of a second. */
function evenVoice(units: Iterable<string>, value: number): Clips {
  const length = SAMPLE_RATE / 10;
  const index = Object.fromEntries(
    [...units].map((unit, at) => [unit, [at * length, length] as [number, number]]),
  );
  return { index, samples: new Float32Array(Object.keys(index).length * length).fill(value) };
}
const own = evenVoice(vietnameseUnits('north').keys(), 0.5);
const english = evenVoice(englishUnits().keys(), 0.3);
const call = { number: 'A007', counter: 'Quầy 2' };
const seconds = (samples: Float32Array): number => samples.length / SAMPLE_RATE;
/** Seconds in which a voice is heard; the softened 2 ms at each end of a clip (4 % of it) are another value. */
const part = (samples: Float32Array, value: number): number =>
  samples.reduce((count, one) => count + (one === value ? 1 : 0), 0) / SAMPLE_RATE / 0.96;

test('the sample call needs six units of a voice and is said with them as any call is', () => {
  const said = sampleCall('north');
  const needed = [...new Set(said.map(({ unit }) => unit))];
  expect(needed).toEqual(['A', 'không', 'bốn', 'bảy', 'mời đến quầy số', 'hai']);
  const heard = joinClips([{ clips: evenVoice(needed, 0.5), said }]);
  const once = { ...defaultVoice, chime: false, times: 1 };
  const as = announcement({ number: 'A047', counter: 'Quầy 2' }, once, { own, english: null });
  expect(heard.length).toBe(as.length);
  expect(part(heard, 0.5)).toBeCloseTo(part(as, 0.5));
});

test('said once, twice, with a chime and in English: as long as was said before it was joined', () => {
  const voices = { own, english };
  const indexes = { own: own.index, english: english.index };
  const once = { ...defaultVoice, chime: false, times: 1 };
  for (const settings of [
    once,
    { ...once, times: 2 },
    { ...once, chime: true },
    { ...once, english: true },
    defaultVoice,
  ]) {
    const samples = announcement(call, settings, voices);
    expect(announcementMs(call, settings, indexes)).toBeCloseTo(seconds(samples) * 1000, 6);
  }
  // A, three digits, "mời đến quầy số", hai.
  expect(part(announcement(call, once, voices), 0.5)).toBeCloseTo(0.6, 3);
  expect(part(announcement(call, { ...once, times: 2 }, voices), 0.5)).toBeCloseTo(1.3, 3);
  expect(part(announcement(call, once, voices), Math.fround(0.3))).toBe(0);
  expect(
    part(announcement(call, { ...once, english: true, times: 2 }, voices), Math.fround(0.3)),
  ).toBeCloseTo(2 * 0.7, 6);
  const withChime = announcement(call, { ...once, chime: true }, voices);
  expect(withChime.length - announcement(call, once, voices).length).toBe(CHIME_SAMPLES);
});

test('in quiet hours nothing is said, over midnight too', () => {
  const settings = {
    quiet: [
      { from: '11:30', to: '13:00' },
      { from: '17:00', to: '07:30' },
    ],
  };
  const quiet = [
    '11:29',
    '11:30',
    '12:59',
    '13:00',
    '16:59',
    '17:00',
    '23:59',
    '00:00',
    '07:29',
    '07:30',
  ].filter((time) => isQuietTime(settings, time));
  expect(quiet).toEqual(['11:30', '12:59', '17:00', '23:59', '00:00', '07:29']);
});

test('a call of two minutes ago is not said any more', () => {
  const called = Date.parse('2026-11-20T01:00:00.000Z');
  expect(isFreshCall(called, called + 119_999)).toBe(true);
  expect(isFreshCall(called, called + 120_000)).toBe(false);
});

test('quiet hours are read as people write them', () => {
  const quiet = [
    { from: '11:30', to: '13:00' },
    { from: '17:00', to: '07:30' },
  ];
  expect(quietHours('11:30–13:00, 17h00 - 7:30')).toEqual(quiet);
  expect(quietHours(writtenQuiet(quiet))).toEqual(quiet);
  expect(quietHours(' ')).toEqual([]);
  for (const wrong of ['trưa', '25:00–26:00', '11:30', '1:00-2:00,2:00-3:00,3:00-4:00,4:00-5:00,5:00-6:00'])
    expect(quietHours(wrong), wrong).toBeNull();
});

test('for a voice that reads text every name is a sentence, with chime and English between, and clips stand by', () => {
  const settings = { ...defaultVoice, english: true, times: 2 };
  const voices = { own, english };
  const parts = readAnnouncement({ number: 'A047', counter: 'Phường Xoài 2' }, settings, voices);
  expect(parts.map((part) => ('text' in part ? part.text : 'play'))).toEqual([
    'play',
    'A không bốn bảy, mời đến phường xoài hai',
    'play',
    'xin nhắc lại, A không bốn bảy, mời đến phường xoài hai',
    'play',
  ]);
  const sounds = parts.map((part) => ('text' in part ? part.instead : part.play));
  const whole = announcement({ number: 'A047', counter: 'Phường Xoài 2' }, settings, voices);
  expect(sounds.reduce((sum, { length }) => sum + length, 0)).toBe(whole.length);
});
