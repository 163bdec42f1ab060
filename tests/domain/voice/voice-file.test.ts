import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { soundOf } from '#shared/domain/voice/recorded-voice.ts';
import { readVoiceFile, writeVoiceFile } from '#shared/domain/voice/voice-file.ts';
import { tone, toneVoice } from '#tests/support/recorded-voice.ts';

const sha256 = async (text: string) => createHash('sha256').update(text).digest('hex');

test('a voice goes to another office as one file, and a file that is none is refused with its fault', async () => {
  const units = toneVoice();
  const [first, second] = units;
  if (first === undefined || second === undefined) throw new Error('no voice');
  const text = await writeVoiceFile(units, sha256);
  expect(await readVoiceFile(text, sha256)).toEqual({ ok: true, units });

  const silent = { ...first, sound: soundOf(new Float32Array(9600)) };
  const endless = { ...first, sound: soundOf(tone(200, 5)) };
  const file = (changed: readonly object[]) => writeVoiceFile(changed as never, sha256);
  for (const [hostile, fault] of [
    ['', 'not-a-voice'],
    ['{"form":"QTD-DAY-1"}', 'not-a-voice'],
    [text.replace('"version":1', '"version":2'), 'newer'],
    [text.replace(first.sound, second.sound), 'damaged'],
    [text.slice(0, -2), 'not-a-voice'],
    [await file([...units.slice(1), { ...first, unit: '../../desk.db' }]), 'damaged'],
    [await file(units.slice(1)), 'not-whole'],
    [await file([...units.slice(1), second]), 'not-whole'],
    [await file([...units.slice(1), silent]), 'unfit'],
    [await file([...units.slice(1), endless]), 'unfit'],
  ] as const)
    expect(await readVoiceFile(hostile, sha256), fault).toEqual({ ok: false, fault });
});
