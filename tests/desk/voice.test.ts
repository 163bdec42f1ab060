import { expect, test } from 'vitest';
import { newId } from '#electron/desk/new-id.ts';
import { addDevice } from '#electron/desk/store/rows/device-row.ts';
import { officeId } from '#electron/desk/store/rows/office-row.ts';
import type { Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import { defaultVoice } from '#shared/domain/voice/settings.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { LANGUAGES } from '#shared/domain/language.ts';
import { soundOf } from '#shared/domain/voice/recorded-voice.ts';
import { TOLD_COUNTS_MS, type Sound } from '#shared/domain/voice/speakers.ts';
import { tone, toneVoice } from '#tests/support/recorded-voice.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

/** The voice in use, part by part. */
function heard(desk: TestDesk) {
  const { parts } = desk.call('voice.sound', {});
  return Array.from({ length: parts }, (_, part) => desk.call('voice.sound', { part }).units).flat();
}

test('a PC is silent until it is switched on there, and its wall learns how it speaks', () => {
  const desk = openTestDesk();
  expect(desk.call('queue.wall', {}).voice).toEqual(defaultVoice);
  expect(defaultVoice.on).toBe(false);
  const voice = {
    ...defaultVoice,
    on: true,
    voice: 'south',
    quiet: [{ from: '11:30', to: '13:00' }],
  } as const;
  desk.call('device.set-settings', { voice: { ...voice, quiet: [...voice.quiet] } });
  expect(desk.call('queue.wall', {}).voice).toEqual(voice);
  expect(desk.call('office.show', {})?.settings.voice).toEqual(voice);
});

test('a number slip says to listen to the loudspeaker only while one speaks', () => {
  const desk = openTestDesk();
  const ticketId = desk.issue().id;
  const spoken = () => desk.call('slip.show', { ticketId, sheet: 'number' }).office.spoken;
  expect(spoken()).toBeUndefined();
  desk.call('device.set-settings', { voice: { ...defaultVoice, on: true } });
  expect(spoken()).toBe(true);
  desk.call('device.set-settings', { voice: defaultVoice });
  expect(spoken()).toBeUndefined();
});

test('a loudspeaker that should speak and does not is told of, with why, until it speaks', () => {
  const desk = openTestDesk();
  const silent = () => desk.call('voice.silent', {}).map(({ here, where, why }) => ({ here, where, why }));
  const tell = (window: string, sound: Sound) => desk.call('voice.tell', { window, sound });
  desk.clock.pass(3600);
  expect(silent()).toEqual([]);
  desk.call('device.set-settings', { voice: { ...defaultVoice, on: true } });
  // The wall has time to open.
  expect(silent()).toEqual([]);
  desk.clock.pass(TOLD_COUNTS_MS / 1000);
  expect(silent()).toEqual([{ here: true, where: 'wall', why: 'closed' }]);
  tell('one', 'touch');
  expect(silent()).toEqual([{ here: true, where: 'wall', why: 'touch' }]);
  tell('one', 'ready');
  expect(silent()).toEqual([]);
  // Another window of that PC is heard, whatever this one is.
  tell('two', 'stuck');
  expect(silent()).toEqual([]);
  tell('one', 'none');
  expect(silent()).toEqual([{ here: true, where: 'wall', why: 'none' }]);
  tell('one', 'ready');
  desk.clock.pass(TOLD_COUNTS_MS / 1000);
  expect(silent()).toEqual([{ here: true, where: 'wall', why: 'closed' }]);
  desk.call('day.close', { businessDay: '2026-11-20' });
  expect(silent()).toEqual([]);
});

test('a door with a thousand windows fills no memory', () => {
  const desk = openTestDesk();
  desk.call('device.set-settings', { voice: { ...defaultVoice, on: true } });
  for (let one = 0; one < 1000; one += 1) desk.call('voice.tell', { window: `${one}`, sound: 'touch' });
  // What was told too late is not remembered, and what was remembered can still be told anew.
  desk.call('voice.tell', { window: '2000', sound: 'ready' });
  expect(desk.call('voice.silent', {})).toHaveLength(1);
  desk.call('voice.tell', { window: '1', sound: 'ready' });
  expect(desk.call('voice.silent', {})).toEqual([]);
});

test('without a loudspeaker no language names one on the slip', () => {
  for (const language of LANGUAGES) {
    const { waitLines } = catalogue(language).slip;
    expect(waitLines(false).join(' ')).not.toMatch(/\bloa\b|speaker/iu);
    expect(waitLines(true).join(' ')).toMatch(/\bloa\b|speaker/iu);
  }
});

test('an office’s own voice is used when it is whole, and a word said anew takes the place of the former', () => {
  const desk = openTestDesk();
  const voice = toneVoice('south');
  const last = voice.at(-1);
  for (const unit of voice.slice(0, -1)) desk.call('voice.keep', unit);
  expect(desk.refusal('voice.use', {})).toEqual({ code: 'voice-not-whole', missing: 1 });
  expect(heard(desk)).toEqual([]);
  expect(desk.call('voice.show', {})).toEqual({
    used: null,
    taken: voice.slice(0, -1).map(({ unit }) => unit),
  });
  if (last === undefined) throw new Error('no voice');
  desk.call('voice.keep', last);
  expect(desk.call('voice.use', {})).toEqual({ used: 'south', taken: [] });
  expect(heard(desk)).toEqual(voice);

  const anew = { unit: last.unit, sound: soundOf(tone(900, 0.2)) };
  desk.call('voice.keep', anew);
  expect(heard(desk)).toEqual(voice);
  const { parts } = desk.call('voice.takes', {});
  expect(desk.call('voice.takes', { part: parts - 1 }).units.at(-1)).toEqual(anew);
  desk.call('voice.use', {});
  expect(new Map(heard(desk).map(({ unit, sound }) => [unit, sound]))).toEqual(
    new Map([...voice, anew].map(({ unit, sound }) => [unit, sound])),
  );
  expect(desk.call('voice.remove', {})).toEqual({ used: null, taken: [] });
  expect(heard(desk)).toEqual([]);
});

test('a voice of another office takes the place of all there was, and only whole', () => {
  const desk = openTestDesk();
  for (const unit of toneVoice('north')) desk.call('voice.keep', unit);
  desk.call('voice.use', {});
  const [first] = toneVoice('north');
  if (first === undefined) throw new Error('no voice');
  const other = toneVoice('south').map(({ unit }) => ({ unit, sound: soundOf(tone(700, 0.1)) }));
  const units = other.map(({ unit }) => unit);
  for (const unit of other.slice(1)) desk.call('voice.keep', unit);
  // What is in use of the former voice is no part of it.
  expect(desk.refusal('voice.use', { units })).toEqual({ code: 'voice-not-whole', missing: 1 });
  expect(desk.call('voice.show', {}).used).toBe('north');
  for (const unit of other.slice(0, 1)) desk.call('voice.keep', unit);
  expect(desk.call('voice.use', { units })).toEqual({ used: 'south', taken: [] });
  expect(new Map(heard(desk).map(({ unit, sound }) => [unit, sound]))).toEqual(
    new Map(other.map(({ unit, sound }) => [unit, sound])),
  );
});

test('a voice is answered in parts of some milliseconds, each unit once', () => {
  const desk = openTestDesk();
  // Two seconds a unit: 190 KB, so that no two fit in a part.
  const long = toneVoice().map(({ unit }) => ({ unit, sound: soundOf(tone(300, 2)) }));
  for (const unit of long) desk.call('voice.keep', unit);
  const parts = long.map((_, part) => desk.call('voice.takes', { part }));
  expect(new Set(parts.map((one) => one.parts))).toEqual(new Set([long.length]));
  expect(parts.flatMap(({ units }) => units)).toEqual(long);
  expect(desk.call('voice.takes', { part: long.length }).units).toEqual([]);
  expect(desk.call('voice.sound', {})).toEqual({ units: [], parts: 0 });
});

test('a leader sees the loudspeakers of the room and sets that of another PC, whose wall learns it', () => {
  const desk = openTestDesk();
  const join = (name: string, kind: 'counter' | 'display'): string => {
    const id = newId();
    const office = officeId(desk.store);
    desk.store.write(() => addDevice(desk.store, { id, office, name, kind, at: desk.clock.now() }));
    return id;
  };
  const wall = join('Bảng chờ', 'display');
  const gone = join('Máy cũ', 'counter');
  desk.call('device.revoke', { deviceId: gone });
  const atWall = <M extends MethodName>(method: M, input: Input<M>) =>
    (desk.desk.dispatch(method, input, { role: 'display', device: wall }) as { value: Output<M> }).value;
  const there = () => desk.call('voice.speakers', {}).find(({ deviceId }) => deviceId === wall);
  expect(desk.call('voice.speakers', {}).map(({ name, kind, here }) => ({ name, kind, here }))).toEqual([
    { name: '', kind: 'desk', here: true },
    { name: 'Bảng chờ', kind: 'display', here: false },
  ]);
  expect(there()).toMatchObject({ voice: defaultVoice, sound: 'closed', hasLocal: null });

  const voice = { ...defaultVoice, on: true, volume: 40, speaker: 'local' } as const;
  const before = desk.desk.lastEvent();
  expect(desk.call('device.set-voice', { deviceId: wall, voice })).toMatchObject({ name: 'Bảng chờ', voice });
  expect(desk.desk.eventsSince(before).map(({ name, data }) => ({ name, data }))).toEqual([
    { name: 'device.updated', data: { settings: ['voice'], deviceId: wall } },
  ]);
  expect(atWall('queue.wall', {}).voice).toEqual(voice);
  expect(desk.call('queue.wall', {}).voice).toEqual(defaultVoice);

  atWall('voice.tell', { window: 'w', sound: 'touch', hasLocal: false });
  expect(there()).toMatchObject({ sound: 'touch', hasLocal: false });
  atWall('voice.tell', { window: 'w', sound: 'ready', hasLocal: true });
  expect(there()).toMatchObject({ sound: 'ready', hasLocal: true });
  desk.clock.pass(TOLD_COUNTS_MS / 1000);
  expect(there()).toMatchObject({ sound: 'closed', hasLocal: null });

  for (const deviceId of [gone, newId()])
    expect(desk.refusal('device.set-voice', { deviceId, voice: { ...voice } })).toEqual({
      code: 'unknown-device',
    });
});
