import { expect, test } from 'vitest';
import { mayRun } from '#renderer/ui/key-chord.ts';

const ctrlZ = {
  key: 'z',
  code: 'KeyZ',
  ctrlKey: true,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
};

test('Ctrl+Z takes back the number just issued while the name field is still empty, else it belongs to the field', () => {
  expect(mayRun({ ...ctrlZ, target: { tagName: 'INPUT', type: 'text', value: '' } })).toBe(true);
  expect(mayRun({ ...ctrlZ, target: { tagName: 'INPUT', type: 'text', value: 'Lý' } })).toBe(false);
});
