import type { Office } from '#shared/contract/office.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { usePlace } from '#renderer/frame/place.ts';
import { create } from 'zustand';

/** The names of all pages and groups stand in the catalogue. */
export type PageId = keyof Catalogue['settings']['pages'];

export type SettingsPage = {
  readonly id: PageId;
  /** Pages of one group stand together in the list. */
  readonly group: keyof Catalogue['settings']['groups'];
  readonly icon: Icon;
  readonly Page: ComponentType<{ readonly office: Office }>;
};

type ShownPage = { readonly page: PageId; readonly show: (page: PageId) => void };

/** Kept while the window is open, so that a look elsewhere leads back to the same page. */
export const useShownPage = create<ShownPage>()((set) => ({
  page: 'office',
  show: (page) => set({ page }),
}));

/** Shows a page of the settings from elsewhere. */
export function useSettingsPage(): (page: PageId) => void {
  const show = useShownPage((state) => state.show);
  const go = usePlace((place) => place.go);
  return (page) => {
    show(page);
    go('settings');
  };
}

/** All pages by their names. */
export function pageIds({ settings }: Catalogue): readonly PageId[] {
  return Object.keys(settings.pages) as PageId[];
}
