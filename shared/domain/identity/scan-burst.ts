import { characterInPage } from './code-pages.ts';

/**
 * One key as the page saw it: `key` and `code` of the event, `time` in milliseconds on any rising clock, `alt` while
 * the Alt key is held, `ctrl` for Ctrl or Meta, `repeat` for a key held down.
 */
export type ScanKey = {
  key: string;
  code: string;
  time: number;
  shift?: boolean;
  alt?: boolean;
  ctrl?: boolean;
  repeat?: boolean;
};

/**
 * A finished scan. `text` is what was typed; `physical` what the same keys give on a US layout, undefined where the
 * event named no key; `inputMethod` is true when an input method changed keys on the way (Unikey, an IME).
 */
export type WedgeScan = { text: string; physical?: string; inputMethod: boolean };

/** The keys of a burst so far. Make one with {@link noBurst}, hand it back on every key. */
type ScanBurst = {
  characters: readonly string[];
  physical: readonly (string | undefined)[];
  altDigits: string;
  last: number;
  inputMethod: boolean;
};

/**
 * What to do with one key. `take` means the key belongs to a scan and the page should stop it; `leaked` is how many
 * characters went into the focused field before that was certain, to be taken back when `take` first turns true.
 * `scan` comes with the key that ends a scan.
 */
export type ScanStep = { burst: ScanBurst; take: boolean; leaked: number; scan?: WedgeScan };

/** Longest pause inside a scan, ms. Scanners type every 1–30 ms, the fastest hands every 60. */
export const SCAN_GAP_MAX = 35;
/** Longest pause before the Enter a scanner adds, ms; also the silence after which a scan without Enter is over. */
export const SCAN_END_GAP = 120;
/** Characters in a row that no hand types at that speed: from here keys are taken, and whatever is taken is a scan. */
export const SCAN_CERTAIN = 8;

export function noBurst(): ScanBurst {
  return { characters: [], physical: [], altDigits: '', last: Number.NEGATIVE_INFINITY, inputMethod: false };
}

/**
 * Feeds one keydown. A key held down, a shortcut, and anything slower than {@link SCAN_GAP_MAX} is typing: it is
 * passed on untouched and starts over. Enter ends a scan, except between the lines of an MRZ.
 */
export function feedKey(burst: ScanBurst, event: ScanKey): ScanStep {
  const gap = event.time - burst.last;
  const isRunning = burst.characters.length + burst.altDigits.length > 0;
  if (event.repeat === true || event.ctrl === true) return pass(noBurst());
  if (event.key === 'Enter' || event.key === 'Tab') return endKey(burst, event, gap);
  const isAltDigit = event.alt === true && /^Numpad\d$/.test(event.code);
  if (isModifier(event.key)) {
    // Each Alt begins a new code: the digits so far are one character.
    return pass(
      isRunning && gap <= SCAN_GAP_MAX ? { ...closeAlt(burst), last: event.time } : burst,
      isCertain(burst) && gap <= SCAN_GAP_MAX,
    );
  }
  if (event.alt === true && !isAltDigit) return pass(noBurst());
  const step = isRunning && gap <= SCAN_GAP_MAX ? burst : noBurst();
  const scan = isRunning && step !== burst ? finished(burst) : undefined;
  const grown = isAltDigit
    ? { ...step, altDigits: (step.altDigits + event.code.slice(-1)).slice(-6), last: event.time }
    : grow(closeAlt(step), event);
  if (grown === undefined) return { ...pass(noBurst()), ...(scan === undefined ? {} : { scan }) };
  return {
    burst: grown,
    take: isCertain(grown),
    leaked: isCertain(grown) && !isCertain(step) ? step.characters.length : 0,
    ...(scan === undefined ? {} : { scan }),
  };
}

/** Ends a scan that has no Enter: call it from a timer with the current time. Too early, it changes nothing. */
export function endBurst(burst: ScanBurst, time: number): ScanStep {
  if (time - burst.last < SCAN_END_GAP) return pass(burst);
  const scan = finished(burst);
  return { burst: noBurst(), take: false, leaked: 0, ...(scan === undefined ? {} : { scan }) };
}

/**
 * Feeds letters that came without a key: a scanner or its driver writes `ễ` straight into the field that has the focus. In the
 * middle of a scan they belong to it and the page should keep them out of the field; at any other time they are passed on.
 */
