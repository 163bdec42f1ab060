import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import { readCard, readableText } from '#shared/domain/identity/read-card.ts';
import {
  endBurst,
  feedKey,
  feedText,
  noBurst,
  SCAN_CERTAIN,
  SCAN_END_GAP,
  SCAN_GAP_MAX,
  type ScanKey,
  type WedgeScan,
} from '#shared/domain/identity/scan-burst.ts';

const CCCD = '079190123456||Nguyen Thi An|15011990|Nam|12 Vi Du, Xa Mau|10052021';
const MRZ = [
  'IDVNM1901234569079190123456<<9',
  '9001158F3001156VNM<<<<<<<<<<<4',
  'NGUYEN<<THI<AN<<<<<<<<<<<<<<<<',
] as const;

/** The US key of a character. */
function keyOf(character: string): Pick<ScanKey, 'key' | 'code' | 'shift'> {
  if (/[a-z]/i.test(character))
    return {
      key: character,
      code: `Key${character.toUpperCase()}`,
      shift: character !== character.toLowerCase(),
    };
  if (/\d/.test(character)) return { key: character, code: `Digit${character}` };
  const signs: Record<string, [string, boolean]> = {
    '|': ['Backslash', true],
    ' ': ['Space', false],
    ',': ['Comma', false],
    '<': ['Comma', true],
    '\n': ['Enter', false],
    '\t': ['Tab', false],
  };
  const [code, shift] = signs[character] ?? ['', false];
  return { key: character === '\n' ? 'Enter' : character === '\t' ? 'Tab' : character, code, shift };
}

/** The keys of a text, `gap` ms apart, from `start` on. */
function typed(text: string, gap: number, start = 0): ScanKey[] {
  return Array.from(text, (character, at) => ({ ...keyOf(character), time: start + at * gap }));
}

/** The keys of an Alt code, quickly from `start` on. */
function alt(digits: string, start: number): ScanKey[] {
  return [
    { key: 'Alt', code: 'AltLeft', time: start, alt: true },
    ...Array.from(digits, (digit, at) => ({
      key: digit,
      code: `Numpad${digit}`,
      time: start + 2 + at * 2,
      alt: true,
    })),
  ];
}

/** Feeds keys like a page would: what is not taken reaches the field, what leaked is taken back out of it. */
function page(
  keys: readonly ScanKey[],
  silence = 1000,
): { field: string; scans: WedgeScan[]; enters: number } {
  let burst = noBurst();
  let field = '';
  let enters = 0;
  const scans: WedgeScan[] = [];
  for (const event of keys) {
    const step = feedKey(burst, event);
    burst = step.burst;
    if (step.leaked > 0) field = field.slice(0, -step.leaked);
    if (!step.take && event.key.length === 1) field += event.key;
    if (!step.take && event.key === 'Enter') enters += 1;
    if (step.scan !== undefined) scans.push(step.scan);
  }
  const end = endBurst(burst, (keys.at(-1)?.time ?? 0) + silence);
  if (end.scan !== undefined) scans.push(end.scan);
  return { field, scans, enters };
}

