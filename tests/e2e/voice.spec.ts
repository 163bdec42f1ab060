import { announcement, announcementMs } from '#shared/domain/voice/announcement.ts';
import { SAMPLE_RATE } from '#shared/domain/voice/join-clips.ts';
import { defaultVoice, type VoiceSettings } from '#shared/domain/voice/settings.ts';
import { vi } from '#shared/text/vi.ts';
import { hasProgram, shippedIndex, shippedVoice } from '#tests/support/shipped-voices.ts';
import type { BrowserContext, Page } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { expect, test, type RunningHost } from './desk-test.ts';
import { glance } from './look.ts';

/** One announcement: when it was begun, in the page's milliseconds, and what was played. */
type Played = { readonly at: number; readonly samples: Float32Array };

async function ask<T>(host: RunningHost, method: string, input: unknown = {}): Promise<T> {
  const reply = (await host.call(method, input)) as { ok: boolean; value: T };
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply)}`);
  return reply.value;
}

type Fixtures = {
  host: RunningHost;
  context: BrowserContext;
  openWindow: (name: 'display', query?: string, before?: (page: Page) => Promise<unknown>) => Promise<Page>;
};

/** Lets a page note what it plays; before it is opened. */
function noteSounds(wall: Page): Promise<unknown> {
  return wall.addInitScript(() => {
    const notes: Played[] = [];
    Object.assign(window, { played: notes });
    const resume = AudioContext.prototype.resume;
    AudioContext.prototype.resume = function () {
      console.debug('asked to sound');
      return resume.call(this);
    };
    const start = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function (...when: []) {
      notes.push({
        at: performance.now(),
        samples: this.buffer?.getChannelData(0).slice() ?? new Float32Array(),
      });
      start.apply(this, when);
    };
  });
}

/** An office whose counters have people waiting, and its wall that notes what it plays. */
async function hall(
  { host, context, openWindow }: Fixtures,
  { times = 1, before }: { times?: 1 | 2; before?: (wall: Page) => Promise<unknown> } = {},
) {
  const voice: VoiceSettings = { ...defaultVoice, on: true, times, chime: false };
  const { counters } = await ask<{ counters: { id: string }[] }>(host, 'office.set-up', {
    name: 'Công an phường Bình Minh',
    code: 'BINHMINH',
    receivingLevel: 'Công an tỉnh Lam Giang',
    counters: ['Quầy 1', 'Hộ tịch – Cư trú'],
    settings: { voice },
  });
  const businessDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
  await ask(host, 'day.open', { businessDay });
  for (let issued = 0; issued < 4; issued += 1)
    await ask(host, 'ticket.issue', { requests: [{ procedure: 'level-2', subject: 'citizen' }] });
  // All that a test looks for in a page counts as a touch to the browser: nothing may, until the page has asked to sound.
  const asked = context.waitForEvent('console', (message) => message.text() === 'asked to sound');
  const wall = await openWindow('display', '', async (opening) => {
    await noteSounds(opening);
    await before?.(opening);
  });
  await asked;
  const at = (counter: number) => ({ counterId: counters[counter]?.id });
  const callNext = (counter: number) => ask<{ id: string }>(host, 'ticket.call-next', at(counter));
  return { wall, voice, callNext, at };
}

const played = (wall: Page) => wall.evaluate(() => (window as unknown as { played: Played[] }).played);
const count = (wall: Page) => wall.evaluate(() => (window as unknown as { played: Played[] }).played.length);
const big = (wall: Page) => wall.locator('section[aria-live]');
const sound = (wall: Page) => wall.getByRole('img', { name: vi.wall.voice.on });

test(
  'the wall asks for one touch, then says each call to its end, as long as was reckoned to the sample',
  { tag: '@slow' },
  async ({ host, context, openWindow }) => {
    const { wall, voice, callNext } = await hall({ host, context, openWindow });
    await expect(wall.getByRole('alert')).toHaveText(vi.wall.voice.problem.touch);
    const silent = async () => (await ask<{ why: string }[]>(host, 'voice.silent')).map(({ why }) => why);
    await expect.poll(silent).toEqual(['touch']);
    expect(await axeFaults(wall)).toEqual([]);
    await glance(wall, 'wall-touch');
    await wall.mouse.click(400, 400);
    await expect(sound(wall)).toBeVisible();
    await expect(wall.getByRole('alert')).toHaveCount(0);
    await expect.poll(silent).toEqual([]);

    await callNext(0);
    await callNext(1);
    await expect.poll(() => count(wall)).toBe(1);
    await expect(big(wall)).toContainText('A001');
    await expect.poll(() => count(wall)).toBe(2);
    await expect(big(wall)).toContainText('A002');
    const [one, two] = await played(wall);
    const calls = [
      { number: 'A001', counter: 'Quầy 1' },
      { number: 'A002', counter: 'Hộ tịch – Cư trú' },
    ];
    const indexes = { own: shippedIndex('north'), english: null };
    const reckoned = calls.map((call) => announcementMs(call, voice, indexes));
    expect([one, two].map((each) => each?.samples.length)).toEqual(
      reckoned.map((milliseconds) => Math.round((milliseconds * SAMPLE_RATE) / 1000)),
    );
    expect((two?.at ?? 0) - (one?.at ?? 0)).toBeGreaterThanOrEqual(reckoned[0] ?? Infinity);

    // The decoder of ffmpeg is not that of the browser: alike, not equal.
    if (!hasProgram('ffmpeg')) return;
    const voices = { own: shippedVoice('north'), english: null };
    const expected = calls.map((call) => announcement(call, voice, voices));
    for (const [at, samples] of expected.entries())
      expect(
        likeness(samples, [one, two][at]?.samples ?? new Float32Array()),
        calls[at]?.number,
      ).toBeGreaterThan(0.95);
  },
);

/** 1 for the same sound, about 0 for any other of that length. */
function likeness(one: Float32Array, other: Float32Array): number {
  let [both, ones, others] = [0, 0, 0];
  one.forEach((value, at) => {
    const second = other[at] ?? 0;
    both += value * second;
    ones += value * value;
    others += second * second;
  });
  return both / Math.sqrt(ones * others);
}

test(
  'a number called again is said again, one taken back before its turn is not, and switching off silences the wall',
  { tag: '@slow' },
  async ({ host, context, openWindow }) => {
    // Said twice: there is time to take back the next one, on a slow PC too.
    const { wall, voice, callNext, at } = await hall({ host, context, openWindow }, { times: 2 });
    await wall.mouse.click(400, 400);
    await expect(sound(wall)).toBeVisible();
    const first = await callNext(0);
    await expect.poll(() => count(wall)).toBe(1);
    const second = await callNext(1);
    await ask(host, 'ticket.undo', { ticketId: second.id, ...at(1) });
    await ask(host, 'ticket.recall', { ticketId: first.id, ...at(0) });
    await expect.poll(() => count(wall)).toBe(2);
    const [one, two] = await played(wall);
    // Of hundreds of thousands of samples nobody wants the differences told.
    expect(two?.samples.length).toBe(one?.samples.length);
    expect(two?.samples.every((sample, index) => sample === one?.samples[index])).toBe(true);
    await expect(big(wall)).toContainText('A001');

    await ask(host, 'device.set-settings', { voice: { ...voice, on: false } });
    await expect(sound(wall)).toHaveCount(0);
  },
);

/** The voice of a system, which comes late and ends a sentence when the test says so. */
function bringVoice(wall: Page): Promise<unknown> {
  return wall.addInitScript(() => {
    const said: string[] = [];
    let voices: object[] = [];
    let last = new EventTarget();
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => voices,
      resume: () => undefined,
      cancel: () => undefined,
      speak(sentence: EventTarget & { text: string }) {
        said.push(sentence.text);
        last = sentence;
        sentence.dispatchEvent(new Event('start'));
      },
    });
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    Object.assign(window, {
      SpeechSynthesisUtterance: class extends EventTarget {
        readonly text: string;
        constructor(text: string) {
          super();
          this.text = text;
        }
      },
      read: said,
      end: () => last.dispatchEvent(new Event('end')),
      install() {
        voices = [{ name: 'Microsoft An', lang: 'vi-VN', localService: true }];
        speech.dispatchEvent(new Event('voiceschanged'));
      },
    });
  });
}

test(
  'a wall that is set from the main PC reads with the voice of its system, and the next call waits for the end',
  { tag: '@slow' },
  async ({ host, context, openWindow }) => {
    const { wall, voice, callNext } = await hall({ host, context, openWindow }, { before: bringVoice });
    const [pc] = await ask<{ deviceId: string }[]>(host, 'voice.speakers');
    await ask(host, 'device.set-voice', { deviceId: pc?.deviceId, voice: { ...voice, speaker: 'local' } });
    await wall.mouse.click(400, 400);
    await expect(sound(wall)).toBeVisible();
    const told = async () => {
      const [{ sound: how, hasLocal } = {}] = await ask<{ sound?: string; hasLocal?: boolean }[]>(
        host,
        'voice.speakers',
      );
      return [how, hasLocal];
    };
    await expect.poll(told).toEqual(['ready', false]);
    await wall.evaluate(() => (window as unknown as { install: () => void }).install());
    await expect.poll(told).toEqual(['ready', true]);

    const read = () => wall.evaluate(() => (window as unknown as { read: string[] }).read);
    await callNext(0);
    await callNext(1);
    await expect.poll(read).toEqual(['A không không một, mời đến quầy số một']);
    await expect(big(wall)).toContainText('A001');
    await wall.evaluate(() => (window as unknown as { end: () => void }).end());
    await expect(big(wall)).toContainText('A002');
    await expect.poll(read).toEqual([expect.any(String), 'A không không hai, mời đến hộ tịch cư trú']);
    expect(await count(wall)).toBe(0);
  },
);

test('of two walls of one PC only one speaks, and the other goes on when it is closed', async ({
  host,
  context,
  openWindow,
}) => {
  const { wall, callNext } = await hall({ host, context, openWindow });
  await wall.mouse.click(400, 400);
  await expect(sound(wall)).toBeVisible();
  const other = await openWindow('display');
  await callNext(0);
  await expect(big(other)).toContainText('A001');
  await expect.poll(() => count(wall)).toBe(1);
  await expect(sound(other)).toHaveCount(0);
  await wall.close();
  await other.mouse.click(400, 400);
  await expect(sound(other)).toBeVisible();
});
