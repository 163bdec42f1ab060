import { expect, test } from 'vitest';
import { defaultVoice } from '#shared/domain/voice/settings.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { LANGUAGES } from '#shared/domain/language.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';

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

test('without a loudspeaker no language names one on the slip', () => {
  for (const language of LANGUAGES) {
    const { waitLines } = catalogue(language).slip;
    expect(waitLines(false).join(' ')).not.toMatch(/\bloa\b|speaker/iu);
    expect(waitLines(true).join(' ')).toMatch(/\bloa\b|speaker/iu);
  }
});