describe('a scan', () => {
  test.each([1, 5, 10, 20, SCAN_GAP_MAX])(
    'with %i ms between keys is read at Enter; nothing of it stays in the field',
    (gap) => {
      expect(page(typed(`${CCCD}\n`, gap))).toEqual({
        field: '',
        scans: [{ text: CCCD, physical: CCCD, inputMethod: false }],
        enters: 0,
      });
    },
  );

  test('is known from its eighth character on, when two of them differ', () => {
    for (const text of ['tranvanb', '07919012', '00000001', '10000000'])
      expect(page(typed(`${text}\n`, 5))).toMatchObject({ field: '', scans: [{ text }] });
    for (const text of ['tranvan', '00000000'])
      expect(page(typed(`${text}\n`, 5))).toEqual({ field: text, scans: [], enters: 1 });
  });

  test('without Enter is read after silence, and not before', () => {
    const keys = typed(CCCD, 10);
    expect(page(keys).scans.map(({ text }) => text)).toEqual([CCCD]);
    expect(page(keys, SCAN_END_GAP - 1).scans).toEqual([]);
  });

  test('without Enter is given up when the next key comes, and that key is typing', () => {
    expect(page([...typed(CCCD, 10), ...typed('an', 150, 5000)])).toMatchObject({
      field: 'an',
      scans: [{ text: CCCD }],
    });
  });

  test.each(['\t', '\n'])('is not begun by a few quick keys: %j after them is the officer’s own', (end) => {
    let burst = noBurst();
    const taken = typed(`an${end}`, 5).map((event) => {
      const step = feedKey(burst, event);
      burst = step.burst;
      return step.take;
    });
    expect(taken).toEqual([false, false, false]);
  });

  test('leaves alone what the officer typed before and after', () => {
    const keys = [...typed('Tran ', 180), ...typed(`${CCCD}\n`, 8, 2000), ...typed('Binh', 180, 9000)];
    expect(page(keys)).toMatchObject({ field: 'Tran Binh', scans: [{ text: CCCD }] });
  });

  test('keeps its text when a shift key is pressed before every capital', () => {
    const keys = typed(CCCD, 10).flatMap((key) =>
      key.shift ? [{ key: 'Shift', code: 'ShiftLeft', time: key.time - 4, shift: true }, key] : [key],
    );
    expect(page(keys)).toMatchObject({ field: '', scans: [{ text: CCCD }] });
  });

  test('of an MRZ keeps its three lines together', () => {
    const [scan] = page(typed(`${MRZ.join('\n')}\n`, 6)).scans;
    expect(scan?.text).toBe(MRZ.join('\n'));
    expect(readCard(scan?.text ?? '')).toMatchObject({
      ok: true,
      card: { kind: 'mrz', idNumber: '079190123456' },
    });
  });

  test('with tabs for separators keeps them', () => {
    expect(page(typed(`${CCCD.replaceAll('|', '\t')}\n`, 6)).scans[0]?.text).toBe(CCCD.replaceAll('|', '\t'));
  });

  test('two in a row are two', () => {
    expect(
      page([...typed(`${CCCD}\n`, 5), ...typed('079190123456\n', 5, 3000)]).scans.map(({ text }) => text),
    ).toEqual([CCCD, '079190123456']);
  });

  test('through an input method is read by its keys', () => {
    const keys = typed('079190123456', 5).map((key) => ({ ...key, key: 'Process' }));
    expect(page(keys).scans).toEqual([{ text: '079190123456', physical: '079190123456', inputMethod: true }]);
  });

  test.each<readonly [string, string]>([
    ['Space', '  '],
    ['Minus', '-_'],
    ['Equal', '=+'],
    ['BracketLeft', '[{'],
    ['BracketRight', ']}'],
    ['Backslash', '\\|'],
    ['IntlBackslash', '\\|'],
    ['Semicolon', ';:'],
    ['Quote', `'"`],
    ['Comma', ',<'],
    ['Period', '.>'],
    ['Slash', '/?'],
    ['Backquote', '`~'],
    ['NumpadDecimal', '..'],
    ['NumpadSubtract', '--'],
    ['NumpadAdd', '++'],
    ['NumpadMultiply', '**'],
    ['NumpadDivide', '//'],
    ['KeyA', 'aA'],
    ['KeyZ', 'zZ'],
    ...Array.from(')!@#$%^&*(', (sign, digit) => [`Digit${digit}`, `${digit}${sign}`] as const),
    ...Array.from({ length: 10 }, (_, digit) => [`Numpad${digit}`, `${digit}${digit}`] as const),
  ])('through an input method reads the key %s, plain and with Shift, as %s', (code, characters) => {
    const hidden = { key: 'Process', code };
    const keys = [
      ...typed('079190123456', 5),
      { ...hidden, time: 60, shift: false },
      { ...hidden, time: 65, shift: true },
      ...typed('\n', 5, 70),
    ];
    expect(page(keys).scans).toEqual([
      { text: `079190123456${characters}`, physical: `079190123456${characters}`, inputMethod: true },
    ]);
  });

  test('that Unikey rewrote is marked', () => {
    const keys: ScanKey[] = [
      ...typed('079190123456||Xua', 5),
      { key: 'Backspace', code: '', time: 86 },
      { key: 'â', code: '', time: 88 },
      ...typed('n\n', 5, 92),
    ];
    expect(page(keys).scans).toEqual([{ text: '079190123456||Xuân', inputMethod: true }]);
  });

  test.each([
    ['65', 'A'],
    ['0233', 'é'],
    ['130', 'é'],
    ['0128', '€'],
    ['255', '\u00a0'],
    ['256', 'Ā'],
    ['7879', 'ệ'],
    // The last before the halves of longer letters; a half is no letter.
    ['55295', '\ud7ff'],
    ['55296', ''],
    ['57344', ''],
  ])('reads the Alt code %s as %j', (code, character) => {
    const keys = [...typed('079190123456', 5), ...alt(code, 60), ...typed('|\n', 5, 80)];
    expect(page(keys).scans.map(({ text }) => text)).toEqual([`079190123456${character}|`]);
  });

  test('in Alt codes gives its characters', () => {
    let time = 60;
    const bytes = Array.from(new TextEncoder().encode('Đặng'), (byte) =>
      alt(`0${byte}`, (time += 20)),
    ).flat();
    const keys = [
      ...typed('079190123456||', 5),
      ...bytes,
      ...typed('|15011990|Nam|', 5, time + 20),
      ...alt('7879', time + 100),
    ];
    const [scan] = page(keys).scans;
    expect(readCard(scan?.text ?? '')).toMatchObject({
      ok: true,
      card: { idNumber: '079190123456', fullName: 'Đặng' },
    });
    expect(scan?.text.endsWith('|ệ')).toBe(true);
  });
});

