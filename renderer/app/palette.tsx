import { LANGUAGE_CHOICES } from '#shared/text/catalogue.ts';
import { switchTraining } from '#renderer/desk/address.ts';
import { useDeskStart } from '#renderer/desk/desk-context.ts';
import { useChooseLanguage, useLanguage, useText } from '#renderer/desk/language.ts';
import { useOpenWall } from '#renderer/desk/use-open-wall.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { pageIds, useSettingsPage } from '#renderer/settings/shown-page.ts';
import { Chooser, type ChooserItem } from '#renderer/ui/chooser.tsx';
import { Keycap } from '#renderer/ui/keycap.tsx';
import type { Office } from '#shared/contract/office.ts';
import { useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import { takeTypedAhead } from '../frame/overlay.ts';
import { isCounter, placeIn, placeKey, usePlace } from '../frame/place.ts';
import { placeName, placesOf, samePlace } from './place-menu.tsx';
import { allKeys, press, useRegisteredKeys, type ScreenKey } from '../frame/screen-keys.tsx';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import { matchesName } from '#shared/domain/identity/search-name.ts';

type Findable = { readonly label: string; readonly keywords?: string | undefined };

/** Keeps what holds every word of the query, marks and case aside: `dang` finds Đặng. Beginnings of words come first. */
export function filterFolded<T extends Findable>(
  items: readonly T[],
  query: string,
  limit: number,
): readonly T[] {
  const words = foldName(query).split(' ').filter(Boolean);
  if (words.length === 0) return items.slice(0, limit);
  const ranked: { readonly item: T; readonly rank: number }[] = [];
  for (const item of items) {
    const shown = `${item.label} ${item.keywords ?? ''}`;
    const text = ` ${foldName(shown)}`;
    if (words.every((word) => text.includes(word)) || matchesName(query, shown)) {
      ranked.push({ item, rank: words.filter((word) => text.includes(` ${word}`)).length });
    }
  }
  return ranked
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, limit)
    .map(({ item }) => item);
}

type Entry = ScreenKey & { readonly id: string; readonly group: string; readonly description?: string };

const MOST_TICKETS = 6;

type PaletteProps = { readonly office: Office; readonly onClose: () => void };

/** Every command of the screen, every place and every ticket of today, found without marks. */
export function Palette({ office, onClose }: PaletteProps) {
  const text = useText();
  const [query, setQuery] = useState(takeTypedAhead);
  const here = useHereEntries();
  const places = usePlaceEntries(office);
  const settings = useSettingsEntries(query);
  const look = useLookEntries();
  const tickets = useTicketEntries(query);
  const found = [...filterFolded([...here, ...places, ...settings, ...look], query, 60), ...tickets];
  const byId = new Map(found.map((entry) => [entry.id, entry]));
  const groups = [
    text.frame.groupHere,
    text.frame.groupPlaces,
    text.frame.groupTickets,
    text.frame.groupLook,
  ].map((label) => ({
    label,
    items: found.filter((entry) => entry.group === label).map(asItem),
  }));
  // Whoever types a name means what bears it, not what only speaks of it: "Quầy 1" is a place, "Gọi tại Quầy 1" calls somebody.
  const typed = foldName(query.trim());
  const isMeant = ({ label: group }: { readonly label: string }) =>
    typed !== '' && found.some((entry) => entry.group === group && foldName(entry.label).startsWith(typed));
  return (
    <Chooser
      label={text.frame.palette}
      placeholder={text.frame.paletteSearch}
      query={query}
      onQuery={setQuery}
      groups={groups.toSorted((a, b) => Number(isMeant(b)) - Number(isMeant(a)))}
      empty={text.frame.paletteNothing}
      onClose={onClose}
      onChoose={(id) => {
        const entry = byId.get(id);
        onClose();
        // The dialog gives the focus back first; then the command may take it on.
        if (entry !== undefined) requestAnimationFrame(() => press(entry));
      }}
    />
  );
}

function asItem(entry: Entry): ChooserItem {
  return {
    id: entry.id,
    label: entry.label,
    description: entry.disabledReason ?? entry.description,
    end: entry.key === undefined ? undefined : <Keycap>{entry.key}</Keycap>,
    pale: entry.disabledReason !== undefined,
  };
}

function useHereEntries(): readonly Entry[] {
  const group = useText().frame.groupHere;
  const registered = allKeys(useRegisteredKeys((state) => state.byOwner));
  const offered = registered
    .filter((key) => !key.hidden)
    .map((key, index) => ({ ...key, id: `here-${index}`, group }));
  // What can be done now comes first.
  return offered.toSorted(
    (a, b) => Number(a.disabledReason !== undefined) - Number(b.disabledReason !== undefined),
  );
}

function usePlaceEntries(office: Office): readonly Entry[] {
  const text = useText();
  const openWall = useOpenWall();
  const { place: wanted, go } = usePlace();
  const place = placeIn(office, wanted);
  const group = text.frame.groupPlaces;
  const places: readonly Entry[] = placesOf(office)
    .filter((target) => !samePlace(target, place))
    .map((target) => ({
      id: `place-${isCounter(target) ? target.counterId : target}`,
      group,
      label: placeName(target, office, text),
      keywords: isCounter(target) ? text.frame.counterFoundBy : undefined,
      key: placeKey(target),
      run: () => go(target),
    }));
  const wall: Entry = { id: 'place-wall', group, label: text.frame.wall, run: openWall };
  return [...places, wall];
}

/** The pages of the settings: many, so only for somebody who types what is wanted. */
function useSettingsEntries(query: string): readonly Entry[] {
  const text = useText();
  const show = useSettingsPage();
  if (query.trim() === '') return [];
  return pageIds(text).map((page) => ({
    id: `settings-${page}`,
    group: text.frame.groupPlaces,
    label: text.settings.goTo(text.settings.pages[page].name),
    keywords: text.settings.pages[page].foundBy,
    run: () => {
      show(page);
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-focus-home]')?.focus());
    },
  }));
}

function useLookEntries(): readonly Entry[] {
  const words = useText().frame;
  const group = words.groupLook;
  const { setColorScheme } = useMantineColorScheme();
  const language = useLanguage();
  const chooseLanguage = useChooseLanguage();
  const { training } = useDeskStart();
  return [
    { id: 'light', group, label: words.themeLight, run: () => setColorScheme('light') },
    { id: 'dark', group, label: words.themeDark, run: () => setColorScheme('dark') },
    { id: 'auto', group, label: words.themeAuto, run: () => setColorScheme('auto') },
    ...LANGUAGE_CHOICES.filter(({ value }) => value !== language).map(({ value, label, foundBy }) => ({
      id: value,
      group,
      label,
      keywords: foundBy,
      run: () => chooseLanguage(value),
    })),
    {
      id: 'training',
      group,
      label: training ? words.leaveTraining : words.enterTraining,
      run: () => switchTraining(!training),
    },
  ];
}

function useTicketEntries(query: string): readonly Entry[] {
  const text = useText();
  const { place, go } = usePlace();
  const wanted = query.trim().length >= 2 || /^\d$/.test(query.trim());
  const list =
    useDeskQuery('ticket.list', { search: query.trim() }, { enabled: wanted, keepFormer: true }).value ?? [];
  if (!wanted) return [];
  return list.slice(0, MOST_TICKETS).map((row) => ({
    id: `ticket-${row.id}`,
    group: text.frame.groupTickets,
    label: `${row.number} ${row.name ?? text.common.noName}`,
    description: text.common.ticketState[row.state],
    run: () => go(isCounter(place) ? place : 'reception', { ticketId: row.id }),
  }));
}
