import { SAMPLE_RATE } from '#shared/domain/voice/join-clips.ts';

/**
 * Loudness of a whole recording in LUFS (ITU-R BS.1770-4: weighted, 400 ms blocks every 100 ms, gates at −70 and −10);
 * −Infinity for silence.
 */
export function loudness(samples: Float32Array): number {
  const weighted = weigh(samples);
  const step = 0.1 * SAMPLE_RATE;
  const tenths: number[] = [];
  for (let from = 0; from + step <= weighted.length; from += step) {
    let sum = 0;
    for (let at = from; at < from + step; at += 1) sum += (weighted[at] ?? 0) ** 2;
    tenths.push(sum / step);
  }
  const powers = tenths.slice(3).map((_, at) => mean(tenths.slice(at, at + 4)));
  const loud = powers.filter((power) => inLufs(power) >= -70);
  const gate = inLufs(mean(loud)) - 10;
  return inLufs(mean(loud.filter((power) => inLufs(power) >= gate)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function inLufs(power: number): number {
  return power > 0 ? -0.691 + 10 * Math.log10(power) : -Infinity;
}

/** The two filters of BS.1770 for 48 kHz: the shelf of the head and the high pass. */
function weigh(samples: Float32Array): Float64Array {
  const shelf: Coefficients = [
    1.535_124_859_586_97, -2.691_696_189_406_38, 1.198_392_810_852_85, -1.690_659_293_182_41,
    0.732_480_774_215_85,
  ];
  const pass: Coefficients = [1, -2, 1, -1.990_047_454_833_98, 0.990_072_250_366_21];
  return filter(filter(new Float64Array(samples), shelf), pass);
}

/** A recording without what lies below the voice: hum, steps and the offset of a cheap microphone. */
export function highPass(samples: Float32Array): Float32Array {
  const turn = (2 * Math.PI * 90) / SAMPLE_RATE;
  const width = Math.sin(turn) / Math.SQRT2;
  const edge = (1 + Math.cos(turn)) / 2;
  const whole = 1 + width;
  const coefficients: Coefficients = [
    edge / whole,
    (-2 * edge) / whole,
    edge / whole,
    (-2 * Math.cos(turn)) / whole,
    (1 - width) / whole,
  ];
  return new Float32Array(filter(new Float64Array(samples), coefficients));
}

/** Of a filter of the second order: what it takes of the input and gives back of its output. */
type Coefficients = readonly [b0: number, b1: number, b2: number, a1: number, a2: number];

function filter(input: Float64Array, [b0, b1, b2, a1, a2]: Coefficients): Float64Array {
  const output = new Float64Array(input.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let at = 0; at < input.length; at += 1) {
    const x = input[at] ?? 0;
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    output[at] = y;
  }
  return output;
}
