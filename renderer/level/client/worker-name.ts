import { create } from 'zustand';
import { persist } from 'zustand/middleware';

type Worker = { readonly name: string; readonly say: (name: string) => void };

/** Who says to work at this window. It opens nothing: the book of received files names it. */
export const useWorker = create<Worker>()(
  persist((set) => ({ name: '', say: (name) => set({ name: name.trim().slice(0, 80) }) }), {
    name: 'level-worker',
  }),
);

export function workerName(): string {
  return useWorker.getState().name;
}
