import { create } from 'zustand';

/** The pages of the settings in the order of the list at the left. */
export const SECTIONS = [
  'office',
  'counters',
  'series',
  'queue',
  'paper',
  'printers',
  'slip',
  'open',
  'places',
  'rules',
  'report',
  'targets',
  'files',
  'wall',
  'look',
  'data',
] as const;
export type Section = (typeof SECTIONS)[number];

type SectionStore = { readonly section: Section; readonly show: (section: Section) => void };

/** Kept while the window is open, so that a look elsewhere leads back to the same page. */
export const useSection = create<SectionStore>()((set) => ({
  section: 'office',
  show: (section) => set({ section }),
}));