export function feedText(burst: ScanBurst, text: string, time: number): ScanStep {
  if (!isCertain(burst) || time - burst.last > SCAN_GAP_MAX) return pass(burst);
  const closed = closeAlt(burst);
  const characters = Array.from(text);
  return pass(
    {
      ...closed,
      characters: [...closed.characters, ...characters],
      physical: [...closed.physical, ...characters.map(() => undefined)],
      last: time,
    },
    true,
  );
}

function endKey(burst: ScanBurst, event: ScanKey, gap: number): ScanStep {
  const closed = closeAlt(burst);
  if (gap > SCAN_END_GAP || !isCertain(closed)) return pass(noBurst());
  if (event.key === 'Tab' || isMrzBegun(closed.characters.join(''))) {
    const sign = event.key === 'Tab' ? '\t' : '\n';
    return {
      burst: {
        ...closed,
        characters: [...closed.characters, sign],
        physical: [...closed.physical, sign],
        last: event.time,
      },
      take: true,
      leaked: 0,
    };
  }
  const scan = finished(closed);
  return scan === undefined ? pass(noBurst()) : { burst: noBurst(), take: true, leaked: 0, scan };
}

/** Whether a text is the beginning of an MRZ whose lines are not all there yet: three on a card, two of a passport. */
export function isMrzBegun(text: string): boolean {
  const { length } = text.replace(/\s/g, '');
  if (/^P[A-Z<][A-Z]{3}[A-Z<]+<</i.test(text)) return length < 88;
  return /^(?:I[A-Z<]|[AC][A-Z<])[A-Z<]{3}/i.test(text) && length < 90;
}

function pass(burst: ScanBurst, take = false): ScanStep {
  return { burst, take, leaked: 0 };
}

function isCertain(burst: ScanBurst): boolean {
  return burst.characters.length >= SCAN_CERTAIN && new Set(burst.characters).size > 1;
}

function isModifier(key: string): boolean {
  return key === 'Shift' || key === 'Alt' || key === 'AltGraph' || key === 'CapsLock' || key === 'NumLock';
}

function finished(burst: ScanBurst): WedgeScan | undefined {
  const closed = closeAlt(burst);
  const text = closed.characters.join('');
  if (!isCertain(closed)) return undefined;
  const physical = closed.physical.every((character) => character !== undefined)
    ? closed.physical.join('')
    : undefined;
  return { text, ...(physical === undefined ? {} : { physical }), inputMethod: closed.inputMethod };
}

function grow(burst: ScanBurst, event: ScanKey): ScanBurst | undefined {
  const physical = physicalCharacter(event.code, event.shift === true);
  if (event.key === 'Backspace') {
    // Unikey writes `â` as Backspace and a new letter.
    return burst.characters.length === 0
      ? undefined
      : { ...burst, characters: burst.characters.slice(0, -1), last: event.time, inputMethod: true };
  }
  const isHidden = event.key === 'Process' || event.key === 'Unidentified' || event.key === 'Dead';
  const character = isHidden ? physical : Array.from(event.key).length === 1 ? event.key : undefined;
  if (character === undefined) return undefined;
  return {
    characters: [...burst.characters, character],
    physical: [...burst.physical, physical],
    altDigits: '',
    last: event.time,
    inputMethod: burst.inputMethod || isHidden,
  };
}

/** Turns the digits of an Alt code into its character: with a leading zero Windows-1252, else OEM 437; from 256 a code point. */
function closeAlt(burst: ScanBurst): ScanBurst {
  if (burst.altDigits === '') return burst;
  const code = Number(burst.altDigits);
  const character =
    code > 255
      ? code < 0xd800
        ? String.fromCharCode(code)
        : undefined
      : characterInPage(code, burst.altDigits.startsWith('0') ? 'windows-1252' : 'oem-437');
  return character === undefined
    ? { ...burst, altDigits: '' }
    : {
        ...burst,
        altDigits: '',
        characters: [...burst.characters, character],
        physical: [...burst.physical, undefined],
      };
}

const signs: Readonly<Record<string, string>> = {
  Space: '  ',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Backquote: '`~',
  IntlBackslash: '\\|',
  NumpadDecimal: '..',
  NumpadSubtract: '--',
  NumpadAdd: '++',
  NumpadMultiply: '**',
  NumpadDivide: '//',
};

/** The character of a physical key on a US layout. */
function physicalCharacter(code: string, shift: boolean): string | undefined {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shift ? letter : letter.toLowerCase();
  const digit = /^(Digit|Numpad)(\d)$/.exec(code);
  if (digit?.[2] !== undefined)
    return shift && digit[1] === 'Digit' ? ')!@#$%^&*('.charAt(Number(digit[2])) : digit[2];
  return signs[code]?.charAt(shift ? 1 : 0);
}
