// Makes the shipped voices: one Ogg/Opus sprite for each and the index of its units, in renderer/voice/clips. Needs
// espeak-ng and ffmpeg (apt-get install espeak-ng ffmpeg). The same packages give the same bytes, so that
// `node build/voice.mjs` shows with `git status` whether what is shipped is what is made. `--out <folder>` puts them elsewhere.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loudness } from '../shared/domain/voice/loudness.ts';
import { root } from './tools.mjs';
import { englishUnits, vietnameseUnits } from './voice-units.mjs';

const voices = [
  { name: 'north', espeak: 'vi', speed: 125, units: vietnameseUnits('north') },
  { name: 'south', espeak: 'vi-vn-x-south', speed: 125, units: vietnameseUnits('south') },
  { name: 'english', espeak: 'en-us+f3', speed: 135, units: englishUnits() },
];

/** espeak-ng speaks at 22,050 samples a second; 20 ms of it are whole samples at 48,000 and one frame of Opus. */
const RATE = 22_050;
const FRAME = 441;
const SILENCE_FRAMES = 2;
/** Bytes before the samples of a WAV file of espeak-ng. */
const WAV_HEAD = 44;
const PLAYED_RATE = 48_000;
/** One gain for the whole voice, never one a clip. */
const LOUDNESS = -16;
const BITRATE = '14k';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(root, 'renderer/voice/clips') },
  },
});
mkdirSync(values.out, { recursive: true });
const temporary = mkdtempSync(join(tmpdir(), 'quay-tiep-dan-voice-'));
try {
  for (const voice of voices) make(voice);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

function make({ name, espeak, speed, units }) {
  const index = {};
  const clips = [];
  let frames = SILENCE_FRAMES;
  for (const [unit, words] of units) {
    const clip = trimmed(spoken(espeak, speed, words));
    if (clip.length < FRAME) throw new Error(`${name}: "${unit}" came out empty`);
    index[unit] = [(frames * FRAME * PLAYED_RATE) / RATE, Math.ceil((clip.length * PLAYED_RATE) / RATE)];
    clips.push({ at: frames * FRAME, clip });
    frames += Math.ceil(clip.length / FRAME) + SILENCE_FRAMES;
  }
  const track = new Float32Array(frames * FRAME);
  for (const { at, clip } of clips) track.set(clip, at);
  const raw = join(temporary, 'voice.f32');
  writeFileSync(raw, new Uint8Array(track.buffer));
  const source = ['-f', 'f32le', '-ar', String(RATE), '-ac', '1', '-i', raw];
  // latency=1: otherwise the limiter delays everything by 5 ms and cuts every tail. Its limit leaves room for what the
  // codec adds to a peak.
  const mastered = (decibel) =>
    `highpass=f=90,volume=${decibel.toFixed(2)}dB,aresample=48000,alimiter=limit=0.68:level=false:latency=1:attack=3:release=30`;
  let gain = 0;
  for (let round = 0; round < 4; round += 1) {
    const heard = ffmpeg([...source, '-af', mastered(gain), '-ar', '48000', '-f', 'f32le', '-']);
    gain += LOUDNESS - loudness(samplesOf(heard));
  }
  const filters = mastered(gain);
  const file = join(values.out, `${name}.ogg`);
  const codec = ['-c:a', 'libopus', '-b:a', BITRATE, '-application', 'voip', '-frame_duration', '20'];
  ffmpeg([
    ...source,
    '-af',
    filters,
    ...codec,
    '-map_metadata',
    '-1',
    '-fflags',
    '+bitexact',
    '-flags:a',
    '+bitexact',
    '-y',
    file,
  ]);
  // As the formatter leaves it, so that the same voice is the same file.
  const lines = Object.entries(index).map(
    ([unit, [start, length]]) => `  ${JSON.stringify(unit)}: [${start}, ${length}]`,
  );
  writeFileSync(join(values.out, `${name}.json`), `{\n${lines.join(',\n')}\n}\n`);
  const seconds = (frames * FRAME) / RATE;
  process.stdout.write(
    `${name}: ${units.size} units, ${seconds.toFixed(1)} s, ${Math.round(statSync(file).size / 1024)} KB, gain ${gain.toFixed(1)} dB\n`,
  );
}

/** 16-bit samples of one unit. The amplitude leaves room: at 100 the clips touch full scale. */
function spoken(voice, speed, words) {
  const wav = join(temporary, 'unit.wav');
  execFileSync('espeak-ng', [
    '-v',
    voice,
    '-s',
    String(speed),
    '-p',
    '50',
    '-a',
    '70',
    '-w',
    wav,
    '--',
    words,
  ]);
  const bytes = readFileSync(wav);
  if (bytes.readUInt32LE(24) !== RATE || bytes.readUInt16LE(34) !== 16)
    throw new Error(`${voice}: not 16 bit at ${RATE}`);
  const heard = new Int16Array(bytes.buffer, bytes.byteOffset + WAV_HEAD, (bytes.length - WAV_HEAD) >> 1);
  return Float32Array.from(heard, (value) => value / 32_768);
}

/** Without the silence around it, with edges that come and go in 6 and 10 ms. */
function trimmed(samples) {
  const heard = (value) => Math.abs(value) > 0.004;
  const first = samples.findIndex(heard);
  if (first === -1) return samples.subarray(0, 0);
  const last = samples.findLastIndex(heard);
  const clip = samples.slice(Math.max(0, first - 132), Math.min(samples.length, last + 160));
  fade(clip, Math.round(0.006 * RATE), (at) => at);
  fade(clip, Math.round(0.01 * RATE), (at) => clip.length - 1 - at);
  return clip;
}

function fade(clip, length, where) {
  for (let at = 0; at < Math.min(length, clip.length); at += 1)
    clip[where(at)] *= 0.5 - 0.5 * Math.cos((Math.PI * at) / length);
}

function ffmpeg(args) {
  return execFileSync('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-nostdin', ...args], {
    maxBuffer: 2 ** 28,
  });
}

function samplesOf(bytes) {
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}
