import { isTyping } from '#renderer/ui/key-chord.ts';
import { useEffect, type RefObject } from 'react';
import type { ChecklistHandle } from './checklist.tsx';

/**
 * After a step the focus goes where the work goes on: to the checklist once a person is served, to the main button
 * while a called one is awaited. Somebody who is typing elsewhere is left alone.
 */
export function useWorkFocus(
  pane: RefObject<HTMLElement | null>,
  checklist: RefObject<ChecklistHandle | null>,
  step: string,
  goal: 'checklist' | 'main-step' | 'none',
): void {
  useEffect(() => {
    if (goal === 'none' || isTyping(document.activeElement)) return;
    const button = pane.current?.querySelector<HTMLElement>('[data-main-step]');
    if (goal === 'checklist' && checklist.current !== null) checklist.current.focus();
    else button?.focus();
  }, [pane, checklist, step, goal]);
}
