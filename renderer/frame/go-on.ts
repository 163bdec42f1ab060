import type { DayStatus } from '#shared/contract/day.ts';
import { create } from 'zustand';

/** The forgotten day an officer chose to go on with in this window; asked again after a reload. */
export const useGoOn = create<{ readonly day: string | null; readonly goOnWith: (day: string) => void }>()(
  (set) => ({
    day: null,
    goOnWith: (day) => set({ day }),
  }),
);

/** Whether the morning stands before the work: no day is open, or one was forgotten and nobody has said to go on with it. */
export function isMorning(status: Pick<DayStatus, 'open' | 'forgotten'>, goOnDay: string | null): boolean {
  return status.open === null || (status.forgotten && status.open.businessDay !== goOnDay);
}
