import { SAMPLE_RATE } from './join-clips.ts';
import { highPass } from './loudness.ts';
import { distance, features } from './sounds.ts';

/** Why a take is not kept. `cut`: the word has no silence before or after it. `unlike`: not said as the first time. */
type TakeFault = 'silent' | 'quiet' | 'clipped' | 'noisy' | 'cut' | 'short' | 'long' | 'unlike' | 'other';

/** A word out of a recording, or why it is none. */
type Take =
  | { readonly ok: true; readonly samples: Float32Array }
  | { readonly ok: false; readonly fault: TakeFault };

/** What a take is compared by. */
type Heard = ReturnType<typeof features>;

const FRAME = SAMPLE_RATE / 100;
/** Of a recording, before and after the keys that began and ended it: their clicks are not the word. */
const KEY_BEFORE = 0.15 * SAMPLE_RATE;
const KEY_AFTER = 0.1 * SAMPLE_RATE;
/** Frames: a word begins and ends softer than it is found, and pauses within a phrase are short. */
const SOFT_BEFORE = 4;
const SOFT_AFTER = 7;
const PAUSE = 30;
/** A click, and a word. */
const CLICK = 4;
const SHORTEST = 8;

/** Decibels of full scale, but for the two of clipping. */
const NOTHING = -54;
const TOO_QUIET = -42;
const OVER_NOISE = 20;
const WORD_RANGE = 34;
const OVER_FLOOR = 9;
const FULL = 0.985;
const FULL_SAMPLES = 6;

/** Cuts one spoken unit of so many words out of a recording (one channel, 48,000 a second), unless something is wrong with it. */
function judgeTake(recorded: Float32Array, words: number): Take {
  const between = recorded.subarray(KEY_BEFORE, Math.max(KEY_BEFORE, recorded.length - KEY_AFTER));
  const sound = highPass(between);
  const levels = frameLevels(sound);
  const loudest = Math.max(...levels.map((_, at) => mean(levels.slice(at, at + 5))), NOTHING - 1);
  if (loudest < NOTHING) return fault('silent');
  if (between.filter((value) => Math.abs(value) >= FULL).length >= FULL_SAMPLES) return fault('clipped');
  if (loudest < TOO_QUIET) return fault('quiet');
  const floor = levels.toSorted((a, b) => a - b)[Math.floor(levels.length / 10)] ?? loudest;
  const word = loudestRun(levels, Math.max(floor + OVER_FLOOR, loudest - WORD_RANGE));
  if (word === undefined || loudest - floor < OVER_NOISE) return fault('noisy');
  if (word.from < 2 || word.to > levels.length - 2) return fault('cut');
  const frames = word.to - word.from;
  if (frames < SHORTEST) return fault('short');
  if (frames > 60 + 50 * words) return fault('long');
  const from = Math.max(0, word.from - SOFT_BEFORE) * FRAME;
  return { ok: true, samples: sound.slice(from, (word.to + SOFT_AFTER) * FRAME) };
}

function fault(one: TakeFault): Take {
  return { ok: false, fault: one };
}

/** Decibels of each whole hundredth of a second. */
function frameLevels(sound: Float32Array): number[] {
  return Array.from({ length: Math.floor(sound.length / FRAME) }, (_, at) => {
    let sum = 0;
    for (const value of sound.subarray(at * FRAME, (at + 1) * FRAME)) sum += value * value;
    return 10 * Math.log10(sum / FRAME + 1e-10);
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The frames above a level that hold most of the sound, pauses within them included; a click is too short to count. */
function loudestRun(levels: readonly number[], above: number): { from: number; to: number } | undefined {
  const runs: { from: number; to: number }[] = [];
  let from = -1;
  for (let at = 0; at <= levels.length; at += 1) {
    const isHeard = at < levels.length && (levels[at] ?? 0) > above;
    if (isHeard && from < 0) from = at;
    if (isHeard || from < 0) continue;
    const before = runs.at(-1);
    if (before !== undefined && from - before.to < PAUSE) before.to = at;
    else runs.push({ from, to: at });
    from = -1;
  }
  const power = (run: { from: number; to: number }) =>
    levels.slice(run.from, run.to).reduce((sum, level) => sum + 10 ** (level / 10), 0);
  return runs.filter((run) => run.to - run.from >= CLICK).toSorted((a, b) => power(b) - power(a))[0];
}

/** How far two takes of a word by one speaker may lie apart; other words mostly lie at 2 and more. */
const APART = 1.6;
const LENGTHS_APART = 1.5;
/** Some letters sound alike (dê, giê): only what is clearly nearer to another unit than to its twin is taken for it. */
const CLEARLY = 0.6;

/** A unit as it was said, and what it is compared by. */
export type Said = { readonly samples: Float32Array; readonly heard: Heard };

export function asSaid(samples: Float32Array): Said {
  return { samples, heard: features(samples) };
}

/** How far a unit is recorded: it is said twice. `fault` is what was wrong with the latest time. */
export type Recorded = {
  readonly first: Said | null;
  readonly second: Said | null;
  readonly fault: TakeFault | null;
};

export const nothingRecorded: Recorded = { first: null, second: null, fault: null };

/**
 * Takes in one recording of a unit of so many words. The second time is compared with the first and with the other units as
 * they were kept; where it is another word than the first time, both begin anew.
 */
export function record(
  before: Recorded,
  recording: Float32Array,
  words: number,
  others: () => Iterable<Said>,
): Recorded {
  const start = before.second === null ? before : nothingRecorded;
  const take = judgeTake(recording, words);
  if (!take.ok) return { ...start, fault: take.fault };
  const said = asSaid(take.samples);
  if (start.first === null) return { first: said, second: null, fault: null };
  const unlike = compare(said.heard, start.first.heard, others());
  return unlike === undefined
    ? { first: start.first, second: said, fault: null }
    : { ...nothingRecorded, fault: unlike };
}

function compare(second: Heard, first: Heard, others: Iterable<Said>): 'unlike' | 'other' | undefined {
  const apart = distance(second, first);
  const lengths = second.length / first.length;
  if (apart > APART || Math.max(lengths, 1 / lengths) > LENGTHS_APART) return 'unlike';
  for (const { heard } of others) if (distance(second, heard) < apart * CLEARLY) return 'other';
  return undefined;
}
