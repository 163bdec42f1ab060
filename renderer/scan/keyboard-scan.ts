import {
  endBurst,
  feedKey,
  noBurst,
  SCAN_END_GAP,
  type ScanStep,
  type WedgeScan,
} from '#shared/domain/identity/scan-burst.ts';

/**
 * Listens to the whole window for a scanner that types; returns how to stop. Keys of a scan reach no field; the few
 * that did before it was certain are taken back. Typing by hand passes through untouched, and so does everything
 * typed into a field marked `data-scan-target`, which wants to see the keys as they come.
 */
export function listenToKeyboard(onScan: (scan: WedgeScan) => void): () => void {
  let burst = noBurst();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = (step: ScanStep) => {
    burst = step.burst;
    if (step.leaked > 0) takeBack(step.leaked);
    if (step.scan !== undefined) onScan(step.scan);
  };
  const onKey = (event: KeyboardEvent) => {
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
    if (step.take) {
      event.preventDefault();
      event.stopPropagation();
    }
    take(step);
    if (step.take && step.scan === undefined)
      timer = setTimeout(() => take(endBurst(burst, performance.now())), SCAN_END_GAP + 20);
  };
  window.addEventListener('keydown', onKey, { capture: true });
  return () => {
    clearTimeout(timer);
    window.removeEventListener('keydown', onKey, { capture: true });
  };
}

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

function takeBack(count: number): void {
  const field = fieldInFocus();
  const end = field?.selectionStart ?? null;
  if (field === null || end === null) return;
  field.setRangeText('', Math.max(0, end - count), end, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