describe('typing is never stolen', () => {
  test.each([
    ['an ordinary typist', typed('Nguyen Van Binh 079190123456', 120)],
    ['a very fast typist', typed('Nguyen Van Binh 079190123456', SCAN_GAP_MAX + 1)],
    [
      'keys rolled two at a time',
      typed('Nguyen Van Binh', 100).map((key, at) => ({ ...key, time: key.time - (at % 2) * 90 })),
    ],
    ['a key held down', typed('a'.repeat(40), 30)],
    ['a key held down, marked as such', typed('ab'.repeat(20), 30).map((key) => ({ ...key, repeat: true }))],
    ['a short burst', typed('abcdef', 5)],
    ['the longest burst that is no scan', typed('abcdefg', 5)],
  ])('%s', (_, keys) => {
    expect(page(keys)).toEqual({ field: keys.map(({ key }) => key).join(''), scans: [], enters: 0 });
  });

  test('Enter after typing is the page’s own', () => {
    expect(page([...typed('0791', 100), { key: 'Enter', code: 'Enter', time: 400 }])).toEqual({
      field: '0791',
      scans: [],
      enters: 1,
    });
  });

  test('keys held with Alt are no scan, however quickly they come', () => {
    const keys = typed('tranvanb', 5).map((key) => ({ ...key, alt: true }));
    expect(page(keys)).toEqual({ field: 'tranvanb', scans: [], enters: 0 });
    expect(
      page([...typed('tranv', 5), { ...keyOf('a'), time: 25, alt: true }, ...typed('nb', 5, 30)]).scans,
    ).toEqual([]);
  });

  test('shortcuts and arrows pass, and break a burst', () => {
    const keys: ScanKey[] = [
      ...typed('abcd', 5),
      { key: 'v', code: 'KeyV', time: 22, ctrl: true },
      ...typed('efgh', 5, 25),
      { key: 'ArrowLeft', code: 'ArrowLeft', time: 47 },
      ...typed('ij', 5, 50),
    ];
    expect(page(keys)).toMatchObject({ scans: [] });
  });

  test('whatever is typed at any speed reaches the field or a scan, whole and in order', () => {
    const stroke = fc.tuple(
      fc.constantFrom(...'ab1|N '),
      fc.oneof(fc.integer({ min: 1, max: SCAN_GAP_MAX }), fc.integer({ min: SCAN_GAP_MAX + 1, max: 400 })),
    );
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 60 }), (strokes) => {
        let time = 0;
        const keys = strokes.map(([character, gap]) => ({ ...keyOf(character), time: (time += gap) }));
        const { field, scans } = page(keys);
        const sort = (text: string) => Array.from(text).sort().join('');
        expect(sort(field + scans.map(({ text }) => text).join(''))).toBe(
          sort(strokes.map(([character]) => character).join('')),
        );
        for (const { text } of scans) expect(text.length).toBeGreaterThanOrEqual(SCAN_CERTAIN);
        if (strokes.every(([, gap]) => gap > SCAN_GAP_MAX)) expect(scans).toEqual([]);
      }),
    );
  });
});

test('the physical keys are read only where the typed text gives nothing', () => {
  expect(readableText({ text: CCCD, physical: '079190000001', inputMethod: false })).toBe(CCCD);
  expect(readableText({ text: '0ạ919â', physical: CCCD, inputMethod: true })).toBe(CCCD);
  expect(readableText({ text: 'abc', physical: 'xyz', inputMethod: false })).toBe('abc');
  expect(readableText({ text: '012345678', physical: CCCD, inputMethod: false })).toBe('012345678');
  expect(readableText({ text: 'abc', inputMethod: true })).toBe('abc');
});

describe('letters that come without a key', () => {
  const typed = (text: string) => {
    let burst = noBurst();
    for (const [at, sign] of Array.from(text).entries())
      burst = feedKey(burst, { key: sign, code: '', time: at * 10 }).burst;
    return burst;
  };
  const begun = '079190123456||Nguy';

  test('in the middle of a scan belong to it and reach no field', () => {
    const last = (begun.length - 1) * 10;
    const step = feedText(typed(begun), 'ễ', last + 10);
    expect(step.take).toBe(true);
    const after = feedKey(step.burst, { key: 'n', code: 'KeyN', time: last + 20 });
    const ended = feedKey(after.burst, { key: 'Enter', code: 'Enter', time: last + 30 });
    expect(ended.scan?.text).toBe(`${begun}ễn`);
  });

  test('before a scan is certain, and after it fell silent, are typing', () => {
    const short = typed('0791');
    expect(feedText(short, 'ễ', 40)).toEqual({ burst: short, take: false, leaked: 0 });
    const silent = typed(begun);
    expect(feedText(silent, 'ễ', 10_000)).toEqual({ burst: silent, take: false, leaked: 0 });
  });
});
