import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import type { Office } from '#shared/contract/office.ts';
import type { QueueRoom } from '#shared/contract/room.ts';
import { overdue } from '#shared/domain/queue/waiting-target.ts';
import { useEffect } from 'react';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

const STORED = 'desk-late-known';
type Known = { readonly day: string | null; readonly tickets: readonly string[] };

/** Of whom the leader at this PC has been told: nobody is told of twice. */
const useKnown = create<Known>()(persist((): Known => ({ day: null, tickets: [] }), { name: STORED }));

type LateAlarm = {
  /** Who waits longer than the target, the longest first. */
  readonly late: QueueRoom['waiting'];
  /** Those of them that the leader has not been told of. */
  readonly fresh: QueueRoom['waiting'];
  readonly noted: () => void;
};

/** Who waits too long, for a leader; for anybody else nobody. */
export function useLateAlarm({ settings }: Office): LateAlarm {
  const isLeader = useDeskQuery('session.show', {}).value?.role === 'leader';
  const hasTarget = Object.keys(settings.waitingTargets).length > 0;
  const room = useDeskQuery('queue.room', {}, { enabled: isLeader && hasTarget }).value;
  const now = new Date(useNow(10_000)).toISOString();
  const known = useKnown();
  useEffect(() => {
    const follow = ({ key }: StorageEvent) => {
      if (key === STORED) void useKnown.persist.rehydrate();
    };
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, []);
  const day = room?.businessDay ?? null;
  const told = known.day === day ? known.tickets : [];
  const late = overdue(room?.waiting ?? [], settings.waitingTargets, now);
  return {
    late,
    fresh: late.filter(({ ticketId }) => !told.includes(ticketId)),
    noted: () =>
      useKnown.setState({ day, tickets: [...new Set([...told, ...late.map(({ ticketId }) => ticketId)])] }),
  };
}
