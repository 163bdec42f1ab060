import { expect, test } from 'vitest';
import { defaultVoice, type VoiceSettings } from '#shared/domain/voice/settings.ts';
import { silentSpeakers, type Sound } from '#shared/domain/voice/speakers.ts';

const pc = (told: readonly Sound[], voice: Partial<VoiceSettings> = {}) => ({
  voice: { ...defaultVoice, on: true, ...voice },
  told,
});
const why = (...[speakers, time]: Parameters<typeof silentSpeakers>) =>
  silentSpeakers(speakers, time).map((one) => one.why);

test('nobody is missed before the day, in quiet hours, or where the voice is off', () => {
  const lunch = [{ from: '11:30', to: '13:00' }];
  expect(why([pc([])], null)).toEqual([]);
  expect(why([pc([], { quiet: lunch })], '12:00')).toEqual([]);
  expect(why([pc([], { quiet: lunch })], '13:00')).toEqual(['closed']);
  expect(why([pc([], { on: false })], '09:00')).toEqual([]);
  expect(why([], '09:00')).toEqual([]);
});

test('a window that is ready speaks for its PC, and the latest word of the others says why it is silent', () => {
  expect(why([pc(['ready'])], '09:00')).toEqual([]);
  expect(why([pc(['ready', 'touch'])], '09:00')).toEqual([]);
  expect(why([pc(['touch', 'stuck'])], '09:00')).toEqual(['stuck']);
});

test('while one PC of the room is heard nobody is missed; in its quiet hours the other is', () => {
  const lunch = [{ from: '11:30', to: '13:00' }];
  expect(why([pc(['ready']), pc([])], '09:00')).toEqual([]);
  expect(why([pc(['ready'], { quiet: lunch }), pc([])], '12:00')).toEqual(['closed']);
  expect(why([pc(['none']), pc([])], '09:00')).toEqual(['none', 'closed']);
});
