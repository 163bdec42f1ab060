import { SAMPLE_RATE } from '#shared/domain/voice/join-clips.ts';

/** Pitches of a clip in hertz, every 10 ms where a voice is heard, by the correlation of the sound with itself. */
export function pitches(clip: Float32Array): number[] {
  const rate = 8000;
  const sound = decimated(clip, SAMPLE_RATE / rate);
  const window = 0.04 * rate;
  const [shortest, longest] = [rate / 300, rate / 60];
  const found: number[] = [];
  for (let from = 0; from + window + longest <= sound.length; from += 0.01 * rate) {
    const energy = product(sound, from, from, window);
    if (energy / window < 1e-4) continue;
    let [best, at] = [0, 0];
    for (let lag = Math.floor(shortest); lag <= longest; lag += 1) {
      const alike =
        product(sound, from, from + lag, window) /
        Math.sqrt(energy * product(sound, from + lag, from + lag, window) + 1e-9);
      // A multiple of the period is as alike: the shortest counts.
      if (alike > best + 0.02) [best, at] = [alike, lag];
    }
    if (best > 0.6) found.push(rate / at);
  }
  return found;
}

function product(sound: Float32Array, one: number, other: number, length: number): number {
  let sum = 0;
  for (let at = 0; at < length; at += 1) sum += (sound[one + at] ?? 0) * (sound[other + at] ?? 0);
  return sum;
}

function decimated(samples: Float32Array, by: number): Float32Array {
  return Float32Array.from({ length: Math.floor(samples.length / by) }, (_, at) => {
    let sum = 0;
    for (let of = 0; of < by; of += 1) sum += samples[at * by + of] ?? 0;
    return sum / by;
  });
}

const RATE = 16_000;
const BANDS = 24;
const SIZE = 512;

/** What a clip sounds like every 10 ms: 12 cepstra of 24 mel bands and how high the voice is. */
export function features(clip: Float32Array): number[][] {
  const sound = decimated(clip, SAMPLE_RATE / RATE);
  const tone = pitches(clip);
  const frames: number[][] = [];
  for (let from = 0; from + 400 <= sound.length; from += 160) {
    const bands = melBands(sound.subarray(from, from + 400));
    const cepstra = Array.from({ length: 12 }, (_, order) =>
      bands.reduce((sum, band, at) => sum + band * Math.cos((Math.PI * (order + 1) * (at + 0.5)) / BANDS), 0),
    );
    const pitch = tone[Math.min(tone.length - 1, Math.floor((from / sound.length) * tone.length))] ?? 100;
    frames.push([...cepstra.map((one) => one / 10), 8 * Math.log(pitch / 100)]);
  }
  return frames;
}

function melBands(frame: Float32Array): number[] {
  const power = spectrum(frame.map((one, at) => one * (0.54 - 0.46 * Math.cos((2 * Math.PI * at) / 399))));
  const mel = (hertz: number): number => 1127 * Math.log(1 + hertz / 700);
  const top = mel(7600);
  const sums = new Float64Array(BANDS);
  power.forEach((one, bin) => {
    const place = (mel((bin * RATE) / SIZE) / top) * (BANDS + 1) - 1;
    const low = Math.floor(place);
    if (low >= 0 && low < BANDS) sums[low] = (sums[low] ?? 0) + one * (1 - (place - low));
    if (low + 1 >= 0 && low + 1 < BANDS) sums[low + 1] = (sums[low + 1] ?? 0) + one * (place - low);
  });
  return [...sums].map((one) => Math.log(one + 1e-5));
}

/** Power of each frequency, by a transform of 512 points in place. */
function spectrum(frame: Float32Array): Float64Array {
  const re = new Float64Array(SIZE);
  const im = new Float64Array(SIZE);
  for (let at = 0; at < SIZE; at += 1) {
    let reversed = 0;
    for (let bit = 0; bit < 9; bit += 1) reversed |= ((at >> bit) & 1) << (8 - bit);
    re[reversed] = frame[at] ?? 0;
  }
  for (let size = 2; size <= SIZE; size *= 2)
    for (let start = 0; start < SIZE; start += size)
      for (let k = 0; k < size / 2; k += 1) {
        const angle = (-2 * Math.PI * k) / size;
        const [a, b] = [start + k, start + k + size / 2];
        const [rb, ib] = [re[b] ?? 0, im[b] ?? 0];
        const tr = rb * Math.cos(angle) - ib * Math.sin(angle);
        const ti = rb * Math.sin(angle) + ib * Math.cos(angle);
        const [ra, ia] = [re[a] ?? 0, im[a] ?? 0];
        [re[a], im[a], re[b], im[b]] = [ra + tr, ia + ti, ra - tr, ia - ti];
      }
  return Float64Array.from({ length: SIZE / 2 }, (_, at) => (re[at] ?? 0) ** 2 + (im[at] ?? 0) ** 2);
}

/** How far two sounds are apart when the slower is let run beside the faster (dynamic time warping), for each step of the way. */
export function distance(one: readonly number[][], other: readonly number[][]): number {
  let row = new Float64Array(other.length + 1).fill(Infinity);
  row[0] = 0;
  for (const frame of one) {
    const next = new Float64Array(other.length + 1).fill(Infinity);
    other.forEach((second, at) => {
      const apart = Math.sqrt(frame.reduce((sum, value, of) => sum + (value - (second[of] ?? 0)) ** 2, 0));
      next[at + 1] = apart + Math.min(row[at] ?? Infinity, row[at + 1] ?? Infinity, next[at] ?? Infinity);
    });
    row = next;
  }
  return (row[other.length] ?? Infinity) / (one.length + other.length);
}
