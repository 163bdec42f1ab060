import { SAMPLE_RATE, type ClipIndex, type Clips } from '#shared/domain/voice/join-clips.ts';

const FILES = {
  north: {
    sound: new URL('./clips/north.ogg', import.meta.url),
    index: new URL('./clips/north.json', import.meta.url),
  },
  south: {
    sound: new URL('./clips/south.ogg', import.meta.url),
    index: new URL('./clips/south.json', import.meta.url),
  },
  english: {
    sound: new URL('./clips/english.ogg', import.meta.url),
    index: new URL('./clips/english.json', import.meta.url),
  },
} as const;
type VoiceName = keyof typeof FILES;

const opened = new Map<VoiceName, Promise<Clips>>();

/** A shipped voice, fetched and decoded once. Rejects where it cannot be fetched or decoded, and is asked for anew the next time. */
export function shippedVoice(name: VoiceName): Promise<Clips> {
  const known = opened.get(name);
  if (known !== undefined) return known;
  const opening = open(name);
  opened.set(name, opening);
  opening.catch(() => opened.delete(name));
  return opening;
}

async function open(name: VoiceName): Promise<Clips> {
  const { sound, index } = FILES[name];
  const [bytes, known] = await Promise.all([
    fetch(sound).then((reply) => reply.arrayBuffer()),
    fetch(index).then((reply) => reply.json() as Promise<ClipIndex>),
  ]);
  // Decoding needs no permission to make a sound, and at this rate every clip begins at the sample the index names.
  const decoded = await new OfflineAudioContext(1, 1, SAMPLE_RATE).decodeAudioData(bytes);
  const end = Math.max(...Object.values(known).map(([start, length]) => start + length));
  if (decoded.length < end) throw new Error(`${name}: ${decoded.length} samples instead of ${end}`);
  return { index: known, samples: decoded.getChannelData(0) };
}
