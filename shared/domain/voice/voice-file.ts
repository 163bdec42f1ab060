import { z } from 'zod';
import { MOST_SAMPLES, samplesOf, type RecordedUnit } from './recorded-voice.ts';
import { CORE_UNITS, missingUnits } from './units.ts';

/** What a file of a voice begins with, so that no other file is taken for one. */
const FORM = 'quay-tiep-dan-voice';
const VERSION = 1;

/** Why a file is no voice. `newer`: of a later version of the program. `damaged`: not as it was written. `unfit`: a unit that cannot be a word. */
export const VOICE_FILE_FAULTS = ['not-a-voice', 'newer', 'damaged', 'not-whole', 'unfit'] as const;
export type VoiceFileFault = (typeof VOICE_FILE_FAULTS)[number];

const voiceFile = z.object({
  form: z.literal(FORM),
  version: z.literal(VERSION),
  sha256: z.string(),
  units: z.array(z.object({ unit: z.enum(CORE_UNITS), sound: z.base64() })).max(CORE_UNITS.length),
});

/** Hexadecimal SHA-256 of a text. */
type Hash = (text: string) => Promise<string>;

/** A voice as one file. */
export async function writeVoiceFile(units: readonly RecordedUnit[], hash: Hash): Promise<string> {
  const sha256 = await hash(JSON.stringify(units));
  return JSON.stringify({ form: FORM, version: VERSION, sha256, units });
}

/** The units of a file, or what is wrong with it. */
export async function readVoiceFile(
  text: string,
  hash: Hash,
): Promise<
  | { readonly ok: true; readonly units: readonly RecordedUnit[] }
  | { readonly ok: false; readonly fault: VoiceFileFault }
> {
  const written = parsed(text);
  if (z.object({ form: z.literal(FORM), version: z.number().gt(VERSION) }).safeParse(written).success)
    return { ok: false, fault: 'newer' };
  const read = voiceFile.safeParse(written);
  if (!read.success) {
    const isVoice = z.object({ form: z.literal(FORM) }).safeParse(written).success;
    return { ok: false, fault: isVoice ? 'damaged' : 'not-a-voice' };
  }
  const { units, sha256 } = read.data;
  if ((await hash(JSON.stringify(units))) !== sha256) return { ok: false, fault: 'damaged' };
  const names = new Set(units.map(({ unit }) => unit));
  if (names.size !== units.length || missingUnits((unit) => names.has(unit)) > 0)
    return { ok: false, fault: 'not-whole' };
  if (!units.every(({ sound }) => isFit(sound))) return { ok: false, fault: 'unfit' };
  return { ok: true, units };
}

/** Shortest unit that can be a word, in samples. */
const LEAST_SAMPLES = 0.08 * 48_000;
/** Softer than this nothing is heard, whatever the gain. */
const LEAST_PEAK = 0.004;

/** Whether a sound has the length of a word and is more than silence. */
export function isFit(sound: string): boolean {
  const samples = samplesOf(sound);
  return (
    samples.length >= LEAST_SAMPLES &&
    samples.length <= MOST_SAMPLES &&
    samples.some((value) => Math.abs(value) > LEAST_PEAK)
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
