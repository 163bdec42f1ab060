import { useCallback } from 'react';
import { wallAddress } from './address.ts';
import { useDoors, useDeskStart } from './desk-context.ts';

/** Opens the wall in a window of its own; in training it follows the training desk. */
export function useOpenWall(): () => void {
  const doors = useDoors();
  const { training } = useDeskStart();
  return useCallback(() => {
    const open = (code?: string) => window.open(wallAddress(training, code), '_blank', 'noopener');
    if (doors === undefined) open();
    else void doors.wallCode(false).then((reply) => open(reply.ok ? reply.value.code : undefined));
  }, [doors, training]);
}
