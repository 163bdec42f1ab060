import {
  endBurst,
  feedKey,
  feedText,
  noBurst,
  SCAN_END_GAP,
  SCAN_GAP_MAX,
  type ScanStep,
  type WedgeScan,
} from '#shared/domain/identity/scan-burst.ts';

/**
 * Listens to the whole window for a scanner that types; returns how to stop. Keys of a scan reach no field; the few
 * that did before it was certain are taken back. Outside of fields a letter or digit may be a command that cannot be
 * taken back (the checklist answers with digits), so it waits {@link SCAN_GAP_MAX} for a neighbour first. Typing by
 * hand passes through, and so does everything typed into a field marked `data-scan-target`.
 */
export function listenToKeyboard(onScan: (scan: WedgeScan) => void): () => void {
  let burst = noBurst();
  let before: FieldBefore | null = null;
  let held: KeyboardEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const replayed = new WeakSet<Event>();

  const take = (step: ScanStep) => {
    burst = step.burst;
    if (step.leaked > 0 && before !== null) putBack(before);
    if (step.scan !== undefined) onScan(step.scan);
  };
  const release = () => {
    const keys = held;
    held = [];
    for (const key of keys) {
      const again = new KeyboardEvent('keydown', key);
      replayed.add(again);
      (document.activeElement ?? document.body).dispatchEvent(again);
    }
  };
  // After a stall the keys that came meanwhile are still queued: they go first, and take this turn away again.
  const endSoon = () => {
    timer = setTimeout(() => take(endBurst(burst, performance.now())), 0);
  };
  const onKey = (event: KeyboardEvent) => {
    if (replayed.has(event)) return;
    clearTimeout(timer);
    if (event.target instanceof Element && event.target.closest('[data-scan-target]') !== null) {
      burst = noBurst();
      return;
    }
    const step = feedKey(burst, {
      key: event.key,
      code: event.code,
      time: event.timeStamp,
      shift: event.shiftKey,
      alt: event.altKey,
      ctrl: event.ctrlKey || event.metaKey,
      repeat: event.repeat,
    });
    const isFirst =
      step.burst.characters.length + step.burst.altDigits.length === 1 &&
      event.key !== 'Backspace' &&
      !MODIFIERS.has(event.key);
    if (!step.take && (isFirst || before?.field !== fieldInFocus())) before = fieldBefore();
    const waits = !step.take && mayWait(event);
    if (step.take) held = [];
    else if (!MODIFIERS.has(event.key) && (!waits || step.burst.characters.length <= 1)) release();
    if (waits) held.push(event);
    if (step.take || waits) {
      event.preventDefault();
      event.stopPropagation();
    }
    take(step);
    if (held.length > 0) timer = setTimeout(release, SCAN_GAP_MAX);
    else if (step.take && step.scan === undefined) timer = setTimeout(endSoon, SCAN_END_GAP + 20);
  };
  // Keys of a scan are stopped before they write anything: what writes in the middle of one came without a key.
  const onInput = (event: InputEvent) => {
    if (event.inputType !== 'insertText' || event.isComposing || event.data === null) return;
    if (event.target instanceof Element && event.target.closest('[data-scan-target]') !== null) return;
    const step = feedText(burst, event.data, event.timeStamp);
    burst = step.burst;
    if (step.take) event.preventDefault();
  };
  window.addEventListener('keydown', onKey, { capture: true });
  window.addEventListener('beforeinput', onInput, { capture: true });
  return () => {
    clearTimeout(timer);
    window.removeEventListener('keydown', onKey, { capture: true });
    window.removeEventListener('beforeinput', onInput, { capture: true });
  };
}

/** Whether a key means nothing to the browser itself where it was pressed, so that giving it later changes nothing. */
function mayWait(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return false;
  if (!/^[\p{L}\p{N}]$/u.test(event.key)) return false;
  return !(event.target instanceof HTMLElement && event.target.matches(TYPED_INTO));
}

/** Pressed between the capitals of one scan. */
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Alt', 'AltGraph', 'CapsLock', 'NumLock']);

const TYPED_INTO =
  'input:not([type="radio"], [type="checkbox"], [type="button"]), textarea, select, [contenteditable="true"]';

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** The text field in focus, if its text can be changed at the cursor. */
export function fieldInFocus(): TextField | null {
  const field = document.activeElement;
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  return isText && field.selectionStart !== null && !field.readOnly ? field : null;
}

/** Writes a text at the cursor of a field, as typing would. */
export function typeInto(field: TextField, text: string): void {
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** The field in focus before the first key of a scan, for what that key may replace: a field that Tab entered is selected whole. */
type FieldBefore = {
  readonly field: TextField;
  readonly value: string;
  readonly start: number | null;
  readonly end: number | null;
};

function fieldBefore(): FieldBefore | null {
  const field = fieldInFocus();
  return field && { field, value: field.value, start: field.selectionStart, end: field.selectionEnd };
}

function putBack({ field, value, start, end }: FieldBefore): void {
  field.setRangeText(value, 0, field.value.length);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.setSelectionRange(start, end);
}
