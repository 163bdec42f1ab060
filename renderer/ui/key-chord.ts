/** A key with its modifiers in one order: `F2`, `Ctrl+K`, `Shift+F4`, `Alt+1`, `ArrowDown`. */
export type Chord = string;

export type KeyPress = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly target: unknown;
};

/** Letters and digits go by the place of the key, so that a Vietnamese layout changes nothing. */
export function chordOf(
  press: Pick<KeyPress, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): Chord {
  const place = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(press.code)?.[1];
  const withModifier = press.ctrlKey || press.metaKey || press.altKey;
  const key = place !== undefined && (withModifier || /^\d$/.test(place)) ? place : press.key;
  return [
    press.ctrlKey || press.metaKey ? 'Ctrl' : '',
    press.altKey ? 'Alt' : '',
    press.shiftKey ? 'Shift' : '',
    key,
  ]
    .filter((part) => part !== '')
    .join('+');
}

/** Whether a key may act now: never while a syllable is being composed, and inside a field only with a modifier or as F-key. */
export function mayRun(press: KeyPress): boolean {
  if (press.isComposing || press.key === 'Process') return false;
  const command = press.ctrlKey || press.metaKey || press.altKey || /^F\d{1,2}$/.test(press.key);
  if (!isTyping(press.target)) return true;
  const undoOfTheField =
    (press.ctrlKey || press.metaKey) && press.key.toLowerCase() === 'z' && !isEmptyField(press.target);
  return command && !undoOfTheField;
}

/** An empty field has nothing of its own to take back. */
function isEmptyField(target: unknown): boolean {
  return typeof target === 'object' && target !== null && 'value' in target && target.value === '';
}

export function isTyping(target: unknown): boolean {
  if (target === null || typeof target !== 'object' || !('tagName' in target)) return false;
  const tag = String(target.tagName).toUpperCase();
  if (tag === 'TEXTAREA' || tag === 'SELECT') return true;
  if ('isContentEditable' in target && target.isContentEditable === true) return true;
  if (tag !== 'INPUT') return false;
  const type = 'type' in target ? String(target.type) : 'text';
  return !['radio', 'checkbox', 'button', 'submit', 'reset'].includes(type);
}
