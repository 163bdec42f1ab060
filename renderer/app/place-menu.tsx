import { LANGUAGE_CHOICES } from '#shared/text/catalogue.ts';
import { switchTraining } from '#renderer/desk/address.ts';
import { useDeskStart } from '#renderer/desk/desk-context.ts';
import { useChooseLanguage, useLanguage, useText } from '#renderer/desk/language.ts';
import { Keycap } from '#renderer/ui/keycap.tsx';
import type { Office } from '#shared/contract/office.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { isCounter, placeIn, placeKey, usePlace, type Place } from '../frame/place.ts';
import styles from './place-menu.module.css';

export function placeName(place: Place, office: Office, text: Catalogue): string {
  if (isCounter(place))
    return office.counters.find((counter) => counter.id === place.counterId)?.name ?? text.common.counter;
  const names = {
    reception: text.frame.reception,
    board: text.board.place,
    dashboard: text.dashboard.place,
    'follow-up': text.followUp.place,
    roster: text.roster.place,
    road: text.team.place,
    'day-end': text.frame.dayEnd,
    handouts: text.handout.place,
    settings: text.frame.settings,
    rules: text.frame.rules,
  };
  return names[place];
}

/** Every place of this office, in the order in which a day uses them. */
export function placesOf(office: Office): readonly Place[] {
  const counters = office.counters
    .filter((counter) => counter.active)
    .map((counter) => ({ counterId: counter.id }));
  return [
    'reception',
    ...counters,
    'board',
    'follow-up',
    'roster',
    'road',
    'dashboard',
    'day-end',
    'handouts',
    'settings',
    'rules',
  ];
}

export function samePlace(a: Place, b: Place): boolean {
  return isCounter(a) && isCounter(b) ? a.counterId === b.counterId : a === b;
}

export function PlaceMenu({ office }: { readonly office: Office }) {
  const text = useText();
  const { place: wanted, go } = usePlace();
  const place = placeIn(office, wanted);
  const here = placeName(place, office, text);
  return (
    <Menu position="bottom-start" offset={4} width={260} classNames={{ dropdown: styles['dropdown'] ?? '' }}>
      <Menu.Target>
        <button type="button" className={styles['target']} aria-label={text.frame.placeMenu(here)}>
          {here}
          <IconChevronDown size={14} stroke={1.75} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{text.frame.places}</Menu.Label>
        {placesOf(office).map((target) => (
          <Menu.Item
            key={isCounter(target) ? target.counterId : target}
            onClick={() => go(target)}
            aria-current={samePlace(target, place) ? 'page' : undefined}
            aria-keyshortcuts={placeKey(target)}
            rightSection={
              samePlace(target, place) ? (
                <IconCheck size={16} aria-hidden="true" />
              ) : placeKey(target) === undefined ? undefined : (
                <Keycap>{placeKey(target)}</Keycap>
              )
            }
          >
            {placeName(target, office, text)}
          </Menu.Item>
        ))}
        <LookItems />
      </Menu.Dropdown>
    </Menu>
  );
}

function LookItems() {
  const words = useText().frame;
  const language = useLanguage();
  const chooseLanguage = useChooseLanguage();
  const { training } = useDeskStart();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const themes = [
    ['light', words.themeLight],
    ['dark', words.themeDark],
    ['auto', words.themeAuto],
  ] as const;
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{words.theme}</Menu.Label>
      {themes.map(([value, label]) => (
        <Menu.Item
          key={value}
          onClick={() => setColorScheme(value)}
          rightSection={value === colorScheme ? <IconCheck size={16} aria-hidden="true" /> : undefined}
        >
          {label}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Label>{words.language}</Menu.Label>
      {LANGUAGE_CHOICES.map(({ value, label }) => (
        <Menu.Item
          key={value}
          lang={value}
          onClick={() => chooseLanguage(value)}
          rightSection={value === language ? <IconCheck size={16} aria-hidden="true" /> : undefined}
        >
          {label}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item onClick={() => switchTraining(!training)}>
        {training ? words.leaveTraining : words.enterTraining}
      </Menu.Item>
    </>
  );
}
