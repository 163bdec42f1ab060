import type { DeskClient, Output } from '#shared/contract/desk-contract.ts';
import type { CardUnreadableReason } from '#shared/domain/identity/card-codes.ts';
import {
  endBurst,
  feedKey,
  noBurst,
  SCAN_END_GAP,
  type ScanStep,
  type WedgeScan,
} from '#shared/domain/identity/scan-burst.ts';
import { readableText } from '#shared/domain/identity/wedge-reading.ts';
import { useEffect, useRef } from 'react';
import { useDesk } from '#renderer/desk/desk-context.ts';

export type CardHandlers = {
  readonly onCard: (card: Output<'identity.read-card'>) => void;
  readonly onUnreadable: (reason: CardUnreadableReason) => void;
};

/**
 * Listens to the whole window for a scanner that types. Keys of a scan reach no field; the few that did before it was
 * certain are taken back. Typing by hand passes through untouched.
 */
export function useCardScan(handlers: CardHandlers): void {
  const desk = useDesk();
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    let burst = noBurst();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = (step: ScanStep) => {
      burst = step.burst;
      if (step.leaked > 0) takeBack(step.leaked);
      if (step.scan !== undefined) void read(desk, step.scan, latest.current);
    };
    const onKey = (event: KeyboardEvent) => {
      clearTimeout(timer);
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
      if (step.take && step.scan === undefined) {
        timer = setTimeout(() => take(endBurst(burst, performance.now())), SCAN_END_GAP + 20);
      }
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [desk]);
}

async function read(desk: DeskClient, scan: WedgeScan, handlers: CardHandlers): Promise<void> {
  const reply = await desk.call('identity.read-card', { text: readableText(scan).slice(0, 4096) });
  if (reply.ok) handlers.onCard(reply.value);
  else
    handlers.onUnreadable(
      reply.problem.code === 'card-unreadable'
        ? reply.problem.reason
        : scan.inputMethod
          ? 'input-method'
          : 'not-a-card',
    );
}

/** Removes the characters that a scan typed into the field before it was known to be one. */
function takeBack(count: number): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  const end = field.selectionStart;
  if (end === null) return;
  field.setRangeText('', Math.max(0, end - count), end, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
