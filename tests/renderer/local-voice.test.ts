import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLocalVoice, patienceMs } from '#renderer/voice/local-voice.ts';
import { readAloud, readAloudMs } from '#renderer/voice/read-aloud.ts';
import type { ReadPart } from '#shared/domain/voice/announcement.ts';
import { SAMPLE_RATE } from '#shared/domain/voice/join-clips.ts';

type Voice = { readonly name: string; readonly lang: string; readonly localService: boolean };
const AN: Voice = { name: 'Microsoft An', lang: 'vi-VN', localService: true };
const ONLINE: Voice = { name: 'HoaiMy Online', lang: 'vi-VN', localService: false };
const DAVID: Voice = { name: 'Microsoft David', lang: 'en-US', localService: true };

class Sentence extends EventTarget {
  readonly text: string;
  voice: Voice | null = null;
  volume = 1;
  constructor(text: string) {
    super();
    this.text = text;
  }
}

/** What a browser does with a sentence, of what it may do. */
type Manner = 'says it' | 'never begins' | 'never ends' | 'fails' | 'breaks off';
const TAKES_MS = 3000;

/** The speech of a browser, one sentence after another. */
class Speech extends EventTarget {
  voices: readonly Voice[] = [];
  manner: Manner = 'says it';
  readonly begun: string[] = [];
  #cancelled = 0;
  getVoices = (): readonly Voice[] => this.voices;
  resume = (): void => {};
  cancel(): void {
    this.#cancelled += 1;
  }
  speak(sentence: Sentence): void {
    const round = this.#cancelled;
    const later = (ms: number, what: 'start' | 'end' | 'error') =>
      void setTimeout(() => {
        if (round !== this.#cancelled) return;
        if (what === 'start') this.begun.push(`${sentence.voice?.name}: ${sentence.text}`);
        sentence.dispatchEvent(new Event(what));
      }, ms);
    if (this.manner === 'never begins') return;
    if (this.manner === 'fails') return later(50, 'error');
    later(200, 'start');
    if (this.manner === 'breaks off') later(900, 'error');
    if (this.manner === 'says it') later(TAKES_MS, 'end');
  }
  tell(voices: readonly Voice[]): void {
    this.voices = voices;
    this.dispatchEvent(new Event('voiceschanged'));
  }
}

let speech: Speech;
beforeEach(() => {
  vi.useFakeTimers();
  speech = new Speech();
  vi.stubGlobal('speechSynthesis', speech);
  vi.stubGlobal('SpeechSynthesisUtterance', Sentence);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const TEXT = 'A không bốn bảy, mời đến quầy số hai';
const clip = new Float32Array(SAMPLE_RATE);
const call: readonly ReadPart[] = [{ text: TEXT, instead: clip }];

/** A window that speaks: what it played with clips, and when which call was over. */
function speaking() {
  const voice = openLocalVoice();
  const played: Float32Array[] = [];
  const over: string[] = [];
  const reader = readAloud(voice, (sound) => played.push(sound));
  return { voice, played, over, reader, say: (name: string) => reader.say(call, 0.5, () => over.push(name)) };
}

test('only a Vietnamese voice of the system itself speaks, whenever the browser tells of it', () => {
  const { voice } = speaking();
  let changes = 0;
  voice.listen(() => (changes += 1));
  expect(voice.name()).toBeNull();
  speech.tell([DAVID, ONLINE]);
  expect(voice.name()).toBeNull();
  speech.tell([DAVID, ONLINE, AN]);
  expect(voice.name()).toBe('Microsoft An');
  expect(changes).toBe(2);
  speech.tell([{ ...AN, lang: 'vi_VN' }]);
  expect(voice.name()).toBe('Microsoft An');
  speech.tell([DAVID, ONLINE]);
  expect(voice.name()).toBeNull();
});

test('a browser that never says that its voices have come is looked at again', () => {
  const { voice } = speaking();
  let changes = 0;
  voice.listen(() => (changes += 1));
  speech.voices = [AN];
  vi.advanceTimersByTime(2000);
  expect([changes, voice.name()]).toEqual([1, 'Microsoft An']);
});

test('calls are read to their end, one after another, and the end is told', async () => {
  speech.voices = [AN];
  const { say, over, played } = speaking();
  say('one');
  say('two');
  await vi.advanceTimersByTimeAsync(TAKES_MS - 1);
  expect(speech.begun).toEqual([`Microsoft An: ${TEXT}`]);
  expect(over).toEqual([]);
  await vi.advanceTimersByTimeAsync(300);
  expect(over).toEqual(['one']);
  expect(speech.begun).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(TAKES_MS);
  expect(over).toEqual(['one', 'two']);
  expect(played).toEqual([]);
});

test('where the end never comes, the call is over in the time that was allowed for it, and clips say the next', async () => {
  speech.voices = [AN];
  speech.manner = 'never ends';
  const { say, over, played, voice } = speaking();
  say('one');
  say('two');
  await vi.advanceTimersByTimeAsync(readAloudMs(call));
  expect(over[0]).toBe('one');
  expect(voice.name()).toBeNull();
  await vi.advanceTimersByTimeAsync(1000);
  // The first was heard: it is not said a second time.
  expect([over, played.length, speech.begun.length]).toEqual([['one', 'two'], 1, 1]);
  speech.manner = 'says it';
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(voice.name()).toBe('Microsoft An');
});

test.each(['fails', 'breaks off', 'never begins'] as const)(
  'a sentence that %s is said with clips, in the time that was allowed for it',
  async (manner) => {
    speech.voices = [AN];
    speech.manner = manner;
    const { say, over, played } = speaking();
    say('one');
    await vi.advanceTimersByTimeAsync(readAloudMs(call));
    expect([over, played]).toEqual([['one'], [clip]]);
  },
);

test('a voice that is taken away between two calls leaves the next to clips', async () => {
  speech.voices = [AN];
  const { say, over, played } = speaking();
  say('one');
  say('two');
  await vi.advanceTimersByTimeAsync(100);
  // No word of the browser: it is asked before each sentence.
  speech.voices = [DAVID, ONLINE];
  await vi.advanceTimersByTimeAsync(TAKES_MS + 1000);
  expect([over, played, speech.begun.length]).toEqual([['one', 'two'], [clip], 1]);
});

test('stopped, nothing more is said, and the next call is', async () => {
  speech.voices = [AN];
  const { say, over, reader, played } = speaking();
  say('one');
  say('two');
  await vi.advanceTimersByTimeAsync(500);
  reader.stop();
  say('three');
  await vi.advanceTimersByTimeAsync(TAKES_MS + 300);
  expect([over, speech.begun.length, played]).toEqual([['three'], 2, []]);
});

test('a browser without speech has no such voice', async () => {
  vi.stubGlobal('speechSynthesis', undefined);
  const { voice, say, played } = speaking();
  expect(voice.name()).toBeNull();
  say('one');
  await vi.advanceTimersByTimeAsync(1000);
  expect(played).toEqual([clip]);
  expect(patienceMs(TEXT)).toBeLessThan(15_000);
});
