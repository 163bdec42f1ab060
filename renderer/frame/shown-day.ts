import { create } from 'zustand';

type ShownDay = {
  /** The day somebody asked to see; null shows the open day, or the latest. */
  readonly day: string | null;
  readonly show: (day: string | null) => void;
};

/** Which day the screen shows; other screens may ask for one before they lead here. */
export const useShownDay = create<ShownDay>()((set) => ({ day: null, show: (day) => set({ day }) }));
