import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Clips } from '#shared/domain/voice/join-clips.ts';

const folder = fileURLToPath(new URL('../../renderer/voice/clips/', import.meta.url));

/** Whether a program is on this machine; `npm test` goes without it where it is not. */
export function hasProgram(name: string): boolean {
  return spawnSync(name, ['-version']).error === undefined;
}

/** Samples of a sound file, one channel at 48,000 a second, as ffmpeg decodes them. */
export function decoded(file: string): Float32Array {
  const bytes = execFileSync(
    'ffmpeg',
    ['-loglevel', 'error', '-nostdin', '-i', file, '-ac', '1', '-ar', '48000', '-f', 'f32le', '-'],
    { maxBuffer: 2 ** 28 },
  );
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

const clipIndex = z.record(z.string(), z.tuple([z.int().min(0), z.int().min(1)]));

export function shippedIndex(voice: string): Clips['index'] {
  return clipIndex.parse(JSON.parse(readFileSync(`${folder}${voice}.json`, 'utf8')));
}

/** A shipped voice as the announcer has it. */
export function shippedVoice(voice: string): Clips {
  return { index: shippedIndex(voice), samples: decoded(`${folder}${voice}.ogg`) };
}
