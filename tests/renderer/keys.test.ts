import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import { checklistStep, firstOpenRow } from '#renderer/counter/checklist-keys.ts';
import { barEntries } from '#renderer/frame/bar-keys.ts';
import { chordOf, mayRun, type KeyPress } from '#renderer/ui/key-chord.ts';
import { rowAfter } from '#renderer/ui/list-keys.ts';

const body = { tagName: 'BODY' };
const field = { tagName: 'INPUT', type: 'text' };

function press(part: Partial<KeyPress>): KeyPress {
  return {
    key: '',
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    target: body,
    ...part,
  };
}

describe('names of keys', () => {
  test.each([
    [{ key: 'F2', code: 'F2' }, 'F2'],
    [{ key: 'F4', code: 'F4', shiftKey: true }, 'Shift+F4'],
    [{ key: 'k', code: 'KeyK', ctrlKey: true }, 'Ctrl+K'],
    [{ key: 'k', code: 'KeyK', metaKey: true }, 'Ctrl+K'],
    // A Vietnamese layout writes letters where digits are printed; the place of the key decides.
    [{ key: 'ă', code: 'Digit1', altKey: true }, 'Alt+1'],
    [{ key: '2', code: 'Numpad2' }, '2'],
    [{ key: 'đ', code: 'Digit0' }, '0'],
    [{ key: 'a', code: 'KeyA' }, 'a'],
  ])('%o is %s', (part, chord) => {
    expect(chordOf(press(part))).toBe(chord);
  });
});

describe('typing is sacred', () => {
  test.each([
    ['nothing runs while a syllable is composed', { key: 'F4', isComposing: true }, false],
    ['nor while the input method works on the key', { key: 'Process', target: field }, false],
    ['a digit in a field is a digit', { key: '1', target: field }, false],
    ['Enter in a field belongs to the field', { key: 'Enter', target: field }, false],
    ['an F-key works from a field', { key: 'F4', target: field }, true],
    ['Ctrl+K works from a field', { key: 'k', ctrlKey: true, target: field }, true],
    ['Ctrl+Z in a field takes back what was typed there', { key: 'z', ctrlKey: true, target: field }, false],
    ['so does Cmd+Z', { key: 'Z', metaKey: true, target: { ...field, value: 'a' } }, false],
    ['Ctrl+Z in an empty field is ours', { key: 'z', ctrlKey: true, target: { ...field, value: '' } }, true],
    ['Alt+Z is no undo', { key: 'z', altKey: true, target: { ...field, value: 'a' } }, true],
    ['nor is another key with Ctrl', { key: 'y', ctrlKey: true, target: { ...field, value: 'a' } }, true],
    ['Ctrl+Z elsewhere is ours', { key: 'z', ctrlKey: true }, true],
    ['a radio button is no text field', { key: '1', target: { tagName: 'INPUT', type: 'radio' } }, true],
    ['what has no focus is no field', { key: '1', target: null }, true],
    ['nor is the window itself', { key: '1', target: {} }, true],
    ['a text area is one', { key: '1', target: { tagName: 'TEXTAREA' } }, false],
  ])('%s', (_name, part, runs) => {
    expect(mayRun(press(part))).toBe(runs);
  });
});

describe('walking a list', () => {
  test('stays inside whatever is pressed', () => {
    const keys = fc.array(fc.constantFrom('ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp'));
    fc.assert(
      fc.property(keys, fc.integer({ min: 1, max: 500 }), (pressed, rows) => {
        let row = 0;
        for (const key of pressed) row = rowAfter(key, row, rows) ?? row;
        return row >= 0 && row < rows;
      }),
    );
  });

  test('other keys and empty lists move nothing', () => {
    expect(rowAfter('x', 3, 9)).toBeNull();
    expect(rowAfter('ArrowDown', -1, 0)).toBeNull();
    expect(rowAfter('ArrowDown', -1, 3)).toBe(0);
  });
});

describe('the checklist by keyboard', () => {
  test.each([
    ['1', { kind: 'set', state: 'seen', row: 3 }],
    ['2', { kind: 'set', state: 'missing', row: 3 }],
    ['3', { kind: 'set', state: 'mismatch', row: 3 }],
    ['4', { kind: 'set', state: 'not-wanted', row: 3 }],
    ['5', { kind: 'set', state: 'in-vneid', row: 3 }],
    ['6', null],
    ['0', { kind: 'set', state: null, row: 2 }],
    ['Delete', { kind: 'set', state: null, row: 2 }],
    ['Backspace', { kind: 'set', state: null, row: 2 }],
    ['ArrowRight', { kind: 'number' }],
    ['ArrowLeft', { kind: 'note' }],
    ['Enter', { kind: 'number' }],
    ['ArrowUp', { kind: 'go', row: 1 }],
    ['F9', null],
  ])('%s on the third of six rows', (key, step) => {
    expect(checklistStep(key, 2, 6)).toEqual(step);
  });

  test('the last row stays in focus when it is answered', () => {
    expect(checklistStep('1', 5, 6)).toEqual({ kind: 'set', state: 'seen', row: 5 });
  });

  test('work goes on at the first paper nobody has looked at', () => {
    expect(firstOpenRow([{ state: 'seen' }, { state: null }, { state: null }])).toBe(1);
    expect(firstOpenRow([{ state: 'seen' }])).toBe(0);
    expect(firstOpenRow([])).toBe(0);
  });
});

describe('the bottom bar', () => {
  const labels = {
    F2: 'new',
    F3: 'find',
    F4: 'next',
    F6: 'absent',
    F7: 'hold',
    F8: 'print',
    F9: 'finish',
    'Ctrl+K': 'commands',
  };
  test('has the keys of this screen alone, in one order', () => {
    const run = () => undefined;
    const bar = barEntries([{ key: 'F9', label: 'close', run }], labels, { F3: run, 'Ctrl+K': run });
    expect(bar.map(({ key, label }) => [key, label])).toEqual([
      ['F3', 'find'],
      ['F9', 'close'],
      ['Ctrl+K', 'commands'],
    ]);
  });

  test('shows the word and the reason of the screen, the newest registration first', () => {
    const run = () => undefined;
    const bar = barEntries(
      [
        { key: 'F8', label: 'old', run },
        { key: 'F8', label: 'print slip', run, disabledReason: 'no ticket' },
        { key: 'Shift+F4', label: 'recall', run },
      ],
      labels,
      {},
    );
    expect(bar.find((entry) => entry.key === 'F8')).toMatchObject({
      label: 'print slip',
      disabledReason: 'no ticket',
    });
    expect(bar).toHaveLength(1);
  });
});
