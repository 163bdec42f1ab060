import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { softSound } from '#renderer/voice/soft-sound.ts';
import { useEffect, useRef } from 'react';

/** Somebody waits where nobody did, and the counter has nobody: worth a sound. Of the first look nothing is said. */
export function ringsFor(before: number | null, waiting: number, isFree: boolean): boolean {
  return before === 0 && waiting > 0 && isFree;
}

/** Sounds at a counter that has nobody when its queue is empty no more, where this PC is set to. */
export function useQueueSound(waiting: number, isFree: boolean): void {
  const wished = useDeskQuery('device.settings', {}).value?.queueSound === true;
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (wished && ringsFor(before.current, waiting, isFree)) softSound();
    before.current = waiting;
  }, [wished, waiting, isFree]);
}
